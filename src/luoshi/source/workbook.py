"""Reads the sheets of a workbook, inside the sandbox."""

import io
import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Final

from luoshi.errors import Damaged, Encrypted, TooLarge
from luoshi.source import bounds
from luoshi.source.archive import pack, unpack
from luoshi.source.encoding import drop_unseen
from luoshi.source.percents import find_percents

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = float | int | str | bool | date | datetime | time | timedelta
Row = tuple[int, int, int, int, str]
"""Row, column, rows spanned, columns spanned, text."""

Position = tuple[int, int]

# Members that hold no cells: pictures, charts, printer settings, macros.
UNREAD: Final = ("xl/media/", "xl/drawings/", "xl/charts/", "xl/printerSettings/", "xl/vba", "Pictures/", "Object ")

DIGITS: Final = 15
"""Digits that a spreadsheet keeps of a number; what a float holds beyond them is noise: 0.1 + 0.2."""

LARGEST_PERCENT: Final = 10**9
"""Above it a cell is no percentage, whatever its format says."""


def work(content: bytes) -> bytes:
    """JSON of [name, rows] for each visible sheet that holds anything. Raises `SourceError`."""
    percents: dict[str, dict[Position, int]] = {}
    if content.startswith(b"PK"):
        members = unpack(content, lambda name: not name.startswith(UNREAD))
        percents = find_percents(members)
        content = pack(members)
    book = _open(content)
    sheets = [
        (sheet.name, list(_rows(_get(book, index), percents.get(sheet.name, {}))))
        for index, sheet in enumerate(book.sheets_metadata)
        if _is_read(sheet.visible, sheet.typ)
    ]
    return json.dumps([sheet for sheet in sheets if sheet[1]]).encode()


def _open(content: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        raise Encrypted("表格设有打开密码，请在 Excel 或 WPS 中取消密码后另存，再重新导入。") from None
    except (CalamineError, OSError, ValueError):
        raise Damaged("表格文件损坏，请用 Excel、WPS 打开修复后另存为 .xlsx，再重新导入。") from None


def _get(book: "CalamineWorkbook", index: int) -> "CalamineSheet":
    from python_calamine import CalamineError

    try:
        return book.get_sheet_by_index(index)
    except (CalamineError, OSError, ValueError):
        raise Damaged("表格文件损坏，请用 Excel、WPS 打开修复后另存为 .xlsx，再重新导入。") from None


def _is_read(visible: object, kind: object) -> bool:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return visible == SheetVisibleEnum.Visible and kind == SheetTypeEnum.WorkSheet


def _rows(sheet: "CalamineSheet", percents: dict[Position, int]) -> Iterator[Row]:
    """The filled cells of a sheet, counted from its first filled row and column."""
    if sheet.start is None or sheet.end is None:
        return
    top, left = sheet.start
    bounds.check_area(sheet.height, sheet.width)
    spans, covered = _spans(sheet, top, left)
    count = 0
    for row, values in enumerate(sheet.to_python()):
        for column, value in enumerate(values):
            text = write_value(value, percents.get((row + top, column + left)))
            if not text or (row, column) in covered:
                continue
            count += 1
            height, width = spans.get((row, column), (1, 1))
            yield row, column, height, width, text
        if count > bounds.CELLS:
            raise TooLarge(f"表格超过{bounds.CELLS // 10_000}万个单元格，请拆分后再导入。")


def _spans(sheet: "CalamineSheet", top: int, left: int) -> tuple[dict[Position, Position], set[Position]]:
    """Merged cells: their extents by the position of their first cell, and the positions that they cover."""
    extents: dict[Position, Position] = {}
    covered: set[Position] = set()
    area = 0
    for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ():
        row, column = first_row - top, first_column - left
        height = min(last_row - top + 1, sheet.height) - row
        width = min(last_column - left + 1, sheet.width) - column
        if row < 0 or column < 0 or height < 1 or width < 1:
            continue
        area += height * width
        bounds.check_area(area, 1)
        extents[row, column] = (height, width)
        covered.update((row + down, column + along) for down in range(height) for along in range(width))
    return extents, covered - extents.keys()


def write_value(value: Value, decimals: int | None) -> str:
    """A value as people read it in its cell; `decimals` is given where the cell shows a percentage."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _write_number(value, decimals)
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != time.min else value.date().isoformat()
    return drop_unseen(str(value)).strip()


def _write_number(value: float, decimals: int | None) -> str:
    number = Decimal(f"{value:.{DIGITS}g}")
    if not number.is_finite():
        return str(value)
    if decimals is not None:
        exact = Decimal(1).scaleb(-decimals)
        return f"{(number * 100).quantize(exact, ROUND_HALF_UP):f}%" if abs(number) < LARGEST_PERCENT else f"{number:f}"
    return f"{number:f}" if number % 1 else f"{number.to_integral_value():f}"
