"""Where somebody signs for a unit, what its liaison writes is laid before them before it is reported."""

import pytest

from luoshi.records.journal.models import Entry
from luoshi.records.people.actions import close_account
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.models import Account
from luoshi.records.people.roles import Role
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.models import Plan, Task
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.actions import open_round, return_report
from luoshi.records.reporting.models import Report, Round, Unsigned
from luoshi.records.reporting.queries import to_sign, unsigned_of
from luoshi.records.reporting.sending import send_report
from luoshi.records.reporting.signing import lay_before, refuse_report, sign_report
from tests.records.conftest import Hire

TEXT = "累计新建公办幼儿园5所，新增学位1500个。"


@pytest.fixture
def carol(hire: Hire) -> Actor:
    """Signs for the education bureau."""
    return hire(Role.UNIT_APPROVER, "carol", "教育局")


@pytest.fixture
def task(alice: Actor, plan: Plan) -> Task:
    """A task of the bureau in a round in which nobody has reported."""
    open_round(actor=alice, plan=plan, period="Q3", cutoff=plan.entered_at.date().replace(month=9, day=30), due=None)
    found: Task = plan.tasks.get(number=1)
    return found


@pytest.fixture
def laid(bob: Actor, carol: Actor, task: Task) -> Unsigned:
    return lay_before(actor=bob, task=task, text=TEXT)


def test_what_is_laid_before_the_approver_is_no_report(alice: Actor, bob: Actor, carol: Actor, laid: Unsigned) -> None:
    laid.task.refresh_from_db()
    assert (laid.task.verdict, laid.task.reported, Report.objects.count()) == ("", "", 0)
    assert [each.pk for each in to_sign(carol)] == [laid.pk]
    assert not to_sign(bob)
    assert unsigned_of(bob, laid.task) == unsigned_of(carol, laid.task) == laid
    assert unsigned_of(alice, laid.task) is None


def test_what_is_signed_is_reported_under_both_names(bob: Actor, carol: Actor, laid: Unsigned) -> None:
    report = sign_report(actor=carol, unsigned=laid)
    assert (report.state, report.verdict, report.text) == ("submitted", "on_track", TEXT)
    assert (report.written_by_id, report.signed_by_id) == (bob.account, carol.account)
    assert Task.objects.get(pk=laid.task_id).reported == "submitted"
    assert (Unsigned.objects.count(), list(to_sign(carol))) == (0, [])
    assert [each.action for each in Entry.objects.order_by("-number")[:2]] == ["sign_report", "lay_before"]
    with pytest.raises(NotNow):
        sign_report(actor=carol, unsigned=laid)


def test_what_is_not_signed_goes_back_with_the_reason_and_comes_again(bob: Actor, carol: Actor, laid: Unsigned) -> None:
    with pytest.raises(NotValid, match="不签要写明理由"):
        refuse_report(actor=carol, unsigned=laid, reason=" ")
    refuse_report(actor=carol, unsigned=laid, reason="学位数没有核过")
    assert not to_sign(carol)
    again = lay_before(actor=bob, task=laid.task, text="累计新建公办幼儿园6所，新增学位1800个。")
    assert (again.pk, again.refusal) == (laid.pk, "")
    assert sign_report(actor=carol, unsigned=again).verdict == "done"
    assert Entry.objects.get(action="refuse_report").after["reason"] == "学位数没有核过"


def test_nobody_goes_past_the_approver(bob: Actor, carol: Actor, laid: Unsigned) -> None:
    with pytest.raises(NotNow, match="先由审签人签发"):
        send_report(actor=bob, task=laid.task, text=TEXT)
    with pytest.raises(NotNow, match="正在等签发"):
        lay_before(actor=bob, task=laid.task, text="另写一段。")
    for action in (sign_report, lambda **given: refuse_report(**given, reason="不行")):
        with pytest.raises(NotAllowed):
            action(actor=bob, unsigned=laid)


def test_who_signs_for_another_unit_sees_and_signs_nothing(hire: Hire, laid: Unsigned) -> None:
    erin = hire(Role.UNIT_APPROVER, "erin", "财政局")
    assert not to_sign(erin)
    with pytest.raises(NotAllowed):
        sign_report(actor=erin, unsigned=laid)


def test_a_unit_where_nobody_signs_any_more_reports_by_itself(bob: Actor, laid: Unsigned) -> None:
    close_account(actor=operator(), account=Account.objects.get(username="carol"))
    report = send_report(actor=bob, task=laid.task, text=TEXT)
    assert (report.signed_by_id, Unsigned.objects.count()) == (None, 0)


def test_what_the_supervisor_sent_back_is_signed_again(alice: Actor, bob: Actor, carol: Actor, taken: Round) -> None:
    report = taken.reports.get(task__number=1)
    return_report(actor=alice, report=report, reason="和上期对不上")
    laid = lay_before(actor=bob, task=report.task, text="累计新建公办幼儿园6所，新增学位1800个。")
    again = sign_report(actor=carol, unsigned=laid)
    assert (again.pk, again.state, again.verdict) == (report.pk, "submitted", "done")
    assert again.task.units.filter(CURRENT).exists()
    assert list(again.returns.values_list("text", flat=True)) == [report.text]
