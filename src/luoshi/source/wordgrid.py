"""Tables of WordprocessingML: rows of cells at their columns, row by row."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from luoshi.model import Cell
from luoshi.source.wordml import W, number_of, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_COLUMNS: Final = 1000
"""Columns that one cell may span; Word allows 63 in a table."""

WRAPPERS: Final = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins"})


def read_cells(table: "_Element", read_text: Callable[["_Element"], str]) -> list[list[Cell]]:
    """The cells that begin in each row; what Word merged is one cell. Deleted rows are left out."""
    rows: list[list[Cell]] = []
    above: dict[int, tuple[int, int]] = {}
    for line in _elements(table, W + "tr"):
        properties = line.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            continue
        rows.append([])
        above = _read_row(line, rows, above, read_text)
    return rows


def _read_row(
    line: "_Element", rows: list[list[Cell]], above: dict[int, tuple[int, int]], read_text: Callable[["_Element"], str]
) -> dict[int, tuple[int, int]]:
    """Fill the last of `rows`; returns column → (row, index) of each cell that the next row may continue."""
    row = len(rows) - 1
    column = min(number_of(line.find(W + "trPr"), "gridBefore") or 0, MOST_COLUMNS)
    open_cells: dict[int, tuple[int, int]] = {}
    for node in _elements(line, W + "tc"):
        properties = node.find(W + "tcPr")
        width = max(1, min(number_of(properties, "gridSpan") or 1, MOST_COLUMNS))
        if rows[row] and _goes_on(properties, "hMerge"):
            last = rows[row][-1]
            rows[row][-1] = replace(last, column_span=last.column_span + width)
        elif column in above and _goes_on(properties, "vMerge"):
            origin, index = open_cells[column] = above[column]
            rows[origin][index] = replace(rows[origin][index], row_span=row - origin + 1)
        else:
            open_cells[column] = (row, len(rows[row]))
            rows[row].append(Cell(row, column, read_text(node), column_span=width))
        column += width
    return open_cells


def _goes_on(properties: "_Element | None", name: str) -> bool:
    """Whether a cell continues the one before it; that is what a merge without a value means."""
    merge = None if properties is None else properties.find(W + name)
    return merge is not None and (value_of(properties, name) or "continue") == "continue"


def _elements(parent: "_Element", tag: str) -> Iterator["_Element"]:
    """Children with `tag`, also inside what wraps them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _elements(child, tag)
