"""A document that was looked through becomes a plan; what stands there is corrected, never overwritten."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.actions.governments import enter_units
from luoshi.records.register.models import (
    Import,
    Plan,
    Share,
    Target,
    Task,
    TaskFlag,
    TaskUnit,
    TaskWording,
    Unit,
)
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import Json
from luoshi.records.register.search import grams

_BATCH = 500


def issue_plan(*, actor: Actor, document: Import) -> Plan:
    """Enter the lines of a document as tasks, with their units, figures and quotas; all of them or none.

    Every line with a doubt must have been accepted by a person before.
    """
    with acting(actor, Right.ISSUE_PLAN, document.government_id) as under_way:
        document = Import.objects.select_for_update().select_related("file", "government").get(pk=document.pk)
        if document.state != Import.State.OPEN:
            raise NotNow(f"这份文件{document.get_state_display()}，不能再入册。")
        lines = [draft.fields for draft in document.drafts.all()]
        left = document.drafts.filter(doubts__gt=0, is_accepted=False).count()
        if left or not lines:
            raise NotNow(f"还有 {left} 处存疑没有核对，核对完才能入册。" if left else "没有可以入册的任务。")
        plan = _enter_plan(under_way, document)
        _enter_tasks(under_way, plan, lines)
        document.state = Import.State.ISSUED
        document.save(update_fields=["state"])
    return plan


def correct_wording(*, actor: Actor, task: Task, text: str, reason: str) -> Task:
    """Put right what the register says a task says; the earlier wording stays readable."""
    _need(text, "任务不能空着。", "text")
    _need(reason, "请写更正的理由，以后查得到。", "reason")
    with acting(actor, Right.CORRECT_TASK, task.government_id) as under_way:
        row = Task.objects.select_for_update().get(pk=task.pk)
        _replace(TaskWording, row, [TaskWording(task=row, text=text)])
        before, row.text = row.text, text
        row.grams = _grams(row, row.units.filter(CURRENT).values_list("printed", flat=True))
        row.save(update_fields=["text", "grams"])
        under_way.did("correct_wording", row, before={"text": before}, after={"text": text, "reason": reason})
    return row


def correct_units(*, actor: Actor, task: Task, units: Sequence[tuple[str, str]], reason: str) -> Task:
    """Put right which units a task has: pairs of a printed name and a role, in their order."""
    _need(reason, "请写更正的理由，以后查得到。", "reason")
    if not units:
        raise NotValid("至少要有一个单位。", {"units": "请写单位"})
    with acting(actor, Right.CORRECT_TASK, task.government_id) as under_way:
        row = Task.objects.select_for_update().get(pk=task.pk)
        standing = list(row.units.filter(CURRENT))
        known = enter_units(under_way, row.government, [name for name, _ in units])
        rows = _units(row, units, known)
        _keep_places(rows, {each.printed: each.place for each in standing})
        _replace(TaskUnit, row, rows)
        row.grams = _grams(row, [name for name, _ in units])
        row.save(update_fields=["grams"])
        before = [f"{each.get_role_display()} {each.printed}" for each in standing]
        after = [f"{TaskUnit.Role(role).label} {name}" for name, role in units]
        under_way.did("correct_units", row, before={"units": before}, after={"units": after, "reason": reason})
    return row


def settle_flag(*, actor: Actor, flag: TaskFlag, reason: str) -> None:
    """Let a doubt rest, with the reason."""
    _need(reason, "请写为什么没有问题。", "reason")
    with acting(actor, Right.CORRECT_TASK, flag.task.government_id) as under_way:
        task = Task.objects.select_for_update().get(pk=flag.task_id)
        if not task.flags.filter(pk=flag.pk, is_open=True).update(is_open=False):
            raise NotNow("这处存疑刚被别人核对过了。")
        # Those of the latest report are counted there, too
        task.doubts = max(0, task.doubts - 1)
        task.save(update_fields=["doubts"])
        under_way.did("settle_flag", task, before={"doubt": flag.message}, after={"reason": reason})


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _need(given: str, sentence: str, field: str) -> None:
    if not given.strip():
        raise NotValid(sentence, {field: sentence})


def _replace(model: Any, task: Task, rows: Iterable[Any]) -> None:
    """Retract what stands and enter other rows in its place, holding from the same day."""
    now = timezone.now()
    standing = model.objects.filter(CURRENT, task=task)
    since = standing.values_list("holds_from", flat=True).first() or timezone.localdate()
    standing.update(retracted_at=now)
    for row in rows:
        row.holds_from, row.recorded_at = since, now
    model.objects.bulk_create(rows)


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
    tasks = [_task(plan, order, fields) for order, fields in enumerate(lines, start=1)]
    Task.objects.bulk_create(tasks, batch_size=_BATCH)
    pairs = list(zip(tasks, lines, strict=True))
    printed = [unit["name"] for fields in lines for unit in fields["units"]]
    known = enter_units(under_way, plan.government, printed)
    districts = [name for fields in lines for name in (fields.get("allocation") or {}).get("cells", {})]
    places = enter_units(under_way, plan.government, districts, Unit.Kind.DISTRICT)
    now, since = timezone.now(), plan.issued_on or timezone.localdate()
    _enter(TaskWording, (TaskWording(task=task, text=task.text) for task in tasks), since, now)
    _enter(TaskUnit, (row for task, fields in pairs for row in _printed_units(task, fields, known)), since, now)
    _enter(Target, (row for task, fields in pairs for row in _targets(task, fields)), since, now)
    _enter(Share, (row for task, fields in pairs for row in _shares(task, fields, places)), since, now)
    TaskFlag.objects.bulk_create(
        [
            TaskFlag(task=task, code=flag["code"][:32], message=flag["message"], place=flag.get("place"))
            for task, fields in pairs
            for flag in fields["flags"]
        ],
        batch_size=_BATCH,
    )
    for task, fields in pairs:
        after = {"text": task.text, "units": [unit["name"] for unit in fields["units"]]}
        under_way.did("issue_task", task, after=after)


def _enter(model: Any, rows: Iterable[Any], since: date, now: datetime) -> None:
    entered = list(rows)
    for row in entered:
        row.holds_from, row.recorded_at = since, now
    model.objects.bulk_create(entered, batch_size=_BATCH)


def _task(plan: Plan, order: int, fields: Json) -> Task:
    dues = [date.fromisoformat(due["by"]) for due in fields.get("due") or () if due.get("by")]
    task = Task(
        government_id=plan.government_id,
        plan=plan,
        order=order,
        part=fields["part"][:64],
        number=fields["number"],
        sub=fields.get("sub"),
        address=str(fields["id"])[:96],
        leader_heading=(fields.get("leader_heading") or "")[:128],
        leaders="、".join(fields.get("leaders") or ())[:128],
        section=(fields.get("section") or "")[:128],
        name=(fields.get("name") or "")[:128],
        text=fields["text"],
        due=max(dues, default=None),
        quota=_quota(fields.get("allocation")),
        place=fields.get("place") or {},
        doubts=len(fields["flags"]),
    )
    task.grams = _grams(task, (unit["name"] for unit in fields["units"]))
    return task


def _grams(task: Task, units: Iterable[str]) -> str:
    return grams(task.text, *units, task.name, task.section, task.leaders)


def _quota(allocation: Json | None) -> Json | None:
    """What is printed of the total, beside what the places add up to."""
    return {**allocation["total"], "sum": allocation["sum"], "check": allocation["sum_check"]} if allocation else None


def _printed_units(task: Task, fields: Json, known: dict[str, Unit]) -> list[TaskUnit]:
    rows = _units(task, [(unit["name"], unit["role"]) for unit in fields["units"]], known)
    _keep_places(rows, {unit["name"]: unit.get("place") for unit in fields["units"]})
    return rows


def _keep_places(rows: Iterable[TaskUnit], places: Mapping[str, Json | None]) -> None:
    """Units stand where their names stood in the document."""
    for row in rows:
        row.place = places.get(row.printed)


def _units(task: Task, units: Sequence[tuple[str, str]], known: dict[str, Unit]) -> list[TaskUnit]:
    """A row a unit, the first time that it is named."""
    rows: dict[int, TaskUnit] = {}
    for name, role in units:
        unit = known[name]
        rows.setdefault(unit.pk, TaskUnit(task=task, unit=unit, role=role, order=len(rows), printed=name[:64]))
    return list(rows.values())


def _targets(task: Task, fields: Json) -> list[Target]:
    return [
        Target(
            task=task,
            order=order,
            metric=target["metric"][:128],
            comparator=target["comparator"],
            value=Decimal(str(target["value"])),
            high=Decimal(str(target["high"])) if target.get("high") is not None else None,
            unit=target["unit"][:32],
            kind=target["kind"],
            amount=Decimal(str(target.get("amount", target["value"]))),
            base_unit=target.get("base_unit", target["unit"])[:32],
            by=date.fromisoformat(target["by"]) if target.get("by") else None,
            quote=target["quote"] or "",
            place=target.get("place"),
        )
        for order, target in enumerate(fields.get("targets") or ())
    ]


def _shares(task: Task, fields: Json, places: dict[str, Unit]) -> list[Share]:
    cells = (fields.get("allocation") or {}).get("cells") or {}
    return [
        Share(task=task, unit=places[name], order=order, printed=str(printed)[:64], value=_figure(printed))
        for order, (name, printed) in enumerate(cells.items())
    ]


def _figure(printed: object) -> Decimal | None:
    try:
        return Decimal(str(printed).replace(",", ""))
    except ArithmeticError:
        return None
