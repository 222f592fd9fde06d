"""A government's reports are judged by rules of its own."""

import pytest

from luoshi.errors import LuoshiError
from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor, operator
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.models import Government, Plan, Task
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import take_progress
from luoshi.records.reporting.models import Report, Round
from luoshi.records.reporting.rules import set_rules
from tests.records.conftest import PLAN, PROGRESS

LADDER = 'ladder = "蓝橙红"\n'


def steps(government: Government) -> list[tuple[str, str]]:
    tasks = government.tasks.exclude(verdict="").order_by("order")
    assert list(tasks.values_list("verdict", "step")) == list(
        Report.objects.filter(task__in=tasks).order_by("task__order").values_list("verdict", "step")
    )
    return list(tasks.values_list("verdict", "step"))


def test_what_was_reported_is_judged_again_by_the_new_rules_and_back(taken: Round) -> None:
    city = taken.plan.government
    assert steps(city) == [("on_track", ""), ("behind", "红")]
    assert set_rules(actor=operator(), government=city, text=f"{LADDER}[count]\nahead = 5\n") == 2
    assert steps(city) == [("ahead", ""), ("behind", "红·督办")]
    entry = Entry.objects.get(action="set_rules")
    assert (entry.government, entry.before["rules"]) == (city.pk, "软件自带的规则")
    assert Entry.objects.filter(action="judge_again").count() == 2
    city.refresh_from_db()
    set_rules(actor=operator(), government=city, text="")
    assert steps(city) == [("on_track", ""), ("behind", "红")]


def test_a_table_that_comes_in_is_judged_by_them(alice: Actor, taken: Round) -> None:
    set_rules(actor=operator(), government=taken.plan.government, text=LADDER)
    taken.plan.refresh_from_db()
    table = receive("四季度.md", PROGRESS.replace("三季度", "四季度").encode())
    take_progress(actor=alice, plan=taken.plan, received=table)
    assert Task.objects.get(plan=taken.plan, number=2).step == "红·督办"


ROUNDED = PROGRESS.replace("15公里，达到序时进度", "15公里，办理时限从20天压缩到5天，压缩60%")
LENIENT = "[check.sums]\nslack = 20\n"


def doubts(plan: Plan) -> list[str]:
    return [
        flag["code"]
        for report in Report.objects.filter(task__plan=plan, task__number=2)
        for flag in report.judged["flags"]
    ]


def test_a_reply_is_doubted_by_them_when_it_comes_in_and_when_they_change(alice: Actor, plan: Plan) -> None:
    take_progress(actor=alice, plan=plan, received=receive("三季度.md", ROUNDED.encode()))
    assert (doubts(plan), plan.tasks.get(number=2).doubts) == (["L062"], 1)
    set_rules(actor=operator(), government=plan.government, text=LENIENT)
    assert (doubts(plan), plan.tasks.get(number=2).doubts) == ([], 0)
    plan.refresh_from_db()
    take_progress(actor=alice, plan=plan, received=receive("四季度.md", ROUNDED.replace("三", "四").encode()))
    assert doubts(plan) == []


@pytest.mark.parametrize(("rules", "is_doubted"), [("", False), ("[check.likeness]\nalike = 0.4\n", True)])
def test_a_plan_is_doubted_by_them_when_it_is_read(rules: str, *, is_doubted: bool) -> None:
    text = f"{PLAN}4.改造城区雨水污水管网30公里以上。（责任单位：▲建设局）\n"
    tasks = receive("分解.txt", text.encode(), rules=rules).contract["tasks"]
    assert ("L030" in {flag["code"] for flag in tasks[3]["flags"]}) is is_doubted


@pytest.mark.parametrize(
    ("text", "error", "sentence"),
    [
        ("ladder =", LuoshiError, "不是 TOML"),
        ('ladder = "没有的"', LuoshiError, "规则的写法不对"),
        ("[check.sums]\nrows = 0", LuoshiError, "rows 要写成整数，不小于 1"),
        ("[check.sum]\nrows = 2", LuoshiError, "没有“sum”这一项"),
        ("[cout]\nahead = 5", LuoshiError, "没有“cout”这一项"),
        ('[[ladders."蓝黄红"]]\nfrom = 0\ncolour = "red"\nword = "红色预警限期整改到位"', NotValid, "太长了"),
        ("", NotNow, "没有改动"),
    ],
)
def test_what_cannot_be_used_changes_nothing(
    city: Government, text: str, error: type[Exception], sentence: str
) -> None:
    with pytest.raises(error, match=sentence):
        set_rules(actor=operator(), government=city, text=text)
    city.refresh_from_db()
    assert (city.rules, Entry.objects.filter(action="set_rules").count()) == ("", 0)


def test_only_whoever_runs_the_installation_sets_them(alice: Actor, city: Government) -> None:
    with pytest.raises(NotAllowed):
        set_rules(actor=alice, government=city, text=LADDER)
