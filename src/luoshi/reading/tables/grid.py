"""A table as rows of slots: merged cells laid over all that they cover."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from luoshi.model import Cell, Quote, Source, Table
from luoshi.reading.passage import cell_quote


class Slot(NamedTuple):
    """One position of a grid. `quote` is None where no cell lies; `is_covered` where a cell reaches in from beside."""

    quote: Quote | None
    is_covered: bool = False

    @property
    def text(self) -> str:
        return self.quote.text.strip() if self.quote else ""


EMPTY = Slot(None)
Row = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table; `block` is its index in the source."""

    block: int
    rows: tuple[Row, ...]
    spans: tuple[int, ...]  # for each row, the tallest cell with a text that begins in it

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)


_WIDEST = 200
_TALLEST_MERGE = 400


def read_grid(source: Source, block: int) -> Grid:
    """The grid of the table that is block `block`."""
    table = source.blocks[block]
    cells = table.cells if isinstance(table, Table) else ()
    rows: dict[int, dict[int, Slot]] = {}
    spans: dict[int, int] = {}
    for cell in cells:
        _lay(rows, cell, Slot(cell_quote(table, block, cell)) if isinstance(table, Table) else EMPTY)
        spans[cell.row] = max(spans.get(cell.row, 1), cell.row_span if cell.text else 1)
    order = sorted(rows)
    return Grid(block, tuple(_row(rows[index]) for index in order), tuple(spans.get(index, 1) for index in order))


def _lay(rows: dict[int, dict[int, Slot]], cell: Cell, slot: Slot) -> None:
    if cell.row_span == cell.column_span == 1 and cell.column < _WIDEST:
        rows.setdefault(cell.row, {})[cell.column] = slot
        return
    covered = Slot(slot.quote, is_covered=True)
    for row in range(cell.row, cell.row + min(cell.row_span, _TALLEST_MERGE)):
        for column in range(cell.column, min(cell.column + cell.column_span, _WIDEST)):
            is_origin = row == cell.row and column == cell.column
            rows.setdefault(row, {})[column] = slot if is_origin else covered


def _row(slots: dict[int, Slot]) -> Row:
    return tuple(slots.get(column, EMPTY) for column in range(max(slots) + 1))


def texts(row: Sequence[Slot]) -> tuple[str, ...]:
    """The texts of a row's slots."""
    return tuple(slot.text for slot in row)
