"""A report is sent back with the reason, written anew, and what it said stays readable."""

import pytest

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.figures import Correction, correct_figures
from luoshi.records.register.actions.governments import gather
from luoshi.records.register.models import Plan, Task, TaskUnit, Unit
from luoshi.records.register.models.plans import State
from luoshi.records.reporting.actions import accept_report, accept_reports, open_round, return_report
from luoshi.records.reporting.models import DEEPEST, Report, Round
from luoshi.records.reporting.sending import send_report
from tests.records.conftest import Hire

AGAIN = "累计新建公办幼儿园6所，新增学位1800个。"


@pytest.fixture
def returned(alice: Actor, taken: Round) -> Report:
    """What the education bureau reported, sent back."""
    report = taken.reports.get(task__number=1)
    return return_report(actor=alice, report=report, reason="学位数和上期对不上")


def test_what_was_sent_back_is_kept_with_the_reason(returned: Report, alice: Actor) -> None:
    kept = returned.returns.get()
    assert (kept.text, kept.verdict) == ("已新建公办幼儿园5所，新增学位1500个。", returned.verdict)
    assert (kept.reason, kept.returned_by_id) == ("学位数和上期对不上", alice.account)
    assert Task.objects.get(pk=returned.task_id).reported == Report.State.RETURNED


def test_without_a_reason_nothing_is_sent_back(alice: Actor, taken: Round) -> None:
    report = taken.reports.get(task__number=1)
    with pytest.raises(NotValid, match="退回要写明理由"):
        return_report(actor=alice, report=report, reason="  ")
    assert not report.returns.exists()


def test_a_reason_is_as_long_as_the_page_lets_it_be(alice: Actor, taken: Round) -> None:
    report = taken.reports.get(task__number=1)
    with pytest.raises(NotValid, match="最多 500 个字"):
        return_report(actor=alice, report=report, reason="字" * 501)
    kept = "字" * 249 + "\r\n" + "字" * 250
    assert return_report(actor=alice, report=report, reason=kept).returns.get().reason == kept


def test_a_slip_of_a_key_is_taken_however_far_behind_it_is(alice: Actor, bob: Actor, returned: Report) -> None:
    off = {"metric": "入园率", "comparator": "≤", "value": 1, "unit": "%", "kind": "level", "quote": "", "place": None}
    correct_figures(actor=alice, task=returned.task, correction=Correction([(None, off)], "换指标"))
    report = send_report(actor=bob, task=returned.task, text="入园率999999999999%。")
    assert (report.verdict, Report.objects.get(pk=report.pk).depth) == ("behind", DEEPEST)


def test_figures_are_told_without_an_exponent(alice: Actor, bob: Actor, returned: Report) -> None:
    many = {"metric": "新增学位", "comparator": "≥", "value": 1400, "unit": "个", "kind": "count", "place": None}
    correct_figures(actor=alice, task=returned.task, correction=Correction([(None, {**many, "quote": ""})], "换指标"))
    report = send_report(actor=bob, task=returned.task, text="新增学位1120个，完成年度目标的90%。")
    assert "1120个÷1400个＝80.0%" in report.judged["flags"][0]["message"]


def test_the_liaison_sends_it_again_and_it_is_judged_anew(bob: Actor, returned: Report) -> None:
    report = send_report(actor=bob, task=returned.task, text=AGAIN)
    assert report.pk == returned.pk
    assert (report.state, report.verdict, report.written_by_id) == ("submitted", "done", bob.account)
    task = Task.objects.get(pk=returned.task_id)
    assert (task.verdict, task.reported) == ("done", "submitted")
    assert report.returns.get().text == "已新建公办幼儿园5所，新增学位1500个。"


def test_the_journal_tells_of_both(bob: Actor, returned: Report) -> None:
    send_report(actor=bob, task=returned.task, text=AGAIN)
    first, second = Entry.objects.filter(action__in=("return_report", "send_again")).order_by("number")
    assert (first.after["report"], first.after["reason"]) == ("returned", "学位数和上期对不上")
    assert (second.before["report"], second.after["progress"]) == ("returned", AGAIN)
    assert list(verify()) == []


def test_it_can_be_sent_back_more_than_once(alice: Actor, bob: Actor, returned: Report) -> None:
    report = send_report(actor=bob, task=returned.task, text="正在推进。")
    return_report(actor=alice, report=report, reason="没有数")
    send_report(actor=bob, task=returned.task, text=AGAIN)
    assert list(report.returns.values_list("reason", flat=True)) == ["学位数和上期对不上", "没有数"]


def test_what_was_not_sent_back_is_not_written_anew(alice: Actor, bob: Actor, taken: Round) -> None:
    report = taken.reports.get(task__number=1)
    with pytest.raises(NotNow, match="退回以后才能改"):
        send_report(actor=bob, task=report.task, text=AGAIN)
    accept_report(actor=alice, report=report)
    with pytest.raises(NotNow, match="退回以后才能改"):
        send_report(actor=bob, task=report.task, text=AGAIN)


def test_what_nobody_reported_is_reported_late(hire: Hire, taken: Round) -> None:
    task = taken.plan.tasks.get(number=3)
    carl = hire(Role.UNIT_LIAISON, "carl", "商务局")
    report = send_report(actor=carl, task=task, text="“义联欧”班列全年开行1300列。")
    assert (report.round, report.state, report.verdict) == (taken, "submitted", "on_track")
    assert Entry.objects.filter(action="send_report", subject_id=task.pk).exists()


def test_the_first_report_of_a_round_lets_the_list_show_that_round(alice: Actor, bob: Actor, taken: Round) -> None:
    plan = taken.plan
    later = open_round(actor=alice, plan=plan, period="Q4", cutoff=taken.cutoff.replace(month=12, day=31), due=None)
    send_report(actor=bob, task=plan.tasks.get(number=1), text=AGAIN)
    assert later.reports.count() == 1
    assert list(plan.tasks.order_by("number").values_list("reported", flat=True)) == ["submitted", "", ""]


def test_what_is_looked_at_late_shows_while_nobody_reported_in_the_round_after(alice: Actor, taken: Round) -> None:
    plan = taken.plan
    open_round(actor=alice, plan=plan, period="Q4", cutoff=taken.cutoff.replace(month=12, day=31), due=None)
    first, second = taken.reports.order_by("task__number")
    accept_report(actor=alice, report=first)
    accept_reports(actor=alice, plan=plan, reports=[second.pk])
    assert list(plan.tasks.order_by("number").values_list("reported", flat=True)) == ["accepted", "accepted", ""]


# ── Who may ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_only_who_leads_a_task_reports_on_it(hire: Hire, alice: Actor, returned: Report) -> None:
    others = (alice, operator(), hire(Role.UNIT_APPROVER, "ann", "教育局"), hire(Role.UNIT_LIAISON, "finn", "财政局"))
    for other in others:
        with pytest.raises(NotAllowed):
            send_report(actor=other, task=returned.task, text=AGAIN)
    assert Report.objects.get(pk=returned.pk).state == "returned"


def test_a_member_of_a_group_that_leads_reports_for_it(hire: Hire, taken: Round) -> None:
    task = taken.plan.tasks.get(number=3)
    town = hire(Role.DISTRICT_LIAISON, "town", "白苇镇")
    group = Unit.objects.get(name="各镇街")
    gather(actor=operator(), group=group, members=[Unit.objects.get(name="白苇镇")])
    with pytest.raises(NotAllowed):
        send_report(actor=town, task=task, text="正在推进。")
    TaskUnit.objects.filter(task=task).update(unit=group)
    assert send_report(actor=town, task=task, text="正在推进。").state == "submitted"


@pytest.mark.parametrize(("text", "told"), [("  ", "请写进展情况"), ("很长" * 3000, "最多 5000 个字")])
def test_an_empty_or_endless_text_is_not_taken(bob: Actor, returned: Report, text: str, told: str) -> None:
    with pytest.raises(NotValid, match=told):
        send_report(actor=bob, task=returned.task, text=text)


def test_what_has_ended_is_not_reported_on(bob: Actor, returned: Report) -> None:
    Task.objects.filter(pk=returned.task_id).update(state=State.ENDED)
    with pytest.raises(NotNow, match="不用再报"):
        send_report(actor=bob, task=returned.task, text=AGAIN)


def test_a_plan_without_a_round_takes_no_report(bob: Actor, plan: Plan) -> None:
    with pytest.raises(NotNow):
        send_report(actor=bob, task=plan.tasks.get(number=1), text=AGAIN)
