"""进展情况汇总表 as a letter and as a workbook."""

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook

from luoshi.judgement import JudgedProgress, RowVerdict, Verdict
from luoshi.letters import Letterhead
from luoshi.model import Document, Leader, Place, Progress, ProgressRow, Quote, Role, Unit
from luoshi.writing.official.summary import summary_title, write_summary, write_summary_book
from tests.unit.writing.official.opened import W, lines, pages, part, rows

LETTERHEAD = Letterhead("云泽市人民政府办公室", issued_on=date(2026, 10, 12))
DOCUMENT = Document("云泽市2026年政府工作报告重点任务三季度进展情况汇总表", year=2026, period="Q3")


def quoted(text: str) -> Quote:
    return Quote(text, Place(0, 0, len(text)))


def row(number: int, name: str, text: str, *units: tuple[str, Role]) -> ProgressRow:
    named = tuple(Unit(unit, role, quoted(unit)) for unit, role in units)
    return ProgressRow(number, name, text, quoted(name), units=named)


@pytest.fixture
def table() -> Progress:
    first = row(1, "新增公园3个", "=1+1\n已建成2个。", ("园林局", Role.LEAD), ("各镇街", Role.COOPERATING))
    return Progress(DOCUMENT, (first, row(2, "改造道路5条", "", ("住建局", Role.LEAD))))


@pytest.fixture
def judged(table: Progress) -> JudgedProgress:
    verdicts = (
        RowVerdict(Verdict.BEHIND, "2÷3＝66.7%，序时 75%，欠 8.3 点。", colour="blue", step="蓝"),
        RowVerdict(Verdict.NO_DATA, "没有填报。"),
    )
    return JudgedProgress(DOCUMENT, table.rows, verdicts=verdicts, as_of=date(2026, 9, 30))


def test_a_table_has_the_columns_that_its_rows_fill(table: Progress) -> None:
    written = write_summary(table, LETTERHEAD)
    assert rows(written) == [
        ["序号", "任务名称", "牵头单位", "配合单位", "三季度进展情况"],
        ["1", "新增公园3个", "园林局", "各镇街", "=1+1已建成2个。"],
        ["2", "改造道路5条", "住建局", "", ""],
    ]
    assert lines(written) == [
        ("表格标题", "云泽市2026年政府工作报告\n重点任务三季度进展情况汇总表"),
        ("表格说明", "云泽市人民政府办公室　　2026年10月12日"),
    ]


def test_the_columns_fill_a_page_in_landscape_and_their_head_is_repeated(table: Progress) -> None:
    written = write_summary(table, LETTERHEAD)
    assert pages(written) == [(297, 210, 35, 28, 37, 26)]
    body = part(written, "word/document.xml")
    widths = [int(each.get(W + "w", 0)) for each in body.iter(W + "gridCol")]
    assert (len(widths), round(sum(widths) / 1440 * 25.4)) == (5, 225)
    assert [each.find(f"{W}trPr/{W}tblHeader") is not None for each in body.iter(W + "tr")] == [True, False, False]


def test_verdicts_stand_beside_what_was_reported(judged: JudgedProgress) -> None:
    written = write_summary(judged, LETTERHEAD)
    assert [line[-2:] for line in rows(written)] == [
        ["研判", "研判说明"],
        ["欠进度·蓝", "2÷3＝66.7%，序时75%，欠8.3点。"],
        ["没有数据", "没有填报。"],
    ]
    assert lines(written)[1][1].endswith("　　研判截至2026年9月30日")


def test_numbers_and_headings_have_room_beside_columns_of_every_kind(table: Progress) -> None:
    """Twice the margin of a cell, and as many characters of 10.5 points as are not to be cut."""
    roles = (Role.LEAD, Role.RESPONSIBLE, Role.COOPERATING, Role.GUIDING)
    units = tuple(Unit("财政局", role, quoted("财政局")) for role in roles)
    row = replace(table.rows[0], units=units, leaders=(Leader("周以宁", "副市长", quoted("周以宁")),))
    for rows_of, heads in ((row, 8), (table.rows[0], 5)):
        body = part(write_summary(replace(table, rows=(rows_of,)), LETTERHEAD), "word/document.xml")
        points = [int(each.get(W + "w", 0)) / 20 - 7 for each in body.iter(W + "gridCol")]
        assert len(points) == heads
        assert (points[0] >= 2 * 10.3, points[0] < 30, min(points[1:]) >= 3 * 10.3) == (True, True, True)


def test_leaders_have_a_column_where_they_are_named(table: Progress) -> None:
    led = replace(table.rows[0], leaders=(Leader("周以宁", "副市长", quoted("周以宁")),))
    assert rows(write_summary(replace(table, rows=(led,)), LETTERHEAD))[1][2] == "周以宁副市长"


def test_a_workbook_holds_the_same_table_and_runs_no_text(judged: JudgedProgress) -> None:
    book = load_workbook(io.BytesIO(write_summary_book(judged, LETTERHEAD)))
    sheet = book["进展情况"]
    values = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert values[0][0] == DOCUMENT.title
    assert values[2] == ["序号", "任务名称", "牵头单位", "配合单位", "三季度进展情况", "研判", "研判说明"]
    assert values[3][:5] == [1, "新增公园3个", "园林局", "各镇街", "=1+1\n已建成2个。"]
    assert sheet["E4"].data_type == "s"
    assert (sheet.print_title_rows, sheet.freeze_panes, sheet.page_setup.orientation) == ("$3:$3", "A4", "landscape")


def test_a_table_without_a_title_is_named_by_its_year_and_period() -> None:
    assert summary_title(Document(year=2026, period="M09")) == "2026年9月重点任务进展情况汇总表"
    assert summary_title(Document()) == "重点任务进展情况汇总表"
