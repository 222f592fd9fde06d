"""A liaison reports on a task in the browser: what is missing, and what was sent back."""

from django.utils import timezone

from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.models import Task
from luoshi.records.register.models.plans import OVER
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.again import fill
from luoshi.records.reporting.figures import figures_of
from luoshi.records.reporting.judging import Judged, Reply, judge_reply
from luoshi.records.reporting.models import Report, Round
from luoshi.records.reporting.queries import reporting_unit, round_to_write, shown_round

_LONGEST = 5_000


def send_report(*, actor: Actor, task: Task, text: str) -> Report:
    """Report on a task, in the round in which it was sent back, else in the latest if nobody has yet.

    It is judged by the task's figures at once. What was sent back is kept as it was.
    """
    text = text.strip()
    if not 0 < len(text) <= _LONGEST:
        told = f"请写进展情况，最多 {_LONGEST} 个字"
        raise NotValid(f"{told}。", {"text": told})
    unit = reporting_unit(actor, task.units.filter(CURRENT))
    if unit is None:
        raise NotAllowed("这一项由牵头单位填报，您的账号不是它的联络员，没有改动任何内容。")
    with acting(actor, Right.WRITE_REPORT, task.government_id, unit) as under_way:
        row = Task.objects.select_for_update(of=("self",)).select_related("plan").defer("plan__blocks").get(pk=task.pk)
        opened = _round(row)
        report = Report.objects.select_for_update().filter(round=opened, task=row).first()
        before = {"report": report.state, "progress": report.text} if report else {}
        verb = "send_again" if report else "send_report"
        report = report or Report(round=opened, task=row)
        report.text, report.state = text, Report.State.SUBMITTED
        report.written_by_id, report.written_at = actor.account, timezone.now()
        former = len(report.judged["flags"]) if report.judged else 0
        is_first = not opened.reports.exists()
        fill(report, judge_text(opened, row, text), {})
        report.save()
        _show(row, report, former, is_first=is_first)
        after = {"report": report.state, "progress": text, "period": opened.period}
        under_way.did(verb, row, before=before, after=after)
    return report


def judge_text(opened: Round, task: Task, text: str) -> Judged:
    """What a text amounts to if it were sent: nothing is kept."""
    targets = figures_of({task.pk}).on(task.pk, opened.cutoff)
    return judge_reply(opened, Reply(task.text, targets, text, task.number))


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _round(task: Task) -> Round:
    if task.state in OVER:
        raise NotNow(f"这一项{task.get_state_display()}，不用再报。")
    opened = round_to_write(task)
    if opened is None:
        raise NotNow("这一期已经报了，督查室退回以后才能改；没有退回的，请联系督查室。")
    opened.plan = task.plan
    return opened


def _show(task: Task, report: Report, former: int, *, is_first: bool) -> None:
    """Let the lists show it where it is of the round that they show; with its first report that is another round."""
    if shown_round(task.plan) != report.round:
        return
    if is_first:
        task.plan.tasks.update(verdict="", step="", depth=None, reported="")
    task.verdict, task.step, task.depth, task.reported = report.verdict, report.step, report.depth, report.state
    task.doubts = max(0, task.doubts - former) + len(report.judged["flags"])
    task.save(update_fields=["verdict", "step", "depth", "reported", "doubts"])
