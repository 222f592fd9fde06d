"""Pairs of promises that a clerk took for one, and those that look alike only, beside those that `compare` pairs.

python -m tests.gold.lineage    (LUOSHI_SHARED names the reference documents)
"""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from luoshi.lineage import Comparison, Promise
from luoshi.model import Plan, Progress
from luoshi.reading import read_source
from luoshi.relating import compare
from luoshi.source import mend, open_source
from tests import reference

SHEET: Final = Path(__file__).with_suffix(".toml")

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PairScore:
    """Of the annotated pairs: those rightly paired, those wrongly, those missed."""

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


def score_pairs() -> Iterator[tuple[str, str, PairScore]]:
    """Each step of the sheet: its documents, whether it was held back or is of pairs at the edge, and its score."""
    for step in tomllib.loads(SHEET.read_text(encoding="utf-8"))["step"]:
        readings = [_read(reference.CORPUS / step[side]) for side in ("earlier", "later")]
        found = set(_pairs(compare(readings)))
        same, different = ([(before, after) for before, after in step[kind]] for kind in ("same", "different"))
        score = PairScore(
            tuple(each for each in same if each in found),
            tuple(each for each in different if each in found),
            tuple(each for each in same if each not in found),
        )
        sort = "edge" if step.get("edge") else "held back" if step["held"] else "at hand"
        yield f"{step['earlier']} → {step['later']}", sort, score


def _read(path: Path) -> Plan | Progress:
    reading = read_source(mend(open_source(path)))
    assert isinstance(reading, Plan | Progress)
    return reading


def _pairs(comparison: Comparison) -> Iterator[Pair]:
    for lineage in comparison.lineages:
        standing = [promise for promise in lineage.promises if promise is not None]
        yield from ((_key(before), _key(after)) for before, after in pairwise(standing))


def _key(promise: Promise) -> int:
    """A task of a plan is told by its place, a row of a progress table by its number."""
    return int(promise.address) if promise.part is None else promise.order


def main() -> None:
    """Print each step's precision and recall, and the pairs that were wrong or missed."""
    for name, sort, score in score_pairs():
        sys.stdout.write(f"{name}, {sort}: precision {score.precision:.3f}  recall {score.recall:.3f}\n")
        sys.stdout.write(f"  wrong {score.wrong}\n  missed {score.missed}\n")


if __name__ == "__main__":
    main()
