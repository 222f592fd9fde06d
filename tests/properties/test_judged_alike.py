"""What a correction cannot have touched is not judged again: it would have come out as it was."""

from datetime import date
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.checking.check import ProgressCase
from luoshi.checking.replies import CHECKS
from luoshi.judging import judge
from luoshi.records.register.models import Government, Plan
from luoshi.records.reporting.judging import Judged, Reply, is_judged_alike, judge_reply
from luoshi.records.reporting.models import Round
from tests.unit.judging.tables import row_of, table_of

OPENED: Final = Round(plan=Plan(year=2026, government=Government()), period="Q3", cutoff=date(2026, 9, 30))
# What stands in a row beside what comes of it
PRINTED: Final = ("name", "quote", "place")
WORDS: Final = st.sampled_from(
    [
        *("新建公园20个", "新建公园30个", "压减一般性支出5%", "出口增长8%", "增长8%", "高于全省平均", "高于平均"),
        *("6月底前", "10月15日前", "年底前", "，", "。", "、", "抓好", "梳理", "问题", "白苇街道", "苇街道", "东屿镇"),
    ]
)
NAMES: Final = st.lists(WORDS, min_size=1, max_size=6).map("".join)
SAID: Final = st.sampled_from(
    [
        *(
            "新建公园",
            "公园",
            "已完成",
            "6个",
            "20个",
            "出口增长9%",
            "出口",
            "一般性支出下降6%",
            "截至6月底",
            "，",
            "。",
        ),
        *("梳理问题20个", "收集问题30个", "白苇街道已建成公园5个", "东屿镇新增公园3个", "无", "位居前列"),
    ]
)
REPLIES: Final = st.lists(SAID, min_size=1, max_size=8).map("".join)


def told(name: str, of: str, reply: str) -> tuple[Reply, Judged]:
    """What is judged with a name, by the figures of what it was issued as."""
    asked = Reply(name, row_of(of, reply).targets, reply, 7)
    return asked, judge_reply(OPENED, asked)


@settings(deadline=None)
@given(NAMES, NAMES, REPLIES)
def test_where_a_wording_is_said_to_be_judged_alike_it_is(name: str, other: str, reply: str) -> None:
    (_, before), (asked, after) = told(name, name, reply), told(other, name, reply)
    if is_judged_alike(OPENED, asked, before.row):
        assert after.verdict == before.verdict
        same = [{key: value for key, value in each.row.items() if key not in PRINTED} for each in (before, after)]
        assert same[0] == same[1]


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        ("抓紧新建公园20个，抓好管护。", True),
        ("新建公园20个，梳理问题。", False),
        ("6月底前新建公园20个，抓好管护。", False),
        ("压减公园20个，抓好管护。", False),
    ],
)
def test_only_what_a_verdict_rests_on_is_looked_at(other: str, *, is_alike: bool) -> None:
    name = "抓紧新建公园20个，抓好管理。"
    _, before = told(name, name, "梳理问题9个，新建公园6个。")
    asked, _ = told(other, name, "梳理问题9个，新建公园6个。")
    assert is_judged_alike(OPENED, asked, before.row) is is_alike


def test_other_figures_or_another_reply_are_judged_anew() -> None:
    name, reply = "新建公园20个", "新建公园6个。"
    asked, before = told(name, name, reply)
    assert is_judged_alike(OPENED, asked, before.row)
    assert not is_judged_alike(OPENED, told(name, "新建公园30个", reply)[0], before.row)
    assert not is_judged_alike(OPENED, told(name, name, "新建公园7个。")[0], before.row)


@settings(deadline=None)
@given(NAMES, REPLIES)
def test_what_compares_says_nothing_of_a_row_alone(name: str, reply: str) -> None:
    case = ProgressCase(judge(table_of(row_of(name, reply)), as_of=OPENED.cutoff), None)  # type: ignore[arg-type]
    assert [check.rule.code for check in CHECKS if check.compares and list(check.find(case))] == []
