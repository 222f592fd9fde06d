"""Ledger sheets as an .xlsx workbook ready to filter and print."""

import io
from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any, Final

from luoshi.writing.folding import cell_width
from luoshi.writing.ledger import Sheet, Value

# xlsxwriter has no type stubs
Worksheet = Any
Format = Any

# Excel's own bound on a cell, in characters
_CELL_LIMIT = 32_767
_TRUNCATED = "…（一格放不下，全文见 json）"
_WIDEST, _NARROWEST = 60, 6

# Excel's number of a paper; the characters that its width holds lying, in print of 8 points; how narrow wide columns
# become until it holds all
_A4, _A3 = (9, 210, 28), (8, 300, 20)
# Inches of paper at the edges: left, right, top, bottom
_MARGINS = (0.4, 0.4, 0.5, 0.7)

# Points of a line and of the highest row that Excel draws
_LINE_HEIGHT, _HIGHEST = 16.5, 408.75
# Text stays text: no string becomes a formula, a link or a number
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DAYS: Final = {"default_date_format": "yyyy-mm-dd"}


def _printable(text: str) -> str:
    clean = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return clean if len(clean) <= _CELL_LIMIT else clean[: _CELL_LIMIT - len(_TRUNCATED)] + _TRUNCATED


def _put(sheet: Worksheet, row: int, column: int, value: Value, style: Format) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, _printable(value), style)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, style)
    elif value is None:
        sheet.write_blank(row, column, None, style)
    else:
        sheet.write_number(row, column, value, style)


def _line_width(text: str) -> int:
    return max(map(cell_width, text.split("\n")))


def _column_width(name: str, values: Sequence[Value]) -> int:
    widest = max((_line_width(str(value)) for value in values if value is not None), default=0)
    # 4: the filter's arrow beside the heading
    return max(_NARROWEST, min(_WIDEST, max(widest + 2, _line_width(name) + 4)))


def _fitted(widths: Sequence[int]) -> tuple[int, list[int]]:
    """The paper, and widths of which the widest are cut back to what it holds: A4, or A3 for many columns."""
    paper, page, least = next((each for each in (_A4, _A3) if _total(widths, each[2]) <= each[1]), _A3)
    most = next((most for most in range(_WIDEST, least, -1) if _total(widths, most) <= page), least)
    return paper, [min(most, each) for each in widths]


def _total(widths: Sequence[int], most: int) -> int:
    return sum(min(most, each) for each in widths)


def row_height(row: Sequence[Value], widths: Sequence[int]) -> float:
    """Points that the row's highest cell needs once its text is wrapped; not every program finds that out itself."""
    lines = [
        sum(max(1, ceil(cell_width(line) / (width - 1))) for line in str(value).split("\n"))
        for value, width in zip(row, widths, strict=True)
        if value is not None
    ]
    return min(_HIGHEST, _LINE_HEIGHT * max(lines, default=1))


def _fill(sheet: Worksheet, content: Sheet, head: Format, body: Format, day: Format) -> None:
    """Write the cells, and say on which paper they are printed."""
    wanted = [_column_width(name, [row[column] for row in content.rows]) for column, name in enumerate(content.columns)]
    paper, widths = _fitted(wanted)
    sheet.set_paper(paper)
    for column, (name, width) in enumerate(zip(content.columns, widths, strict=True)):
        _put(sheet, 0, column, name, head)
        sheet.set_column(column, column, width)
    for index, row in enumerate(content.rows, start=1):
        sheet.set_row(index, row_height(row, widths))
        for column, value in enumerate(row):
            _put(sheet, index, column, value, day if isinstance(value, date) else body)


def _set_up(sheet: Worksheet, content: Sheet) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(content.rows), len(content.columns) - 1)
    sheet.set_landscape()
    sheet.set_margins(*_MARGINS)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C第 &P 页，共 &N 页")


def write_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """A workbook with one worksheet a sheet: heading frozen, filter on, text wrapped, text never run as a formula."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    workbook = Workbook(stream, OPTIONS | _DAYS)
    body = workbook.add_format({"text_wrap": True, "valign": "top", "border": 1, "border_color": "#d8dcdf"})
    head = workbook.add_format(
        {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#eceeec", "border": 1}
    )
    head.set_border_color("#d8dcdf")
    day = workbook.add_format(
        {"valign": "top", "border": 1, "border_color": "#d8dcdf", "align": "left", "num_format": "yyyy-mm-dd"}
    )
    for content in sheets:
        sheet = workbook.add_worksheet(content.title)
        _fill(sheet, content, head, body, day)
        _set_up(sheet, content)
    workbook.close()
    return stream.getvalue()
