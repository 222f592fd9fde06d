"""Prints how well the leads of the latest reference plan are told by the years before it.

python -m tests.gold.drafting          the figures with the constants as they are
python -m tests.gold.drafting --fit    finds the constants again, from all but the plan that is told
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from luoshi.relating.drafting.tuning import LEARNED, UNLEARNED, Tuning
from tests import reference
from tests.gold import invented_years
from tests.gold.drafts import Trial, blocks, document, elsewhere, invented, other_city, trial, with_list
from tests.gold.fitting import Answer, answer_all, fit

LEARNT, ASKED = (2022, 2023), 2024
BINS = 5


@dataclass(frozen=True, slots=True)
class Measure:
    """Shares of the tasks: told by the first suggestion, by one of three; filled in, and of those the right ones."""

    tasks: int
    first: float
    three: float
    filled: float
    precision: float
    bins: tuple[tuple[int, float, float], ...]


def measure(asked: Trial, tuning: Tuning) -> Measure:
    """How well a trial's questions are answered."""
    answers = list(answer_all(asked, tuning))
    tasks = len(asked.questions)
    right = [answer.rank for answer in answers if answer.is_right]
    firsts = [answer for answer in answers if answer.rank == 0]
    filled = [answer for answer in firsts if answer.surety(tuning) >= tuning.sure]
    told = sum(any(a.is_right for a in answers[start : start + 3]) for start in range(0, len(answers), 3))
    return Measure(
        tasks,
        right.count(0) / tasks,
        told / tasks,
        len(filled) / tasks,
        sum(answer.is_right for answer in filled) / max(1, len(filled)),
        tuple(_bins(answers)),
    )


def _bins(answers: Sequence[Answer]) -> Iterator[tuple[int, float, float]]:
    """Suggestions of like probability: how many, their mean probability, and how many were right."""
    for place in range(BINS):
        inside = [each for each in answers if place / BINS <= each.probability < (place + 1) / BINS]
        if inside:
            mean = sum(each.probability for each in inside) / len(inside)
            yield len(inside), mean, sum(each.is_right for each in inside) / len(inside)


def trials_to_learn() -> list[Trial]:
    """What the constants are found by.

    Each earlier year told by the other, each tenth of both by the rest, each fifth of another city's tasks too, and
    the second and third years of invented governments by those before them.
    """
    first, second = LEARNT
    years = [document(year) for year in LEARNT]
    parts = [*blocks(years, 10), *blocks([other_city(ASKED)], 5)]
    return [trial([first], second), trial([second], first), *parts, *invented_years.trials(invented_years.TO_LEARN)]


def unlearned(years: Sequence[int]) -> list[Trial]:
    """The tasks of these years told by the kinds of office alone."""
    return [trial([], year) for year in years]


def apart(asked: Trial) -> Trial:
    """The same questions, each as if it stood alone."""
    alone = (replace(each, query=replace(each.query, group=place)) for place, each in enumerate(asked.questions))
    return replace(asked, questions=tuple(alone))


def table() -> Iterator[tuple[str, Measure]]:
    """What is measured, by name."""
    asked = trial(LEARNT, ASKED)
    yield "each task alone, learned from two earlier documents", measure(apart(asked), LEARNED)
    yield "tasks in their order, learned from two earlier documents", measure(asked, LEARNED)
    listed = with_list([document(year) for year in LEARNT], document(ASKED))
    yield "tasks in their order, the units of the year listed", measure(listed, LEARNED)
    yield "each task alone, kinds of office, nothing learned", measure(apart(unlearned([ASKED])[0]), UNLEARNED)
    yield "tasks in their order, kinds of office, nothing learned", measure(unlearned([ASKED])[0], UNLEARNED)
    yield "another city's tasks in their order, nothing learned", measure(elsewhere(ASKED), UNLEARNED)


def invented_table() -> Iterator[tuple[str, Measure]]:
    """The same of invented governments, the one first by which nothing was found."""
    for government in (invented_years.KEPT_BACK, *invented_years.TO_LEARN):
        for learned in (2, 1, 0):
            asked = invented_years.told_by_earlier(government, learned)
            yield f"invented, {government}, years learned: {learned}", measure(asked, LEARNED if learned else UNLEARNED)
        listed = invented_years.told_with_list(government, 2)
        yield f"invented, {government}, years learned: 2, the units of the third listed", measure(listed, LEARNED)


def _ceiling() -> float:
    asked = trial(LEARNT, ASKED)
    return sum(bool(asked.keys(each) & asked.roll.members.keys()) for each in asked.questions) / len(asked.questions)


def main() -> None:
    """Print all figures, or find the constants."""
    if not reference.IS_PRESENT:
        sys.stdout.write(reference.ABSENCE + "\n")
        return
    if "--fit" in sys.argv:
        sys.stdout.write(f"LEARNED = {fit(trials_to_learn(), is_learned=True)}\n")
        sys.stdout.write(f"UNLEARNED = {fit(unlearned(LEARNT), list(invented()), is_learned=False)}\n")
        return
    sys.stdout.write(f"a lead is on the roll: {_ceiling():.3f}\n")
    for name, found in (*table(), *invented_table()):
        sys.stdout.write(f"{name}: {found.tasks} tasks\n")
        sys.stdout.write(f"  first {found.first:.3f}  among three {found.three:.3f}  ")
        sys.stdout.write(f"filled in {found.filled:.3f}, of these right {found.precision:.3f}\n")
        for count, mean, right in found.bins:
            sys.stdout.write(f"    {count:4d} suggestions of mean probability {mean:.2f}: right {right:.2f}\n")


if __name__ == "__main__":
    main()
