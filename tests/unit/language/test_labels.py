"""What labels and headings mean, by the words that they are made of."""

import pytest

from luoshi.language.lexicon.headings import has_duty, heading_hint, is_foreign, stands_apart
from luoshi.language.lexicon.labels import Field, clause_field, column_field

F = Field


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("牵头（责任）单位", F.LEAD),
        ("主抓单位", F.LEAD),
        ("领衔部门", F.LEAD),
        ("主责局", F.LEAD),
        ("归口部门", F.RESPONSIBLE),
        ("包联单位", F.RESPONSIBLE),
        ("责任局", F.RESPONSIBLE),
        ("承接科室", F.RESPONSIBLE),
        ("联办部门", F.COOPERATING),
        ("配合局", F.COOPERATING),
        ("技术支撑单位", F.COOPERATING),
        ("分管副市长", F.LEADER),
        ("责任同志", F.LEADER),
        ("包案人", F.LEADER),
        ("联系人", F.REMARK),
        ("市项目推进办", None),
        ("市教育局", None),
        ("工作要求", None),
    ],
)
def test_a_label_is_known_by_a_duty_and_a_body(label: str, field: Field | None) -> None:
    assert clause_field(label) is field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("责任单位（★为牵头单位）", F.RESPONSIBLE),
        ("责任单位（第一个为牵头单位）", F.RESPONSIBLE),
        ("责任部门（排在首位的为牵头部门）", F.RESPONSIBLE),
        ("牵头单位（主管）", F.LEAD),
        ("责任单位（排在第一的为牵头单位，下同）", F.RESPONSIBLE),
        ("主要问题", F.REMARK),
        ("任务状态", F.REMARK),
        ("最近反馈时间", F.REMARK),
        ("办结时间", F.DUE),
        ("整改", F.REMARK),
        ("整改情况说明", F.REMARK),
        ("整改措施", F.TASK),
        ("整改责任单位", F.RESPONSIBLE),
        ("整改时限", F.DUE),
        ("主攻局", F.LEAD),
    ],
)
def test_a_column_is_known_by_its_heading(heading: str, field: Field) -> None:
    assert column_field(heading) is field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("厅局", F.RESPONSIBLE),
        ("谁来干", F.RESPONSIBLE),
        ("助攻局", F.COOPERATING),
        ("还有谁", F.COOPERATING),
        ("谁挂帅", F.LEADER),
        ("包村干部", F.LEADER),
        ("干什么", F.TASK),
        ("要办的事", F.TASK),
        ("何时干成", F.DUE),
        ("交卷日", F.DUE),
        ("目前干到哪", F.PROGRESS),
        ("战线", F.SECTION),
        ("No.", F.NUMBER),
        ("事件", None),
        ("增长", None),
        ("成长", None),
        ("", None),
        ("这是一个太长而不能是表头的句子不能算表头", None),
    ],
)
def test_the_smallest_words_of_a_heading_hint_at_its_field(heading: str, field: Field | None) -> None:
    assert heading_hint(heading) is field


def test_headings_of_other_lists_are_foreign() -> None:
    assert all(map(is_foreign, ("单价（元）", "采购单位", "处罚机关", "获奖项目", "汇报单位")))
    assert not any(map(is_foreign, ("责任单位", "工作任务", "完成时限", "厅局")))


def test_bodies_that_answer_for_nothing_stand_apart() -> None:
    assert all(map(stands_apart, ("填报单位", "建设单位", "申报单位", "来源")))
    assert not any(map(stands_apart, ("责任单位", "项目责任单位", "单位", "先锋单位")))
    assert has_duty("承接方")
