"""What a task's own page asks: the task with its rows, and those beside it."""

from typing import Any

from django.db.models import QuerySet

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.prepared import ask
from luoshi.records.register.models import Share, Target, Task, TaskFlag, TaskUnit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.tasks import Scope, Sight, sight_of, tasks_in, tasks_of


def find_task(sight: Sight, task: int) -> Task | None:
    """A task that is seen, with its documents and governments, units, figures, quotas and doubts.

    Only what it has by its own columns is asked for.
    """
    found = next(iter(ask(_tasks, sight, task)), None)
    return with_rows(found) if found else None


def find_own_task(actor: Actor, right: Right, task: int) -> Task | None:
    """The same of a government in which the actor has a right."""
    found = find_task(sight_of(actor), task)
    return found if found and actor.may(right, found.government_id) else None


def find_bare_task(actor: Actor, right: Right, task: int) -> Task | None:
    """The same without what belongs to it, and of its own columns only what says which it is and whose."""
    found = next(iter(ask(_bare, sight_of(actor), task)), None)
    return found if found and actor.may(right, found.government_id) else None


def _bare(sight: Sight, task: Any) -> QuerySet[Task]:
    return tasks_in(sight).filter(pk=task).only("government", "plan", "text")


def _tasks(sight: Sight, task: Any) -> QuerySet[Task]:
    related = ("plan__file", "plan__sender", "document__file", "government")
    shown = tasks_in(sight).filter(pk=task).select_related(*related)
    left_out = ("plan__blocks", "plan__file__content", "document__blocks", "document__file__content", "grams")
    return shown.defer(*left_out)


def with_rows(task: Task) -> Task:
    """A task with what belongs to it as lists: `current_units`, `current_targets`, `current_shares`, `open_flags`."""
    rows = {
        "current_units": ask(_units, task.pk),
        "current_targets": ask(_targets, task.pk),
        "current_shares": ask(_shares, task.pk) if task.quota else [],
        "open_flags": ask(_flags, task.pk) if task.doubts else [],
    }
    for name, found in rows.items():
        setattr(task, name, found)
    return task


def _units(task: Any) -> QuerySet[TaskUnit]:
    return TaskUnit.objects.filter(CURRENT, task=task).select_related("unit")


def _targets(task: Any) -> QuerySet[Target]:
    return Target.objects.filter(CURRENT, task=task)


def _shares(task: Any) -> QuerySet[Share]:
    return Share.objects.filter(CURRENT, task=task).select_related("unit")


def _flags(task: Any) -> QuerySet[TaskFlag]:
    return TaskFlag.objects.filter(task=task, is_open=True)


def neighbours_of(scope: Scope, task: Task) -> tuple[int | None, int | None]:
    """The keys of those before and after a task that are seen of its plan."""
    before, after = ask(_before, scope, task.order), ask(_after, scope, task.order)
    return (before[0][0] if before else None), (after[0][0] if after else None)


def _before(scope: Scope, order: Any) -> QuerySet[Task, tuple[int]]:
    return tasks_of(scope).filter(order__lt=order).order_by("-order").values_list("pk")[:1]


def _after(scope: Scope, order: Any) -> QuerySet[Task, tuple[int]]:
    return tasks_of(scope).filter(order__gt=order).order_by("order").values_list("pk")[:1]
