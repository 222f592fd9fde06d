"""Columns of text beside each other, folded and never cut, without lines around them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from luoshi.writing.folding import cell_width, fold

_GAP = 2
# The column that fills the rest keeps at least this much
_LEAST = 20


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and a cell a row; as wide as its widest line up to `most` columns, or what is left if it `fills`."""

    heading: str
    cells: Sequence[str]
    most: int = 0
    fills: bool = False
    style: str = ""


def _width(column: Column) -> int:
    lines = (line for cell in column.cells for line in cell.split("\n"))
    return min(column.most, max(cell_width(column.heading), max(map(cell_width, lines), default=0)))


def fit(columns: Sequence[Column], total: int) -> tuple[tuple[Column, int], ...]:
    """Each column with its width, so that together they are `total` wide; one whose cells are all empty is left out."""
    shown = [column for column in columns if any(column.cells)]
    taken = [0 if column.fills else _width(column) for column in shown]
    rest = max(_LEAST, total - sum(taken) - _GAP * (len(shown) - 1))
    return tuple((column, rest if column.fills else width) for column, width in zip(shown, taken, strict=True))


def _print_cells(console: Console, cells: Sequence[str], widths: Sequence[int], styles: Sequence[str]) -> None:
    folded = [fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, folded), default=0)):
        line = Text()
        for lines, width, style in zip(folded, widths, styles, strict=True):
            text = lines[number] if number < len(lines) else ""
            line.append(text, style=style)
            line.append(" " * (width - cell_width(text) + _GAP))
        line.rstrip()
        console.print(line, soft_wrap=True)


def print_headings(console: Console, columns: Sequence[tuple[Column, int]]) -> None:
    """Print the line of headings."""
    widths = [width for _, width in columns]
    _print_cells(console, [column.heading for column, _ in columns], widths, ["dim"] * len(columns))


def print_rows(console: Console, columns: Sequence[tuple[Column, int]], rows: Iterable[int]) -> None:
    """Print these rows, each as many lines high as its highest cell."""
    widths = [width for _, width in columns]
    styles = [column.style for column, _ in columns]
    for row in rows:
        _print_cells(console, [column.cells[row] for column, _ in columns], widths, styles)
