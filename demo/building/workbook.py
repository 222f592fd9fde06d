"""A printed table in a workbook: boxes with looks, merged where they span, rows as high as their text needs."""

from dataclasses import dataclass
from datetime import date, datetime, time
from importlib import import_module
from io import BytesIO
from math import ceil
from typing import Any

from demo.building.archive import settle

LINE_HEIGHT = 16.0  # points that a line of 11-point text takes
GLYPH = 2.15  # width of a Chinese character in the units of a column's width; a digit takes half of it

CELL = {"font_name": "仿宋", "font_size": 11, "text_wrap": True, "valign": "vcenter", "border": 1}
LOOKS: dict[str, dict[str, Any]] = {
    "title": {"font_name": "方正小标宋简体", "font_size": 20, "align": "center", "valign": "vcenter"},
    "note": {"font_name": "仿宋", "font_size": 11, "align": "right", "valign": "vcenter"},
    "head": CELL | {"font_name": "黑体", "align": "center", "bg_color": "#E7ECF2"},
    "text": CELL | {"align": "left"},
    "center": CELL | {"align": "center"},
    "number": CELL | {"font_name": "Times New Roman", "align": "center"},
}


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the table, spanning `rows` × `columns`; `look` is a key of `LOOKS`."""

    row: int
    column: int
    value: str | int
    look: str = "center"
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet to print: its boxes, the width of each column in half-width characters, how many rows head it."""

    name: str
    widths: tuple[float, ...]
    head: int
    boxes: tuple[Box, ...]


def write_book(pages: tuple[Page, ...], title: str, author: str, written: date) -> bytes:
    """Return the pages as the bytes of an .xlsx file, the same at every build."""
    content = BytesIO()
    # xlsxwriter carries no types
    book: Any = import_module("xlsxwriter").Workbook(content, {"in_memory": True})
    stamp = datetime.combine(written, time(9))
    book.set_properties({"title": title, "author": author, "created": stamp, "comments": "虚构的演示文件"})
    looks = {name: book.add_format(look) for name, look in LOOKS.items()}
    for page in pages:
        _draw(book.add_worksheet(page.name), page, looks)
    book.close()
    return settle(content.getvalue())


def measure_height(page: Page, row: int) -> float:
    """Return the points that a row needs for its text, a box of several rows counting its part."""
    return LINE_HEIGHT * max(_count_lines(page, box) / box.rows for box in page.boxes if covers(box, row)) + 10


def covers(box: Box, row: int) -> bool:
    """Tell whether a box stands in a row."""
    return box.row <= row < box.row + box.rows


def head_table(title: str, note: str, heads: tuple[str, ...]) -> tuple[Box, ...]:
    """Return a title over the whole width, a note at its right and one row of column heads."""
    width = len(heads)
    top = (Box(0, 0, title, "title", columns=width), Box(1, 0, note, "note", columns=width))
    return top + tuple(Box(2, column, text, "head") for column, text in enumerate(heads))


def _count_lines(page: Page, box: Box) -> int:
    width = sum(page.widths[box.column : box.column + box.columns])
    return sum(max(1, ceil(_measure(line) / width)) for line in str(box.value).split("\n"))


def _measure(line: str) -> float:
    return sum(GLYPH / 2 if character.isascii() else GLYPH for character in line)


def _draw(sheet: Any, page: Page, looks: dict[str, Any]) -> None:
    for column, width in enumerate(page.widths):
        sheet.set_column(column, column, width)
    for row in range(1, max(box.row + box.rows for box in page.boxes)):
        sheet.set_row(row, measure_height(page, row))
    sheet.set_row(0, 40)
    for box in page.boxes:
        _place(sheet, box, looks[box.look])
    _set_up_print(sheet, page)


def _place(sheet: Any, box: Box, look: Any) -> None:
    if box.rows == box.columns == 1:
        sheet.write(box.row, box.column, box.value, look)
    else:
        sheet.merge_range(box.row, box.column, box.row + box.rows - 1, box.column + box.columns - 1, box.value, look)


def _set_up_print(sheet: Any, page: Page) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.6, right=0.6, top=0.7, bottom=0.7)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2, page.head - 1)
    sheet.freeze_panes(page.head, 0)
    sheet.set_footer("&C第 &P 页，共 &N 页")
