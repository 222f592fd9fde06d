"""What a page of a list asks: plain values, by questions that Django writes once (`records.prepared`)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import QuerySet

from luoshi.records.prepared import Fixed, ask, keys_of
from luoshi.records.register.models import Plan, Target, Task, TaskUnit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.sieve import Sieve, Terms, every, terms_of
from luoshi.records.register.queries.tasks import Scope, Sight, arrange, plans_in, tasks_of


class TaskLine(NamedTuple):
    """What a line shows that stands on the task itself."""

    pk: int
    number: int
    sub: int | None
    name: str
    text: str
    part: str
    section: str
    leaders: str
    verdict: str
    step: str
    doubts: int


class Duty(NamedTuple):
    """What a unit has to do with a task, and what it is called today."""

    role: str
    unit: str


class Promise(NamedTuple):
    """What a target says of the figure to be reached; the fields are those of `Target`."""

    metric: str
    comparator: str
    value: Decimal
    high: Decimal | None
    unit: str
    kind: str
    quote: str


def list_plans(sight: Sight, most: int) -> list[Plan]:
    """The first plans of which anything is seen, with their governments: one query."""
    return ask(_plans, sight, Fixed(most))


def _plans(sight: Sight, most: int) -> QuerySet[Plan]:
    return plans_in(sight)[:most]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """An order of `ORDERS` and a group of `GROUPS`, both by name, and which places of what is so arranged."""

    order: str
    group: str
    places: range


def list_lines(scope: Scope, sieve: Sieve, arranged: Arrangement) -> list[TaskLine]:
    """The lines at some places of what a sieve lets through."""
    return list(map(TaskLine._make, ask(_lines, scope, terms_of(sieve, scope.reading), arranged)))


def _lines(scope: Scope, terms: Terms, arranged: Arrangement) -> QuerySet[Task, tuple[Any, ...]]:
    tasks = arrange(tasks_of(scope).filter(every(terms)), arranged.order, arranged.group)
    return tasks.values_list(*TaskLine._fields)[arranged.places.start : arranged.places.stop]


def duties_of(tasks: Iterable[int]) -> dict[int, list[Duty]]:
    """The units of these tasks in printed order, by the task's key: one query."""
    found: dict[int, list[Duty]] = defaultdict(list)
    for task, role, unit in ask(_duties, keys_of(tasks)):
        found[task].append(Duty(role, unit))
    return found


def _duties(tasks: Sequence[int]) -> QuerySet[TaskUnit, tuple[int, str, str]]:
    current = TaskUnit.objects.filter(CURRENT, task__pk__in=tasks)
    return current.order_by("order").values_list("task", "role", "unit__name")


def promises_of(tasks: Iterable[int]) -> dict[int, list[Promise]]:
    """What these tasks promise, by the task's key: one query, none without a task."""
    wanted = keys_of(tasks)
    found: dict[int, list[Promise]] = defaultdict(list)
    for task, *promise in ask(_promises, wanted) if wanted else ():
        found[task].append(Promise._make(promise))
    return found


def _promises(tasks: Sequence[int]) -> QuerySet[Target, tuple[Any, ...]]:
    current = Target.objects.filter(CURRENT, task__pk__in=tasks).order_by("order")
    return current.values_list("task", *Promise._fields)
