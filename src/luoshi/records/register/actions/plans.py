"""A document that was looked through becomes a plan; what stands there is corrected, never overwritten."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid, need_reason
from luoshi.records.register.actions.governments import enter_units
from luoshi.records.register.actions.leads import suggest_again
from luoshi.records.register.actions.lineage import relate_years, unrelate
from luoshi.records.register.actions.locks import lock_government, lock_task
from luoshi.records.register.actions.rows import (
    enter_tasks,
    grams_of,
    keep_places,
    names_of,
    refuse_unseen,
    replace_rows,
    task_row,
    unit_rows,
)
from luoshi.records.register.models import Import, Plan, Task, TaskFlag, TaskUnit, TaskWording
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import Json
from luoshi.records.register.revising.facets import say_units, unit_words
from luoshi.records.reporting.again import judge_again
from luoshi.records.reporting.tying import tie_again
from luoshi.records.writes import update_rows

LONGEST_TEXT = 2000
"""More characters than any task has; who pastes a whole document by mistake is told."""


def issue_plan(*, actor: Actor, document: Import) -> Plan:
    """Enter the lines of a document as tasks, with their units, figures and quotas; all of them or none.

    Every line with a doubt must have been accepted by a person before.
    """
    with acting(actor, Right.ISSUE_PLAN, document.government_id) as under_way:
        rows = Import.objects.select_for_update(of=("self",), no_key=True).select_related("file", "government")
        document = rows.get(pk=document.pk)
        if document.state != Import.State.OPEN:
            raise NotNow(f"这份文件{document.get_state_display()}，不能再入册。")
        if document.revises_id:
            raise NotNow("这份文件更正已经入册的责任分解，请在对比页上逐处采纳，不另外入册。")
        lines = [draft.fields for draft in document.drafts.all()]
        left = document.drafts.filter(doubts__gt=0, is_accepted=False).count()
        if left or not lines:
            raise NotNow(f"还有 {left} 处存疑没有核对，核对完才能入册。" if left else "没有可以入册的任务。")
        lock_government(document.government_id)
        plan = _enter_plan(under_way, document)
        _enter_tasks(under_way, plan, lines)
        relate_years(plan.government_id, plan.year)
        suggest_again(plan.government_id, plan.year)
        document.state = Import.State.ISSUED
        document.save(update_fields=["state"])
        tie_again(plan.government_id, plan.year)
    return plan


def correct_wording(*, actor: Actor, task: Task, text: str, reason: str, seen: str | None = None) -> Task:
    """Put right what the register says a task says; the earlier wording stays readable.

    `seen` is the wording that whoever corrects it has seen; it must still be that one.
    """
    if not text.strip():
        raise NotValid("任务不能空着。", {"text": "任务不能空着。"})
    need_reason(reason, "请写更正的理由，以后查得到。")
    if len(text) > LONGEST_TEXT:
        raise NotValid(f"太长了，一项任务最多 {LONGEST_TEXT} 个字。", {"text": "请写短些"})
    with acting(actor, Right.CORRECT_TASK, task.government_id) as under_way:
        row = lock_task(task.pk)
        if row.origin_id:
            raise NotNow("这一项是上级下达的，文字由下达的一方更正。")
        if row.text == text:
            raise NotNow("文字已经是这样了，没有要更正的。")
        refuse_unseen(seen, row.text)
        replace_rows(TaskWording, row, [TaskWording(task=row, text=text)])
        before, row.text = row.text, text
        row.grams = grams_of(row, names_of(row))
        update_rows([row], ("text", "grams"))
        unrelate(row, is_reworded=True)
        under_way.did("correct_wording", row, before={"text": before}, after={"text": text, "reason": reason})
        judge_again(under_way, [row], "任务的文字更正了")
    return row


def correct_units(
    *, actor: Actor, task: Task, units: Sequence[tuple[str, str]], reason: str, seen: str | None = None
) -> Task:
    """Put right which units a task has: pairs of a printed name and a role, in their order; `seen` as `say_units`."""
    need_reason(reason, "请写更正的理由，以后查得到。")
    if not units:
        raise NotValid("至少要有一个单位。", {"units": "请写单位"})
    with acting(actor, Right.CORRECT_TASK, task.government_id) as under_way:
        row = lock_task(task.pk)
        standing = list(row.units.filter(CURRENT))
        if [(each.printed, each.role) for each in standing] == list(units):
            raise NotNow("单位已经是这样了，没有要更正的。")
        refuse_unseen(seen, say_units(standing))
        known = enter_units(under_way, row.government, [name for name, _ in units])
        rows = unit_rows(row, units, known)
        keep_places(rows, {each.printed: each.place for each in standing})
        replace_rows(TaskUnit, row, rows)
        row.grams = grams_of(row, [name for name, _ in units])
        update_rows([row], ("grams",))
        unrelate(row)
        before = [unit_words(each) for each in standing]
        after = [f"{TaskUnit.Role(role).label} {name}" for name, role in units]
        under_way.did("correct_units", row, before={"units": before}, after={"units": after, "reason": reason})
    return row


def settle_flag(*, actor: Actor, flag: TaskFlag, reason: str) -> None:
    """Let a doubt rest, with the reason."""
    need_reason(reason, "请写为什么没有问题。")
    with acting(actor, Right.CORRECT_TASK, flag.task.government_id) as under_way:
        task = lock_task(flag.task_id)
        if not task.flags.filter(pk=flag.pk, is_open=True).update(is_open=False):
            raise NotNow("这处存疑刚被别人核对过了。")
        # Those of the latest report are counted there, too
        task.doubts = max(0, task.doubts - 1)
        update_rows([task], ("doubts",))
        under_way.did("settle_flag", task, before={"doubt": flag.message}, after={"reason": reason})


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _enter_plan(under_way: Acting, document: Import) -> Plan:
    head = document.head
    issued_on = date.fromisoformat(head["issued_on"]) if head.get("issued_on") else None
    plan = Plan.objects.create(
        government_id=document.government_id,
        file=document.file,
        year=head.get("year") or (issued_on or timezone.localdate()).year,
        title=(head.get("title") or document.file.name)[:255],
        doc_number=(head.get("doc_number") or "")[:64],
        issued_on=issued_on,
        entered_at=timezone.now(),
        is_public=bool(head.get("public")),
        blocks=document.blocks,
    )
    under_way.did("issue_plan", plan, after={"title": plan.title, "year": plan.year, "file": document.file.sha256})
    return plan


def _enter_tasks(under_way: Acting, plan: Plan, lines: Sequence[Json]) -> None:
    tasks = [task_row(plan, order, fields) for order, fields in enumerate(lines, start=1)]
    enter_tasks(under_way, plan, tasks, lines, plan.issued_on or timezone.localdate())
