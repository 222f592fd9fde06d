"""Rows from the wire → the blocks of a source."""

from collections.abc import Iterable

from luoshi.model import Cell, Paragraph, Table
from luoshi.source.layout.wire import Row


def to_blocks(rows: Iterable[Row]) -> tuple[Paragraph | Table, ...]:
    """A paragraph for each line, a table for each list of cells."""
    return tuple(_block(page, held) for page, held in rows)


def _block(page: int, held: str | list[list[int | str]]) -> Paragraph | Table:
    if isinstance(held, str):
        return Paragraph(held, page)
    return Table(tuple(_cell(*cell) for cell in held), page)


def _cell(*values: int | str) -> Cell:
    row, column, row_span, column_span, text = values
    return Cell(int(row), int(column), str(text), int(row_span), int(column_span))
