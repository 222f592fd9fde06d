"""Tasks: who sees which, how they are searched, filtered, counted and shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Min, Prefetch, Q, QuerySet, Value, When, Window

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.register.models import (
    Membership,
    Plan,
    Share,
    Target,
    Task,
    TaskUnit,
)
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.sieve import Sieve, condition

# How many tasks have which verdict and step; ("", "") are those that nobody has reported on
Counts = dict[tuple[str, str], int]
# The columns that a list can be grouped by, by the name in its address
GROUPS = {"leader": "leaders", "section": "section", "part": "part"}
# From what needs somebody to what needs nobody
WEAKEST_FIRST = ("behind", "", "qualitative", "not_due", "no_data", "on_track", "ahead", "done")
_WEAKNESS = Case(
    *(When(verdict=verdict, then=Value(place)) for place, verdict in enumerate(WEAKEST_FIRST)),
    default=Value(len(WEAKEST_FIRST)),
    output_field=IntegerField(),
)
# The orders that a list can be put in, by the name in its address; what has no date or depth stands last
ORDERS = {
    "order": (F("order"),),
    "verdict": (_WEAKNESS, F("depth").desc(nulls_last=True), F("order")),
    "due": (F("due").asc(nulls_last=True), F("order")),
    "doubts": (F("doubts").desc(), F("order")),
}


def visible_plans(actor: Actor) -> QuerySet[Plan]:
    """The plans of the governments that an actor sees anything of, the latest year first.

    Of a year the government's own documents stand before what it was handed down; what it handed to others, after all.
    """
    everywhere = actor.governments(Right.READ_REGISTER)
    handed = Q(sender__in=everywhere)
    seen = Plan.objects.all()
    if not actor.is_operator:
        seen = seen.filter(Q(government__in=everywhere) | handed | _own_plans(actor.units(Right.READ_OWN_TASKS)))
    order: tuple[Any, ...] = ("-year", F("sender").asc(nulls_first=True), "-entered_at")
    if everywhere:
        below = Case(When(handed & ~Q(government__in=everywhere), then=1), default=0, output_field=IntegerField())
        seen, order = seen.annotate(below=below), ("below", *order)
    return seen.select_related("government", "sender").defer("blocks").order_by(*order)


def _own_plans(units: frozenset[int]) -> Q:
    """Those in which these units have any part."""
    if not units:
        return Q(pk__in=())
    return Q(pk__in=Task.objects.filter(pk__in=_parts(units).values("task")).values("plan"))


def visible_tasks(actor: Actor) -> QuerySet[Task]:
    """The tasks that an actor may see: all of a government, what was handed down from it, or those of own units."""
    if actor.is_operator:
        return Task.objects.all()
    everywhere = actor.governments(Right.READ_REGISTER)
    units = actor.units(Right.READ_OWN_TASKS)
    if not units:
        return Task.objects.filter(_governed(everywhere))
    return Task.objects.filter(_governed(everywhere) | Q(pk__in=_parts(units).values("task")))


def _governed(governments: Iterable[int]) -> Q:
    """Of these governments; and of those below, the tasks that they handed down."""
    return Q(government__in=governments) | Q(plan__in=Plan.objects.filter(sender__in=governments).values("pk"))


def _parts(units: Iterable[int]) -> QuerySet[TaskUnit]:
    """What these units have to do with tasks, themselves or as members of a group.

    The groups are asked for at once: by keys that it knows a database finds the rows where else it looks through all.
    """
    listed = list(units)
    groups = Membership.objects.filter(member__in=listed, holds_to__isnull=True).values_list("group", flat=True)
    return TaskUnit.objects.filter(CURRENT, unit__in=[*listed, *groups])


def sift(tasks: QuerySet[Task], sieve: Sieve) -> QuerySet[Task]:
    """Only what a sieve lets through."""
    return tasks.filter(condition(sieve))


def arrange(tasks: QuerySet[Task], order: str, group: str = "") -> QuerySet[Task]:
    """In an order of `ORDERS`; with a group of `GROUPS` those of one group together, in the order of the document."""
    keys = ORDERS.get(order, ORDERS["order"])
    if group not in GROUPS:
        return tasks.order_by(*keys)
    first = Window(Min("order"), partition_by=[F(GROUPS[group])])
    return tasks.annotate(group_order=first).order_by("group_order", *keys)


def with_targets(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With what they promise."""
    targets = Target.objects.filter(CURRENT).order_by("order")
    return tasks.prefetch_related(Prefetch("targets", targets, to_attr="current_targets"))


def for_export(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With what a document prints: units, figures, quotas, one query each."""
    units = TaskUnit.objects.filter(CURRENT).select_related("unit").order_by("order")
    shares = Share.objects.filter(CURRENT).select_related("unit")
    return (
        with_targets(tasks)
        .prefetch_related(Prefetch("units", units, to_attr="current_units"))
        .prefetch_related(Prefetch("shares", shares, to_attr="current_shares"))
        .defer("grams")
    )


def for_page(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With the documents and governments that a task's own page names; its rows are read by `with_rows`."""
    related = ("plan__file", "plan__sender", "document__file", "government")
    return tasks.select_related(*related).defer("plan__file__content", "document__file__content", "grams")


def with_rows(task: Task) -> Task:
    """A task with its units, figures, quotas and doubts; only what it has by its own columns is asked for."""
    rows = {
        "current_units": task.units.filter(CURRENT).select_related("unit"),
        "current_targets": task.targets.filter(CURRENT),
        "current_shares": task.shares.filter(CURRENT).select_related("unit") if task.quota else (),
        "open_flags": task.flags.filter(is_open=True) if task.doubts else (),
    }
    for name, found in rows.items():
        setattr(task, name, list(found))
    return task


def neighbours_of(tasks: QuerySet[Task], task: Task) -> tuple[int | None, int | None]:
    """The keys of those before and after a task in its plan, among these tasks."""
    same = tasks.filter(plan=task.plan_id)
    before = same.filter(order__lt=task.order).order_by("-order").values_list("pk", flat=True).first()
    after = same.filter(order__gt=task.order).order_by("order").values_list("pk", flat=True).first()
    return before, after


def count_verdicts(tasks: QuerySet[Task], sieves: Iterable[Sieve]) -> dict[Sieve, Counts]:
    """How many tasks each sieve lets through, by verdict and step: one query for all of them."""
    wanted = list(dict.fromkeys(sieves))
    apart = list(dict.fromkeys(sieve.any_verdict for sieve in wanted))
    counts = {f"n{place}": Count("pk", filter=_or_none(sieve)) for place, sieve in enumerate(apart)}
    rows = list(tasks.order_by().values("verdict", "step").annotate(**counts).values_list("verdict", "step", *counts))
    return {sieve: _taken(sieve, rows, apart.index(sieve.any_verdict)) for sieve in wanted}


def _taken(sieve: Sieve, rows: Iterable[tuple[Any, ...]], place: int) -> Counts:
    """What a sieve takes of rows of a verdict, a step, and counts of which its own is at a place."""
    found = ((verdict, step, counts[place]) for verdict, step, *counts in rows)
    return {(verdict, step): count for verdict, step, count in found if count and sieve.takes_verdict(verdict, step)}


def count_groups(tasks: QuerySet[Task], group: str) -> dict[str, Counts]:
    """How many of these tasks have which verdict, for each group of `GROUPS` by what its column says."""
    counted = tasks.order_by().values_list(GROUPS[group], "verdict", "step").annotate(count=Count("*"))
    groups: dict[str, Counts] = {}
    for name, verdict, step, count in counted:
        groups.setdefault(name, {})[verdict, step] = count
    return groups


def _or_none(sieve: Sieve) -> Q | None:
    return None if sieve.is_empty else condition(sieve)


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen among some tasks, in printed order; leaders one by one."""

    parts: tuple[str, ...]
    sections: tuple[str, ...]
    leaders: tuple[str, ...]


def list_choices(tasks: QuerySet[Task]) -> Choices:
    """The parts, sections and leaders of these tasks: one query."""
    columns = ("part", "section", "leaders")
    rows = list(tasks.order_by().values_list(*columns).annotate(first=Min("order")).order_by("first"))
    leaders = (name for row in rows for name in row[2].split("、"))
    return Choices(_once(row[0] for row in rows), _once(row[1] for row in rows), _once(leaders))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def count_tasks(tasks: QuerySet[Task], plans: Iterable[Plan]) -> dict[int, int]:
    """How many of these tasks each plan has, by the plan's key."""
    counted = tasks.filter(plan__in=plans).order_by().values_list("plan").annotate(count=Count("*"))
    return dict(counted)


def leads_of(tasks: QuerySet[Task]) -> list[tuple[int, str]]:
    """The units that lead any of these tasks, their keys and names, by name: one query."""
    current = {"units__holds_to__isnull": True, "units__retracted_at__isnull": True}
    led = tasks.filter(units__role=TaskUnit.Role.LEAD, **current).order_by("units__unit__name")
    return list(led.values_list("units__unit_id", "units__unit__name").distinct())
