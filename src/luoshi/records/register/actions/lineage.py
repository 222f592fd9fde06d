"""Which tasks of a government's years are one promise: compared when entered or corrected. For use in actions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from typing import TYPE_CHECKING, Any, Final

from django.db import connection
from django.db.models import Count, Max, Min, Q, QuerySet

from luoshi.lineage import Promise
from luoshi.records.prepared import ask
from luoshi.records.register.actions.leads import suggest_again
from luoshi.records.register.actions.rows import BATCH
from luoshi.records.register.models import Kin, Plan, Target, Task, TaskUnit, Unrelated
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.values import quote_value, target_value
from luoshi.records.reporting.tying import tie_again
from luoshi.records.turns import writing

if TYPE_CHECKING:
    from luoshi import model

YEARS: Final = 4
"""How many years before and after a plan are looked at."""
MOST_TASKS: Final = 4_000
"""As many tasks as are compared within a second; plans beyond that are left out, the farthest years first."""

_FIGURES = ("task", "metric", "comparator", "value", "high", "unit", "kind", "amount", "base_unit", "by", "quote")

# The plan has the government and the year: one statement in place of two
_NOTED = (
    "INSERT INTO register_unrelated (government_id, year) SELECT government_id, year FROM register_plan WHERE id = %s"
)
# A task, and one of another year that is the same promise
Tie = tuple[int, int]


def relate_years(government: int, year: int) -> None:
    """Let what is known of a government's promises be what comparing its plans about a year says."""
    plans = _near_plans(government, year)
    _enter(plans, _ties(plans))


def relate_all_years(government: int) -> None:
    """The same for all its years."""
    years = Plan.objects.filter(government=government).order_by("year").values_list("year", flat=True).distinct()
    for plans in dict.fromkeys(tuple(_near_plans(government, year)) for year in years):
        _enter(plans, _ties(plans))


def unrelate(task: Task, *, is_reworded: bool = False) -> None:
    """Note that a task was corrected; one that is reworded stands alone until its years are compared anew."""
    if is_reworded and (kin := [key for (key,) in ask(_kin, task.pk)]):
        Kin.objects.filter(pk__in=kin).delete()
    with connection.cursor() as cursor:
        cursor.execute(_NOTED, [task.plan_id])


def relate_corrected(passing_over: int = 0) -> bool:
    """Compare the years of the government that has waited longest; False where none waits.

    `passing_over` so many of those that wait, one after the other has its turn, so that none is held up by another that
    goes wrong. Comparing takes up to a second: it is done before the transaction, in which only the ties are entered.
    What is corrected meanwhile is noted anew.
    """
    noted = Unrelated.objects.values_list("government", "year").annotate(first=Min("pk"), last=Max("pk"))
    waiting = list(noted.order_by("first"))
    if not waiting:
        return False
    government, year, _, last = waiting[passing_over % len(waiting)]
    plans = _near_plans(government, year)
    ties = _ties(plans)
    suggest_again(government, year)
    tie_again(government, year)
    with writing():
        _enter(plans, ties)
        Unrelated.objects.filter(government=government, year=year, pk__lte=last).delete()
    return True


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _kin(task: Any) -> QuerySet[Kin, tuple[int]]:
    return Kin.objects.filter(Q(task=task) | Q(other=task)).values_list("pk")


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


def _enter(plans: Sequence[Plan], found: Set[Tie]) -> None:
    """Enter the ties between these plans that are new, and take away those that are no more."""
    standing = Kin.objects.filter(task__plan__in=plans, other__plan__in=plans)
    known = {(task, other): key for key, task, other in standing.values_list("pk", "task", "other")}
    gone = [key for tie, key in known.items() if tie not in found]
    for start in range(0, len(gone), BATCH):
        Kin.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    fresh = (Kin(task_id=task, other_id=other) for task, other in sorted(found - known.keys()))
    Kin.objects.bulk_create(fresh, batch_size=BATCH)


def _ties(plans: Sequence[Plan]) -> frozenset[Tie]:
    """Each task with those on its path, in other years than its own."""
    if len({plan.year for plan in plans}) < 2:  # noqa: PLR2004 (nothing to compare)
        return frozenset()
    from luoshi.relating import trace

    keys = [list(_tasks([plan]).values_list("pk", flat=True)) for plan in plans]
    promises = _promises(plans)
    ties: set[Tie] = set()
    seen: set[int] = set()
    for path in trace([[promises[key] for key in listed] for listed in keys]):
        placed = [(keys[document][place], plans[document].year) for document, place in path]
        ties.update(
            (task, other) for task, year in placed if task not in seen for other, its_year in placed if its_year != year
        )
        seen.update(task for task, _ in placed)
    return frozenset(ties)


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
            quote_value(text),
            leads=tuple(leads[key]),
            targets=tuple(targets[key]),
        )
        for order, (key, text, name) in enumerate(_tasks(plans).values_list("pk", "text", "name"))
    }
