"""Which tasks of a government's years are one promise: compared when entered or corrected. For use in actions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.db.models import Count, QuerySet

from luoshi import model
from luoshi.lineage import Promise
from luoshi.records.register.actions.rows import BATCH
from luoshi.records.register.models import Kin, Plan, Target, Task, TaskUnit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.values import target_value

YEARS: Final = 4
"""How many years before and after a plan are looked at."""
MOST_TASKS: Final = 4_000
"""As many tasks as are compared within a second; plans beyond that are left out, the farthest years first."""

_NOWHERE = model.Place(block=0, start=0, end=0)
_FIGURES = ("task", "metric", "comparator", "value", "high", "unit", "kind", "amount", "base_unit", "by", "quote")

# A task, and one of another year that is the same promise
Tie = tuple[int, int]


def relate_years(government: int, year: int) -> None:
    """Let what is known of a government's promises be what comparing its plans about a year says."""
    _relate(_near_plans(government, year))


def relate_all_years(government: int) -> None:
    """The same for all its years."""
    years = Plan.objects.filter(government=government).order_by("year").values_list("year", flat=True).distinct()
    for plans in dict.fromkeys(tuple(_near_plans(government, year)) for year in years):
        _relate(plans)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _near_plans(government: int, year: int) -> list[Plan]:
    """The plans about a year in their order, as many as can be compared; those of the year itself always."""
    near = Plan.objects.filter(government=government, year__range=(year - YEARS, year + YEARS))
    left, chosen = MOST_TASKS, []
    counted = near.only("year").annotate(count=Count("tasks"))
    for plan in sorted(counted, key=lambda each: (abs(each.year - year), -each.year, each.pk)):
        left -= plan.count
        if left < 0 and plan.year != year:
            break
        chosen.append(plan)
    return sorted(chosen, key=lambda each: (each.year, each.pk))


def _relate(plans: Sequence[Plan]) -> None:
    """Enter the ties between these plans that are new, and take away those that are no more."""
    if len({plan.year for plan in plans}) < 2:  # noqa: PLR2004 (nothing to compare)
        return
    standing = Kin.objects.filter(task__plan__in=plans, other__plan__in=plans)
    known = {(task, other): key for key, task, other in standing.values_list("pk", "task", "other")}
    found = set(_ties(plans))
    gone = [key for tie, key in known.items() if tie not in found]
    for start in range(0, len(gone), BATCH):
        Kin.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    Kin.objects.bulk_create(
        (Kin(task_id=task, other_id=other) for task, other in sorted(found - known.keys())), batch_size=BATCH
    )


def _ties(plans: Sequence[Plan]) -> Iterator[Tie]:
    """Each task with those on its path, in other years than its own."""
    from luoshi.relating import trace

    keys = [list(_tasks([plan]).values_list("pk", flat=True)) for plan in plans]
    promises = _promises(plans)
    seen: set[int] = set()
    for path in trace([[promises[key] for key in listed] for listed in keys]):
        placed = [(keys[document][place], plans[document].year) for document, place in path]
        for task, year in placed:
            if task not in seen:
                yield from ((task, other) for other, its_year in placed if its_year != year)
        seen.update(task for task, _ in placed)


def _tasks(plans: Iterable[Plan]) -> QuerySet[Task]:
    return Task.objects.filter(plan__in=plans).order_by("order")


def _promises(plans: Sequence[Plan]) -> dict[int, Promise]:
    """What is compared of the tasks, by their keys: words, lead units, figures."""
    from luoshi.relating import whole_text

    leads: dict[int, list[str]] = defaultdict(list)
    units = TaskUnit.objects.filter(CURRENT, role=TaskUnit.Role.LEAD, task__plan__in=plans).order_by("order")
    for task, printed in units.values_list("task", "printed"):
        leads[task].append(printed)
    targets: dict[int, list[model.Target]] = defaultdict(list)
    for row in Target.objects.filter(CURRENT, task__plan__in=plans).order_by("order").only(*_FIGURES, "place"):
        targets[row.task_id].append(target_value(row))
    return {
        key: Promise(
            order,
            "",
            whole_text(text, name),
            model.Quote(text, _NOWHERE),
            leads=tuple(leads[key]),
            targets=tuple(targets[key]),
        )
        for order, (key, text, name) in enumerate(_tasks(plans).values_list("pk", "text", "name"))
    }
