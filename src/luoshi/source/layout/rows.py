"""Where the rows of a table without ruling lines begin: by its numbers, else by wider gaps and by full lines.

The lines of a cell stand close; cells are set from the top of their row or in its middle, so that the lines of two
cells of one row need not stand at the same heights.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from luoshi.source.layout.lines import line_text
from luoshi.source.layout.shapes import Line

NUMBER = re.compile(r"[(（]?(\d{1,3})[)）.．、]?")
"""What counts a row: 1   12.   （3）"""

_FEWEST_NUMBERS = 2
_NUMBERED_COLUMNS = 2
"""Numbers stand in the first column, or behind that of the categories."""

_HEIGHT, _DEPTH = 0.88, 0.12  # em
_TOUCHING = 0.05  # em
_WIDER = 0.25  # em: of two gaps that differ less none is the wider
_LEVEL = 0.3  # em: lines at one height
_LEVEL_CELLS = 0.8
"""Share of the cells that begin at the height of their number, where all do but for empty ones."""

_FULL = 3  # columns


class _Band(NamedTuple):
    """A stretch of heights that some line covers."""

    top: float
    bottom: float
    columns: int


class _Gap(NamedTuple):
    """A stretch that no line covers: its middle, and how high it is."""

    at: float
    height: float


def cut_rows(columns: Sequence[Sequence[Line]], *, is_rest: bool) -> list[float]:
    """The heights between rows, from top to bottom, of a table whose columns hold these lines.

    The rest of a table (`is_rest`) has no head, and one number is enough to count its rows.
    """
    em = max((line.em for lines in columns for line in lines), default=0.0)
    bands = _bands(columns, em)
    gaps = [_Gap((before.bottom + after.top) / 2, after.top - before.bottom) for before, after in pairwise(bands)]
    if numbers := find_numbers(columns, 1 if is_rest else _FEWEST_NUMBERS):
        return _by_numbers(numbers, columns, bands, gaps)
    return _by_gaps(bands, gaps, em)


def find_numbers(columns: Sequence[Sequence[Line]], fewest: int = _FEWEST_NUMBERS) -> list[Line]:
    """The lines of 1, 2, 3, … below the heading of their column; none where there are too few."""
    counted = (_numbers(lines) for lines in columns[:_NUMBERED_COLUMNS])
    return next((numbers for numbers in counted if len(numbers) >= fewest), [])


def _bands(columns: Sequence[Sequence[Line]], em: float) -> list[_Band]:
    spans = sorted(
        (line.base - _HEIGHT * line.em, line.base + _DEPTH * line.em, at)
        for at, lines in enumerate(columns)
        for line in lines
    )
    bands: list[_Band] = []
    held: set[int] = set()
    for top, bottom, column in spans:
        if bands and top < bands[-1].bottom - _TOUCHING * em:
            held.add(column)
            bands[-1] = _Band(bands[-1].top, max(bands[-1].bottom, bottom), len(held))
        else:
            held = {column}
            bands.append(_Band(top, bottom, 1))
    return bands


def _by_gaps(bands: list[_Band], gaps: list[_Gap], em: float) -> list[float]:
    """A row ends at a wider gap, and before a line that fills the columns when it holds one already."""
    least = min((gap.height for gap in gaps), default=0.0)
    cuts, has_full = [], False
    for before, after, gap in zip(bands, bands[1:], gaps, strict=False):
        has_full = has_full or before.columns >= _FULL
        if gap.height > least + _WIDER * em or (has_full and after.columns >= _FULL):
            cuts.append(gap.at)
            has_full = False
    return cuts


def _numbers(lines: Sequence[Line]) -> list[Line]:
    counted = [(line, found) for line in lines if (found := NUMBER.fullmatch(line_text(line)))]
    values = [int(found[1]) for _, found in counted]
    is_counting = all(after == before + 1 for before, after in pairwise(values))
    return [line for line, _ in counted] if is_counting else []


def _by_numbers(
    numbers: list[Line], columns: Sequence[Sequence[Line]], bands: list[_Band], gaps: list[_Gap]
) -> list[float]:
    """One row a number. From the last upwards, since where the last row ends is known.

    Where all gaps are alike, a row whose cells are set in its middle reaches as far above its number as below it.
    """
    is_from_top = _is_from_top(numbers, columns, bands)
    heights = [gap.at for gap in gaps]
    em = numbers[0].em
    cuts: list[float] = []
    bottom = bands[-1].bottom
    for at in range(len(numbers) - 1, -1, -1):
        number = numbers[at]
        above = numbers[at - 1].base if at else bands[0].top
        between = gaps[bisect_left(heights, above) : bisect_left(heights, number.base)]
        middle = number.base - (_HEIGHT - _DEPTH) / 2 * em
        wanted = number.base - _HEIGHT * em if is_from_top else 2 * middle - bottom
        if not at:
            between = [_Gap(bands[0].top, max((gap.height for gap in between), default=0.0)), *between]
        bottom = _nearest_wide(between, wanted, em) if between else (above + middle) / 2
        cuts.append(bottom)
    return [cut for cut in reversed(cuts) if cut > bands[0].top]


def _nearest_wide(gaps: list[_Gap], wanted: float, em: float) -> float:
    """Of the widest gaps the one nearest to where it is wanted."""
    widest = max(gap.height for gap in gaps)
    return min((gap.at for gap in gaps if gap.height >= widest - _WIDER * em), key=lambda at: abs(at - wanted))


def _is_from_top(numbers: list[Line], columns: Sequence[Sequence[Line]], bands: list[_Band]) -> bool:
    """Whether cells are set from the top of their row: they begin at the height of its number."""
    reach = _LEVEL * numbers[0].em
    levels = [sorted(line.base for line in lines) for lines in columns]
    if any(bands[0].bottom < base < numbers[0].base - reach for column in levels for base in column):
        return False
    beside = sum(_has_level(column, number.base, reach) for column in levels for number in numbers)
    return beside >= _LEVEL_CELLS * len(numbers) * len(columns)


def _has_level(levels: list[float], base: float, reach: float) -> bool:
    at = bisect_left(levels, base - reach)
    return at < len(levels) and levels[at] <= base + reach
