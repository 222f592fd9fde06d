"""How many tasks of a plan there are of what, and what there is to choose from: one query for each question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from luoshi.records.prepared import Fixed, ask
from luoshi.records.register.models import Plan, Task, TaskUnit, Unit
from luoshi.records.register.queries.sieve import Sieve, Terms, every, terms_of
from luoshi.records.register.queries.spelling import SPELLING
from luoshi.records.register.queries.tasks import EVERYTHING, GROUPS, Scope, Sight, tasks_in, tasks_of

# How many tasks have which verdict and step; ("", "") are those that nobody has reported on
Counts = dict[tuple[str, str], int]


def count_verdicts(scope: Scope, sieves: Iterable[Sieve]) -> dict[Sieve, Counts]:
    """How many tasks each sieve lets through, by verdict and step: one query for all of them."""
    wanted = list(dict.fromkeys(sieves))
    apart = list(dict.fromkeys(sieve.any_verdict for sieve in wanted))
    rows = ask(_verdicts, scope, tuple(terms_of(sieve, scope.reading) for sieve in apart))
    return {sieve: _taken(sieve, rows, apart.index(sieve.any_verdict)) for sieve in wanted}


def _verdicts(scope: Scope, apart: tuple[Terms, ...]) -> QuerySet[Task, tuple[Any, ...]]:
    counts = {f"n{place}": Count("pk", filter=every(terms) or None) for place, terms in enumerate(apart)}
    counted = tasks_of(scope).order_by().values("verdict", "step").annotate(**counts)
    return counted.values_list("verdict", "step", *counts)


def _taken(sieve: Sieve, rows: Iterable[tuple[Any, ...]], place: int) -> Counts:
    """What a sieve takes of rows of a verdict, a step, and counts of which its own is at a place."""
    found = ((verdict, step, counts[place]) for verdict, step, *counts in rows)
    return {(verdict, step): count for verdict, step, count in found if count and sieve.takes_verdict(verdict, step)}


def count_groups(scope: Scope, sieve: Sieve, group: str) -> dict[str, Counts]:
    """How many tasks a sieve lets through by verdict, for each group of `GROUPS` by what its column says."""
    groups: dict[str, Counts] = {}
    for name, verdict, step, count in ask(_groups, scope, terms_of(sieve, scope.reading), Fixed(GROUPS[group])):
        groups.setdefault(name, {})[verdict, step] = count
    return groups


def _groups(scope: Scope, terms: Terms, column: str) -> QuerySet[Task, tuple[str, str, str, int]]:
    sifted = tasks_of(scope).filter(every(terms)).order_by()
    return sifted.values_list(column, "verdict", "step").annotate(count=Count("*"))


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen among some tasks, in printed order; leaders one by one."""

    parts: tuple[str, ...]
    sections: tuple[str, ...]
    leaders: tuple[str, ...]


def list_choices(scope: Scope) -> Choices:
    """The parts, sections and leaders of the tasks of a plan: one query."""
    rows = ask(_choices, scope)
    leaders = (name for row in rows for name in row[2].split("、"))
    return Choices(_once(row[0] for row in rows), _once(row[1] for row in rows), _once(leaders))


def _choices(scope: Scope) -> QuerySet[Task, tuple[str, str, str, int]]:
    named = tasks_of(scope).order_by().values_list("part", "section", "leaders")
    return named.annotate(first=Min("order")).order_by("first")


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def count_tasks(sight: Sight, plans: Sequence[Plan]) -> dict[int, int]:
    """How many tasks are seen of each of these plans, by the plan's key."""
    seen = EVERYTHING if all(map(sight.has_whole, plans)) else sight
    return dict(ask(_of_plans, seen, tuple(plan.pk for plan in plans)))


def _of_plans(sight: Sight, plans: tuple[int, ...]) -> QuerySet[Task, tuple[int, int]]:
    return tasks_in(sight).filter(plan__pk__in=plans).order_by().values_list("plan").annotate(count=Count("*"))


def count_reported(units: Sequence[int], state: str) -> list[tuple[int, int, str, int]]:
    """The key, year and title of each plan, the latest first, with how many tasks of these units are so reported on."""
    return ask(_reported, Sight(is_everything=False, governments=(), units=tuple(units)), state) if units else []


def _reported(sight: Sight, state: str) -> QuerySet[Task, tuple[int, int, str, int]]:
    found = tasks_in(sight).filter(reported=state).order_by("-plan__year", "-plan__entered_at")
    return found.values_list("plan", "plan__year", "plan__title").annotate(count=Count("*"))


def leads_of(scope: Scope) -> list[tuple[int, str]]:
    """The units that lead any task of a plan, their keys and names, as one spells them: one query."""
    return ask(_leads, scope)


def _leads(scope: Scope) -> QuerySet[Unit, tuple[int, str]]:
    current = Q(units__role=TaskUnit.Role.LEAD, units__holds_to__isnull=True, units__retracted_at__isnull=True)
    leading = tasks_of(scope).filter(current).order_by().values("units__unit")
    return Unit.objects.filter(pk__in=leading).order_by(*SPELLING).values_list("pk", "name")
