"""The office serves notices, decides on answers, follows up what is overdue, takes back; each refused and logged."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.governments import close_unit, gather, open_government, open_unit
from luoshi.records.register.models import Plan, Task, Unit
from luoshi.records.reporting.models import Round
from luoshi.records.reporting.rules import set_rules
from luoshi.records.supervision.actions import (
    close_notice,
    default_terms,
    escalate_notice,
    return_answer,
    serve_notice,
    serve_notices,
    withdraw_notice,
)
from luoshi.records.supervision.answering import answer_notice, receive_notice
from luoshi.records.supervision.deadlines import answer_day, calendar_in
from luoshi.records.supervision.models import Answer, Notice, State, Step
from luoshi.records.supervision.queries import count_waiting, units_to_serve, visible_notices
from luoshi.records.supervision.sheets import matter_of
from luoshi.rules import RulesError
from tests.records.conftest import Hire
from tests.records.pressing import in_days, overdue, served, terms


@pytest.fixture
def task(plan: Plan) -> Task:
    return plan.tasks.get(number=1)


@pytest.fixture
def bureau(bob: Actor, plan: Plan) -> Unit:
    return Unit.objects.get(name="教育局")


@pytest.fixture
def notice(alice: Actor, task: Task, bureau: Unit) -> Notice:
    return served(alice, task, bureau)


@pytest.fixture
def answered(bob: Actor, notice: Notice) -> Notice:
    receive_notice(actor=bob, notice=notice)
    answer_notice(actor=bob, notice=notice, text="因征地晚了，已加班。")
    return notice


def last() -> Entry:
    return Entry.objects.latest("number")


def test_a_notice_has_the_next_number_of_its_government_and_year(
    alice: Actor, notice: Notice, task: Task, bureau: Unit
) -> None:
    year = timezone.localdate().year
    assert (str(notice), notice.state) == (f"督〔{year}〕1号", "served")
    assert str(served(alice, task, bureau)) == f"督〔{year}〕2号"
    told = last().after
    assert (last().action, told["name"], told["unit"]) == ("serve_notice", f"督〔{year}〕2号", "教育局")
    county = open_government(actor=operator(), name="东屿县人民政府", level="county")
    Notice.objects.filter(number=2).update(government=county, number=1)
    withdraw_notice(actor=alice, notice=notice, reason="发错了")
    assert served(alice, task, bureau).number == 2


def test_no_number_is_given_twice_whoever_writes_it(alice: Actor, notice: Notice, task: Task, bureau: Unit) -> None:
    second = served(alice, task, bureau)
    for wrong in ({"number": 1}, {"number": 0}, {"state": "closed"}, {"ended_at": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.filter(pk=second.pk).update(**wrong)
    for state in ("received", "answered", "returned"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Notice.objects.filter(pk=second.pk).update(state=state)
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.filter(pk=second.pk).update(follows=F("pk"))


def test_only_the_office_serves(bob: Actor, hire: Hire, task: Task, bureau: Unit) -> None:
    for actor in (bob, hire(Role.CITY_LEADER, "erin"), hire(Role.UNIT_APPROVER, "carol", "教育局")):
        with pytest.raises(NotAllowed):
            served(actor, task, bureau)
    assert not Notice.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"matter": " "}, "matter"),
        ({"matter": "长" * 301}, "matter"),
        ({"demand": ""}, "demand"),
        ({"grounds": "长" * 1001}, "grounds"),
        ({"answer_by": in_days(-1)}, "answer_by"),
    ],
)
def test_what_cannot_be_served_is_told_at_its_field(
    alice: Actor, task: Task, bureau: Unit, wrong: dict[str, Any], field: str
) -> None:
    with pytest.raises(NotValid) as refused:
        serve_notice(actor=alice, task=task, unit=bureau, terms=replace(terms(), **wrong))
    assert refused.value.fields.keys() == {field}


def test_a_unit_that_has_nothing_to_do_with_the_task_is_not_served(alice: Actor, task: Task, bureau: Unit) -> None:
    other = open_unit(actor=operator(), government=task.government, name="体育局")
    for unit in (other, Unit.objects.get(name="建设局")):
        with pytest.raises(NotValid, match="不在这一项里"):
            served(alice, task, unit)
    close_unit(actor=operator(), unit=bureau)
    with pytest.raises(NotValid, match="已经停用"):
        served(alice, task, bureau)


def test_a_task_that_is_over_is_pressed_no_more(alice: Actor, task: Task, bureau: Unit) -> None:
    Task.objects.filter(pk=task.pk).update(state="ended")
    with pytest.raises(NotNow, match="第 1 项终止"):
        served(alice, task, bureau)


def test_of_a_group_its_members_are_served(alice: Actor, plan: Plan) -> None:
    pipes = plan.tasks.get(number=2)
    group = Unit.objects.get(name="各镇街")
    town = open_unit(actor=operator(), government=plan.government, name="石桥镇")
    gather(actor=operator(), group=group, members=[town])
    units = units_to_serve(pipes, list(pipes.units.select_related("unit")))
    assert [unit.name for unit in units] == ["建设局", "石桥镇"]
    assert served(alice, pipes, town).sheet["others"] == ["各镇街"]


def test_a_notice_says_what_the_machine_says(alice: Actor, taken: Round, bureau: Unit) -> None:
    tasks = {task.number: task for task in taken.plan.tasks.all()}
    behind = default_terms(tasks[2], Step.REMIND, "")
    assert behind.matter == "改造城区雨污管网40公里以上"
    assert behind.grounds == "三季度欠进度·红：15÷40＝37.5%，序时 75%，欠 37.5 点。"
    assert default_terms(tasks[3], Step.WARN, "").grounds == "三季度没有填报。"
    sheet = served(alice, tasks[1], bureau).sheet
    assert (sheet["progress"], sheet["leads"]) == ("已新建公办幼儿园5所，新增学位1500个。", ["教育局"])


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("新建公办幼儿园6所。", "新建公办幼儿园6所"),
        (f"建设新区核心区，中央公园一期建成开放，{'完善配套' * 12}。", "建设新区核心区，中央公园一期建成开放"),
        (f"推进，{'完善配套' * 20}。", f"推进，{'完善配套' * 20}"[:60] + "…"),
    ],
)
def test_a_matter_is_the_task_in_short(text: str, matter: str) -> None:
    assert matter_of(Task(text=text)) == matter


def test_the_harder_it_presses_the_sooner_it_is_to_be_answered() -> None:
    monday = terms().answer_by.replace(year=2026, month=11, day=30)
    days = [answer_day(step, monday, calendar_in("")) for step in Step]
    assert [f"{day:%m-%d}" for day in days] == ["12-14", "12-07", "12-03"]


def test_holidays_are_no_working_days_and_days_in_their_place_are() -> None:
    calendar = calendar_in("[calendar]\nholidays = [2026-10-01, 2026-10-02, 2026-10-05]\nworkdays = [2026-10-10]\n")
    days = [answer_day(step, date(2026, 9, 30), calendar) for step in Step]
    assert [f"{day:%m-%d}" for day in days] == ["10-16", "10-10", "10-08"]
    assert (calendar.knows(2026), calendar.knows(2027)) == (True, False)


@pytest.mark.parametrize("days", ['["2026-10-01"]', "[2026-10-01T08:00:00]", "2026-10-01", "[7]"])
def test_a_calendar_that_cannot_be_read_is_told_and_not_kept(plan: Plan, days: str) -> None:
    with pytest.raises(RulesError, match="规则的写法不对"):
        set_rules(actor=operator(), government=plan.government, text=f"[calendar]\nholidays = {days}\n")


def test_several_tasks_are_pressed_at_once_or_none(alice: Actor, bob: Actor, plan: Plan) -> None:
    tasks = list(plan.tasks.all())
    given: dict[str, Any] = {"demand": "请书面答复。", "step": Step.WARN, "answer_by": in_days(5)}
    with pytest.raises(NotAllowed):
        serve_notices(actor=bob, plan=plan, tasks=tasks, **given)
    assert serve_notices(actor=alice, plan=plan, tasks=tasks, **given) == 3
    assert list(Notice.objects.order_by("number").values_list("unit__name", "step")) == [
        ("教育局", "warn"),
        ("建设局", "warn"),
        ("商务局", "warn"),
    ]
    close_unit(actor=operator(), unit=Unit.objects.get(name="商务局"))
    with pytest.raises(NotNow, match="第 3 项没有可以送达的牵头单位"):
        serve_notices(actor=alice, plan=plan, tasks=tasks, **given)
    assert Notice.objects.count() == 3


def test_an_answer_that_is_enough_closes_the_notice(alice: Actor, bob: Actor, answered: Notice) -> None:
    with pytest.raises(NotAllowed):
        close_notice(actor=bob, notice=answered, remark="好")
    with pytest.raises(NotValid, match="办结要写一句意见"):
        close_notice(actor=alice, notice=answered, remark=" ")
    closed = close_notice(actor=alice, notice=answered, remark="同意办结。")
    assert (closed.state, closed.remark, closed.ended_by_id) == ("closed", "同意办结。", alice.account)
    assert (last().action, last().after["notice"]) == ("close_notice", "closed")
    with pytest.raises(NotNow, match="已办结"):
        close_notice(actor=alice, notice=answered, remark="再办一次")


def test_an_answer_that_is_not_goes_back_and_is_kept(alice: Actor, bob: Actor, answered: Notice) -> None:
    with pytest.raises(NotValid, match="退回要写明理由"):
        return_answer(actor=alice, notice=answered, reason="", answer_by=in_days(3))
    with pytest.raises(NotValid, match="不能早于今天"):
        return_answer(actor=alice, notice=answered, reason="没有写哪天完成", answer_by=in_days(-3))
    back = return_answer(actor=alice, notice=answered, reason="没有写哪天完成", answer_by=in_days(3))
    assert (back.state, back.answer_by) == ("returned", in_days(3))
    assert last().after["reason"] == "没有写哪天完成"
    answer_notice(actor=bob, notice=back, text="12月10日完成。")
    assert list(Answer.objects.values_list("text", "state")) == [
        ("因征地晚了，已加班。", "returned"),
        ("12月10日完成。", "given"),
    ]


def test_what_nobody_answered_in_time_is_followed_by_one_a_step_up(alice: Actor, bob: Actor, notice: Notice) -> None:
    with pytest.raises(NotNow, match="没有过期"):
        escalate_notice(actor=alice, notice=notice, terms=terms())
    overdue(notice)
    with pytest.raises(NotAllowed):
        escalate_notice(actor=bob, notice=notice, terms=terms())
    follower = escalate_notice(actor=alice, notice=notice, terms=replace(terms(), matter="另一件事"))
    notice.refresh_from_db()
    assert (notice.state, notice.follower, notice.is_open) == ("escalated", follower, False)
    assert (follower.step, follower.matter, follower.unit_id) == ("warn", notice.matter, notice.unit_id)
    entries = Entry.objects.order_by("-number")[:2]
    assert [entry.action for entry in entries] == ["serve_notice", "escalate_notice"]
    assert entries[0].after["follows"] == str(notice)
    with pytest.raises(NotNow):
        escalate_notice(actor=alice, notice=notice, terms=terms())
    with pytest.raises(NotNow, match="已升级"):
        answer_notice(actor=bob, notice=notice, text="晚了。")


def test_above_the_last_step_there_is_none(alice: Actor, task: Task, bureau: Unit) -> None:
    with pytest.raises(NotNow, match="没有更高一级"):
        escalate_notice(actor=alice, notice=overdue(served(alice, task, bureau, Step.ORDER)), terms=terms())


def test_a_notice_is_taken_back_and_keeps_its_number(alice: Actor, bob: Actor, notice: Notice) -> None:
    with pytest.raises(NotAllowed):
        withdraw_notice(actor=bob, notice=notice, reason="不该发")
    with pytest.raises(NotValid, match="撤回要写明理由"):
        withdraw_notice(actor=alice, notice=notice, reason="")
    withdrawn = withdraw_notice(actor=alice, notice=notice, reason="发错单位")
    assert (withdrawn.state, withdrawn.remark, last().action) == ("withdrawn", "发错单位", "withdraw_notice")
    with pytest.raises(NotNow):
        withdraw_notice(actor=alice, notice=notice, reason="再撤一次")
    with pytest.raises(NotNow, match="不用再签收"):
        receive_notice(actor=bob, notice=notice)


def test_who_sees_a_notice_and_for_whom_it_waits(alice: Actor, bob: Actor, hire: Hire, notice: Notice) -> None:
    carol = hire(Role.UNIT_APPROVER, "carol", "教育局")
    leader, deputy = hire(Role.CITY_LEADER, "erin"), hire(Role.DEPUTY, "fred")
    finance, county = hire(Role.UNIT_LIAISON, "gina", "财政局"), hire(Role.AUDIT_ADMIN, "uma")
    assert all(visible_notices(actor).exists() for actor in (alice, bob, carol, leader, operator()))
    assert not any(visible_notices(actor).exists() for actor in (deputy, finance, county))
    everybody = (alice, bob, carol, leader)
    assert [count_waiting(actor) for actor in everybody] == [0, 1, 0, 0]
    receive_notice(actor=bob, notice=overdue(notice))
    assert [count_waiting(actor) for actor in everybody] == [1, 1, 0, 0]
    answer_notice(actor=bob, notice=notice, text="写好了。")
    assert [count_waiting(actor) for actor in everybody] == [1, 0, 1, 0]


def test_states_that_are_over_are_told_from_those_that_are_not() -> None:
    assert {state for state in State if Notice(state=state).is_open} == set(State) - {
        State.CLOSED,
        State.ESCALATED,
        State.WITHDRAWN,
    }
