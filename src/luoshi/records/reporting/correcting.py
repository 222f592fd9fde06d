"""A progress table of a round that was reported on already: what it changes, and letting that into the register."""

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from luoshi.model import Kind
from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow
from luoshi.records.register.actions.locks import lock_tasks_of
from luoshi.records.register.models import Import, Task
from luoshi.records.reporting.actions import KEPT, show
from luoshi.records.reporting.again import fill, words_of
from luoshi.records.reporting.entering import locked_document, ties_of
from luoshi.records.reporting.judging import Judged
from luoshi.records.reporting.keeping import forget_table, judged_rows
from luoshi.records.reporting.models import Report, Return, Round
from luoshi.records.reporting.queries import shown_round
from luoshi.records.reporting.tying import plan_reported_on


@dataclass(frozen=True, slots=True)
class Row:
    """What a table says of a task, judged, beside the report that stands; None where nobody reported on it."""

    task: Task
    text: str
    judged: Judged
    report: Report | None

    @property
    def key(self) -> str:
        """Under which it is approved."""
        return f"report.{self.task.pk}"

    @property
    def is_same(self) -> bool:
        """Whether it says what stands."""
        return self.report is not None and self.report.text.strip() == self.text.strip()


@dataclass(frozen=True)
class Comparison:
    """The rows of a table that tell of a task, and the reports of its round that it says nothing of."""

    round: Round
    rows: Sequence[Row]
    silent: Sequence[Report]

    @cached_property
    def changed(self) -> list[Row]:
        """Those that say something else than the report that stands."""
        return [row for row in self.rows if row.report and not row.is_same]

    @cached_property
    def new(self) -> list[Row]:
        """Those of tasks that nobody reported on."""
        return [row for row in self.rows if row.report is None]

    @property
    def keys(self) -> list[str]:
        """All that can be approved."""
        return [row.key for row in (*self.changed, *self.new)]

    @property
    def same(self) -> int:
        """How many reports are as they stand."""
        return sum(row.is_same for row in self.rows)

    @property
    def fingerprint(self) -> str:
        """Tells whether somebody looked at just this."""
        told = [
            [row.key, row.report and [row.report.text, row.report.state], row.text, row.judged.verdict.why]
            for row in (*self.changed, *self.new)
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def corrected_round(document: Import) -> Round | None:
    """The round that a progress table tells of once more; None where it is the first, or is no progress table."""
    plan = plan_reported_on(document) if document.kind == Kind.PROGRESS.value else None
    if plan is None:
        return None
    told = Round.objects.filter(plan=plan, period=document.head.get("period") or "", reports__isnull=False)
    return told.select_related("plan__government").defer("plan__blocks").distinct().first()


def compare_table(document: Import, opened: Round) -> Comparison:
    """What a table makes of the reports of its round; rows that nobody has settled yet are left out."""
    told_rows = judged_rows(document, opened, ties_of(document))
    reports = {report.task_id: report for report in opened.reports.select_related("task").order_by("task__order")}
    tasks = opened.plan.tasks.in_bulk([row.task for row in told_rows])
    rows = [Row(tasks[row.task], row.text, row.judged, reports.get(row.task)) for row in told_rows]
    told = {row.task.pk for row in rows}
    return Comparison(opened, rows, [report for task, report in reports.items() if task not in told])


def correct_round(*, actor: Actor, document: Import, approved: Collection[str], fingerprint: str) -> int:
    """Let what was approved of a corrected table stand in the place of what was reported; how many reports.

    What a report said is kept beside it; what is not approved, and what the table does not mention, stays as it is.
    `fingerprint` is that of the comparison that the person saw: had it changed meanwhile, nothing is done.
    """
    with acting(actor, Right.REVIEW_REPORT, document.government_id) as under_way:
        locked = locked_document(document)
        opened = corrected_round(locked)
        if opened is None:
            raise NotNow("这一期还没有人报过，没有要更正的。请点“入册”。")
        lock_tasks_of(opened.plan_id)
        list(Report.objects.select_for_update(no_key=True).filter(round=opened).order_by("pk").values_list("pk"))
        opened = corrected_round(locked) or opened
        plan = opened.plan
        comparison = compare_table(locked, opened)
        if comparison.fingerprint != fingerprint:
            raise NotNow("您看的时候，填报或文件又改过了，没有改动任何内容。请看过新的对比再采纳。")
        chosen = [row for row in (*comparison.changed, *comparison.new) if row.key in set(approved)]
        if not chosen:
            raise NotNow("一处也没有采纳。都不采纳的话，请把这份文件作废。")
        told = [_enter(under_way, opened, row, locked.file.name) for row in chosen]
        if shown_round(plan) == opened:
            show(plan, told)
        Import.objects.filter(pk=locked.pk).update(state=Import.State.ISSUED, revises=plan)
        forget_table(locked)
        left = len(comparison.keys) - len(chosen)
        counted = {"approved": len(chosen), "left_out": left}
        under_way.did("correct_round", opened, after={"file": locked.file.sha256, **counted, "period": opened.period})
    return len(chosen)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _enter(under_way: Acting, opened: Round, row: Row, name: str) -> Report:
    """The report that a row becomes; what stood is kept as it was."""
    now, account = timezone.now(), under_way.actor.account
    report = row.report or Report(round=opened, task=row.task)
    before: dict[str, object] = {}
    if row.report:
        before = {"progress": report.text, "judged": words_of(report), "report": report.state}
        kept = {field: getattr(report, field) for field in KEPT}
        marks = {"reason": name, "returned_by_id": account, "returned_at": now, "is_replaced": True}
        Return.objects.create(report=report, **kept, **marks)
    report.text, report.state = row.text, Report.State.SUBMITTED
    report.written_by_id, report.written_at = account, now
    report.signed_by_id, report.signed_at = None, None
    fill(report, row.judged, {})
    report.save()
    after = {"progress": report.text, "judged": words_of(report), "report": report.state}
    under_way.did("correct_report", row.task, before=before, after={**after, "period": opened.period, "reason": name})
    return report
