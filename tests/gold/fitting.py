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
from luoshi.relating.drafting.scorer import Signs
from luoshi.relating.drafting.suggesting import Chances
from luoshi.relating.drafting.tuning import Tuning
from tests.gold.drafts import Trial

ROUNDS, RATE, PENALTY = 150, 0.2, 0.02
# How often a lead that is filled in was right: nineteen of twenty, and some to spare for texts that nobody has read
PRECISION = 0.97
COMPANIES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
# The tables grew after these documents had been read. With a tenth of the words hidden they know as much of them as of
# seven reports that nobody has read (43 of 100 characters), and are trusted as far as they can be on such texts
HIDDEN = 0.1
OFFERED = 3
LEARNED_SIGNS = frozenset(("custom", "kinship", "wording", "likeness", "presence", "practice"))
PLAIN = Tuning(Signs(*([0.1] * len(Signs.__dataclass_fields__))), slope=1.0, offset=0.0, sure=1.0, company=0.0)


@dataclass(frozen=True, slots=True)
class Case:
    """Each sign of every unit for one task, and how much of the lead each has."""

    signs: tuple[tuple[float, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A suggestion by its rank, from 0, with its probability, and whether it was right.

    `surety` is the first one's probability, 0 where the text alone puts another first.
    """

    rank: int
    probability: float
    is_right: bool
    surety: float = 0.0


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
    cases = [case for trial in (*trials, *strewn) for case in _cases(trial)]
    kept = [is_learned or name not in LEARNED_SIGNS for name in Signs.__dataclass_fields__]
    tuning = replace(PLAIN, weights=Signs(*_descend(cases, kept)))
    tuning = max((replace(tuning, company=company) for company in COMPANIES), key=lambda each: _worth(trials, each))
    slope, offset = _calibrate([answer for trial in trials for answer in answer_all(trial, tuning)])
    tuning = replace(tuning, slope=slope, offset=offset)
    sure = _threshold([answer for trial in trials for answer in answer_all(trial, tuning) if answer.rank == 0])
    return replace(tuning, sure=sure if is_learned else 1.1)


def answer_all(trial: Trial, tuning: Tuning | None = None) -> Iterator[Answer]:
    """The likeliest units for each question, in order of the questions."""
    weighed = trial.suggester(tuning).weigh([question.query for question in trial.questions])
    for question, chances in zip(trial.questions, weighed, strict=True):
        leads = trial.keys(question)
        yield from _answers(chances, leads)


def _answers(chances: Chances, leads: frozenset[str]) -> Iterator[Answer]:
    best = sorted(chances.together, key=lambda unit: -chances.together[unit])[:OFFERED]
    for rank, unit in enumerate(best):
        is_agreed = rank == 0 and chances.alone[unit] == max(chances.alone.values())
        yield Answer(rank, chances.together[unit], unit in leads, chances.together[unit] * is_agreed)


def _cases(trial: Trial) -> Iterator[Case]:
    scorer = trial.suggester(PLAIN).scorer
    for question in trial.questions:
        signs = scorer.read_signs(question.query.text)
        leads = trial.keys(question) & signs.keys()
        if leads:
            columns = zip(*map(astuple, signs.values()), strict=True)
            yield Case(tuple(columns), tuple((unit in leads) / len(leads) for unit in signs))


# ── Weights: the likeliest, not too large, by steps down the gradient ────────────────────────────────────────────────


def _descend(cases: Sequence[Case], kept: Sequence[bool]) -> list[float]:
    weights = [0.1 * keep for keep in kept]
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
    scores = [0.0] * len(case.shares)
    for weight, sign in zip(weights, case.signs, strict=True):
        scores = [score + weight * value for score, value in zip(scores, sign, strict=True)]
    highest = max(scores)
    parts = [math.exp(score - highest) for score in scores]
    total = sum(parts)
    return [part / total - share for part, share in zip(parts, case.shares, strict=True)]


def _worth(trials: Sequence[Trial], tuning: Tuning) -> int:
    """Right at once, right among those offered, and what may be filled in."""
    answers = [answer for trial in trials for answer in answer_all(trial, tuning)]
    told = sum(answer.is_right * (2 if answer.rank == 0 else 1) for answer in answers)
    return told + len(_find_sure([answer for answer in answers if answer.rank == 0]))


# ── Calibration: probability → how often such suggestions were right ─────────────────────────────────────────────────


def _calibrate(answers: Sequence[Answer]) -> tuple[float, float]:
    """Slope and offset of the logistic curve through what was right (Platt), by Newton's method."""
    points = [(math.log(max(a.probability, 1e-6) / max(1 - a.probability, 1e-6)), a.is_right) for a in answers]
    slope, offset = 1.0, 0.0
    for _ in range(20):
        chances = [1 / (1 + math.exp(-(slope * x + offset))) for x, _ in points]
        miss = [chance - right for chance, (_, right) in zip(chances, points, strict=True)]
        curve = [chance * (1 - chance) for chance in chances]
        down = sum(m * x for m, (x, _) in zip(miss, points, strict=True)), sum(miss)
        bend = [sum(c * x**power for c, (x, _) in zip(curve, points, strict=True)) for power in (0, 1, 2)]
        area = bend[2] * bend[0] - bend[1] ** 2
        slope -= (bend[0] * down[0] - bend[1] * down[1]) / area
        offset -= (bend[2] * down[1] - bend[1] * down[0]) / area
    return round(slope, 3), round(offset, 3)


def _threshold(first: Sequence[Answer]) -> float:
    """The lowest probability from which on the first suggestions were right often enough."""
    return math.floor(min((answer.surety for answer in _find_sure(first)), default=1.0) * 1000) / 1000


def _find_sure(first: Sequence[Answer]) -> Sequence[Answer]:
    """As many of the surest as were right often enough together."""
    ordered = sorted(first, key=lambda each: -each.surety)
    right = list(accumulate(answer.is_right for answer in ordered))
    enough = [count for count, found in enumerate(right, start=1) if found >= PRECISION * count]
    return ordered[: max(enough, default=0)]
