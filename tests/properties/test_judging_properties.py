"""Verdicts hold together: better is never worse, later is never better, and a unit is only a way of writing."""

from calendar import monthrange
from datetime import date
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from luoshi.judging import judge
from tests.unit.judging.tables import judged_row, row_of, table_of

RANK: Final = {"behind": 0, "not_due": 1, "on_track": 1, "ahead": 2, "done": 3}
MONTHS: Final = st.integers(1, 12)
FIGURES: Final = st.integers(0, 400)
GOALS: Final = st.sampled_from(["新建公园200个", "招引项目120个以上", "6月底前新建公园80个"])
LEVELS: Final = st.sampled_from(["绿化率达到40%", "绿化率40%以上", "出口增长8%", "出口增长8%左右"])


def month_end(month: int) -> date:
    return date(2026, month, monthrange(2026, month)[1])


def rank(name: str, reply: str, month: int) -> int:
    return RANK[judged_row(name, reply, month_end(month)).verdict.value]


@given(GOALS, FIGURES, FIGURES, MONTHS)
def test_a_better_count_never_worsens_a_verdict(name: str, one: int, other: int, month: int) -> None:
    low, high = sorted((one, other))
    thing = "项目" if "项目" in name else "公园"
    assert rank(name, f"完成{thing}{low}个。", month) <= rank(name, f"完成{thing}{high}个。", month)


@given(LEVELS, FIGURES, FIGURES, MONTHS)
def test_a_better_level_or_growth_never_worsens_a_verdict(name: str, one: int, other: int, month: int) -> None:
    low, high = sorted((one, other))
    said = "出口增长" if "出口" in name else "绿化率"
    assert rank(name, f"{said}{low / 10}%。", month) <= rank(name, f"{said}{high / 10}%。", month)


@given(GOALS, FIGURES, MONTHS, MONTHS)
def test_a_later_date_never_betters_the_verdict_on_a_figure(name: str, figure: int, one: int, other: int) -> None:
    early, late = sorted((one, other))
    reply = f"完成{'项目' if '项目' in name else '公园'}{figure}个。"
    assert rank(name, reply, late) <= rank(name, reply, early)


@given(st.integers(1, 99), st.integers(1, 99), MONTHS)
def test_the_size_of_a_unit_changes_nothing(goal: int, figure: int, month: int) -> None:
    name = f"完成投资{goal}亿元"
    large = judged_row(name, f"完成投资{figure}亿元。", month_end(month))
    small = judged_row(name, f"完成投资{figure}0000万元。", month_end(month))
    assert [(one.verdict, one.ratio) for one in large.targets] == [(one.verdict, one.ratio) for one in small.targets]


@given(st.text(alphabet="完成公园投资增长其中累计正在1234567890.%个亿元，。；、（）\n :：年月-", max_size=80))
def test_no_reply_makes_judging_raise_and_every_quote_stands_in_it(reply: str) -> None:
    judged = judge(table_of(row_of("新建公园20个，完成投资3亿元", reply)), as_of=date(2026, 9, 30))
    for measurement in judged.verdicts[0].measurements:
        place = measurement.quote.place
        assert reply[place.start : place.end] == measurement.quote.text
