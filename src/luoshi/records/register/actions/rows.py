"""The rows that a task is made of: made from what was read, entered, and replaced by others. For use in actions."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from luoshi.records.acting import Acting
from luoshi.records.prepared import ask, keys_of
from luoshi.records.refusals import NotNow
from luoshi.records.register.actions.governments import enter_units
from luoshi.records.register.models import Plan, Share, Target, Task, TaskFlag, TaskUnit, TaskWording, Unit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import Json, cells_of
from luoshi.records.register.revising.facets import due_of
from luoshi.records.register.search import grams
from luoshi.records.register.typed import MOST, typed_figure
from luoshi.records.writes import insert_rows, update_rows

BATCH = 500


def refuse_unseen(seen: str | None, now: str) -> None:
    """Refuse to correct what somebody else corrected meanwhile: `seen` is what stood where it was shown, in words."""
    if seen is not None and seen.split() != now.split():
        raise NotNow(f"刚被别人更正过，现在是“{now}”。还要照这里写的改，请再保存一次。")


def names_of(task: Task) -> list[str]:
    """The printed names of the units that a task has now."""
    return [name for (name,) in ask(_names, task.pk)]


def _names(task: Any) -> QuerySet[TaskUnit, tuple[str]]:
    return TaskUnit.objects.filter(CURRENT, task=task).values_list("printed")


def replace_rows(model: Any, task: Task, rows: Iterable[Any]) -> None:
    """Retract what stands and enter other rows in its place, holding from the same day."""
    replace_all(model, {task.pk: list(rows)})


def replace_all(model: Any, rows: Mapping[int, Sequence[Any]]) -> None:
    """The same for many tasks, by their keys."""
    now = timezone.now()
    standing = ask(_standing, model, keys_of(rows)) if rows else []
    since = {row.task_id: row.holds_from for row in standing}
    for row in standing:
        row.retracted_at = now
    update_rows(standing, ("retracted_at",))
    for task, each in rows.items():
        for row in each:
            row.holds_from, row.recorded_at = since.get(task) or timezone.localdate(), now
    insert_rows([row for each in rows.values() for row in each])


def _standing(model: Any, tasks: Sequence[int]) -> QuerySet[Any]:
    """What is current of these tasks, what has held longest last."""
    rows: QuerySet[Any] = model.objects.filter(CURRENT, task__pk__in=tasks).order_by("-holds_from")
    return rows.only("task", "holds_from")


def enter_tasks(under_way: Acting, plan: Plan, tasks: Sequence[Task], lines: Sequence[Json], since: date) -> None:
    """New tasks of a plan as they were read, with their units, figures, quotas and doubts."""
    Task.objects.bulk_create(tasks, batch_size=BATCH)
    pairs = list(zip(tasks, lines, strict=True))
    known = known_units(under_way, plan, lines)
    places = known_districts(under_way, plan, lines)
    now = timezone.now()
    enter_rows(TaskWording, (TaskWording(task=task, text=task.text) for task in tasks), since, now)
    enter_rows(TaskUnit, (row for task, fields in pairs for row in printed_units(task, fields, known)), since, now)
    enter_rows(Target, (row for task, fields in pairs for row in target_rows(task, fields)), since, now)
    enter_rows(Share, (row for task, fields in pairs for row in share_rows(task, fields, places)), since, now)
    flags = (flag_row(task, flag) for task, fields in pairs for flag in fields["flags"])
    TaskFlag.objects.bulk_create(flags, batch_size=BATCH)
    for task, fields in pairs:
        after = {"text": task.text, "units": [unit["name"] for unit in fields["units"]]}
        under_way.did("issue_task", task, after=after)


def known_units(under_way: Acting, plan: Plan, lines: Iterable[Json]) -> dict[str, Unit]:
    """The units that these lines name, by the printed name; new ones are entered."""
    printed = [unit["name"] for fields in lines for unit in fields["units"]]
    return enter_units(under_way, plan.government, printed)


def known_districts(under_way: Acting, plan: Plan, lines: Iterable[Json]) -> dict[str, Unit]:
    """The same for the places among which something is shared out."""
    printed = [name for fields in lines for name in cells_of(fields)]
    return enter_units(under_way, plan.government, printed, Unit.Kind.DISTRICT)


def flag_row(task: Task, flag: Json) -> TaskFlag:
    """A doubt that is left standing."""
    return TaskFlag(task=task, code=flag["code"][:32], message=flag["message"], place=flag.get("place"))


def enter_rows(model: Any, rows: Iterable[Any], since: date, now: datetime) -> None:
    """Rows that hold from a day."""
    entered = list(rows)
    for row in entered:
        row.holds_from, row.recorded_at = since, now
    model.objects.bulk_create(entered, batch_size=BATCH)


def task_row(plan: Plan, order: int, fields: Json) -> Task:
    """A task as it was read; its units, figures and quotas are rows of their own."""
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
        due=due_of(fields),
        quota=quota_of(fields.get("allocation")),
        place=fields.get("place") or {},
        doubts=len(fields["flags"]),
    )
    task.grams = grams_of(task, (unit["name"] for unit in fields["units"]))
    return task


def grams_of(task: Task, units: Iterable[str]) -> str:
    """What the task is found by."""
    return grams(task.text, *units, task.name, task.section, task.leaders)


def quota_of(allocation: Json | None) -> Json | None:
    """What is printed of the total, beside what the places add up to."""
    return {**allocation["total"], "sum": allocation["sum"], "check": allocation["sum_check"]} if allocation else None


def printed_units(task: Task, fields: Json, known: dict[str, Unit]) -> list[TaskUnit]:
    """The units of a line, each with the place where its name stands."""
    rows = unit_rows(task, [(unit["name"], unit["role"]) for unit in fields["units"]], known)
    keep_places(rows, {unit["name"]: unit.get("place") for unit in fields["units"]})
    return rows


def keep_places(rows: Iterable[TaskUnit], places: Mapping[str, Json | None]) -> None:
    """Units stand where their names stood in the document."""
    for row in rows:
        row.place = places.get(row.printed)


def unit_rows(task: Task, units: Sequence[tuple[str, str]], known: dict[str, Unit]) -> list[TaskUnit]:
    """A row a unit, the first time that it is named."""
    rows: dict[int, TaskUnit] = {}
    for name, role in units:
        unit = known[name]
        rows.setdefault(unit.pk, TaskUnit(task=task, unit=unit, role=role, order=len(rows), printed=name[:64]))
    return list(rows.values())


def target_rows(task: Task, fields: Json) -> list[Target]:
    """The figures of a line; one that is beyond all measure, a slip of a key, stays in the words of the task alone."""
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
        if _is_held(target)
    ]


def share_rows(task: Task, fields: Json, places: dict[str, Unit]) -> list[Share]:
    """What each place owes."""
    return [
        Share(task=task, unit=places[name], order=order, printed=str(printed)[:64], value=typed_figure(str(printed)))
        for order, (name, printed) in enumerate(cells_of(fields).items())
    ]


def _is_held(target: Json) -> bool:
    """Whether the figures of a target have room in the columns."""
    figures = (target["value"], target.get("high") or 0, target.get("amount") or 0)
    return all(abs(Decimal(str(each))) < MOST for each in figures)
