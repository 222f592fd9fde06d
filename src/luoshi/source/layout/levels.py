"""Heights and distances that all but agree."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

SNAP = 3.0
"""Points within which two lines are one (double lines), and a gap in a line is none (dashes)."""


def cluster(values: Iterable[float]) -> list[float]:
    """One value for each run of values that lie within a snap of its first."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > SNAP:
            kept.append(value)
    return kept


def nearest(values: Sequence[float], value: float) -> int:
    """Index of the value that lies closest."""
    index = bisect_left(values, value)
    if index == len(values) or (index and value - values[index - 1] <= values[index] - value):
        return index - 1
    return index
