"""Printed tables as an .xlsx workbook: title, note and grid, merged as they are, ready to print on A4 or A3."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from inspect import unwrap
from typing import Any, Final

from luoshi.writing.official.drawing import clean
from luoshi.writing.official.grid import Box, Grid, Look, has_room, row_lines, share_widths
from luoshi.writing.workbook import OPTIONS

# xlsxwriter has no type stubs
Worksheet = Any
Format = Any

_PAPERS: Final = ((9, 66.0), (8, 98.0))
"""Excel's number of A4 and of A3, and characters of the printed width in landscape, at 11 points."""
_LINE: Final = 15.0
_HIGHEST: Final = 409.0
_LARGEST: Final = 15
"""Digits of a number that a spreadsheet holds exactly."""
_FACE: Final = {"font_name": "仿宋_GB2312", "font_size": 11, "text_wrap": True, "valign": "vcenter", "border": 1}
_LOOKS: Final = {
    Look.HEAD: _FACE | {"font_name": "黑体", "align": "center"},
    Look.TEXT: _FACE | {"align": "left"},
    Look.CENTRED: _FACE | {"align": "center"},
}
_TITLE: Final = {"font_name": "方正小标宋简体", "font_size": 20, "align": "center", "valign": "vcenter"}
_NOTE: Final = {"font_name": "仿宋_GB2312", "font_size": 11, "align": "right", "valign": "vcenter"}
_TOP: Final = 2
"""Rows above the table: title and note."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A worksheet: its name, and a table under a title and a note; `remarks` stand below it."""

    name: str
    title: str
    note: str
    grid: Grid
    remarks: tuple[str, ...] = ()


def write_book(leaves: Sequence[Leaf]) -> bytes:
    """The leaves as the bytes of an .xlsx file."""
    from xlsxwriter import Workbook

    written = io.BytesIO()
    book = Workbook(written, OPTIONS)
    looks = {look: book.add_format(face) for look, face in _LOOKS.items()}
    title, note = book.add_format(_TITLE), book.add_format(_NOTE)
    remark = book.add_format(_NOTE | {"align": "left"})
    for leaf in leaves:
        sheet = book.add_worksheet(leaf.name)
        last = leaf.grid.width - 1
        _span(sheet, (0, 0, 0, last), clean(leaf.title), title)
        _span(sheet, (1, 0, 1, last), clean(leaf.note), note)
        sheet.set_row(0, 36)
        paper, width = next((each for each in _PAPERS if has_room(leaf.grid, each[1])), _PAPERS[-1])
        _draw(sheet, leaf.grid, share_widths(leaf.grid, width), looks)
        for index, text in enumerate(leaf.remarks, _TOP + len(leaf.grid.rows)):
            _span(sheet, (index, 0, index, last), clean(text), remark)
        _set_up(sheet, leaf.grid.head, paper)
    book.close()
    return written.getvalue()


def _draw(sheet: Worksheet, grid: Grid, widths: Sequence[float], looks: dict[Look, Format]) -> None:
    pen = _Pen(sheet, looks)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, 2 * width)
    for index, row in enumerate(grid.rows, _TOP):
        for column, box in enumerate(row):
            if box is not None:
                pen.put(index, column, box)
        sheet.set_row(index, min(_HIGHEST, _LINE * row_lines(row, widths) + 6))


class _Pen:
    """What writes the boxes of a sheet by the numbers of their rows and columns; names (B7) are not looked for."""

    def __init__(self, sheet: Worksheet, looks: dict[Look, Format]) -> None:
        self._sheet, self._looks = sheet, looks
        self._text, self._number = (unwrap(write) for write in (type(sheet).write_string, type(sheet).write_number))

    def put(self, row: int, column: int, box: Box) -> None:
        """Write a box with its upper left corner there."""
        text, look = box.text, self._looks[box.look]
        if box.rows > 1 or box.columns > 1:
            _span(self._sheet, (row, column, row + box.rows - 1, column + box.columns - 1), clean(text), look)
        elif text.isdigit() and text.isascii() and len(text) <= _LARGEST:
            self._number(self._sheet, row, column, int(text), look)
        else:
            self._text(self._sheet, row, column, clean(text), look)


def _span(sheet: Worksheet, corners: tuple[int, int, int, int], text: str, look: Format) -> None:
    """A text over the cells between two corners."""
    top, left, bottom, right = corners
    if (top, left) == (bottom, right):
        sheet.write_string(top, left, text, look)
    else:
        sheet.merge_range(top, left, bottom, right, "", look)
        sheet.write_string(top, left, text, look)


def _set_up(sheet: Worksheet, head: int, paper: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.set_margins(left=0.8, right=0.8, top=0.9, bottom=0.8)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_TOP, _TOP + head - 1)
    sheet.freeze_panes(_TOP + head, 0)
    sheet.set_footer("&C— &P —")
