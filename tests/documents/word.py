"""A Word document: indented paragraphs, tables with merged cells."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from luoshi.model import Paragraph, Table
from tests.documents.grids import shape

if TYPE_CHECKING:
    from docx.document import Document


def write(blocks: Sequence[Paragraph | Table]) -> bytes:
    """A .docx file."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    for block in blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(block.text).paragraph_format.first_line_indent = Pt(32)
        else:
            _add_table(document, block)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _add_table(document: "Document", block: Table) -> None:
    """`block` with its borders, and an empty paragraph behind it, as Word asks for one between two tables."""
    table = document.add_table(*shape(block), style="Table Grid")
    rows = [row.cells for row in table.rows]
    for cell in block.cells:
        first = rows[cell.row][cell.column]
        first.text = cell.text
        if cell.row_span > 1 or cell.column_span > 1:
            first.merge(rows[cell.row + cell.row_span - 1][cell.column + cell.column_span - 1])
    document.add_paragraph()
