"""Verdicts: the schedule, own dates, nodes, changes and levels, the weakest of several; each says why."""

from datetime import date

import pytest

from luoshi.judgement import Verdict
from luoshi.judging import judge
from luoshi.model import Document, Place, Plan, Quote, Task
from luoshi.reading.text import text_targets
from tests.unit.judging.tables import AS_OF, answers, judged_row, row_of, table_of


@pytest.mark.parametrize(
    ("name", "reply", "why"),
    [
        ("新建公园360个", "已建成公园214个。", "214÷360＝59.4%，序时 75%，欠 15.6 点。"),
        ("新建公园20个", "已建成公园15个。", "15÷20＝75%，序时 75%，刚好达到。"),
        ("新建公园20个", "已建成公园21个。", "21÷20＝105%，已完成。"),
        ("出口增长8%以上", "出口下降1.5%。", "下降 1.5%，目标不低于 8%，差 9.5 点。"),
        ("绿化率达到40%", "绿化率41.2%。", "报 41.2%，目标 40%，达到。"),
        ("失业率控制在5%以内", "失业率5.4%。", "报 5.4%，目标不高于 5%，高 0.4 点。"),
        ("完成投资12亿元", "完成投资8400万元。", "8400万元÷12亿元＝7%，序时 75%，欠 68 点。"),
        ("新建公园20个", "公园正在选址。", "回复里没有回答这一指标的数。"),
        ("新建公园20个", "完成年度目标的80%。", "没有完成数，自报完成 80%，序时 75%，超 5 点。"),
        ("推进公园建设", "进展顺利。", "定性待核：任务里没有数量指标，要凭材料核实。"),
        ("新建公园20个", "", "未报：这一行没有填进展。"),
    ],
)
def test_every_verdict_says_why_with_its_arithmetic(name: str, reply: str, why: str) -> None:
    assert judged_row(name, reply).why == why


@pytest.mark.parametrize(
    ("done", "colour"), [(149, "blue"), (131, "blue"), (130, "yellow"), (91, "yellow"), (90, "red"), (0, "red")]
)
def test_the_depth_decides_the_step_of_the_ladder(done: int, colour: str) -> None:
    judged = judged_row("新建公园200个", f"已建成公园{done}个。")
    assert (judged.verdict, judged.colour) == (Verdict.BEHIND, colour)


@pytest.mark.parametrize(
    ("as_of", "verdict"),
    [(date(2026, 5, 31), "not_due"), (date(2026, 6, 30), "behind"), (date(2026, 12, 31), "behind")],
)
def test_a_date_of_its_own_takes_the_place_of_the_year(as_of: date, verdict: str) -> None:
    assert judged_row("6月底前完成体检2000人", "已完成体检1900人。", as_of).verdict == verdict


def test_the_nodes_of_a_metric_have_one_answer() -> None:
    name = "新建项目开工率一季度达到30%、二季度达到60%、三季度达到85%"
    judged = judged_row(name, "新建项目开工率70%。", date(2026, 6, 30))
    assert [one.verdict.value for one in judged.targets] == ["on_track", "on_track", "not_due"]
    assert judged_row(name, "新建项目开工率70%。").verdict is Verdict.BEHIND


def test_a_row_is_its_weakest_target() -> None:
    judged = judged_row("新建公园20个，改造公厕50座", "新建公园22个，改造公厕12座。")
    assert (judged.verdict, answers(judged)) == (Verdict.BEHIND, ((22, "done"), (12, "behind")))
    assert judged.why.startswith("公厕：12÷50")


def test_with_a_plan_a_row_is_judged_by_what_was_issued() -> None:
    text = "新建标准厂房50万平方米，改造老旧厂房30万平方米。"
    quote = Quote(text, Place(0, 0, len(text)))
    plan = Plan(Document(), (Task("重点工作", 1, text, quote, targets=text_targets((quote,))),))
    lowered = row_of(
        "新建标准厂房30万平方米，改造老旧厂房30万平方米", "新建标准厂房31万平方米，改造老旧厂房24万平方米。"
    )

    assert judge(table_of(lowered), as_of=AS_OF).verdicts[0].verdict is Verdict.ON_TRACK
    assert judge(table_of(lowered), as_of=AS_OF, plan=plan).verdicts[0].verdict is Verdict.BEHIND


def test_a_row_without_a_task_in_the_plan_keeps_its_own_targets() -> None:
    row = row_of("新建公园20个", "已建成公园16个。")
    judged = judge(table_of(row), as_of=AS_OF, plan=Plan(Document(), ()))
    assert judged.rows == (row,)
    assert judged.verdicts[0].verdict is Verdict.ON_TRACK


def test_without_any_date_an_amount_that_is_not_done_has_no_verdict() -> None:
    undated = judge(table_of(row_of("新建公园20个", "已建成公园16个。")))
    assert undated.as_of == AS_OF
    bare = judge(type(undated)(Document(), undated.rows))
    assert (bare.as_of, bare.verdicts[0].verdict) == (None, Verdict.NO_DATA)
