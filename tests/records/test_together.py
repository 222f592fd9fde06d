"""What is done to many tasks at once: allowed, refused, logged, taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import Actor, operator
from luoshi.records.refusals import ActionRefused, NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.governments import open_unit
from luoshi.records.register.actions.plans import correct_units
from luoshi.records.register.actions.together import replace_unit, settle_alike
from luoshi.records.register.models import Plan, Task, TaskFlag, TaskUnit, Unit
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.sieve import Sieve
from luoshi.records.register.queries.tasks import sift
from luoshi.records.register.queries.together import replacement_made, replacements_of
from luoshi.records.register.replacing import Replacement, list_swaps
from luoshi.records.reporting.actions import accept_reports
from luoshi.records.reporting.models import Report, Round

REASON = "云泽市机构改革方案"


@pytest.fixture
def change(plan: Plan) -> Replacement:
    """The bureau of construction gives way to a new one, some days after the plan was entered."""
    TaskUnit.objects.update(holds_from=date(2026, 1, 10))
    successor = open_unit(actor=operator(), government=plan.government, name="住房城乡建设局")
    return Replacement(Unit.objects.get(name="建设局"), successor, date(2026, 3, 1), REASON)


def do(actor: Actor, plan: Plan, change: Replacement) -> int:
    """What was seen is done, for all tasks of the plan."""
    tasks = list(plan.tasks.all())
    fingerprint = list_swaps(tasks, change).fingerprint
    keys = [task.pk for task in tasks]
    return replace_unit(actor=actor, plan=plan, tasks=keys, replacement=change, fingerprint=fingerprint)


def parts(plan: Plan) -> list[str]:
    standing = TaskUnit.objects.filter(CURRENT, task__plan=plan).order_by("task__order", "order")
    return [f"{row.task.number} {row.role} {row.printed}" for row in standing.select_related("task")]


BEFORE = ["1 lead 教育局", "1 responsible 财政局", "2 lead 建设局", "2 responsible 各镇街", "3 lead 商务局"]


def test_a_unit_takes_anothers_place_from_a_day_on(alice: Actor, plan: Plan, change: Replacement) -> None:
    assert parts(plan) == BEFORE
    assert do(alice, plan, change) == 1
    assert parts(plan)[2] == "2 lead 住房城乡建设局"
    rows = TaskUnit.objects.filter(task__number=2, role="lead").order_by("pk")
    told = [(row.printed, row.holds_from, row.holds_to, row.retracted_at is None) for row in rows]
    assert told == [
        ("建设局", date(2026, 1, 10), None, False),
        ("建设局", date(2026, 1, 10), date(2026, 3, 1), True),
        ("住房城乡建设局", date(2026, 3, 1), None, True),
    ]
    assert sift(plan.tasks.all(), Sieve(words="城乡")).count() == 1


def test_a_task_issued_later_has_the_successor_from_its_first_day(
    alice: Actor, plan: Plan, change: Replacement
) -> None:
    do(alice, plan, replace(change, since=date(2026, 1, 1)))
    assert list(TaskUnit.objects.filter(unit=change.successor).values_list("holds_from", "holds_to")) == [
        (date(2026, 1, 10), None)
    ]
    assert not TaskUnit.objects.filter(unit=change.former, retracted_at=None).exists()


def test_what_cannot_change_is_left_alone_and_told_why(alice: Actor, plan: Plan, change: Replacement) -> None:
    first, _, third = plan.tasks.order_by("order")
    pairs = [("建设局", "lead"), ("住房城乡建设局", "cooperating")]
    correct_units(actor=alice, task=first, units=pairs, reason="增补")
    correct_units(actor=alice, task=third, units=[("建设局", "lead")], reason="改派")
    Task.objects.filter(pk=third.pk).update(state=State.CLOSED)
    swaps = list_swaps(plan.tasks.all(), change)
    assert [swap.task.number for swap in swaps.changed] == [2]
    assert [swap.why for swap in swaps.left] == ["住房城乡建设局也在这一项里，请单独更正", "已销号，留给办完的单位"]
    assert do(alice, plan, change) == 1


def test_an_entry_a_task_and_one_for_the_plan(alice: Actor, plan: Plan, change: Replacement) -> None:
    do(alice, plan, change)
    task, whole = Entry.objects.filter(action="replace_unit").order_by("number")
    assert (task.subject, whole.subject, task.subject_id) == ("task", "plan", plan.tasks.get(number=2).pk)
    assert task.before == {"unit": "建设局"}
    assert task.after == {"unit": "住房城乡建设局", "since": "2026-03-01", "reason": REASON}
    assert whole.after["tasks"] == 1
    assert not list(verify())


def test_it_is_taken_back_by_its_inverse(alice: Actor, plan: Plan, change: Replacement) -> None:
    place = TaskUnit.objects.get(printed="建设局").place
    do(alice, plan, change)
    [made] = replacements_of(plan)
    found = replacement_made(plan, made.number)
    assert found == (made, [plan.tasks.get(number=2).pk])
    assert replacement_made(plan, made.number - 1) is None
    back = Replacement(change.successor, change.former, made.since, "撤回")
    assert do(alice, plan, back) == 1
    assert parts(plan) == BEFORE
    assert TaskUnit.objects.get(CURRENT, printed="建设局").place == place


def test_only_the_supervision_office_may(bob: Actor, plan: Plan, taken: Round, change: Replacement) -> None:
    flag = TaskFlag.objects.create(task=plan.tasks.all()[0], code="no-lead", message="谁牵头？")
    report = Report.objects.all()[0]
    with pytest.raises(NotAllowed):
        do(bob, plan, change)
    with pytest.raises(NotAllowed):
        settle_alike(actor=bob, plan=plan, flags=[flag.pk], reason="看过")
    with pytest.raises(NotAllowed):
        accept_reports(actor=bob, plan=plan, reports=[report.pk])
    assert parts(plan) == BEFORE


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"reason": " "}, "请写替换的理由"),
        ({"since": timezone.localdate() + timedelta(days=1)}, "日期还没有到"),
        ({"successor": None}, "同一个单位"),
    ],
)
def test_a_replacement_that_makes_no_sense_is_refused(
    alice: Actor, plan: Plan, change: Replacement, wrong: dict[str, object], sentence: str
) -> None:
    meant = {name: value or change.former for name, value in wrong.items()}
    with pytest.raises(NotValid, match=sentence):
        do(alice, plan, replace(change, **meant))  # type: ignore[arg-type]
    assert parts(plan) == BEFORE


def test_what_changed_meanwhile_is_not_overwritten(alice: Actor, plan: Plan, change: Replacement) -> None:
    tasks = list(plan.tasks.all())
    seen = list_swaps(tasks, change).fingerprint
    correct_units(actor=alice, task=tasks[1], units=[("建设局", "lead"), ("水务局", "cooperating")], reason="增补")
    keys = [task.pk for task in tasks]
    with pytest.raises(NotNow, match="又改过了"):
        replace_unit(actor=alice, plan=plan, tasks=keys, replacement=change, fingerprint=seen)
    assert not TaskUnit.objects.filter(unit=change.successor).exists()


def test_reports_that_wait_are_accepted_together_or_none(alice: Actor, plan: Plan, taken: Round) -> None:
    keys = list(Report.objects.values_list("pk", flat=True))
    assert accept_reports(actor=alice, plan=plan, reports=keys) == len(keys) == 2
    assert set(plan.tasks.values_list("reported", flat=True)) == {"accepted", ""}
    assert Entry.objects.filter(action="accept_report", subject="task").count() == 2
    with pytest.raises(NotNow, match="刚被别人审过"):
        accept_reports(actor=alice, plan=plan, reports=keys)


def test_a_kind_of_doubt_rests_for_one_reason(alice: Actor, plan: Plan) -> None:
    tasks = plan.tasks.order_by("order")[:2]
    flags = [TaskFlag.objects.create(task=task, code="no-lead", message="谁牵头？").pk for task in (*tasks, tasks[0])]
    plan.tasks.update(doubts=3)
    assert settle_alike(actor=alice, plan=plan, flags=flags, reason="按排在第一的") == 3
    assert list(plan.tasks.order_by("order").values_list("doubts", flat=True)) == [1, 2, 3]
    entries = Entry.objects.filter(action="settle_flag")
    assert [entry.before["doubt"] for entry in entries] == [["谁牵头？", "谁牵头？"], "谁牵头？"]
    with pytest.raises(ActionRefused, match="刚被别人核对过"):
        settle_alike(actor=alice, plan=plan, flags=flags, reason="再来")
