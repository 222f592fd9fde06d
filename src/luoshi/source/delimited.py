"""CSV → one table. Delimiters are comma, semicolon and, in what Excel calls “Unicode text”, tab."""

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import Final

from luoshi.errors import Damaged, TooLarge
from luoshi.model import Cell, Paragraph, Table
from luoshi.source import bounds
from luoshi.source.encoding import decode

FEWEST_COLUMNS: Final = 3
FEWEST_ROWS: Final = 2
SAMPLE_ROWS: Final = 200

DELIMITERS: Final = (",", ";")


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """The one table of a CSV file, with a row for each record that is not blank."""
    text = decode(content).replace("\f", "")
    cells: list[Cell] = []
    try:
        for row, record in enumerate(_records(text, find_delimiter(text) or ",")):
            cells.extend(Cell(row, column, value.strip()) for column, value in enumerate(record))
            if len(cells) > bounds.CELLS:
                raise TooLarge(f"表格超过{bounds.CELLS // 10_000}万个单元格，请拆分后再导入。")
    except csv.Error:
        raise Damaged("CSV 文件的引号或换行不完整，请用 Excel 打开后另存为 .xlsx 再导入。") from None
    return (Table(tuple(cells)),)


def find_delimiter(text: str) -> str | None:
    """The delimiter that cuts each record of `text` into the same number of three or more fields, if one does.

    Prose with commas never does so for long. A tab counts only where fields are quoted over line ends, since plain
    tabbed text is a matter of `text`.
    """
    for delimiter in (*DELIMITERS, *_quoted_tab(text)):
        try:
            widths = [len(record) for record in islice(_records(text, delimiter), SAMPLE_ROWS)]
        except csv.Error:
            continue
        if len(widths) >= FEWEST_ROWS and len(set(widths)) == 1 and widths[0] >= FEWEST_COLUMNS:
            return delimiter
    return None


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Records of `text` that hold anything."""
    return filter(any, csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _quoted_tab(text: str) -> tuple[str, ...]:
    return ("\t",) if '\t"' in text or text.startswith('"') else ()
