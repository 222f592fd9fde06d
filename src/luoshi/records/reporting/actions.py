"""Rounds are opened, reports come in and are judged, accepted or returned."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils import timezone

from luoshi.judgement import JudgedProgress, RowVerdict
from luoshi.judging.schedule import period_end
from luoshi.model import Kind, Progress, ProgressRow
from luoshi.model import Target as TargetValue
from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid, need_reason
from luoshi.records.register.actions.documents import keep_file
from luoshi.records.register.actions.locks import lock_plan, lock_task, lock_tasks, lock_tasks_of
from luoshi.records.register.models import Plan, Task, TaskFlag
from luoshi.records.register.reading import Json, Received
from luoshi.records.reporting.figures import figures_in
from luoshi.records.reporting.matching import first_of_each, match_rows
from luoshi.records.reporting.models import Report, Return, Round, kept_depth
from luoshi.records.reporting.queries import shown_round
from luoshi.records.writes import update_rows

_BATCH = 500
# What is kept of a report that is sent back
KEPT = ("text", "written_by", "written_at", "verdict", "step", "judged")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a progress table: its round, how many rows found their task, the names of those that did not."""

    round: Round
    matched: int
    unmatched: tuple[str, ...]


def open_round(*, actor: Actor, plan: Plan, period: str, cutoff: date, due: date | None) -> Round:
    """Ask for the reports of a period."""
    with acting(actor, Right.REVIEW_REPORT, plan.government_id) as under_way:
        if plan.rounds.filter(period=period).exists():
            raise NotValid("这一期已经有了。", {"period": "换一期"})
        opened = Round.objects.create(plan=plan, period=period, cutoff=cutoff, due=due)
        under_way.did("open_round", opened, after={"period": period, "cutoff": cutoff.isoformat()})
    return opened


def take_progress(
    *,
    actor: Actor,
    plan: Plan,
    received: Received,
    is_accepted: bool = False,
    tied: Mapping[int, int] | None = None,
) -> Taken:
    """Enter a progress table as the reports of its period, each judged by the targets as they were issued.

    `tied` are the keys of the tasks by the places of their rows, as a person looked them through; else words tell.
    """
    if received.kind is not Kind.PROGRESS or not isinstance(received.reading, Progress):
        raise NotValid("这里导入进展情况汇总表；这份文件不是。")
    period = received.reading.document.period
    if not period:
        raise NotValid("没有读出是哪一期的进展，请在标题里写明，如“三季度”。")
    with acting(actor, Right.REVIEW_REPORT, plan.government_id) as under_way:
        lock_tasks_of(plan.pk)
        # As they stand now: words, figures and rules that were corrected since the table was opened
        judged = judge_table(Plan.objects.select_related("government").get(pk=plan.pk), received, tied)
        file = keep_file(plan.government, received)
        cutoff = judged.progress.as_of or timezone.localdate()
        opened, is_new = Round.objects.get_or_create(
            plan=plan, period=period, defaults={"cutoff": cutoff, "file": file}
        )
        if not is_new and opened.reports.exists():
            raise NotNow(f"{plan.year}年这一期的进展已经导入过了。更正的表请在浏览器里导入，看过改了什么再采纳。")
        state = Report.State.ACCEPTED if is_accepted else Report.State.SUBMITTED
        reports = [_report(opened, judged, order, task, state) for order, task in judged.reported()]
        Report.objects.bulk_create(reports, batch_size=_BATCH)
        if shown_round(plan) == opened:
            show_nothing(plan)
            show(plan, reports)
        rows = judged.progress.rows
        unmatched = tuple(row.name for order, row in enumerate(rows) if order not in judged.tasks)
        after = {"period": period, "rows": len(rows), "unmatched": len(unmatched), "lines": list(unmatched)}
        under_way.did("take_progress", opened, after=after)
    return Taken(opened, len(reports), unmatched)


def accept_report(*, actor: Actor, report: Report) -> Report:
    """Say that a report can stand."""
    with acting(actor, Right.REVIEW_REPORT, report.task.government_id) as under_way:
        return _move(under_way, report, Report.State.ACCEPTED, "accept_report", {})


def accept_reports(*, actor: Actor, plan: Plan, reports: Collection[int]) -> int:
    """The same for several of a plan at once; how many. Had one been looked at already, none is accepted."""
    with acting(actor, Right.REVIEW_REPORT, plan.government_id) as under_way:
        lock_plan(plan.pk)
        lock_tasks(list(Task.objects.filter(reports__pk__in=reports, plan=plan).values_list("pk", flat=True)))
        locked = (
            Report.objects.select_for_update(of=("self",), no_key=True).select_related("task", "round").order_by("pk")
        )
        rows = list(locked.filter(pk__in=reports, round__plan=plan, state=Report.State.SUBMITTED))
        if not rows or len(rows) != len(set(reports)):
            raise NotNow("有的填报刚被别人审过，没有改动任何内容。请看过新的清单再审。")
        Report.objects.filter(pk__in=[row.pk for row in rows]).update(state=Report.State.ACCEPTED)
        latest = shown_round(plan)
        shown = [row.task_id for row in rows if row.round == latest]
        Task.objects.filter(pk__in=shown).update(reported=Report.State.ACCEPTED)
        before, after = {"report": Report.State.SUBMITTED.value}, {"report": Report.State.ACCEPTED.value}
        for row in rows:
            under_way.did("accept_report", row.task, before=before, after=after)
    return len(rows)


def return_report(*, actor: Actor, report: Report, reason: str) -> Report:
    """Send a report back to be written anew, with the reason; what it said is kept."""
    need_reason(reason, "退回要写明理由。")
    with acting(actor, Right.REVIEW_REPORT, report.task.government_id) as under_way:
        row = _move(under_way, report, Report.State.RETURNED, "return_report", {"reason": reason})
        Return.objects.create(
            report=row,
            **{name: getattr(row, name) for name in KEPT},
            reason=reason,
            returned_by_id=actor.account,
            returned_at=timezone.now(),
        )
        return row


def show_nothing(plan: Plan) -> None:
    """Let the lists show of no task what was reported: another round begins. For use in actions."""
    plan.tasks.update(verdict="", step="", depth=None, reported="")


def show(plan: Plan, reports: Sequence[Report]) -> None:
    """Let the lists show these reports of the round that they show, with their doubts. For use in actions."""
    flags = Counter(TaskFlag.objects.filter(task__plan=plan, is_open=True).values_list("task", flat=True))
    for report in reports:
        task = report.task
        task.verdict, task.step, task.depth, task.reported = report.verdict, report.step, report.depth, report.state
        task.doubts = len(report.judged["flags"]) + flags[task.pk]
    update_rows([report.task for report in reports], ("verdict", "step", "depth", "reported", "doubts"))


def targets_of(plan: Plan, day: date) -> dict[int, tuple[TargetValue, ...]]:
    """The figures of each task on a day, by its key; those without any are left out."""
    figures = figures_in(plan)
    keys = plan.tasks.values_list("pk", flat=True)
    return {task: targets for task in keys if (targets := figures.on(task, day))}


def day_of(progress: Progress) -> date:
    """The day that a progress table's figures are of."""
    return period_end(progress.document) or progress.document.issued_on or timezone.localdate()


@dataclass(frozen=True, slots=True)
class JudgedTable:
    """A judged table whose rows carry the targets of their tasks; tasks by the place of their row."""

    progress: JudgedProgress
    contract: Sequence[Json]
    tasks: dict[int, Task]

    def reported(self) -> list[tuple[int, Task]]:
        """The rows with their tasks of which something is told; an empty row is no report."""
        from luoshi.checking.replies.rows import is_empty

        return [(order, task) for order, task in self.tasks.items() if not is_empty(self.progress.rows[order])]


def judge_table(plan: Plan, received: Received, tied: Mapping[int, int] | None) -> JudgedTable:
    """Judge a table by the targets of a plan's tasks; `tied` are the keys of the tasks by the places of their rows."""
    from luoshi.checking import flag_rows, thresholds_in
    from luoshi.judging import judge, rules_in
    from luoshi.writing.contract import write_contract

    progress = received.reading
    assert isinstance(progress, Progress)  # noqa: S101 (take_progress has looked)
    tasks = list(plan.tasks.all())
    targets = targets_of(plan, day_of(progress))
    if tied is None:
        matched = first_of_each(match_rows(progress, tasks, targets))
    else:
        known = {task.pk: task for task in tasks}
        matched = {order: known[key] for order, key in tied.items()}
    rows = tuple(_as_issued(row, matched.get(order), targets) for order, row in enumerate(progress.rows))
    own = plan.government.rules
    judged = judge(replace(progress, rows=rows), as_of=None, rules=rules_in(own))
    judged = replace(judged, rows=flag_rows(judged, received.source, thresholds=thresholds_in(own)).rows)
    return JudgedTable(judged, write_contract(judged, received.source)["rows"], matched)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _as_issued(row: ProgressRow, task: Task | None, targets: dict[int, tuple[TargetValue, ...]]) -> ProgressRow:
    return replace(row, targets=targets[task.pk]) if task and task.pk in targets else row


def _report(opened: Round, judged: JudgedTable, order: int, task: Task, state: str) -> Report:
    verdict: RowVerdict = judged.progress.verdicts[order]
    row = judged.progress.rows[order]
    return Report(
        round=opened,
        task=task,
        text=row.text,
        state=state,
        written_at=timezone.now(),
        verdict=verdict.verdict.value,
        step=verdict.step or "",
        depth=kept_depth(verdict.depth),
        judged=judged.contract[order],
    )


def _move(under_way: Acting, report: Report, state: str, verb: str, after: Json) -> Report:
    # The task before its report, as whoever corrects or reports locks them
    lock_task(report.task_id)
    rows = Report.objects.select_for_update(of=("self",), no_key=True).select_related("task", "round__plan")
    row = rows.defer("round__plan__blocks").get(pk=report.pk)
    if row.state != Report.State.SUBMITTED:
        raise NotNow(f"这份填报{row.get_state_display()}，不能再审。")
    before, row.state = row.state, state
    row.save(update_fields=["state"])
    if shown_round(row.round.plan) == row.round:
        Task.objects.filter(pk=row.task_id).update(reported=state)
    under_way.did(verb, row.task, before={"report": before}, after={"report": state, **after})
    return row
