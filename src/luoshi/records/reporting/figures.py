"""The figures that a task committed to on a day: what was adjusted later is not asked of a round before."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Any

from django.db.models import Min, QuerySet

from luoshi.model import Target as TargetValue
from luoshi.records.prepared import ask, keys_of
from luoshi.records.register.models import Plan, Target, TaskWording
from luoshi.records.register.values import target_value

_ORDER = ("task", "order", "recorded_at", "pk")


class Figures:
    """Those of some tasks, as they were entered last. When the tasks began is asked where anything was adjusted."""

    def __init__(self, entered: Iterable[Target], beginnings: Callable[[], Iterable[tuple[int, date]]]) -> None:
        self._beginnings_of = beginnings
        self._rows: dict[int, list[Target]] = defaultdict(list)
        for row in entered:
            self._rows[row.task_id].append(row)

    def on(self, task: int, day: date) -> tuple[TargetValue, ...]:
        """A task's figures on a day; before the task was there, those that it began with."""
        rows = self._rows[task]
        if any(row.holds_to or row.holds_from > day for row in rows):
            then = max(day, self._beginnings.get(task, day))
            rows = [row for row in rows if row.holds_from <= then and (row.holds_to is None or row.holds_to > then)]
        # Where two would hold at a time, the one that was entered last
        return tuple(map(target_value, {row.order: row for row in rows}.values()))

    @cached_property
    def _beginnings(self) -> dict[int, date]:
        return dict(self._beginnings_of())


def figures_of(tasks: Collection[int]) -> Figures:
    """Those of a few tasks, by their keys: one query, or two."""
    keys = keys_of(sorted(tasks))
    return Figures(ask(_entered, keys) if keys else (), partial(ask, _first_days, keys))


def figures_in(plan: Plan) -> Figures:
    """Those of all tasks of a plan."""
    in_plan = {"retracted_at__isnull": True, "task__plan": plan}
    return Figures(
        Target.objects.filter(**in_plan).order_by(*_ORDER),
        lambda: _firsts(TaskWording.objects.filter(**in_plan)),
    )


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _entered(tasks: Sequence[int]) -> QuerySet[Target]:
    return Target.objects.filter(retracted_at__isnull=True, task__pk__in=tasks).order_by(*_ORDER)


def _first_days(tasks: Sequence[int]) -> QuerySet[TaskWording, Any]:
    return _firsts(TaskWording.objects.filter(retracted_at__isnull=True, task__pk__in=tasks))


def _firsts(wordings: QuerySet[TaskWording]) -> QuerySet[TaskWording, Any]:
    return wordings.values_list("task").annotate(first=Min("holds_from")).order_by()
