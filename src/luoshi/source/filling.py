"""How the rows of a table that runs over several pages are filled: of their own, and by what reaches down to them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from luoshi.model import Cell, Table
from luoshi.source.wrap import first_word, width

_HIGHEST_HEAD = 6  # rows: those among them that stand again on a further page are a head
_FEWEST_FILLED = 2  # cells: a text alone in its row is a heading
_MOSTLY = 0.9
_ROUNDING = 0.6  # em
# 12 | 12. | （十二）
_NUMBER = re.compile(r"[（(]?(?:\d{1,4}|[一二三四五六七八九十百]{1,5})[)）.．、]?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table that was raw block `block`; `cells` are those that begin in it, by column.

    `is_top` marks the first of a page, which may go on with the last of the page before.
    """

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
class Form:
    """How rows are filled, but for the first of pages.

    `item` is the column of a table's items, and whether they are numbers; `own` are the columns that every row fills,
    `merged` those with merged cells; `widths` tells how wide each is, in em.
    """

    item: int | None
    is_numbered: bool
    own: frozenset[int]
    merged: frozenset[int]
    widths: dict[int, float]

    def bears_item(self, row: Row) -> bool:
        """Whether an item begins in a row, or reaches down to it on its own page."""
        cell = None if self.item is None else row.cells.get(self.item)
        return cell is None or bool(cell.text)

    def is_full(self, above: Cell, rest: Cell) -> bool:
        """Whether the first word of one cell would not have fitted at the end of the other."""
        room = self.widths[rest.column] - width(above.text[above.text.rfind("\n") + 1 :])
        return room < width(first_word(rest.text)) + _ROUNDING


def read_rows(tables: Sequence[Table]) -> Iterator[Row]:
    """The rows of mended tables below the head, without those that repeat it."""
    rows = [row for table in tables for row in _rows(table)]
    at = next((at for at, row in enumerate(rows) if len(row.filled) >= _FEWEST_FILLED), 0)
    first = {row.texts for row in rows[: at + _HIGHEST_HEAD] if row.block == rows[at].block}
    is_top = False
    for before, row in pairwise(rows[at:]):
        is_top = is_top or row.block != before.block
        is_further = row.block != rows[at].block
        if row.texts == rows[at].texts or (is_further and is_top and row.texts in first):
            is_top = True
        elif is_further or row.number >= rows[at].bottom:
            yield replace(row, is_top=True) if is_top else row
            is_top = False


def _rows(table: Table) -> Iterator[Row]:
    cells = sorted(table.cells, key=lambda cell: (cell.row, cell.column))
    for number, row in groupby(cells, key=lambda cell: cell.row):
        yield Row(table.origin or 0, number, {cell.column: cell for cell in row})


def read_form(rows: Sequence[Row]) -> Form:
    """How these rows are filled."""
    held = [(reached, row) for reached, row in zip(_reached(rows), rows, strict=True) if _is_usual(reached, row)]
    columns = set.intersection(*(reached for reached, _ in held)) if held else set()
    filled = set.intersection(*(set(row.filled) for _, row in held)) if held else set()
    merged = {column for row in rows for column in row.filled if row.cells[column].row_span > 1}
    item, is_numbered = _item_column([row for _, row in held], columns)
    return Form(item, is_numbered, frozenset(filled - merged), frozenset(merged), _widths(rows))


def _is_usual(reached: set[int], row: Row) -> bool:
    return not row.is_top and len(reached) >= _FEWEST_FILLED


def _reached(rows: Sequence[Row]) -> Iterator[set[int]]:
    """For each row the columns that it fills or that a cell above it on its page reaches down in."""
    bottoms: dict[int, int] = {}
    block: int | None = None
    for row in rows:
        bottoms, block = bottoms if row.block == block else {}, row.block
        yield {column for column, bottom in bottoms.items() if bottom > row.number}.union(row.filled)
        cells = (cell for cell in row.cells.values() if cell.text or row.is_top)
        bottoms |= {cell.column: cell.row + cell.row_span for cell in cells}


def _item_column(rows: Sequence[Row], columns: Iterable[int]) -> tuple[int | None, bool]:
    """Of columns that reach every row the first of numbers, else the first of those with the most cells."""
    texts = {column: [row.cells[column].text for row in rows if column in row.filled] for column in sorted(columns)}
    for column, each in texts.items():
        if sum(1 for text in each if _NUMBER.fullmatch(text)) > _MOSTLY * len(each):
            return column, True
    return max(texts, key=lambda column: len(texts[column]), default=None), False


def _widths(rows: Sequence[Row]) -> dict[int, float]:
    widths: dict[int, float] = {}
    for row in rows:
        for column in row.filled:
            widest = max(map(width, row.cells[column].text.split("\n")))
            widths[column] = max(widths.get(column, 0.0), widest)
    return widths
