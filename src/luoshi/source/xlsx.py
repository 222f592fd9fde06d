"""XLSX, XLS, ET, ODS → a table for each sheet, read by calamine in a process of its own.

A sheet with one cell in the farthest corner makes the library ask for more memory than there is, and the system ends
the process: it must not be ours.
"""

import json

from luoshi.model import Cell, Paragraph, Table
from luoshi.source import sandbox


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """The visible sheets that hold anything, as tables from their first filled row and column.

    Raises `Encrypted`, `Damaged`, `TooLarge`.
    """
    sheets = json.loads(sandbox.run("luoshi.source.workbook", content))
    return tuple(
        Table(tuple(Cell(row, column, text, height, width) for row, column, height, width, text in cells), sheet=name)
        for name, cells in sheets
    )
