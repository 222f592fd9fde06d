"""Outlines in any mix of markers."""

import pytest

from luoshi.reading.outline import Form, find_marker, is_heading, read_outline
from luoshi.reading.tables.inventory import find_tables
from tests.unit.reading.passages import quote, read_plan, shown, source


@pytest.mark.parametrize(
    ("text", "form", "number", "rest"),
    [
        ("第一章 总体要求", Form.CHAPTER, 1, "总体要求"),
        ("第二部分：重点工作", Form.CHAPTER, 2, "重点工作"),
        ("一、重点工作", Form.CHINESE, 1, "重点工作"),
        ("十二、重点工作", Form.CHINESE, 12, "重点工作"),
        ("二十．重点工作", Form.CHINESE, 20, "重点工作"),
        ("（三）重点工作", Form.CHINESE_BRACKET, 3, "重点工作"),
        ("(三)重点工作", Form.CHINESE_BRACKET, 3, "重点工作"),
        ("（三）、重点工作", Form.CHINESE_BRACKET, 3, "重点工作"),
        ("1.新建学校", Form.ARABIC, 1, "新建学校"),
        ("12．新建学校", Form.ARABIC, 12, "新建学校"),
        ("103、 新建学校", Form.ARABIC, 103, "新建学校"),
        ("任务5：新建学校", Form.ARABIC, 5, "新建学校"),
        ("（4）新建学校", Form.ARABIC_BRACKET, 4, "新建学校"),
        ("4）新建学校", Form.ARABIC_BRACKET, 4, "新建学校"),
        ("①新建学校", Form.CIRCLED, 1, "新建学校"),
        ("1.2做优服务业", Form.DECIMAL, 2, "做优服务业"),
        ("1.1.3 做优服务业", Form.DEEP_DECIMAL, 3, "做优服务业"),
        ("1.1.12 推进企业技改扩能，技改投资增长15%。", Form.DEEP_DECIMAL, 12, "推进企业技改扩能，技改投资增长15%。"),
        ("⑳新建学校", Form.CIRCLED, 20, "新建学校"),
    ],
)
def test_an_item_begins_with_a_marker(text: str, form: Form, number: int, rest: str) -> None:
    found = find_marker(quote(text))
    assert found is not None
    assert (found[0], found[1], found[2].text) == (form, number, rest)


def test_a_number_of_four_figures_goes_on_counting_or_is_a_year() -> None:
    lines = [
        "998.新建学校",
        "999.扩建食堂",
        "2026、2027年建成。",
        "三、住房",
        "1000.改造小区",
        "1001、3月底前开工",
    ]
    made = source(*lines)
    items = read_outline(made, find_tables(made), is_title=lambda _: False).items
    assert [(item.number, item.quote.text, len(item.more)) for item in items] == [
        (998, "新建学校", 0),
        (999, "扩建食堂", 1),
        (3, "住房", 0),
        (1000, "改造小区", 0),
        (1001, "3月底前开工", 0),
    ]


@pytest.mark.parametrize("text", ["新建学校", "3.5亿元投资", "2026年工作", "一是新建学校", "100个项目", "一带一路", ""])
def test_a_text_without_a_marker_is_no_item(text: str) -> None:
    assert find_marker(quote(text)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产业发展", True),
        ("“三农”工作", True),
        ("新建学校3所。", False),
        ("责任单位：市教育局", False),
        ("加快建设" * 8, False),
    ],
)
def test_a_heading_is_a_short_line_of_words(text: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert is_heading(text) is expected


def nest(*lines: str) -> list[tuple[str, str | None]]:
    made = source(*lines)
    items = read_outline(made, find_tables(made), is_title=lambda text: text.endswith("分解")).items
    return [(item.quote.text, None if item.parent is None else items[item.parent].quote.text) for item in items]


@pytest.mark.parametrize(
    ("lines", "nested"),
    [
        (["一、甲", "（一）乙", "1.丙", "2.丁", "（二）戊"], ["甲", "乙<甲", "丙<乙", "丁<乙", "戊<甲"]),
        (["一、甲", "1.乙", "（1）丙", "2.丁", "二、戊"], ["甲", "乙<甲", "丙<乙", "丁<甲", "戊"]),
        (["（一）甲", "1.乙", "（二）丙"], ["甲", "乙<甲", "丙"]),
        (["1.甲", "①乙", "②丙", "2.丁"], ["甲", "乙<甲", "丙<甲", "丁"]),
        (["第一章 甲", "一、乙", "第二章 丙", "一、丁"], ["甲", "乙<甲", "丙", "丁<丙"]),
        (["1.1甲", "1.1.1乙", "1.1.2丙", "1.2丁"], ["甲", "乙<甲", "丙<甲", "丁"]),
        (["1.甲", "工作分解", "1.乙"], ["甲", "工作分解", "乙<工作分解"]),
        (["今年任务", "设施", "1.甲", "产业", "2.乙"], ["设施", "甲<设施", "产业", "乙<产业"]),
        (["今年任务", "1.甲", "产业", "2.乙"], ["甲", "产业", "乙<产业"]),
    ],
)
def test_items_stand_under_those_of_the_form_that_encloses_them(lines: list[str], nested: list[str]) -> None:
    assert [text if parent is None else f"{text}<{parent}" for text, parent in nest(*lines)] == nested


def test_a_number_alone_on_its_line_may_have_a_nought() -> None:
    lines = ["01", "新建公园3座", "责任单位：区园林局", "02", "修缮桥梁5座", "责任单位：区交通局"]
    assert [text for text, _ in nest(*lines)] == ["新建公园3座", "修缮桥梁5座"]


def test_unnumbered_paragraphs_follow_their_item_or_stand_before_the_first() -> None:
    made = source("各单位：现将任务印发。", "1.新建学校。", "责任单位：市教育局", "2.新建公园。")
    outline = read_outline(made, find_tables(made), is_title=lambda _: False)
    assert [each.text for each in outline.preface] == ["各单位：现将任务印发。"]
    assert [[each.text for each in item.more] for item in outline.items] == [["责任单位：市教育局"], []]


def test_a_name_may_stand_between_a_number_alone_on_its_line_and_the_text() -> None:
    cards = [
        "颐养天年", "01", "助餐服务", "新增助餐点12个", "责任单位｜市民政局",
        "宜居家园", "02", "停车便利", "新增停车位300个", "责任单位｜市城管局",
    ]  # fmt: skip
    plan = read_plan("云泽市2026年民生实事项目", *cards)
    assert [(task.number, task.section, task.name, task.text, shown(task.units)) for task in plan.tasks] == [
        (1, "颐养天年", "助餐服务", "新增助餐点12个", "▲市民政局"),
        (2, "宜居家园", "停车便利", "新增停车位300个", "▲市城管局"),
    ]
