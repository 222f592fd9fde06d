"""Workbooks, read in the sandbox as the reader of documents does."""

import io
from datetime import date, datetime, time
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from luoshi.errors import Damaged, SourceError
from luoshi.model import Cell, Table
from luoshi.source.workbook import write_value
from luoshi.source.xlsx import read_blocks

if TYPE_CHECKING:
    from pathlib import Path

seeds = import_module("seeds")


def test_visible_sheets_are_tables_with_merges_and_percentages_as_printed() -> None:
    cells = (
        Cell(0, 0, "重点工作进展", 1, 3),
        *(Cell(1, column, text) for column, text in enumerate(("序号", "任务", "完成率"))),
        *(Cell(2, column, text) for column, text in enumerate(("1", "新建公园", "95.3%"))),
    )
    assert read_blocks(seeds.make_xlsx()) == (Table(cells, sheet="进展"),)


VALUES = [
    (3.0, None, "3"),
    (3.14, None, "3.14"),
    (0.1 + 0.2, None, "0.3"),
    (1e-05, None, "0.00001"),
    (12345678901234567.0, None, "12345678901234600"),
    (-2.5, None, "-2.5"),
    (0.953, 1, "95.3%"),
    (0.85, 0, "85%"),
    (1.2, 2, "120.00%"),
    (float("nan"), None, "nan"),
    (True, None, "TRUE"),
    (date(2024, 3, 1), None, "2024-03-01"),
    (datetime(2024, 3, 1), None, "2024-03-01"),  # noqa: DTZ001 - a cell knows no time zone
    (datetime(2024, 3, 1, 9, 30), None, "2024-03-01 09:30:00"),  # noqa: DTZ001 - a cell knows no time zone
    (time(9, 30), None, "09:30:00"),
    (" 公园\r\n广场\x07 ", None, "公园\n广场"),
]


@pytest.mark.parametrize(("value", "decimals", "text"), VALUES)
def test_a_value_is_written_as_people_read_it(
    value: float | str | date | time, decimals: int | None, text: str
) -> None:
    assert write_value(value, decimals) == text


def test_a_table_begins_at_the_first_filled_cell() -> None:
    openpyxl = import_module("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "表"
    book.active["C4"] = "序号"
    book.active["D6"] = 5
    book.active.merge_cells("C4:D5")
    file = io.BytesIO()
    book.save(file)
    assert read_blocks(file.getvalue()) == (Table((Cell(0, 0, "序号", 2, 2), Cell(2, 1, "5")), sheet="表"),)


def test_a_cell_in_the_farthest_corner_ends_no_process_but_its_own() -> None:
    openpyxl = import_module("openpyxl")
    book = openpyxl.Workbook()
    book.active["A1"] = "近"
    book.active["XFD1048576"] = "远"
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(SourceError):
        read_blocks(file.getvalue())


def test_a_broken_workbook_is_refused() -> None:
    members = seeds.unzip_members(seeds.make_xlsx())
    with pytest.raises(Damaged):
        read_blocks(seeds.zip_members(members | {"xl/workbook.xml": b"<workbook"}))


@pytest.mark.parametrize("target", ["xls", "ods"])
def test_the_other_workbooks_are_read_as_well(target: str, tmp_path: "Path") -> None:
    if not seeds.has_office():
        pytest.skip("LibreOffice, which writes the specimen, is not installed")
    (table,) = read_blocks(seeds.convert(seeds.make_xlsx(), source="xlsx", target=target, folder=tmp_path))
    assert isinstance(table, Table)
    assert table.sheet == "进展"
    assert [cell.text for cell in table.cells][:6] == ["重点工作进展", "序号", "任务", "完成率", "1", "新建公园"]
