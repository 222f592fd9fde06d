"""Rows of tables that a page's end has cut in two, made whole.

Every row of a table stands under an item: it fills one column (the numbers, else the names), or a merged cell of that
column runs down to it. The first row of a page that does neither goes on with the item of the page before. It is the
rest of the row above where it lacks what every row has of its own, else a further row of the item; whatever stands in
its merged cells is the rest of those above.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from luoshi.model import Cell, Paragraph, Rest, Table

_HIGHEST_HEAD = 6  # rows: those among them that stand again on a further page are a head
_FEWEST_HEADINGS = 2
_FIGURE = re.compile(r"[\d.,，%％/—-]+")
_STOPS = "。；！"

_Place = tuple[int, int, int]
"""Raw block, row and column of a cell."""


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


@dataclass(frozen=True, slots=True)
class _Form:
    """How the rows of a table are filled: the column of its items, those that every row fills, those with merges."""

    item: int | None
    own: frozenset[int]
    merged: frozenset[int]


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

    def take(self, row: _Row) -> None:
        """Let the cells of a row be the lowest; an empty one at the top of a page may be the foot of the one above."""
        for column, cell in row.cells.items():
            place = (row.block, row.number, column)
            if row.is_top and column in self.lowest and (not cell.text or place in self.moved):
                place = self.lowest[column].place
            self.lowest[column] = _Open(place, row.block, row.number + cell.row_span)

    def above(self, row: _Row, column: int) -> Cell | None:
        """The lowest part of the cell that reaches down to row `row`, the last of its page."""
        found = self.lowest.get(column)
        if found is None or found.block != row.block or found.bottom <= row.number:
            return None
        return self.cells[self.rests.get(found.place, [found.place])[-1]]

    def move(self, row: _Row, last: _Row, columns: Iterable[int]) -> None:
        """Let the cells of a row be rests of those that reach down to row `last` with a text."""
        for column in columns:
            above, place = self.above(last, column), (row.block, row.number, column)
            if above and above.text:
                self.rests.setdefault(self.lowest[column].place, []).append(place)
                self.moved.add(place)

    def drop(self, row: _Row) -> None:
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
    rows = list(_body([row for table in tables for row in _rows(table)]))
    form = _form(rows)
    sheet = _Sheet({(table.origin or 0, cell.row, cell.column): cell for table in tables for cell in table.cells})
    last: _Row | None = None
    for row in rows:
        goes_on = last is not None and _goes_on(row, form)
        if last and goes_on and _is_rest(row, last, sheet, form):
            sheet.move(row, last, row.filled)
            sheet.drop(row)
            continue
        if last and goes_on and row.is_top:
            sheet.move(row, last, form.merged.intersection(row.filled))
        sheet.take(row)
        last = row
    return [_with_cells(table, sheet) for table in tables] if sheet.moved else tables


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


def _form(rows: Sequence[_Row]) -> _Form:
    """How rows are filled, but for the first of pages and for headings that stand alone in theirs."""
    items: set[int] | None = None
    own: set[int] | None = None
    merged: set[int] = set()
    bottoms: dict[int, int] = {}
    block: int | None = None
    for row in rows:
        bottoms, block = bottoms if row.block == block else {}, row.block
        covered = {column for column, bottom in bottoms.items() if bottom > row.number}
        if not row.is_top and len(covered.union(row.filled)) >= _FEWEST_HEADINGS:
            filled = set(row.filled)
            items = (filled | covered) if items is None else items & (filled | covered)
            own = filled if own is None else own & filled
        tall = {column: cell for column, cell in row.cells.items() if cell.row_span > 1}
        bottoms |= {column: cell.row + cell.row_span for column, cell in tall.items() if cell.text or row.is_top}
        merged |= {column for column, cell in tall.items() if cell.text}
    return _Form(min(items, default=None) if items else None, frozenset((own or set()) - merged), frozenset(merged))


def _goes_on(row: _Row, form: _Form) -> bool:
    """Whether a row bears no item of its own."""
    cell = None if form.item is None else row.cells.get(form.item)
    return cell is not None and not cell.text


def _is_rest(row: _Row, last: _Row, sheet: _Sheet, form: _Form) -> bool:
    """Whether a row lacks what every row has, and its texts go on from those of the row above."""
    own = [(column, row.cells[column]) for column in row.filled if row.cells[column].row_span == 1]
    behind = [column for column, _ in own if form.item is not None and column > form.item]
    if not behind or not form.merged.issuperset(column for column, _ in own if column not in behind):
        return False
    pairs = [(sheet.above(last, column), cell) for column, cell in own]
    texts = [(above.text, cell.text) for above, cell in pairs if above and above.column_span == cell.column_span]
    if len(texts) < len(pairs) or not all(above for above, _ in texts):
        return False
    if not row.is_top:
        return len(texts) == 1 and _is_torn(*texts[0])
    return not form.own.issubset(row.filled) and _is_unfinished(texts)


def _is_unfinished(texts: Sequence[tuple[str, str]]) -> bool:
    """Whether cells at the top of a page are no item of their own: no figures, and not all behind a sentence's end."""
    if any(_FIGURE.fullmatch(above) and _FIGURE.fullmatch(rest) for above, rest in texts):
        return False
    return len(texts) == 1 or not all(above[-1] in _STOPS for above, _ in texts)


def _is_torn(above: str, rest: str) -> bool:
    """Whether only both together are a sentence."""
    return above[-1] not in _STOPS and rest[-1] in _STOPS


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
