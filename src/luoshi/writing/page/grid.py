"""A table as HTML: spans kept, gaps filled, and beside each row what was read of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape

from luoshi.model import Cell, Table
from luoshi.writing.page.entries import Entry
from luoshi.writing.page.margin import write_notes

_Marked = Mapping[tuple[int, int], str]
# Characters up to which a line is a figure or a name, a cell is short, and a cell is no more than a sentence
_NAME, _SHORT, _LONG = 5, 7, 30
# A table of more columns is set small
_WIDE = 8
# Rows are made equally long up to so many columns; beyond, a sparse sheet would become mostly empty cells
_PADDED = 64


def _covered(cells: Sequence[Cell]) -> defaultdict[int, dict[int, Cell]]:
    """Row → column → the cell that covers it; a cell that begins in another's span has its place, so none is lost."""
    last_row = max((cell.row for cell in cells), default=0)
    last_column = max((cell.column for cell in cells), default=0)
    covered: defaultdict[int, dict[int, Cell]] = defaultdict(dict)
    for cell in cells:
        covered[cell.row][cell.column] = cell
    for cell in cells:
        for row in range(cell.row, min(cell.row + cell.row_span, last_row + 1)):
            for column in range(cell.column, min(cell.column + cell.column_span, last_column + 1)):
                covered[row].setdefault(column, cell)
    return covered


def _headings(cells: Sequence[Cell], first: int) -> dict[int, str]:
    """Column → the words of the heading that stands lowest above row `first`."""
    headings: dict[int, str] = {}
    for cell in cells:
        if cell.row < first and cell.text.strip():
            for column in range(cell.column, cell.column + cell.column_span):
                headings[column] = "".join(cell.text.split())
    return headings


def _breadth(text: str) -> str:
    """How much room a cell's text asks for: a figure or a person's name is not broken, a sentence is not squeezed."""
    if len(text) > _LONG:
        return " is-long"
    if len(text) > _SHORT:
        return " is-sentence"
    return " is-name" if max(map(len, text.split("\n"))) <= _NAME else ""


def _cell(cell: Cell, content: str, label: str | None) -> str:
    """A heading's cell when it has no label; else one that bears its heading for narrow screens."""
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    spans += f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    tag = "th" if label is None else "td"
    labelled = f' data-label="{escape(label)}"' if label and content else ""
    shown = f'<div class="cell{_breadth(cell.text)}">{content}</div>' if content else ""
    return f"<{tag}{spans}{labelled}>{shown}</{tag}>"


def _row_cells(row: int, covered: Mapping[int, Cell], pieces: Mapping[Cell, str], width: int) -> str:
    """The cells that begin in a row, with empty ones in the gaps between and after them."""
    cells = []
    for column in range(max(max(covered, default=-1) + 1, min(width, _PADDED))):
        cell = covered.get(column)
        if cell is None:
            cells.append("<td></td>")
        elif (cell.row, cell.column) == (row, column):
            cells.append(pieces[cell])
    return "".join(cells)


def _pieces(cells: Sequence[Cell], marked: _Marked, first: int) -> dict[Cell, str]:
    labels = _headings(cells, first)
    return {
        cell: _cell(cell, marked[cell.row, cell.column], None if cell.row < first else labels.get(cell.column, ""))
        for cell in cells
    }


def write_table(table: Table, marked: _Marked, entries: Sequence[Entry]) -> str:
    """The table in a region that scrolls when it is wider than the paper; rows above the first entry are headings."""
    by_row: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_row[entry.place.row or 0].append(entry)
    first = min(by_row, default=0)
    covered, pieces = _covered(table.cells), _pieces(table.cells, marked, first)
    width = max((cell.column for cell in table.cells), default=-1) + 1
    rows = []
    for row in sorted(covered.keys() | by_row.keys()):
        heading = "读出" if row == first - 1 else ""
        note = f'<td class="read">{heading}{write_notes(by_row.get(row, ()))}</td>' if entries else ""
        look = ' class="is-head"' if row < first else ""
        rows.append(f"<tr{look}>{_row_cells(row, covered[row], pieces, width)}{note}</tr>")
    look = "scroll is-dense" if width > _WIDE else "scroll"
    return f'<div class="{look}" tabindex="0" role="region" aria-label="表格"><table>{"".join(rows)}</table></div>'
