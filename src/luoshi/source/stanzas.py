"""Tables whose cells stand one below the other with blank lines between, as `pdftotext` writes them."""

from collections.abc import Sequence
from itertools import pairwise

from luoshi.source.wrap import Line

_FEWEST_ROWS = 3
_FEWEST_CELLS, _MOST_CELLS = 3, 16
"""Of a row, with its number."""


def cells_together(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of the lines that go on in a cell which the line before began.

    A cell is a run of lines behind a blank one. The cells 1, 2, 3, … with some others between them count the rows; the
    last row has as many cells as the longest of the others.
    """
    starts = [index for index, line in enumerate(lines) if line.is_apart or not index]
    found: set[int] = set()
    rows: list[int] = []
    first = 0
    for cell, figure in _numbers(lines, starts):
        if rows and figure == first + len(rows) and _FEWEST_CELLS <= cell - rows[-1] <= _MOST_CELLS:
            rows.append(cell)
        elif not rows or figure == 1 or cell - rows[-1] > _MOST_CELLS:
            found |= _together(rows, starts, len(lines))
            rows, first = [cell], figure
    return frozenset(found | _together(rows, starts, len(lines)))


def _together(rows: Sequence[int], starts: Sequence[int], count: int) -> set[int]:
    """The lines of the rows that begin with these cells, but for the first of each cell."""
    if len(rows) < _FEWEST_ROWS:
        return set()
    last = rows[-1] + max(after - before for before, after in pairwise(rows))
    end = starts[last] if last < len(starts) else count
    return set(range(starts[rows[0]], end)).difference(starts)


def _numbers(lines: Sequence[Line], starts: Sequence[int]) -> list[tuple[int, int]]:
    """The cells that hold nothing but a figure: which cell it is, and the figure."""
    ends = [*starts[1:], len(lines)]
    return [
        (cell, int(lines[start].text))
        for cell, (start, end) in enumerate(zip(starts, ends, strict=True))
        if end == start + 1 and lines[start].text.isdecimal()
    ]
