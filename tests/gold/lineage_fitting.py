"""Finds what each sign adds to the likeness of two promises: logistic regression by plain gradient descent.

python -m tests.gold.lineage_fitting    prints it beside what stands in `luoshi.relating.likeness`
"""

import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from operator import mul, sub, truediv
from statistics import fmean, pstdev

from luoshi.relating.likeness import ADDS, Profile, Signs, find_signs, weigh
from luoshi.relating.pairing import find_near
from luoshi.relating.promises import list_promises
from tests.gold.invented_years import TO_LEARN
from tests.gold.lineage import Step, invented, sheet

Case = tuple[Signs, bool]

ROUNDS, RATE, PENALTY = 400, 4.0, 1.0


def at_hand() -> Iterator[Step]:
    """What the signs are weighed by: one step of the reference documents and the governments that are not kept back."""
    yield from (step for step in sheet() if step.sort == "at hand")
    yield from invented(*TO_LEARN)


def fit(steps: Iterable[Step]) -> Signs:
    """Shares of 1 that tell best which promises are one."""
    cases = [case for step in steps for case in list_cases(step)]
    columns = list(zip(*(signs for signs, _ in cases), strict=True))
    middles, spreads = [fmean(column) for column in columns], [pstdev(column) for column in columns]
    rows = [list(map(truediv, map(sub, signs, middles), spreads)) for signs, _ in cases]
    adds = list(map(truediv, _descend(rows, [is_one for _, is_one in cases]), spreads))
    return Signs(*(each / sum(adds) for each in adds))


def list_cases(step: Step) -> Iterator[Case]:
    """What speaks for annotated pairs being one; where all that goes on is annotated, for any that are near."""
    before, after = ([Profile(promise) for promise in list_promises(reading)] for reading in (step.earlier, step.later))
    weights = weigh(before, after)
    is_whole = step.different is None
    near = find_near(before, after, weights) if is_whole else product(range(len(before)), range(len(after)))
    for earlier, later in near:
        pair = step.key(before[earlier].promise), step.key(after[later].promise)
        signs = find_signs(before[earlier], after[later], weights)
        if signs and (is_whole or pair in step.same | (step.different or frozenset())):
            yield signs, pair in step.same


def _descend(rows: Sequence[Sequence[float]], answers: Sequence[bool]) -> list[float]:
    columns = list(zip(*rows, strict=True))
    weights, offset = [0.0] * len(columns), 0.0
    for _ in range(ROUNDS):
        likely = (1 / (1 + math.exp(-offset - sum(map(mul, weights, row)))) for row in rows)
        off = list(map(sub, likely, answers))
        slopes = [
            (sum(map(mul, off, column)) + PENALTY * each) / len(rows)
            for column, each in zip(columns, weights, strict=True)
        ]
        weights = [each - RATE * slope for each, slope in zip(weights, slopes, strict=True)]
        offset -= RATE * fmean(off)
    return weights


def main() -> None:
    """Print each sign with what was found for it and what stands."""
    for sign, found, stands in zip(Signs._fields, fit(at_hand()), ADDS, strict=True):
        sys.stdout.write(f"{sign}: {found:.3f}, stands as {stands:.2f}\n")


if __name__ == "__main__":
    main()
