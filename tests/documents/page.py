"""A web page: p and table elements, merged cells by rowspan and colspan."""

from collections.abc import Sequence
from html import escape

from luoshi.model import Cell, Paragraph, Table
from tests.documents.grids import rows_of_cells

_HEAD = '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>文件</title></head>\n<body>\n'


def write(blocks: Sequence[Paragraph | Table]) -> bytes:
    """An HTML file in UTF-8."""
    return (_HEAD + "\n".join(_element(block) for block in blocks) + "\n</body></html>\n").encode()


def _element(block: Paragraph | Table) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{escape(block.text)}</p>"
    rows = ("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows_of_cells(block))
    return "<table>\n" + "\n".join(rows) + "\n</table>"


def _cell(cell: Cell) -> str:
    spans = (f' rowspan="{cell.row_span}"' if cell.row_span > 1 else "") + (
        f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    )
    return f"<td{spans}>{escape(cell.text).replace(chr(10), '<br>')}</td>"
