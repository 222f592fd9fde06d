"""PDF → blocks, read by PDFium in a process of its own."""

import json

from luoshi.model import Cell, Paragraph, Table
from luoshi.source import sandbox


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """The lines of a PDF as paragraphs and its tables as tables, in reading order, each with its page.

    Raises `Encrypted`, `NoText` (a scan), `Damaged`, `TooLarge`, `MissingTool`.
    """
    return tuple(_block(page, held) for page, held in json.loads(sandbox.run("luoshi.source.pdf.worker", content)))


def _block(page: int, held: str | list[list[int | str]]) -> Paragraph | Table:
    """A line when a text is held, a table when cells are."""
    if isinstance(held, str):
        return Paragraph(held, page)
    return Table(tuple(_cell(*cell) for cell in held), page)


def _cell(*values: int | str) -> Cell:
    row, column, row_span, column_span, text = values
    return Cell(int(row), int(column), str(text), int(row_span), int(column_span))
