"""Tables without ruling lines: at least three columns that line up over at least three lines."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from luoshi.source.layout.lines import join_lines, line_text
from luoshi.source.layout.rows import NUMBER, cut_rows
from luoshi.source.layout.shapes import Box, Column, Fragment, Grid, GridCell, Line

_COLUMN_GAP = 0.85  # em: what Word leaves between two cells, in the size that tables are set in
_GUTTER = 0.45  # em
_SPREAD = 2.2  # em: between the characters of 序　号
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 3
_LARGEST_STEP = 3.5  # em
_LEEWAY = 0.6  # em
_ROW_GAP = 1.25  # of the smallest step
_WIDEST_ACROSS = 0.6  # of the table: a heading that runs across its columns, not a paragraph that follows it


class _Run(NamedTuple):
    """Lines `start…stop` that keep to columns; those at the indexes `across` run across several.

    `is_rest` where a table goes on here from the page before.
    """

    start: int
    stop: int
    columns: list[Column]
    across: frozenset[int]
    is_rest: bool = False


def find_aligned(lines: list[Line], columns: Sequence[Column] = ()) -> Iterator[Line | Grid]:
    """The lines in order, with those that make a table replaced by it.

    `columns` are those of a table at the end of the page before, which may go on here.
    """
    chunks = list(map(_chunks, lines))
    done = start = 0
    if columns and _goes_on(chunks, rest := _grow(lines, chunks, 0, list(columns))):
        yield _grid(lines, rest._replace(is_rest=True))
        done = start = rest.stop
    while start < len(lines):
        if len(chunks[start]) < _FEWEST_COLUMNS:
            start += 1
            continue
        run = _with_lines_above(chunks, _grow(lines, chunks, start, _spans(chunks[start])), done)
        start = run.stop
        if grid := _table(lines, run):
            yield from lines[done : run.start]
            yield grid
            done = run.stop
    yield from lines[done:]


def find_table(lines: list[Line]) -> tuple[Grid | None, int]:
    """The table that begins with the first line, if one does, and how many lines keep to its columns."""
    chunks = list(map(_chunks, lines))
    run = _grow(lines, chunks, 0, _spans(chunks[0]))
    return _table(lines, run), run.stop


def columns_of(fragments: Iterable[Fragment], em: float) -> list[Column]:
    """The columns that the fragments of a table stand in: what gutters part that none of them crosses."""
    return _covered([], [Column(each.left, each.right) for each in fragments], em)


def column_of(columns: Sequence[Column], fragment: Line | Fragment) -> int:
    """The column that a chunk or fragment stands in."""
    return max(bisect_right(columns, ((fragment.left + fragment.right) / 2, float("inf"))) - 1, 0)


def fill_columns(columns: Sequence[Column], fragments: Iterable[Fragment]) -> list[list[Line]]:
    """For each column the lines that stand in it, from top to bottom."""
    inside: list[list[Fragment]] = [[] for _ in columns]
    for fragment in fragments:
        inside[column_of(columns, fragment)].append(fragment)
    return list(map(join_lines, inside))


def _chunks(line: Line) -> list[Line]:
    """The parts of a line that stand apart."""
    parts: list[list[Fragment]] = [[line.fragments[0]]]
    for before, after in pairwise(line.fragments):
        is_spread = len(before.text) == len(after.text) == 1
        if after.left - before.right > (_SPREAD if is_spread else _COLUMN_GAP) * line.em:
            parts.append([])
        parts[-1].append(after)
    return [Line(tuple(part), part[0].left, part[-1].right, part[0].base, line.em) for part in parts]


def _spans(chunks: list[Line]) -> list[Column]:
    return [Column(chunk.left, chunk.right) for chunk in chunks]


def _grow(lines: list[Line], chunks: list[list[Line]], start: int, heads: list[Column]) -> _Run:
    """The lines that keep apart what stands under different heads. Loose lines at the end are left out."""
    columns, across, stop = heads, set(), start
    while stop < len(lines) and (stop == start or _step(lines, stop) < _LARGEST_STEP * lines[stop].em):
        found = _covered(columns, _spans(chunks[stop]), lines[stop].em)
        if _keeps_apart(found, heads):
            columns = found
        elif stop > start and stop - 1 not in across and _is_heading(chunks[stop], columns):
            across.add(stop)
        else:
            break
        stop += 1
    return _without_loose_end(chunks, _Run(start, stop, columns, frozenset(across)))


def _step(lines: list[Line], at: int) -> float:
    return lines[at].base - lines[at - 1].base


def _goes_on(chunks: list[list[Line]], run: _Run) -> bool:
    """Whether lines at the top of a page are rows of the table before, or the rest of its last one's longest cell."""
    if run.start == run.stop:
        return False
    widest = max(run.columns, key=lambda column: column.right - column.left)
    is_rest = abs(chunks[0][0].left - widest.left) <= _LEEWAY * chunks[0][0].em
    return is_rest or any(len(row) >= _FEWEST_COLUMNS for row in chunks[: run.stop])


def _covered(columns: list[Column], chunks: list[Column], em: float) -> list[Column]:
    """The columns with a line's chunks in them: what no gutter parts is one."""
    merged: list[Column] = []
    for column in sorted([*columns, *chunks]):
        if merged and column.left < merged[-1].right + _GUTTER * em:
            merged[-1] = Column(merged[-1].left, max(merged[-1].right, column.right))
        else:
            merged.append(column)
    return merged


def _keeps_apart(columns: list[Column], heads: list[Column]) -> bool:
    return len({bisect_right(columns, (head.left, float("inf"))) for head in heads}) == len(heads)


def _is_heading(chunks: list[Line], columns: list[Column]) -> bool:
    """Whether a line that runs across columns is the heading of the rows that follow."""
    width = columns[-1].right - columns[0].left
    return len(chunks) == 1 and chunks[0].right - chunks[0].left < _WIDEST_ACROSS * width


def _without_loose_end(chunks: list[list[Line]], run: _Run) -> _Run:
    """Without the lines at the end that fill few columns and stand further below than a cell's lines do."""
    steps = _steps(chunks[run.start : run.stop], run.columns)
    least = _ROW_GAP * min(filter(None, steps), default=0.0)
    stop = run.stop
    while stop - run.start > 1 and len(chunks[stop - 1]) < _FEWEST_COLUMNS:
        if stop - 1 not in run.across and 0 < steps[stop - 1 - run.start] <= least:
            break
        stop -= 1
    return run._replace(stop=stop, across=frozenset(at for at in run.across if at < stop))


def _with_lines_above(chunks: list[list[Line]], run: _Run, floor: int) -> _Run:
    """With the lines right above that stand within its columns: of a cell that is higher than its neighbours.

    Where a table goes on from the page before, without a head, they may be all that is left of a row.
    """
    rows = chunks[run.start : run.stop]
    least = _ROW_GAP * min(filter(None, _steps(rows, run.columns)), default=0.0)
    below = {column_of(run.columns, chunk): chunk.base for row in reversed(rows) for chunk in row}
    is_headless = _is_headless(rows, run.columns)
    start = run.start
    while start > floor and _stands_within(chunks[start - 1], run.columns):
        above = {column_of(run.columns, chunk): chunk.base for chunk in chunks[start - 1]}
        reach = _LARGEST_STEP * chunks[start][0].em if is_headless else least
        if not all(column in below and below[column] - base <= reach for column, base in above.items()):
            break
        below |= above
        start -= 1
    return run._replace(start=start)


def _stands_within(chunks: list[Line], columns: list[Column]) -> bool:
    """Whether the chunks of a line keep to columns as they are."""
    return len(_covered(columns, _spans(chunks), chunks[0].em)) == len(columns)


def _is_headless(rows: list[list[Line]], columns: list[Column]) -> bool:
    """Whether the first column begins with a number, not with a heading."""
    first = (line_text(chunk) for row in rows for chunk in row[:1] if not column_of(columns, chunk))
    return NUMBER.fullmatch(next(first, "")) is not None


def _steps(rows: list[list[Line]], columns: list[Column]) -> list[float]:
    """For each line how far it stands below the one before it in a column of its own, the least; 0 for none."""
    last: dict[int, float] = {}
    steps = []
    for row in rows:
        bases = {column_of(columns, chunk): chunk.base for chunk in row}
        steps.append(min((base - last[column] for column, base in bases.items() if column in last), default=0.0))
        last |= bases
    return steps


def _table(lines: list[Line], run: _Run) -> Grid | None:
    """The table of lines that keep to columns, if enough of its rows fill them and enough columns are aligned."""
    if len(run.columns) < _FEWEST_COLUMNS:
        return None
    grid = _grid(lines, run)
    filled = Counter(cell.row for cell in grid.cells if cell.lines)
    if sum(count >= _FEWEST_COLUMNS for count in filled.values()) < _FEWEST_ROWS:
        return None
    columns: list[list[Line]] = [[] for _ in run.columns]
    for cell in grid.cells:
        if cell.column_span == 1:
            columns[cell.column] += cell.lines
    return grid if sum(map(_is_aligned, columns)) >= _FEWEST_COLUMNS else None


def _is_aligned(lines: list[Line]) -> bool:
    """Whether enough lines of a column agree in their left edge, their right edge or their middle."""
    edges = (
        [each.left for each in lines],
        [each.right for each in lines],
        [(each.left + each.right) / 2 for each in lines],
    )
    return any(_agree(edge, _LEEWAY * lines[0].em) for edge in edges if lines)


def _agree(values: list[float], leeway: float) -> bool:
    middle = sorted(values)[len(values) // 2]
    near = sum(abs(value - middle) <= leeway for value in values)
    return near >= max(_FEWEST_ROWS, 0.6 * len(values))


def _grid(lines: list[Line], run: _Run) -> Grid:
    """The table of lines that keep to columns."""
    cells: list[GridCell] = []
    for is_across, part in groupby(range(run.start, run.stop), key=run.across.__contains__):
        held = [lines[at] for at in part]
        row = cells[-1].row + 1 if cells else 0
        cells += [heading_cell(row, run.columns, held)] if is_across else _cells(row, held, run)
    top = lines[run.start].base - lines[run.start].em
    box = Box(run.columns[0].left, top, run.columns[-1].right, lines[run.stop - 1].base)
    return Grid(box, tuple(cells), tuple(run.columns))


def heading_cell(row: int, columns: Sequence[Column], lines: Sequence[Line]) -> GridCell:
    """A cell that runs across all columns."""
    box = Box(columns[0].left, lines[0].base - lines[0].em, columns[-1].right, lines[-1].base)
    return GridCell(row, 0, 1, len(columns), box, tuple(lines))


def _cells(first: int, lines: list[Line], run: _Run) -> Iterator[GridCell]:
    filled = fill_columns(run.columns, (fragment for line in lines for fragment in line.fragments))
    span = lines[0].base - lines[0].em, lines[-1].base
    yield from cut_cells(first, run.columns, filled, span, is_rest=run.is_rest)


def cut_cells(
    first: int,
    columns: Sequence[Column],
    filled: Sequence[Sequence[Line]],
    span: tuple[float, float],
    *,
    is_rest: bool = False,
) -> Iterator[GridCell]:
    """The cells of rows `first`… that the lines of the columns fall into, between two heights."""
    cuts = cut_rows(filled, is_rest=is_rest)
    for row, (top, bottom) in enumerate(pairwise([span[0], *cuts, span[1]])):
        for at, (column, held) in enumerate(zip(columns, filled, strict=True)):
            inside = tuple(line for line in held if bisect_right(cuts, line.base) == row)
            yield GridCell(first + row, at, 1, 1, Box(column.left, top, column.right, bottom), inside)
