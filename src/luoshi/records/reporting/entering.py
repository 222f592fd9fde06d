"""A progress table that was uploaded: looked through beside the register, then entered as reports."""

from collections import Counter

from luoshi.model import Kind
from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.actions.documents import accept_draft, correct_draft, import_plan
from luoshi.records.register.actions.leads import keep_suggestions
from luoshi.records.register.actions.locks import lock_lines
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import DraftTask, Government, Import, Plan, Task
from luoshi.records.register.queries.imports import first_doubt
from luoshi.records.register.reading import Received, receive
from luoshi.records.reporting.actions import Taken, take_progress
from luoshi.records.reporting.tying import LEFT_OUT, is_settled, plan_reported_on, tie_lines
from luoshi.records.turns import writing
from luoshi.records.writes import update_rows

# Kinds of doubt that are over when it is settled which task a row tells of
UNTIED = frozenset({"no-task", "same-task"})
_TOLD = 10


def import_document(*, actor: Actor, government: Government, received: Received, revises: Plan | None = None) -> Import:
    """Take in a breakdown, a report or a progress table to look it through; `revises` is the plan that it corrects.

    A row of a progress table is shown with its task of the register; where the register has none, that is a doubt.
    A line of a report is shown with those who may lead it.
    """
    if received.kind is Kind.PROGRESS and not received.reading.document.period:
        raise NotValid("没有读出是哪一期的进展，请在标题里写明，如“三季度”。")
    with writing():
        document = import_plan(actor=actor, government=government, received=received, revises=revises)
        tie_lines(document)
        keep_suggestions(document)
    return document


def issue_progress(*, actor: Actor, document: Import) -> Taken:
    """Enter a progress table that was looked through; where the year has no plan, its rows become the tasks first."""
    received = receive(document.file.name, bytes(document.file.content))
    with acting(actor, Right.REVIEW_REPORT, document.government_id):
        locked = locked_document(document)
        plan = plan_reported_on(locked)
        tied = ties_of(locked) if plan else None
        if plan is None:
            plan = issue_plan(actor=actor, document=locked)
            keys = plan.tasks.order_by("order").values_list("pk", flat=True)
            tied = {_place(line): key for line, key in zip(locked.drafts.all(), keys, strict=True)}
        taken = take_progress(actor=actor, plan=plan, received=received, tied=tied)
        Import.objects.filter(pk=locked.pk).update(state=Import.State.ISSUED)
    return taken


def tie_row(*, actor: Actor, draft: DraftTask, version: int, task: Task | None) -> DraftTask:
    """Say which task a row of a progress table tells of; None: knowingly of none, it is left out of the register."""
    with acting(actor, Right.IMPORT_DOCUMENT, draft.document.government_id):
        document = _locked(draft.document)
        plan = _refuse_unplanned(document)
        if task is not None:
            _refuse_task(document, draft, plan, task)
        told = f"{task.address} {task.text}" if task else LEFT_OUT
        fields = {"task": task.pk if task else None, "tied": told}
        line = correct_draft(actor=actor, draft=draft, version=version, fields=fields)
        return accept_draft(actor=actor, draft=line, version=line.version)


def leave_out_alike(*, actor: Actor, document: Import, code: str) -> int:
    """Leave every row out whose task is in a kind of doubt and that nobody has settled yet; how many there were."""
    with acting(actor, Right.IMPORT_DOCUMENT, document.government_id) as under_way:
        _refuse_unplanned(_locked(document))
        waiting = [line for line in lock_lines(document) if line.doubts and not line.is_accepted]
        lines = [line for line in waiting if _code(line) == code]
        after = {"task": None, "tied": LEFT_OUT}
        for line in lines:
            before = {name: line.fields.get(name) for name in after}
            line.fields, line.is_accepted, line.version = {**line.fields, **after}, True, line.version + 1
            under_way.did("correct_draft", line, before=before, after=after)
            under_way.did("accept_draft", line, before={"accepted": False}, after={"accepted": True})
        update_rows(lines, ("fields", "is_accepted", "version"))
    return len(lines)


def locked_document(document: Import) -> Import:
    """A document that can be entered: one that is open, with no doubt that nobody looked at. For use in actions."""
    locked = _locked(document)
    left = locked.drafts.filter(doubts__gt=0, is_accepted=False).count()
    if left:
        raise NotNow(f"还有 {left} 处存疑没有核对，核对完才能入册。")
    return locked


def ties_of(document: Import) -> dict[int, int]:
    """The tasks of the rows by the places of the rows; `NotNow` tells of rows that nobody has settled."""
    lines = list(document.drafts.all())
    open_rows = [str(line.fields["number"]) for line in lines if not is_settled(line)]
    if open_rows:
        raise NotNow(f"第 {'、'.join(open_rows[:_TOLD])} 行还没有定下记到哪一项，或者不记。定下才能入册。")
    tied = {_place(line): line.fields["task"] for line in lines if line.fields.get("task") is not None}
    twice = [key for key, count in Counter(tied.values()).items() if count > 1]
    if twice:
        rows = [str(line.fields["number"]) for line in lines if line.fields.get("task") == twice[0]]
        raise NotNow(f"第 {'、'.join(rows)} 行记到了同一项任务，一项任务一期只记一行。请改其中一行。")
    return tied


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _locked(document: Import) -> Import:
    """A document that is still being looked through, while nobody else enters it."""
    locked = Import.objects.select_for_update(no_key=True).get(pk=document.pk)
    if locked.state != Import.State.OPEN:
        raise NotNow(f"这份文件{locked.get_state_display()}，不能再入册。")
    return locked


def _refuse_unplanned(document: Import) -> Plan:
    """The plan whose tasks the rows of a progress table tell of."""
    plan = plan_reported_on(document)
    if document.kind != Kind.PROGRESS.value or plan is None:
        raise NotNow("这一年还没有责任分解，入册时每一行自己立项，不用选任务。")
    return plan


def _code(line: DraftTask) -> str:
    return first_doubt(line)["code"]


def _place(line: DraftTask) -> int:
    """A row's place in its table, from 0."""
    return int(line.fields["id"]) - 1


def _refuse_task(document: Import, draft: DraftTask, plan: Plan, task: Task) -> None:
    if task.plan_id != plan.pk:
        raise NotValid("这项任务不在这张进展表所报的责任分解里。请另选一项。")
    other = document.drafts.filter(fields__task=task.pk).exclude(pk=draft.pk).first()
    if other is not None:
        raise NotNow(
            f"第 {other.fields['number']} 行已经记到这一项，一项任务一期只记一行。请先改那一行，或者另选一项。"
        )
