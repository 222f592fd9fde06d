"""What a document says of itself."""

from datetime import date

import pytest

from luoshi.model import Document
from luoshi.reading.head import is_title_like, read_head
from luoshi.reading.tables.inventory import find_tables
from tests.unit.reading.passages import read, source, table

NOTICE = "云泽市人民政府办公室关于印发2026年政府工作报告重点工作责任分解的通知"


def head(*lines: str, as_of: date | None = None) -> Document:
    made = source(*lines)
    return read_head(made, find_tables(made), as_of=as_of)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([NOTICE, "各镇人民政府："], NOTICE),
        ([NOTICE[:10], NOTICE[10:], "各镇人民政府："], NOTICE),
        (["云泽市人民政府", "关于2026年重点工作责任分解的通知"], "云泽市人民政府关于2026年重点工作责任分解的通知"),
        (["2026年政府工作报告重点任务责任分解表", "1.新建学校"], "2026年政府工作报告重点任务责任分解表"),
        (["标　　题：" + NOTICE, "发文字号：云政办发〔2026〕3号", "云泽市重点工作责任分解"], NOTICE),
        (["云泽市重点工作进展统计表（10月）", "序号"], "云泽市重点工作进展统计表（10月）"),
        (["首页>信息公开>云泽市重点工作", "云泽市2026年民生实事项目"], "云泽市2026年民生实事项目"),
        (["云泽市三季度重点任务进展情况汇总", "表", "序号"], "云泽市三季度重点任务进展情况汇总表"),
        (["云泽市2026年政府工作报告确定的", "重点任务责任分解表"], "云泽市2026年政府工作报告确定的重点任务责任分解表"),
        (["云泽市2026年重点工作责任分解", "民生实事"], "云泽市2026年重点工作责任分解"),
        (["附件1", "责任分解表"], "责任分解表"),
        (["关于全市重点工作推进情况的通报", "（第8期）"], "关于全市重点工作推进情况的通报"),
        (["云泽市2026年民生实事进展情况公示", "实事项目"], "云泽市2026年民生实事进展情况公示"),
        (["云泽新区管理委员会", "2026年重点工作任务清单"], "云泽新区管理委员会2026年重点工作任务清单"),
        (["国务院关于落实《政府工作报告》", "重点工作分工的意见"], "国务院关于落实《政府工作报告》重点工作分工的意见"),
        (["政府工作报告", "各位代表："], "政府工作报告"),
        (["过半了！云泽市2026年十件民生实事上半年进展来了", "01"], "过半了！云泽市2026年十件民生实事上半年进展来了"),
        (["2026年民生实事进展良好。", "01"], None),
        (["云泽市人民政府", "关于公布2026年十件民生实事的通告"], "云泽市人民政府关于公布2026年十件民生实事的通告"),
        (["关于重点工作完成情况的通报", "现将情况通报如下：", "一、总体情况"], "关于重点工作完成情况的通报"),
        (["云泽市民生实事项目进展公示（截至9月底）", "1.新建学校"], "云泽市民生实事项目进展公示（截至9月底）"),
        (["红烧肉的做法", "五花肉500克"], None),
    ],
)
def test_the_title_is_found(lines: list[str], title: str | None) -> None:
    assert head(*lines).title == title


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        ([NOTICE], "云泽市人民政府办公室"),
        (["云泽市2026年重点工作责任分解", "云泽市人民政府办公室", "2026年3月1日"], "云泽市人民政府办公室"),
        (["关于重点工作进展情况的通报", "县政府督查室", "2026年7月1日"], "县政府督查室"),
        (["国务院关于落实重点工作分工的意见"], "国务院"),
        (["云泽市人民政府办公室文件", "云泽市2026年重点工作责任分解"], "云泽市人民政府办公室"),
        (["云泽市2026年重点工作责任分解"], None),
    ],
)
def test_the_issuer_is_who_signs(lines: list[str], issuer: str | None) -> None:
    assert head(*lines).issuer == issuer


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("云政办发〔2026〕3号", "云政办发〔2026〕3号"),
        ("云政办发[2026] 3 号", "云政办发[2026]3号"),
        ("云政办字〔2026〕第12号", "云政办字〔2026〕第12号"),
        ("根据《关于加强督查工作的通知》（云政办发〔2025〕88号）要求，现印发如下。", None),
    ],
)
def test_the_number_stands_on_a_line_of_its_own(line: str, number: str | None) -> None:
    assert head(line, NOTICE).doc_number == number


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2026年3月1日", date(2026, 3, 1)),
        ("二〇二六年三月一日", date(2026, 3, 1)),
        ("（2026年3月1日）", date(2026, 3, 1)),
        ("云泽市人民政府办公室 2026年3月2日印发", date(2026, 3, 2)),
        ("2026年3月1日前完成。", None),
    ],
)
def test_the_day_of_issue_is_found(line: str, day: date | None) -> None:
    assert head(NOTICE, line).issued_on == day


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（此件公开发布）", 1),
        ("（此件主动公开）", 1),
        ("公开方式：主动公开", 1),
        ("（此件不予公开）", 0),
        ("（此件依申请公开）", 0),
    ],
)
def test_a_document_says_whether_it_is_public(line: str, expected: int) -> None:
    assert head(NOTICE, line).is_public == bool(expected)


def test_copies_and_notes_of_assistance_are_kept() -> None:
    found = head(
        NOTICE,
        "办公室副主任按照分工做好协助配合工作。",
        "抄送：市委各部门，市人大常委会办公室，市政协办公室。",
    )
    assert found.cc == ("市委各部门", "市人大常委会办公室", "市政协办公室")
    assert found.assist_notes == ("办公室副主任按照分工做好协助配合工作。",)


@pytest.mark.parametrize(
    ("lines", "year", "period"),
    [
        (["云泽市2026年重点工作责任分解"], 2026, None),
        (["云泽市重点工作责任分解", "2025年3月1日"], 2025, None),
        (["云泽市重点工作责任分解"], 2024, None),
        (["云泽市2025年三季度重点工作进展情况"], 2025, "Q3"),
        (["云泽市2025年上半年重点工作进展情况"], 2025, "H1"),
        (["云泽市2025年5月份重点工作进展情况"], 2025, "M05"),
    ],
)
def test_year_and_period_are_told_by_the_title_or_the_date(lines: list[str], year: int, period: str | None) -> None:
    found = head(*lines, as_of=date(2024, 5, 1))
    assert (found.year, found.period) == (year, period)


def test_the_number_may_stand_beside_its_label_in_the_frame_of_a_page() -> None:
    frame = table(
        "索引号|0014/2026-1|发文字号|云政办发〔2026〕4号", "发布机构|云泽市人民政府办公室|成文日期|2026-02-27"
    )
    made = source(frame, NOTICE, "各镇人民政府：")
    assert read_head(made, find_tables(made)).doc_number == "云政办发〔2026〕4号"


def test_copies_may_stand_in_a_frame() -> None:
    made = source(
        NOTICE,
        "1.新建学校。",
        table("抄送：市委各部门，市人大常委会办公室。", "云泽市人民政府办公室　2026年3月4日印发"),
    )
    read = read_head(made, find_tables(made))
    assert (read.cc, read.issued_on) == (("市委各部门", "市人大常委会办公室"), date(2026, 3, 4))


def test_a_title_may_stand_in_the_first_row_of_a_table() -> None:
    made = source(table("云泽市2026年重点工作责任分解表||", "序号|任务|责任单位", "1|新建学校|市教育局"))
    assert read_head(made, find_tables(made)).title == "云泽市2026年重点工作责任分解表"


@pytest.mark.parametrize(
    ("text", "expected"), [("重点任务分工方案", 1), ("新建学校3所。", 0), ("当前位置：首页>重点工作", 0)]
)
def test_a_title_names_a_document(text: str, expected: int) -> None:
    assert is_title_like(text) == bool(expected)


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        (["云泽市2026年重点项目进展情况表", "（截至2026年9月30日）"], "M09"),
        (["关于专项督查情况的通报", "对截至5月底的进展情况开展了督查。现将有关情况通报如下："], "M05"),
        (["云泽市2026年三季度重点项目进展情况表", "（截至2026年9月30日）"], "Q3"),
        (["关于重点项目进展的通报", "（第8期）", "现将截至8月底全市重点项目进展情况通报如下："], "M08"),
        (["云泽市2026年重点项目进展情况表", "截至2026年9月30日，全市42个项目已全部开工，完成投资12亿元。"], None),
    ],
)
def test_the_period_stands_in_the_title_or_below_it(lines: list[str], period: str | None) -> None:
    assert head(*lines).period == period


def test_the_path_of_a_page_is_no_office_before_a_title() -> None:
    head = read(
        "政府信息公开", "政策文件", "关于下达2026年重点工作任务的通知", "1.新建学校3所。（市教育局牵头）"
    ).document
    assert (head.title, head.issuer) == ("关于下达2026年重点工作任务的通知", None)


def test_the_heading_of_a_column_names_no_document() -> None:
    rows = table("序号|任务|牵头单位|完成情况", "1|新建学校3所|市教育局|")
    assert read(rows).document.title is None


def test_a_task_whose_clause_says_who_helps_is_no_note_of_assistance() -> None:
    line = "2.打通断头路12条。（市城管局、市住建局按职责分工负责，各区人民政府配合）"
    assert read("云泽市重点工作责任分解", "1.新建学校。（市教育局牵头）", line).document.assist_notes == ()
