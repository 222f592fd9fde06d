"""A liaison reports on a task in the browser: what is missing, and what was sent back."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.queries import signers_of
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.locks import lock_plan
from luoshi.records.register.models import Task
from luoshi.records.register.models.plans import OVER
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.actions import show_nothing
from luoshi.records.reporting.again import fill
from luoshi.records.reporting.figures import figures_of
from luoshi.records.reporting.judging import Judged, Reply, judge_reply
from luoshi.records.reporting.models import Report, Round, Unsigned
from luoshi.records.reporting.queries import reporting_unit, round_to_write, shown_round

_LONGEST = 5_000


def send_report(*, actor: Actor, task: Task, text: str) -> Report:
    """Report on a task, in the round in which it was sent back, else in the latest if nobody has yet.

    It is judged by the task's figures at once. What was sent back is kept as it was. Where somebody of the unit signs,
    it is laid before them instead (`lay_before`).
    """
    text, unit = read_text(text), unit_of(actor, task)
    with acting(actor, Right.WRITE_REPORT, task.government_id, unit) as under_way:
        row, opened = locked(task)
        if signers_of(unit):
            raise NotNow("本单位的填报要先由审签人签发，没有报出去。请点“提交签发”。")
        return enter_report(under_way, row, opened, Written(text, actor.account, timezone.now()))


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, by whose account and when; `signed_by` and `signed_at` where somebody let it go."""

    text: str
    by: int | None
    at: datetime
    signed_by: int | None = None
    signed_at: datetime | None = None


def enter_report(under_way: Acting, task: Task, opened: Round, written: Written) -> Report:
    """The report of a task that is locked, new or written anew. For use in actions."""
    report = Report.objects.select_for_update(no_key=True).filter(round=opened, task=task).first()
    before = {"report": report.state, "progress": report.text} if report else {}
    verb = "send_again" if report else "send_report"
    report = report or Report(round=opened, task=task)
    report.text, report.state = written.text, Report.State.SUBMITTED
    report.written_by_id, report.written_at = written.by, written.at
    report.signed_by_id, report.signed_at = written.signed_by, written.signed_at
    former = len(report.judged["flags"]) if report.judged else 0
    is_first = not opened.reports.exists()
    fill(report, judge_text(opened, task, written.text), {})
    report.save()
    _show(task, report, former, is_first=is_first)
    Unsigned.objects.filter(round=opened, task=task).delete()
    after = {"report": report.state, "progress": written.text, "period": opened.period}
    under_way.did("sign_report" if written.signed_by else verb, task, before=before, after=after)
    return report


def read_text(text: str) -> str:
    """What is reported, if it can be taken."""
    written = text.strip()
    if not 0 < len(written) <= _LONGEST:
        told = f"请写进展情况，最多 {_LONGEST} 个字"
        raise NotValid(f"{told}。", {"text": told})
    return written


def unit_of(actor: Actor, task: Task) -> int:
    """The unit for which somebody reports on a task."""
    unit = reporting_unit(actor, task.units.filter(CURRENT))
    if unit is None:
        raise NotAllowed("这一项由牵头单位填报，您的账号不是它的联络员，没有改动任何内容。")
    return unit


def locked(task: Task) -> tuple[Task, Round]:
    """A task, while nobody else reports on it, and the round in which that can be done; else `NotNow`."""
    # The first report of a round changes what is shown of the others' tasks
    lock_plan(task.plan_id)
    row = (
        Task.objects.select_for_update(of=("self",), no_key=True)
        .select_related("plan__government")
        .defer("plan__blocks")
        .get(pk=task.pk)
    )
    if row.state in OVER:
        raise NotNow(f"这一项{row.get_state_display()}，不用再报。")
    opened = round_to_write(row)
    if opened is None:
        raise NotNow("这一期已经报了，督查室退回以后才能改；没有退回的，请联系督查室。")
    opened.plan = row.plan
    return row, opened


def judge_text(opened: Round, task: Task, text: str) -> Judged:
    """What a text amounts to if it were sent: nothing is kept."""
    targets = figures_of({task.pk}).on(task.pk, opened.cutoff)
    return judge_reply(opened, Reply(task.text, targets, text, task.number))


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _show(task: Task, report: Report, former: int, *, is_first: bool) -> None:
    """Let the lists show it where it is of the round that they show; with its first report that is another round."""
    if shown_round(task.plan) != report.round:
        return
    if is_first:
        show_nothing(task.plan)
    task.verdict, task.step, task.depth, task.reported = report.verdict, report.step, report.depth, report.state
    task.doubts = max(0, task.doubts - former) + len(report.judged["flags"])
    task.save(update_fields=["verdict", "step", "depth", "reported", "doubts"])
