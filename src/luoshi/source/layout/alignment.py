"""Tables without ruling lines: at least three columns that line up over at least three rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from luoshi.source.layout.shapes import Box, Fragment, Grid, GridCell, Line

_COLUMN_GAP = 1.3  # em
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_LARGEST_STEP = 3.5  # em
_LEEWAY = 0.6  # em
_ROW_GAP = 1.25  # of the smallest step


class _Column(NamedTuple):
    left: float
    right: float


def find_aligned(lines: list[Line]) -> Iterator[Line | Grid]:
    """The lines in order, with those that make a table replaced by it."""
    chunks = [_chunks(line) for line in lines]
    start = 0
    while start < len(lines):
        stop = start + 1
        columns: list[_Column] = []
        if len(chunks[start]) >= _FEWEST_COLUMNS:
            stop, columns = _grow(lines, chunks, start)
        if _is_table(chunks[start:stop], columns):
            yield _grid(lines[start:stop], columns)
        else:
            yield from lines[start:stop]
        start = stop


def find_table(lines: list[Line]) -> tuple[Grid | None, int]:
    """The table that begins with the first line, if one does, and how many lines keep to its columns."""
    chunks = list(map(_chunks, lines))
    stop, columns = _grow(lines, chunks, 0)
    return (_grid(lines[:stop], columns) if _is_table(chunks[:stop], columns) else None), stop


def _chunks(line: Line) -> list[Line]:
    """The parts of a line that stand apart."""
    parts: list[list[Fragment]] = [[line.fragments[0]]]
    for before, after in pairwise(line.fragments):
        if after.left - before.right > _COLUMN_GAP * line.em:
            parts.append([])
        parts[-1].append(after)
    return [Line(tuple(part), part[0].left, part[-1].right, line.base, line.em) for part in parts]


def _grow(lines: list[Line], chunks: list[list[Line]], start: int) -> tuple[int, list[_Column]]:
    """Where the lines stop that keep to the columns, and these columns. Loose lines at the end are left out."""
    columns = [_Column(chunk.left, chunk.right) for chunk in chunks[start]]
    stop = start + 1
    while stop < len(lines) and lines[stop].base - lines[stop - 1].base < _LARGEST_STEP * lines[stop].em:
        widened = _widened(columns, chunks[stop])
        if widened is None:
            break
        columns, stop = widened, stop + 1
    least = _least_step(lines[start:stop])
    while stop - start > 1 and len(chunks[stop - 1]) < _FEWEST_COLUMNS:
        if lines[stop - 1].base - lines[stop - 2].base <= _ROW_GAP * least:
            break
        stop -= 1
    return stop, columns


def _least_step(lines: Sequence[Line]) -> float:
    return min((after.base - before.base for before, after in pairwise(lines)), default=0.0)


def _widened(columns: list[_Column], chunks: list[Line]) -> list[_Column] | None:
    """The columns with a line's chunks in them; None when a chunk runs across two."""
    widened = sorted([*columns, *(_Column(chunk.left, chunk.right) for chunk in chunks)])
    merged = [widened[0]]
    for column in widened[1:]:
        if column.left < merged[-1].right:
            merged[-1] = _Column(merged[-1].left, max(merged[-1].right, column.right))
        else:
            merged.append(column)
    return merged if len(merged) == len(columns) else None


def _is_table(rows: list[list[Line]], columns: list[_Column]) -> bool:
    full = [row for row in rows if len(row) >= _FEWEST_COLUMNS]
    if len(columns) < _FEWEST_COLUMNS or len(full) < _FEWEST_ROWS:
        return False
    found: list[list[Line]] = [[] for _ in columns]
    for row in full:
        for chunk in row:
            found[_index(columns, chunk)].append(chunk)
    return sum(map(_is_aligned, found)) >= _FEWEST_COLUMNS


def _is_aligned(chunks: list[Line]) -> bool:
    """Whether enough chunks agree in their left edge, their right edge or their middle."""
    edges = (
        [each.left for each in chunks],
        [each.right for each in chunks],
        [(each.left + each.right) / 2 for each in chunks],
    )
    return any(_agree(edge, _LEEWAY * chunks[0].em) for edge in edges if chunks)


def _agree(values: list[float], leeway: float) -> bool:
    middle = sorted(values)[len(values) // 2]
    near = sum(abs(value - middle) <= leeway for value in values)
    return near >= max(_FEWEST_ROWS, 0.6 * len(values))


def _index(columns: list[_Column], chunk: Line | Fragment) -> int:
    """The column that a chunk stands in."""
    centre = (chunk.left + chunk.right) / 2
    return next(at for at, column in enumerate(columns) if column.left <= centre <= column.right)


def _grid(lines: list[Line], columns: list[_Column]) -> Grid:
    """The table of lines that keep to columns."""
    box = Box(columns[0].left, lines[0].base - lines[0].em, columns[-1].right, lines[-1].base)
    cells = []
    for row, group in enumerate(_rows(lines)):
        texts: list[list[Line]] = [[] for _ in columns]
        for line in group:
            for chunk in _chunks(line):
                texts[_index(columns, chunk)].append(chunk)
        top, bottom = group[0].base - group[0].em, group[-1].base
        cells += [
            GridCell(row, at, 1, 1, Box(column.left, top, column.right, bottom), tuple(texts[at]))
            for at, column in enumerate(columns)
        ]
    return Grid(box, tuple(cells))


def _rows(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines that make one row: parted by a wider step, or by the next line that fills the columns."""
    least = _least_step(lines)
    row = [lines[0]]
    for before, line in pairwise(lines):
        has_full = any(len(_chunks(each)) >= _FEWEST_COLUMNS for each in row)
        is_full = len(_chunks(line)) >= _FEWEST_COLUMNS
        if line.base - before.base > _ROW_GAP * least or (has_full and is_full):
            yield row
            row = []
        row.append(line)
    yield row
