"""Rows of the register as the values that the rooms below work with."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from luoshi import model
from luoshi.language.days import limit_words
from luoshi.language.quantities import rounded
from luoshi.records.register import models
from luoshi.records.register.reading import Json
from luoshi.records.register.standing import standing_shares, standing_targets, standing_units

_NOWHERE = {"block": 0, "start": 0, "end": 0}


def target_value(row: models.Target) -> model.Target:
    """A target as it was read."""
    return model.Target(
        metric=row.metric,
        comparator=model.Comparator(row.comparator),
        value=rounded(row.value),
        unit=row.unit,
        kind=model.TargetKind(row.kind),
        amount=rounded(row.amount),
        base_unit=row.base_unit,
        quote=quote_value(row.quote, row.place),
        high=None if row.high is None else rounded(row.high),
        by=row.by,
    )


def plan_value(plan: models.Plan, tasks: Iterable[models.Task], titles: Mapping[str, str]) -> model.Plan:
    """A plan with some of its tasks, which come with their units, targets and shares; `titles` are leaders' posts."""
    return model.Plan(document_value(plan), tuple(task_value(task, titles) for task in tasks))


def document_value(plan: models.Plan) -> model.Document:
    """What the head of a plan says."""
    return model.Document(plan.title, None, plan.doc_number or None, plan.issued_on, plan.year, None, plan.is_public)


def task_value(task: models.Task, titles: Mapping[str, str]) -> model.Task:
    """A task as it stands now, however it was read."""
    return model.Task(
        task.part,
        task.number,
        task.text,
        quote_value(task.text, task.place),
        sub=task.sub,
        name=task.name or None,
        leader_heading=task.leader_heading or None,
        leaders=leader_values(task, titles),
        section=task.section or None,
        units=unit_values(task),
        targets=tuple(map(target_value, standing_targets(task))),
        due=(model.Due(task.due, quote_value(limit_words(task.due))),) if task.due else (),
        allocation=_allocation(task),
    )


def leader_values(task: models.Task, titles: Mapping[str, str]) -> tuple[model.Leader, ...]:
    """The leaders of a task, one by one, each with the post that is known."""
    return tuple(model.Leader(name, titles.get(name), quote_value(name)) for name in task.leader_names)


def unit_values(task: models.Task) -> tuple[model.Unit, ...]:
    """The units of a task under the names of its document."""
    units = standing_units(task)
    return tuple(
        model.Unit(unit.printed, model.Role(unit.role), quote_value(unit.printed, unit.place)) for unit in units
    )


def quote_value(text: str, place: Json | None = None) -> model.Quote:
    """Words of the register; without a place they stand in no document, and their quote is themselves."""
    return model.Quote(text, model.Place(**(place or _NOWHERE)))


def _allocation(task: models.Task) -> model.Allocation | None:
    quota = task.quota
    if quota is None:
        return None
    rows = standing_shares(task)
    shares = tuple(model.Share(row.unit.name, row.printed, row.value, None) for row in rows)
    total, summed = (None if quota[name] is None else Decimal(str(quota[name])) for name in ("value", "sum"))
    return model.Allocation(quota["printed"], total, quota["unit"], shares, summed, model.SumCheck(quota["check"]))
