"""A progress table that was uploaded: looked through beside the register, then entered as reports."""

from django.db import transaction
from django.db.models import F

from luoshi.model import Kind, Progress
from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import DraftTask, Government, Import, Plan
from luoshi.records.register.reading import Received, receive
from luoshi.records.reporting.actions import Taken, take_progress, targets_of
from luoshi.records.reporting.matching import match_rows

NO_TASK = {"code": "no-task", "message": "台账里没有找到这一行的任务，入册时这一行不进台账。"}


def plan_reported_on(document: Import) -> Plan | None:
    """The plan whose progress a table tells: of those of its year the one that has most of its rows word for word.

    Else the latest that was read from a document; what a government above handed down only where nothing else is.
    """
    year = document.head.get("year") or 0
    plans = Plan.objects.filter(government=document.government_id, year=year)
    if not plans.filter(sender__isnull=False).exists():
        return plans.order_by("-entered_at").first()
    rows = {draft.fields["text"].rstrip("。；") for draft in document.drafts.all()}
    listed = list(plans.order_by(F("sender").asc(nulls_first=True), "-entered_at"))
    return max(listed, key=lambda plan: _told(plan, rows), default=None)


def import_document(*, actor: Actor, government: Government, received: Received, revises: Plan | None = None) -> Import:
    """Take in a breakdown, a report or a progress table to look it through; `revises` is the plan that it corrects.

    A row of a progress table is shown with its task of the register; where the register has none, that is a doubt.
    """
    if received.kind is Kind.PROGRESS and not received.reading.document.period:
        raise NotValid("没有读出是哪一期的进展，请在标题里写明，如“三季度”。")
    with transaction.atomic():
        document = import_plan(actor=actor, government=government, received=received, revises=revises)
        plan = plan_reported_on(document) if received.kind is Kind.PROGRESS else None
        if plan is not None:
            _tie_rows(document, plan, received)
    return document


def issue_progress(*, actor: Actor, document: Import) -> Taken:
    """Enter a progress table that was looked through; where the year has no plan, its rows become the tasks first."""
    received = receive(document.file.name, bytes(document.file.content))
    with acting(actor, Right.REVIEW_REPORT, document.government_id):
        locked = Import.objects.select_for_update().get(pk=document.pk)
        if locked.state != Import.State.OPEN:
            raise NotNow(f"这份文件{locked.get_state_display()}，不能再入册。")
        left = locked.drafts.filter(doubts__gt=0, is_accepted=False).count()
        if left:
            raise NotNow(f"还有 {left} 处存疑没有核对，核对完才能入册。")
        plan = plan_reported_on(locked) or issue_plan(actor=actor, document=locked)
        taken = take_progress(actor=actor, plan=plan, received=received)
        Import.objects.filter(pk=locked.pk).update(state=Import.State.ISSUED)
    return taken


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _told(plan: Plan, rows: set[str]) -> int:
    """How many of a plan's tasks the rows name word for word."""
    return sum(text.rstrip("。；") in rows for text in plan.tasks.values_list("text", flat=True))


def _tie_rows(document: Import, plan: Plan, received: Received) -> None:
    progress = received.reading
    assert isinstance(progress, Progress)  # noqa: S101 (the kind says so)
    matched = match_rows(progress, list(plan.tasks.all()), targets_of(plan))
    lines = list(document.drafts.all())
    for order, line in enumerate(lines):
        task = matched.get(order)
        line.fields = {**line.fields, "task": task.pk if task else None, "flags": [] if task else [NO_TASK]}
        line.doubts = 0 if task else 1
    DraftTask.objects.bulk_update(lines, ["fields", "doubts"], batch_size=500)
