from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from luoshi.model import Comparator, Due, Plan, Progress, Reading, Report, Source, Target
from luoshi.writing.delimited import write_csv
from luoshi.writing.ledger import Sheet, list_lines, list_sheets
from luoshi.writing.outcome import Failure, Outcome, Success
from luoshi.writing.workbook import write_xlsx


def outcome(reading: Reading, source: Source, name: str = "分解.pdf") -> Success:
    return Success(name, source, reading)


def as_rows(sheet: Sheet) -> list[dict[str, object]]:
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]


def test_each_kind_of_line_has_a_sheet(plan: Plan, progress: Progress, report: Report, source: Source) -> None:
    outcomes = [outcome(reading, source) for reading in (plan, progress, report)]

    assert [sheet.title for sheet in list_sheets(outcomes)] == ["任务", "分县任务数", "进展", "承诺", "存疑", "文件"]
    assert [sheet.title for sheet in list_sheets(outcomes[2:])] == ["承诺", "文件"]


def test_a_task_is_one_row(plan: Plan, source: Source) -> None:
    first, second, _ = as_rows(list_sheets([outcome(plan, source)])[0])

    assert first == {
        "编号": "重点工作/1/0/1",
        "部分": "重点工作",
        "领导分工": "周以宁副市长牵头的重点工作",
        "领导": "周以宁",
        "领域": None,
        "序号": 1,
        "子项": None,
        "项目": None,
        "任务": "建成“云快处”平台，6月底前上线<试用>。",
        "牵头单位": "公安局",
        "其他单位": "数据局",
        "指标": "",
        "时限": date(2026, 6, 30),
        "时限原文": "6月底前上线",
        "存疑": "",
        "出处": "第 1 页",
    }
    assert (second["其他单位"], second["存疑"]) == ("园林局、城管局、各镇街", "三家单位都没有▲，请核对谁牵头。")


def test_a_figure_stands_beside_its_task_and_on_a_line_of_its_own(plan: Plan, source: Source, target: Target) -> None:
    ranged = replace(target, comparator=Comparator.EQUAL, high=Decimal(5))
    task = replace(plan.tasks[1], targets=(target, ranged))
    tasks, *_, figures = (
        sheet
        for sheet in list_sheets([outcome(replace(plan, tasks=(plan.tasks[0], task)), source)])
        if sheet.title in {"任务", "指标"}
    )

    assert as_rows(tasks)[1]["指标"] == "新增公园 ≥3个\n新增公园 3—5个"
    assert as_rows(figures)[0] == {
        "编号": "重点工作/1/0/2",
        "指标": "新增公园",
        "比较": "≥",
        "数值": 3,
        "上限": None,
        "单位": "个",
        "性质": "数量",
        "期限": None,
        "原文": "3个",
        "出处": "第 2 页",
    }


def test_the_last_of_several_due_dates_is_the_tasks(plan: Plan, source: Source) -> None:
    task = plan.tasks[0]
    dues = (*task.due, Due(date(2026, 9, 30), task.quote), Due(None, task.quote))
    staged = replace(plan, tasks=(replace(task, due=dues),))

    assert as_rows(list_sheets([outcome(staged, source)])[0])[0]["时限"] == date(2026, 9, 30)


def test_shares_stand_in_a_column_a_district_as_numbers(plan: Plan, source: Source) -> None:
    shares = next(sheet for sheet in list_sheets([outcome(plan, source)]) if sheet.title == "分县任务数")

    assert as_rows(shares) == [
        {
            "编号": "民生实事/1",
            "任务": "=改造老旧小区",
            "总任务": 30,
            "各地合计": 29,
            "合计核对": "不符",
            "望湖区": 12,
            "沙洲区": 17,
        }
    ]


def test_several_documents_share_their_sheets_each_row_with_its_file(plan: Plan, source: Source) -> None:
    outcomes: list[Outcome] = [
        outcome(plan, source, "甲.pdf"),
        outcome(plan, source, "乙.pdf"),
        Failure("丙.pdf", "坏了。"),
    ]

    sheets = {sheet.title: as_rows(sheet) for sheet in list_sheets(outcomes)}

    assert [row["文件"] for row in sheets["任务"]] == ["甲.pdf"] * 3 + ["乙.pdf"] * 3
    assert [(row["文件"], row["类型"]) for row in sheets["文件"]][2] == ("丙.pdf", "没有读成")
    assert sheets["文件"][2]["标题"] == "坏了。"


def test_lines_of_every_kind_share_one_table_where_there_are_no_sheets(
    plan: Plan, progress: Progress, report: Report, source: Source
) -> None:
    rows = as_rows(list_lines([outcome(reading, source) for reading in (plan, progress, report)]))

    assert [row["任务"] or row["承诺"] for row in rows][3:] == ["新增公园3个", "建成“云快处”平台", "6月底前上线"]
    assert rows[3]["进展"] == "已建成1个。\n另2个在建。"


def test_where_nothing_was_read_the_files_are_told() -> None:
    assert as_rows(list_lines([Failure("坏.pdf", "坏了。")])) == [
        {"文件": "坏.pdf", "类型": "没有读成", "标题": "坏了。"}
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("=1+1", "'=1+1"), ("+86", "'+86"), ("-3", "'-3"), ("@sum", "'@sum"), ("\tx", "'\tx"), ("3-1", "3-1")],
)
def test_csv_text_that_would_run_as_a_formula_gets_an_apostrophe(text: str, expected: str) -> None:
    written = write_csv(Sheet("任务", ("任务",), ((text,),)))

    assert written.decode("utf-8-sig") == f"任务\r\n{expected}\r\n"


def test_csv_quotes_what_needs_it_and_keeps_numbers_and_dates() -> None:
    sheet = Sheet("任务", ("甲", "乙", "丙", "丁"), (("一,二\n三", -3, date(2026, 6, 30), None),))

    assert write_csv(sheet) == '\ufeff甲,乙,丙,丁\r\n"一,二\n三",-3,2026-06-30,\r\n'.encode()


def test_a_workbook_holds_text_as_text_and_numbers_as_numbers() -> None:
    values = ("=1+1", "https://example.cn/", "007", 3, 2.5, date(2026, 6, 30), None, "\ud800")
    sheet = Sheet("任务", tuple("甲乙丙丁戊己庚辛"), (values,))

    written = load_workbook(BytesIO(write_xlsx([sheet])))["任务"]

    cells = next(iter(written.iter_rows(min_row=2)))
    assert [cell.value for cell in cells[:5]] == ["=1+1", "https://example.cn/", "007", 3, 2.5]
    assert [cell.data_type for cell in cells] == ["s", "s", "s", "n", "n", "d", "n", "s"]
    assert cells[1].hyperlink is None
    assert (written.freeze_panes, written.auto_filter.ref) == ("A2", "A1:H2")


def test_a_workbooks_columns_are_as_wide_as_their_text_within_bounds() -> None:
    rows = (("1", "改造老旧小区" * 30),)

    written = load_workbook(BytesIO(write_xlsx([Sheet("任务", ("序号", "任务"), rows)])))["任务"]

    assert written.column_dimensions["A"].width < 10
    assert 55 < written.column_dimensions["B"].width < 65


def test_wide_columns_give_way_until_a_page_holds_all() -> None:
    columns = tuple("甲乙丙丁戊己")
    rows = ((*["改造老旧小区" * 30] * 5, "短"),)

    written = load_workbook(BytesIO(write_xlsx([Sheet("任务", columns, rows)])))["任务"]

    # The five stand in the file as one group of equal columns
    assert (written.column_dimensions["A"].min, written.column_dimensions["A"].max) == (1, 5)
    assert 28 < written.column_dimensions["A"].width < 42


@pytest.mark.parametrize(("count", "paper"), [(3, "9"), (6, "9"), (9, "8"), (14, "8")])
def test_many_columns_are_printed_on_a3_with_their_heads_on_every_page(count: int, paper: str) -> None:
    columns = tuple("甲乙丙丁戊己庚辛壬癸子丑寅卯"[:count])

    written = load_workbook(BytesIO(write_xlsx([Sheet("任务", columns, (("改造老旧小区" * 30,) * count,))])))["任务"]

    assert str(written.page_setup.paperSize) == paper
    assert (written.page_setup.orientation, written.print_title_rows) == ("landscape", "$1:$1")
    assert (written.page_setup.fitToWidth or 1, written.page_setup.fitToHeight) == (1, 0)
    assert count * written.column_dimensions["A"].width <= {"9": 215, "8": 305}[paper]


def test_a_row_is_as_high_as_its_wrapped_text() -> None:
    rows = (("短", "一行"), ("短", "改造老旧小区" * 15), ("短", "一\n二\n三"), ("长", "长" * 30_000))

    written = load_workbook(BytesIO(write_xlsx([Sheet("任务", ("序号", "任务"), rows)])))["任务"]

    assert [written.row_dimensions[row].height for row in (2, 3, 4, 5)] == [16.5, 66, 49.5, 408.75]


def test_text_longer_than_a_cell_holds_says_that_it_goes_on() -> None:
    written = load_workbook(BytesIO(write_xlsx([Sheet("任务", ("任务",), (("长" * 40_000,),))])))["任务"]

    assert str(written["A2"].value).endswith("长…（一格放不下，全文见 json）")
