"""What an action keeps still while it works, in the one order that all keep: else two may wait for each other for ever.

A document, a government, plans by their keys, tasks by theirs, reports, notices, lines of documents; of governments the
one above first; the journal's turn last of all (ADR 24). Whoever changes several tasks of a plan locks the plan first.
Rows are locked `FOR NO KEY UPDATE`: who only refers to them does not wait. For use in actions.
"""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from luoshi.records.prepared import ask, keys_of
from luoshi.records.register.models import DraftTask, Government, Import, Plan, Task

# What of a task neither its words nor its figures nor its verdict are told by
_ELSEWHERE = (
    "place",
    "quota",
    "grams",
    "document",
    "part",
    "number",
    "sub",
    "address",
    "leader_heading",
    "order",
    "due",
)


def lock_government(government: int) -> None:
    """While its rules change, or a number is taken, and while what its plans have in common is told anew."""
    ask(_government, government)


def lock_plan(plan: int) -> None:
    """First of all where several tasks of a plan are changed."""
    ask(_plan, plan)


def lock_plans(plans: Collection[int]) -> None:
    """The same of several plans."""
    for plan in sorted(plans):
        lock_plan(plan)


def lock_task(task: int) -> Task:
    """A task as it is now, while nobody else changes it; what is seldom asked for is left in its table."""
    (row,) = ask(_task, task)
    return row


def lock_tasks_of(plan: int) -> None:
    """All tasks of a plan, and the plan itself before them."""
    lock_plan(plan)
    ask(_tasks_of, plan)


def lock_tasks(tasks: Collection[int]) -> None:
    """These tasks; whoever changes several of a plan has locked that."""
    if tasks:
        ask(_tasks, keys_of(sorted(tasks)))


def lock_lines(document: Import) -> list[DraftTask]:
    """The lines of a document, in their order."""
    lines = document.drafts.select_for_update(no_key=True).order_by("pk")
    return sorted(lines, key=lambda line: line.order)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _government(government: Any) -> QuerySet[Government, tuple[int]]:
    return Government.objects.select_for_update(no_key=True).filter(pk=government).values_list("pk")


def _plan(plan: Any) -> QuerySet[Plan, tuple[int]]:
    return Plan.objects.select_for_update(no_key=True).filter(pk=plan).values_list("pk")


def _task(task: Any) -> QuerySet[Task]:
    return Task.objects.select_for_update(no_key=True).filter(pk=task).defer(*_ELSEWHERE)


def _tasks_of(plan: Any) -> QuerySet[Task, tuple[int]]:
    return Task.objects.select_for_update(no_key=True).filter(plan=plan).order_by("pk").values_list("pk")


def _tasks(tasks: Any) -> QuerySet[Task, tuple[int]]:
    return Task.objects.select_for_update(no_key=True).filter(pk__in=tasks).order_by("pk").values_list("pk")
