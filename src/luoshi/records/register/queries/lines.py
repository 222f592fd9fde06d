"""What a page of a list shows of tasks, read as plain values: fifty lines need no models."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import QuerySet

from luoshi.records.register.models import Target, Task, TaskUnit
from luoshi.records.register.models.time import CURRENT


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


def as_lines(tasks: QuerySet[Task]) -> QuerySet[Task, tuple[object, ...]]:
    """The columns of `TaskLine`, in its order."""
    return tasks.values_list(*TaskLine._fields)


def duties_of(tasks: Iterable[int]) -> dict[int, list[Duty]]:
    """The units of these tasks in printed order, by the task's key: one query."""
    current = TaskUnit.objects.filter(CURRENT, task__in=list(tasks)).order_by("order")
    found: dict[int, list[Duty]] = defaultdict(list)
    for task, role, unit in current.values_list("task", "role", "unit__name"):
        found[task].append(Duty(role, unit))
    return found


def targets_of(tasks: Iterable[int]) -> dict[int, list[Target]]:
    """What these tasks promise, by the task's key: one query, none without a task."""
    wanted = list(tasks)
    found: dict[int, list[Target]] = defaultdict(list)
    for target in Target.objects.filter(CURRENT, task__in=wanted).order_by("order") if wanted else ():
        found[target.task_id].append(target)
    return found
