"""Rows of tables that a page's end has cut in two, made whole.

The first row of a page that bears no item of its own goes on with the item of the page before. It is the rest of the
row above where it lacks what every row has, else a further row of the item; what stands in its merged cells is the rest
of those above.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from luoshi.model import Cell, Paragraph, Rest, Table
from luoshi.source.filling import Form, Row, read_form, read_rows

_FIGURE = re.compile(r"[\d.,，%％/—-]+")
_STOPS = "。；！"

_Place = tuple[int, int, int]
"""Raw block, row and column of a cell."""

_Pairs = dict[int, tuple[Cell, Cell]]
"""Column → a cell and what may be its rest."""


@dataclass(frozen=True, slots=True)
class _Open:
    """Where the cell that stands lowest in a column is, and the row below it on the page that it reached."""

    place: _Place
    block: int
    bottom: int


@dataclass(slots=True)
class _Sheet:
    """The cells of several tables as printed, and which of them are rests of which."""

    cells: dict[_Place, Cell]
    lowest: dict[int, _Open] = field(default_factory=dict)
    rests: dict[_Place, list[_Place]] = field(default_factory=dict)
    moved: set[_Place] = field(default_factory=set)
    gone: set[tuple[int, int]] = field(default_factory=set)

    def take(self, row: Row) -> None:
        """Let the cells of a row be the lowest; an empty one at the top of a page may be the foot of the one above."""
        for column, cell in row.cells.items():
            place = (row.block, row.number, column)
            if row.is_top and column in self.lowest and (not cell.text or place in self.moved):
                place = self.lowest[column].place
            self.lowest[column] = _Open(place, row.block, row.number + cell.row_span)

    def above(self, row: Row, column: int) -> Cell | None:
        """The lowest part of the cell that reaches down to row `row`, the last of its page, if it holds a text."""
        found = self.lowest.get(column)
        if found is None or found.block != row.block or found.bottom <= row.number:
            return None
        cell = self.cells[self.rests.get(found.place, [found.place])[-1]]
        return cell if cell.text else None

    def move(self, row: Row, columns: Iterable[int]) -> None:
        """Let the cells of a row be rests of the lowest ones."""
        for column in columns:
            place = (row.block, row.number, column)
            self.rests.setdefault(self.lowest[column].place, []).append(place)
            self.moved.add(place)

    def drop(self, row: Row) -> None:
        """Let a row be gone; its merged cells still reach down."""
        self.gone.add((row.block, row.number))
        self.take(replace(row, cells={column: cell for column, cell in row.cells.items() if cell.row_span > 1}))

    def whole(self, place: _Place) -> Cell:
        """A cell with its rests, or empty where it is one."""
        cell = self.cells[place]
        texts, rests, length = [cell.text], [], len(cell.text)
        for block, row, column in self.rests.get(place, ()):
            rests.append(Rest(length + 1, block, row))
            texts.append(self.cells[block, row, column].text)
            length += 1 + len(texts[-1])
        return replace(cell, text="" if place in self.moved else "\n".join(texts), rests=tuple(rests))


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
    rows = list(read_rows(tables))
    form = read_form(rows)
    sheet = _Sheet({(table.origin or 0, cell.row, cell.column): cell for table in tables for cell in table.cells})
    last: Row | None = None
    for row in rows:
        texts = _texts(row, last, sheet) if last else {}
        if _is_rest(row, texts, form):
            sheet.move(row, texts)
            sheet.drop(row)
            continue
        if row.is_top and not form.bears_item(row):
            cut = form.merged.intersection(texts)
            sheet.move(row, [column for column in cut if form.is_full(*texts[column])])
        sheet.take(row)
        last = row
    return [_with_cells(table, sheet) for table in tables] if sheet.moved else tables


def _texts(row: Row, last: Row, sheet: _Sheet) -> _Pairs:
    """The cells of a row that may go on with one above, each behind that one."""
    pairs = ((sheet.above(last, column), row.cells[column]) for column in row.filled)
    return {cell.column: (above, cell) for above, cell in pairs if above and above.column_span == cell.column_span}


def _is_rest(row: Row, texts: _Pairs, form: Form) -> bool:
    """Whether a row lacks what every row has, or breaks off in every cell; all its texts go on from those above."""
    own = {column: pair for column, pair in texts.items() if pair[1].row_span == 1}
    if form.item is None or not own or len(texts) < len(row.filled):
        return False
    bears_item = form.bears_item(row)
    if not row.is_top:
        return not bears_item and _stands_behind(own, form) and _is_torn(own)
    lacks_something = not form.own.issubset(row.filled)
    is_full = all(form.is_full(*pair) for pair in own.values())
    if bears_item:
        return lacks_something and is_full and not form.is_numbered
    return (lacks_something or is_full) and _stands_behind(own, form) and _is_unfinished(own)


def _stands_behind(own: _Pairs, form: Form) -> bool:
    """Whether texts stand behind the column of items, but for those in merged cells before it."""
    ahead = {column for column in own if form.item is not None and column < form.item}
    return len(ahead) < len(own) and form.merged.issuperset(ahead)


def _is_unfinished(own: _Pairs) -> bool:
    """Whether texts at the top of a page are no item of their own: no figures, and not all behind a sentence's end."""
    if any(_FIGURE.fullmatch(above.text) and _FIGURE.fullmatch(rest.text) for above, rest in own.values()):
        return False
    return len(own) == 1 or not all(above.text[-1] in _STOPS for above, _ in own.values())


def _is_torn(own: _Pairs) -> bool:
    """Whether there is one text, and only both its parts together are a sentence."""
    return len(own) == 1 and all(
        above.text[-1] not in _STOPS and rest.text[-1] in _STOPS for above, rest in own.values()
    )


def _with_cells(table: Table, sheet: _Sheet) -> Table:
    """A table as its sheet has it; a merged cell that began in a row that is gone begins in the next."""
    block = table.origin or 0
    cells = []
    for printed in table.cells:
        cell = sheet.whole((block, printed.row, printed.column))
        if (block, cell.row) not in sheet.gone:
            cells.append(cell)
        elif cell.row_span > 1:
            cells.append(replace(cell, row=cell.row + 1, row_span=cell.row_span - 1))
    return replace(table, cells=tuple(cells))
