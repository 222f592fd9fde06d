from dataclasses import replace
from datetime import date

import pytest

from luoshi.model import Document, Due, Place, Plan, Progress, Quote, Reading, Report, Unknown
from luoshi.writing.words import document_facts, due_words, period_words, place_words, summary


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (None, ""),
        (Place(4, 0, 1), "第 5 段"),
        (Place(4, 0, 1, page=3), "第 3 页"),
        (Place(4, 0, 1, row=2, column=0, page=3), "第 3 页表格第 3 行"),
        (Place(0, 0, 1, row=11, column=0, sheet="重点工作"), "工作表“重点工作”第 12 行"),
    ],
)
def test_a_place_is_told_as_a_reader_finds_it(place: Place | None, expected: str) -> None:
    assert place_words(place) == expected


@pytest.mark.parametrize(
    ("period", "expected"), [("Q3", "三季度"), ("H1", "上半年"), ("M09", "9月"), ("Mx", "Mx"), ("其他", "其他")]
)
def test_a_period_has_its_chinese_name(period: str, expected: str) -> None:
    assert period_words(period) == expected


@pytest.mark.parametrize(
    ("by", "expected"),
    [(date(2026, 6, 30), "6-30"), (date(2027, 6, 30), "2027-6-30"), (None, "汛前完成")],
)
def test_a_due_date_names_its_year_only_when_it_is_another(by: date | None, expected: str) -> None:
    assert due_words(Due(by, Quote("汛前完成", Place(0, 0, 4))), 2026) == expected


def test_only_known_facts_of_a_document_are_told(document: Document) -> None:
    assert document_facts(document) == (
        "云政办发〔2026〕7号",
        "云泽市人民政府办公室",
        "2026年3月4日印发",
        "2026 年度",
        "公开发布",
    )
    assert document_facts(Document()) == ()


def test_the_summary_counts_what_was_read(plan: Plan, progress: Progress, report: Report) -> None:
    readings: list[tuple[Reading, int]] = [
        (plan, 2),
        (replace(plan, tasks=()), 0),
        (progress, 1),
        (report, 0),
        (Unknown(Document()), 0),
    ]

    assert [summary(reading, doubts) for reading, doubts in readings] == [
        "读出 3 项：重点工作 2、民生实事 1；牵头单位 1 家；存疑 2 处",
        "没有读出任务；牵头单位 0 家；没有存疑",
        "读出 1 行进展；牵头单位 2 家；存疑 1 处",
        "读出 1 个方面、1 条举措、2 项承诺；没有存疑",
        "没有认出是责任分解、进展情况还是政府工作报告；没有存疑",
    ]
