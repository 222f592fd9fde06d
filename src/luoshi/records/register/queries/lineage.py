"""A promise through the years: which tasks of a government's other plans are the same one."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from luoshi.records.prepared import ask
from luoshi.records.register.models import Kin, Task
from luoshi.records.register.queries.lines import promises_of
from luoshi.records.register.queries.tasks import Sight, tasks_in


def kin_of(sight: Sight, task: Task) -> list[Task]:
    """A task with the same promise of other years, the latest first, of those that are seen; none alone.

    Each has what it promises as `current_targets`.
    """
    others = [other for (other,) in ask(_others, task.pk)]
    kin = ask(_kin, sight, (*others, task.pk)) if others else []
    if len(kin) < 2:  # noqa: PLR2004 (itself and another)
        return []
    promises = promises_of(each.pk for each in kin)
    for each in kin:
        vars(each)["current_targets"] = promises[each.pk]
    return kin


def _others(task: Any) -> QuerySet[Kin, tuple[int]]:
    return Kin.objects.filter(task=task).values_list("other")


def _kin(sight: Sight, tasks: Sequence[int]) -> QuerySet[Task]:
    shown = tasks_in(sight).filter(pk__in=tasks).select_related("plan")
    return shown.defer("grams", "place", "plan__blocks").order_by("-plan__year", "order")
