"""Finds the constants of `luoshi.relating.drafting.tuning` from earlier years alone."""

import math
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from itertools import accumulate
from operator import mul
from unittest.mock import patch

from luoshi.language.duties import tables, weighing
from luoshi.relating.drafting.balance import find_balance, tell_again
from luoshi.relating.drafting.scorer import Scorer, Signs
from luoshi.relating.drafting.suggesting import Chances
from luoshi.relating.drafting.tuning import Curve, Tuning, odds
from tests.gold.drafts import Trial

ROUNDS, RATE, PENALTY = 150, 0.2, 0.02
# Weights and what they leave out of balance are found in turns
TURNS = 3
# How often a lead that is filled in is right, by the lower end of what was right: one sample in five lies below it
PRECISION, DEVIATIONS = 0.95, 0.84
COMPANIES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
# The tables grew after these documents had been read. With so many of the words hidden they know as much of them as of
# the same city's report of a year that nobody has read (57 of 100 characters), and are trusted as far on such texts
HIDDEN = 0.15
OFFERED = 3
LEARNED_SIGNS = frozenset(("custom", "likeness", "presence"))
SIGNS = tuple(Signs.__dataclass_fields__)
FLAT = Curve(1.0, 0.0)
PLAIN = Tuning(Signs(**dict.fromkeys(SIGNS, 0.1)), company=0.0, chance=FLAT, surety=FLAT, sure=1.0)


@dataclass(frozen=True, slots=True)
class Case:
    """Each sign of every unit for one task, what is added for each unit, and how much of the lead each has."""

    signs: tuple[tuple[float, ...], ...]
    balance: tuple[float, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A suggestion by its rank, from 0, with its probability, and whether it was right; the first one's margin."""

    rank: int
    probability: float
    is_right: bool
    margin: float | None = None

    def surety(self, tuning: Tuning) -> float:
        """How sure it makes the program that the first one is right."""
        return 0.0 if self.margin is None else tuning.surety.height(self.margin)


def fit(trials: Sequence[Trial], strewn: Sequence[Trial] = (), *, is_learned: bool) -> Tuning:
    """All constants; without learning no sign of earlier years weighs anything.

    What is weighed is told by tasks that are `strewn` too, which say nothing of those beside them.
    """
    with words_hidden():
        return _fit(trials, strewn, is_learned=is_learned)


@contextmanager
def words_hidden() -> Iterator[None]:
    """A share of the words of the tables, always the same ones, is not known."""
    words = tables.list_words()
    kept = {word: kinds for word, kinds in words.items() if zlib.crc32(word.encode()) % 1000 >= HIDDEN * 1000}
    known = weighing.Vocabulary(kept)
    with patch.object(weighing, "vocabulary", lambda: known):
        yield


def _fit(trials: Sequence[Trial], strewn: Sequence[Trial], *, is_learned: bool) -> Tuning:
    taught = [_Taught(trial) for trial in (*trials, *strewn)]
    kept = [is_learned or name not in LEARNED_SIGNS for name in SIGNS]
    weights = [0.1 * keep for keep in kept]
    for turn in range(TURNS if is_learned else 1):
        cases = [case for each in taught for case in each.cases(Signs(*weights) if turn else None)]
        weights = _descend(cases, weights, kept)
    tuning = replace(PLAIN, weights=Signs(*weights))
    weighed = (_complete(replace(tuning, company=company), trials, is_learned=is_learned) for company in COMPANIES)
    return max(weighed, key=lambda each: each[0])[1]


def _complete(tuning: Tuning, trials: Sequence[Trial], *, is_learned: bool) -> tuple[int, Tuning]:
    """The curves and the line; before them what they are worth: right at once, among those offered, and filled in."""
    answers = [answer for trial in trials for answer in answer_all(trial, tuning)]
    told = sum(answer.is_right * (2 if answer.rank == 0 else 1) for answer in answers)
    tuning = replace(tuning, chance=_calibrate([(odds(each.probability), each.is_right) for each in answers]))
    if not is_learned:
        return told, replace(tuning, sure=1.1)
    surety = _calibrate([(each.margin, each.is_right) for each in answers if each.margin is not None])
    filled = _find_sure(answers, surety)
    return told + len(filled), replace(tuning, surety=surety, sure=math.floor(min(filled, default=1.0) * 1000) / 1000)


def answer_all(trial: Trial, tuning: Tuning | None = None) -> Iterator[Answer]:
    """The likeliest units for each question, in order of the questions."""
    weighed = trial.suggester(tuning).weigh([question.query for question in trial.questions])
    for question, chances in zip(trial.questions, weighed, strict=True):
        leads = trial.keys(question)
        yield from _answers(chances, leads)


def _answers(chances: Chances, leads: frozenset[str]) -> Iterator[Answer]:
    best = sorted(chances.together, key=lambda unit: -chances.together[unit])[:OFFERED]
    for rank, unit in enumerate(best):
        yield Answer(rank, chances.together[unit], unit in leads, None if rank else chances.margin)


class _Taught:
    """A trial's questions and the tasks that it learns from, with what speaks for each unit."""

    def __init__(self, trial: Trial) -> None:
        scorer = Scorer(trial.roll, trial.examples)
        self._asked = [(scorer.read_signs(each.query.text), trial.keys(each)) for each in trial.questions]
        self._told = list(tell_again(trial.roll, trial.examples))

    def cases(self, weights: Signs | None) -> Iterator[Case]:
        """The questions that a unit of the roll leads, with what these weights leave out of balance."""
        balance = find_balance(self._told, weights) if weights else {}
        for signs, keys in self._asked:
            leads = keys & signs.keys()
            if leads:
                columns = zip(*map(astuple, signs.values()), strict=True)
                added = tuple(balance.get(unit, 0.0) for unit in signs)
                yield Case(tuple(columns), added, tuple((unit in leads) / len(leads) for unit in signs))


# ── Weights: the likeliest, not too large, by steps down the gradient ────────────────────────────────────────────────


def _descend(cases: Sequence[Case], weights: Sequence[float], kept: Sequence[bool]) -> list[float]:
    travelled = [1e-8] * len(weights)
    for _ in range(ROUNDS):
        slope = [PENALTY * weight for weight in weights]
        for case in cases:
            misses = _misses(case, weights)
            for place, sign in enumerate(case.signs):
                slope[place] += sum(map(mul, misses, sign)) / len(cases)
        travelled = [before + step * step for before, step in zip(travelled, slope, strict=True)]
        weights = [
            weight - RATE * step / math.sqrt(way) if keep else 0.0
            for weight, step, way, keep in zip(weights, slope, travelled, kept, strict=True)
        ]
    return [round(weight, 2) for weight in weights]


def _misses(case: Case, weights: Sequence[float]) -> list[float]:
    """By how much each unit's probability is too high."""
    scores = list(case.balance)
    for weight, sign in zip(weights, case.signs, strict=True):
        scores = [score + weight * value for score, value in zip(scores, sign, strict=True)]
    highest = max(scores)
    parts = [math.exp(score - highest) for score in scores]
    total = sum(parts)
    return [part / total - share for part, share in zip(parts, case.shares, strict=True)]


# ── Calibration: how far ahead → how often such suggestions were right ───────────────────────────────────────────────


def _calibrate(points: Sequence[tuple[float, bool]]) -> Curve:
    """The logistic curve through what was right (Platt), by Newton's method."""
    slope, offset = 1.0, 0.0
    for _ in range(20):
        heights = [Curve(slope, offset).height(level) for level, _ in points]
        misses = [height - right for height, (_, right) in zip(heights, points, strict=True)]
        bends = [height * (1 - height) for height in heights]
        down, along = sum(misses), sum(miss * level for miss, (level, _) in zip(misses, points, strict=True))
        flat, mixed, steep = (
            sum(bend * level**power for bend, (level, _) in zip(bends, points, strict=True)) for power in range(3)
        )
        whole = flat * steep - mixed * mixed
        slope, offset = slope - (flat * along - mixed * down) / whole, offset - (steep * down - mixed * along) / whole
    return Curve(round(slope, 3), round(offset, 3))


def _find_sure(answers: Sequence[Answer], surety: Curve) -> Sequence[float]:
    """The sureties of as many of the surest as were right often enough together."""
    margins = ((each.margin, each.is_right) for each in answers if each.margin is not None)
    ordered = sorted(((surety.height(margin), is_right) for margin, is_right in margins), reverse=True)
    right = accumulate(is_right for _, is_right in ordered)
    enough = [count for count, found in enumerate(right, start=1) if _lower_end(found, count) >= PRECISION]
    return [height for height, _ in ordered[: max(enough, default=0)]]


def _lower_end(right: int, count: int) -> float:
    """The lower end of Wilson's interval of a share."""
    share, spread = right / count, DEVIATIONS**2 / count
    middle = share + spread / 2
    return (middle - math.sqrt(spread * share * (1 - share) + spread**2 / 4)) / (1 + spread)
