"""A promise through the years: which tasks of a government's other plans are the same one."""

from collections.abc import Sequence
from typing import Final

from django.core.cache import cache
from django.db.models import Count, Max, QuerySet

from luoshi.lineage import Lineage
from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Plan, Task, TaskWording
from luoshi.records.register.queries.tasks import for_export, visible_tasks, with_targets
from luoshi.records.register.values import plan_value

YEARS: Final = 4
"""How many years before and after a plan are looked at."""
MOST_TASKS: Final = 4_000
"""As many tasks as are compared in a moment; plans beyond that are left out, the farthest years first."""
_KEPT_SECONDS: Final = 86_400

# The tasks of one promise by their keys, a place a plan, None where it does not stand
Path = tuple[int | None, ...]


def kin_of(actor: Actor, task: Task) -> list[Task]:
    """A task with the same promise of other years, the latest first, of those that an actor may see; none alone."""
    plans = _near_plans(task.plan)
    if len(plans) < 2:  # noqa: PLR2004 (nothing to compare)
        return []
    keys = [key for key in _paths(plans).get(task.pk, ()) if key is not None and key != task.pk]
    if not keys:
        return []
    shown = with_targets(visible_tasks(actor).filter(pk__in=[*keys, task.pk])).select_related("plan")
    kin = list(shown.defer("grams", "place", "plan__blocks").order_by("-plan__year", "order"))
    return kin if len(kin) > 1 else []


def _near_plans(plan: Plan) -> list[Plan]:
    """A plan with those of its government's other years, in their order; of its own year itself alone."""
    near = Plan.objects.filter(government=plan.government_id, year__range=(plan.year - YEARS, plan.year + YEARS))
    counted = near.exclude(year=plan.year).defer("blocks").annotate(count=Count("tasks"))
    left, chosen = MOST_TASKS, [plan]
    for each in sorted(counted, key=lambda each: (abs(each.year - plan.year), -each.year)):
        left -= each.count
        if left < 0:
            break
        chosen.append(each)
    return sorted(chosen, key=lambda each: (each.year, each.pk))


def _paths(plans: Sequence[Plan]) -> dict[int, Path]:
    """The path that each task is on, kept until a wording is corrected."""
    last = TaskWording.objects.filter(task__plan__in=plans).aggregate(last=Max("pk"))["last"]
    key = "lineage:{}:{}".format("-".join(str(plan.pk) for plan in plans), last)
    known: dict[int, Path] | None = cache.get(key)
    if known is None:
        known = _compare(plans)
        cache.set(key, known, _KEPT_SECONDS)
    return known


def _compare(plans: Sequence[Plan]) -> dict[int, Path]:
    from luoshi.relating import compare

    tasks = [list(_tasks(plan)) for plan in plans]
    compared = compare([plan_value(plan, listed, {}) for plan, listed in zip(plans, tasks, strict=True)])
    paths: dict[int, Path] = {}
    for lineage in sorted(compared.lineages, key=_is_merged):
        path = tuple(
            listed[promise.order].pk if promise else None
            for promise, listed in zip(lineage.promises, tasks, strict=True)
        )
        for key in path:
            if key is not None:
                paths.setdefault(key, path)
    return paths


def _tasks(plan: Plan) -> QuerySet[Task]:
    return for_export(Task.objects.filter(plan=plan).order_by("order"))


def _is_merged(lineage: Lineage) -> bool:
    """A promise that was merged into another is on its own path; what it was merged into, on its main one."""
    return any(step.is_merged for step in lineage.steps)
