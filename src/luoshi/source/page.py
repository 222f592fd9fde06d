"""Reads a large web page, inside the sandbox."""

import json

from luoshi.model import Paragraph
from luoshi.source.html import parse_page


def work(content: bytes) -> bytes:
    """JSON of the blocks: the text of a paragraph, or [row, column, rows, columns, text] for each cell of a table."""
    blocks = [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.row, cell.column, cell.row_span, cell.column_span, cell.text] for cell in block.cells]
        for block in parse_page(content.decode())
    ]
    return json.dumps(blocks).encode()
