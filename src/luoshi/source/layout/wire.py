"""Blocks as bytes from the worker to the reader: JSON, which cannot do more than say something."""

import json
from collections.abc import Iterable, Iterator
from typing import Final

from luoshi.source.layout.arrangement import TableBlock, TextBlock
from luoshi.source.layout.lines import line_text
from luoshi.source.layout.shapes import GridCell

_PLAIN: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


Row = tuple[int, str | list[list[int | str]]]


def encode(blocks: Iterable[TextBlock | TableBlock]) -> bytes:
    """The rows of the blocks as JSON."""
    return _PLAIN.encode(list(rows(blocks))).encode("utf-8", "replace")


def rows(blocks: Iterable[TextBlock | TableBlock]) -> Iterator[Row]:
    """[page, text] a line, [page, [[row, column, row_span, column_span, text], …]] a table."""
    for block in blocks:
        yield block.page, block.text if isinstance(block, TextBlock) else [_cell(cell) for cell in block.grid.cells]


def _cell(cell: GridCell) -> list[int | str]:
    return [cell.row, cell.column, cell.row_span, cell.column_span, cell_text(cell)]


def cell_text(cell: GridCell) -> str:
    """The lines of a cell, joined by line feeds."""
    return "\n".join(line_text(line, is_cell=True) for line in cell.lines)
