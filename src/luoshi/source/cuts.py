"""Rows of tables that a page's end has cut in two, made whole.

A table fills one of its columns in every row (its numbers, else its names) but in the first row of some pages: such a
row is the rest of the one before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from luoshi.model import Cell, Paragraph, Rest, Table

_HIGHEST_HEAD = 6  # rows: those among them that stand again on a further page are a head
_FEWEST_HEADINGS = 2
_FIGURE = re.compile(r"[\d.,，%％/—-]+")
_STOPS = "。；！"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table that was raw block `block`; `cells` are those that begin in it, by column."""

    block: int
    number: int
    cells: dict[int, Cell]
    is_top: bool = False

    @property
    def filled(self) -> list[int]:
        """The columns in which a text begins."""
        return [column for column, cell in self.cells.items() if cell.text]

    @property
    def texts(self) -> tuple[tuple[int, str], ...]:
        """What the row says, by which a head is known again."""
        return tuple((column, self.cells[column].text) for column in self.filled)

    @property
    def bottom(self) -> int:
        """The row below the tallest of its cells."""
        return self.number + max((cell.row_span for cell in self.cells.values() if cell.text), default=1)


def join_cut_rows(blocks: Sequence[Paragraph | Table]) -> tuple[Paragraph | Table, ...]:
    """The mended blocks with the rest of each cut row where it belongs; a table of which nothing is left is gone."""
    joined = list(blocks)
    for start, end in _runs(blocks):
        joined[start:end] = _joined([block for block in blocks[start:end] if isinstance(block, Table)])
    return tuple(block for block in joined if isinstance(block, Paragraph) or block.cells)


def _runs(blocks: Sequence[Paragraph | Table]) -> Iterator[tuple[int, int]]:
    """Where tables of one width follow each other directly."""
    place = 0
    for shape, run in groupby(blocks, key=_shape):
        length = sum(1 for _ in run)
        if shape is not None:
            yield place, place + length
        place += length


def _shape(block: Paragraph | Table) -> tuple[int, str | None] | None:
    if isinstance(block, Paragraph):
        return None
    return max((cell.column + cell.column_span for cell in block.cells), default=0), block.sheet


def _joined(tables: list[Table]) -> list[Table]:
    rows = list(_body([row for table in tables for row in _rows(table)]))
    key = _key_column([row for row in rows if not row.is_top])
    changed: dict[tuple[int, int], _Row] = {}
    last: _Row | None = None
    for row in rows:
        if last and key is not None and _is_rest(row, last, key):
            last = changed[last.block, last.number] = _with_rest(last, row)
            changed[row.block, row.number] = replace(row, cells={})
        else:
            last = row
    return [_with_rows(table, changed) for table in tables] if changed else tables


def _rows(table: Table) -> Iterator[_Row]:
    """The rows of a table, each with its cells."""
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    for number, row in groupby(cells, key=lambda cell: cell.row):
        yield _Row(table.origin or 0, number, {cell.column: cell for cell in row})


def _body(rows: list[_Row]) -> Iterator[_Row]:
    """The rows below the head, without those that repeat it; the first on a page is marked so."""
    at = next((at for at, row in enumerate(rows) if len(row.filled) >= _FEWEST_HEADINGS), 0)
    first = {row.texts for row in rows[at : at + _HIGHEST_HEAD] if row.block == rows[at].block}
    is_top = False
    for before, row in pairwise(rows[at:]):
        is_top = is_top or row.block != before.block
        is_further = row.block != rows[at].block
        if row.texts == rows[at].texts or (is_further and is_top and row.texts in first):
            is_top = True
        elif is_further or row.number >= rows[at].bottom:
            yield replace(row, is_top=is_top)
            is_top = False


def _key_column(rows: Sequence[_Row]) -> int | None:
    """The first column that has a text of its own in every row, but for headings that stand alone in theirs."""
    columns: set[int] | None = None
    for row in rows:
        own = {column for column in row.filled if row.cells[column].row_span == 1}
        if len(row.filled) >= _FEWEST_HEADINGS:
            columns = own if columns is None else columns & own
    return min(columns, default=None) if columns else None


def _is_rest(row: _Row, before: _Row, key: int) -> bool:
    """Whether a row goes on with the texts of the one before it, in columns behind the one that every row fills."""
    own = [(column, row.cells[column]) for column in row.filled if row.cells[column].row_span == 1]
    if not own or own[0][0] <= key:
        return False
    pairs = [(before.cells.get(column), cell) for column, cell in own]
    texts = [(above.text, cell.text) for above, cell in pairs if above and above.column_span == cell.column_span]
    if len(texts) < len(pairs) or not all(above for above, _ in texts):
        return False
    return _goes_on(texts) if row.is_top else len(texts) == 1 and _is_torn(*texts[0])


def _goes_on(texts: Sequence[tuple[str, str]]) -> bool:
    """Whether cells at the top of a page are no item of their own: no figures, and not all behind a sentence's end."""
    if any(_FIGURE.fullmatch(above) and _FIGURE.fullmatch(rest) for above, rest in texts):
        return False
    return len(texts) == 1 or not all(above[-1] in _STOPS for above, _ in texts)


def _is_torn(above: str, rest: str) -> bool:
    """Whether only both together are a sentence."""
    return above[-1] not in _STOPS and rest[-1] in _STOPS


def _with_rest(row: _Row, rest: _Row) -> _Row:
    """A row with the texts of its rest behind its own; cells that run down further are none of it."""
    cells = dict(row.cells)
    for column in rest.filled:
        below, above = rest.cells[column], cells.get(column)
        if below.row_span == 1 and above:
            piece = Rest(len(above.text) + 1, rest.block, rest.number)
            cells[column] = replace(above, text=f"{above.text}\n{below.text}", rests=(*above.rests, piece))
    return replace(row, cells=cells)


def _with_rows(table: Table, changed: dict[tuple[int, int], _Row]) -> Table:
    """A table with those rows changed; a merged cell that began in a row that is gone begins in the next."""
    cells = []
    for cell in table.cells:
        row = changed.get((table.origin or 0, cell.row))
        if row is None:
            cells.append(cell)
        elif row.cells:
            cells.append(row.cells[cell.column])
        elif cell.row_span > 1:
            cells.append(replace(cell, row=cell.row + 1, row_span=cell.row_span - 1))
    return replace(table, cells=tuple(cells))
