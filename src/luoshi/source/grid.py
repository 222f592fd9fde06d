"""HTML tables: which of them are grids of facts rather than a way to lay out a page, and their cells."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from luoshi.errors import TooLarge
from luoshi.model import Cell
from luoshi.source import bounds
from luoshi.source.walk import is_visible, read_number, walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})
CELLS: Final = frozenset({"td", "th"})

MOST_COLUMNS: Final = 1000
"""A span may be as wide as HTML allows, and so may a table."""

FEWEST_ROWS: Final = 2
FEWEST_COLUMNS: Final = 2
"""A grid has at least so many rows of so many cells; what has less lays out a page."""

MOST_INNER_ROWS: Final = 3
"""A table that holds other tables is a grid only if it has more rows of cells than this."""

MOST_LINES: Final = 60
"""Paragraphs in one cell above which it is a column of a page."""


def find_grids(root: "LexborNode") -> frozenset[int]:
    """The `mem_id` of each table under `root` that is a grid."""
    tables: list[LexborNode] = []
    outer: set[int] = set()
    around: list[int] = []
    for node, is_entering in walk(root, frozenset()):
        if node.tag != "table":
            continue
        if is_entering:
            outer.update(around[-1:])
            tables.append(node)
        if is_entering and node.child is not None:
            around.append(node.mem_id)
        elif not is_entering:
            around.pop()
    return frozenset(table.mem_id for table in tables if _is_grid(table, is_outer=table.mem_id in outer))


def read_grid(table: "LexborNode", read_text: Callable[["LexborNode"], str]) -> tuple[Cell, ...]:
    """Cells of a grid at the columns that the spans above leave free. Raises `TooLarge`."""
    cells: list[Cell] = []
    taken: dict[int, int] = {}
    steps = 0
    rows = list(_rows(table))
    for row, line in enumerate(rows):
        column = 0
        for node in _cells(line):
            start = column
            while taken.get(column, 0) > row:
                column += 1
            width = max(1, min(read_number(node, "colspan", 1), MOST_COLUMNS))
            height = max(1, min(read_number(node, "rowspan", 1), len(rows) - row))
            cells.append(Cell(row, column, read_text(node), height, width))
            taken.update(dict.fromkeys(range(column, column + width), row + height))
            column += width
            steps += column - start
            _check_size(column, steps)
    return tuple(cells)


def _check_size(columns: int, steps: int) -> None:
    """Spans let a small file describe a table of any size."""
    if columns > MOST_COLUMNS or steps > bounds.CELLS:
        raise TooLarge(f"表格超过{bounds.CELLS // 10_000}万个单元格或{MOST_COLUMNS}列，请拆分后再导入。")


def _is_grid(table: "LexborNode", *, is_outer: bool) -> bool:
    """Whether enough rows have several cells, none of them crowded with paragraphs."""
    rows = [list(_cells(row)) for row in _rows(table)]
    wide = sum(len(row) >= FEWEST_COLUMNS for row in rows)
    if wide < FEWEST_ROWS or (is_outer and wide <= MOST_INNER_ROWS):
        return False
    return not any(_is_crowded(cell) for row in rows for cell in row)


def _is_crowded(cell: "LexborNode") -> bool:
    """Whether a cell holds more paragraphs than a fact needs."""
    return sum(1 for child in cell.iter() if child.tag in {"p", "div", "h1", "h2", "h3"}) > MOST_LINES


def _rows(table: "LexborNode") -> Iterator["LexborNode"]:
    for child in table.iter():
        if child.tag == "tr" and is_visible(child):
            yield child
        elif child.tag in GROUPS and is_visible(child):
            yield from (row for row in child.iter() if row.tag == "tr" and is_visible(row))


def _cells(row: "LexborNode") -> Iterator["LexborNode"]:
    return (cell for cell in row.iter() if cell.tag in CELLS and is_visible(cell))
