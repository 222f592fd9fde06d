"""A Word document: indented paragraphs, tables with merged cells."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from luoshi.model import Paragraph, Table
from tests.documents.grids import shape

if TYPE_CHECKING:
    from docx.document import Document


_MOST_UPRIGHT = 7
"""Columns that fit on a page that does not lie."""


def write(blocks: Sequence[Paragraph | Table]) -> bytes:
    """A .docx file; its pages lie where a table is wide."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    document = Document()
    if any(shape(block)[1] > _MOST_UPRIGHT for block in blocks if isinstance(block, Table)):
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
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
