"""Pairs of promises that a clerk took for one, and those that look alike only, beside those that `compare` pairs.

python -m tests.gold.lineage    (LUOSHI_SHARED names the reference documents; the invented years are told without them)
"""

import json
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from typing import Final

from luoshi.lineage import Comparison, Promise
from luoshi.model import Plan, Progress
from luoshi.reading import read_source
from luoshi.relating import compare
from luoshi.source import mend, open_source
from tests import reference
from tests.gold.invented_years import FOLDER, KEPT_BACK, TO_LEARN, years

SHEET: Final = Path(__file__).with_suffix(".toml")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """Two years of one government with its annotated pairs: by place or printed number, as `key` tells promises.

    `different` is None where all that goes on is among `same`: whatever else is paired is wrong.
    """

    name: str
    sort: str
    earlier: Plan | Progress
    later: Plan | Progress
    same: frozenset[Pair]
    different: frozenset[Pair] | None
    key: Callable[[Promise], int]


@dataclass(frozen=True, slots=True)
class PairScore:
    """Of the annotated pairs: those rightly paired, those wrongly, those missed.

    Where all that goes on is annotated, whatever else was paired is wrong.
    """

    right: tuple[Pair, ...]
    wrong: tuple[Pair, ...]
    missed: tuple[Pair, ...]

    @property
    def precision(self) -> float:
        """The share of the right ones among those paired."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of a clerk's pairs that were found."""
        return len(self.right) / max(1, len(self.right) + len(self.missed))


def sheet() -> Iterator[Step]:
    """The steps of the reference documents: at hand while rules are chosen, held back, or of pairs at the edge."""
    for step in tomllib.loads(SHEET.read_text(encoding="utf-8"))["step"]:
        sort = "edge" if step.get("edge") else "held back" if step["held"] else "at hand"
        name = f"{step['earlier']} → {step['later']}, {sort}"
        earlier, later = (_read(reference.CORPUS / step[side]) for side in ("earlier", "later"))
        yield Step(name, sort, earlier, later, _pairs(step["same"]), _pairs(step["different"]), _place)


def invented(*governments: str) -> Iterator[Step]:
    """The steps of invented governments."""
    for government in governments:
        listed = json.loads((FOLDER / government / "lineage.json").read_text(encoding="utf-8"))["pairs"]
        for (earlier, later), step in zip(pairwise(years(government)), listed, strict=True):
            name = f"{government}, {' → '.join(map(str, step['years']))}"
            yield Step(name, "invented", earlier, later, _pairs(step["same"]), None, _number)


def score(step: Step) -> PairScore:
    """How many of the annotated pairs `compare` finds."""
    found = frozenset(_found(compare([step.earlier, step.later]), step.key))
    wrong = found - step.same if step.different is None else found & step.different
    return PairScore(*(tuple(sorted(each)) for each in (step.same & found, wrong, step.same - found)))


def sum_up(scores: Iterable[PairScore]) -> PairScore:
    """The pairs of several steps together."""
    listed = list(scores)
    kinds = ([getattr(each, kind) for each in listed] for kind in ("right", "wrong", "missed"))
    return PairScore(*(tuple(chain.from_iterable(each)) for each in kinds))


def _read(path: Path) -> Plan | Progress:
    reading = read_source(mend(open_source(path)))
    assert isinstance(reading, Plan | Progress)
    return reading


def _pairs(listed: Iterable[tuple[int, int]]) -> frozenset[Pair]:
    return frozenset((before, after) for before, after in listed)


def _found(comparison: Comparison, key: Callable[[Promise], int]) -> Iterator[Pair]:
    for lineage in comparison.lineages:
        standing = [promise for promise in lineage.promises if promise is not None]
        yield from ((key(before), key(after)) for before, after in pairwise(standing))


def _place(promise: Promise) -> int:
    """A task of a plan is told by its place, a row of a progress table by its number."""
    return int(promise.address) if promise.part is None else promise.order


def _number(promise: Promise) -> int:
    """The invented documents are numbered through, whatever parts they have: 重点工作/7."""
    return int(promise.address.rpartition("/")[2])


def main() -> None:
    """Print each step's precision and recall, and the pairs that were wrong or missed, unless they are kept back."""
    for step in (*(sheet() if reference.IS_PRESENT else ()), *invented(*TO_LEARN)):
        found = score(step)
        _print(step.name, found)
        sys.stdout.write(f"  wrong {found.wrong}\n  missed {found.missed}\n")
    for governments in (TO_LEARN, (KEPT_BACK,)):
        _print(", ".join(governments), sum_up(map(score, invented(*governments))))


def _print(name: str, found: PairScore) -> None:
    counts = f"{len(found.right)} right, {len(found.wrong)} wrong, {len(found.missed)} missed"
    sys.stdout.write(f"{name}: precision {found.precision:.3f}  recall {found.recall:.3f}  ({counts})\n")


if __name__ == "__main__":
    main()
