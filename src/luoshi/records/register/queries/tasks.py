"""Tasks: who sees which, how they are searched, filtered and ordered, and read with what belongs to them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db.models import Case, F, IntegerField, Min, Prefetch, Q, QuerySet, Value, When, Window

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.prepared import ask
from luoshi.records.register.models import (
    Membership,
    Plan,
    Share,
    Target,
    Task,
    TaskUnit,
)
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.sieve import NOTHING, Reading, Sieve, condition

# The columns that a list can be grouped by, by the name in its address
GROUPS = {"leader": "leaders", "section": "section", "part": "part"}
# What a table of quotas prints where a place owes nothing
_NO_SHARE = ("/", "／", "—", "-", "")
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


class Sight(NamedTuple):
    """What somebody sees: all of these governments, and tasks of which these units have a part or a share.

    Notices are read of the governments in `pressing`, and those that were served on the units in `pressed`.
    """

    is_everything: bool
    governments: tuple[int, ...]
    units: tuple[int, ...]
    pressing: tuple[int, ...] = ()
    pressed: tuple[int, ...] = ()

    def has_whole(self, plan: Plan) -> bool:
        """Whether every task of a plan is seen: of one of the governments, or handed down by one."""
        return self.is_everything or not {plan.government_id, plan.sender_id}.isdisjoint(self.governments)

    def reading_of(self, plan: Plan) -> Reading:
        """Which notices about its tasks are read: all where those of its government are, or it was handed down."""
        if self.is_everything or not {plan.government_id, plan.sender_id}.isdisjoint(self.pressing):
            return Reading(is_all=True, units=())
        return Reading(is_all=False, units=self.pressed) if self.pressed else NOTHING


EVERYTHING = Sight(is_everything=True, governments=(), units=())


class Scope(NamedTuple):
    """The tasks of a plan that somebody sees, and which notices about them."""

    sight: Sight
    plan: int
    reading: Reading = NOTHING


def scope_of(sight: Sight, plan: Plan) -> Scope:
    """What is seen of a plan: of one that is seen whole the plan says it, and no task need be asked."""
    seen = EVERYTHING if sight.has_whole(plan) else sight._replace(pressing=(), pressed=())
    return Scope(seen, plan.pk, sight.reading_of(plan))


def sight_of(actor: Actor) -> Sight:
    """What an actor sees, with the groups that the units are in: one query, none where the actor has no units."""
    units = tuple(sorted(actor.units(Right.READ_OWN_TASKS)))
    groups = ask(_groups_of, units) if units else []
    everywhere = tuple(sorted(actor.governments(Right.READ_REGISTER)))
    seen = (*units, *sorted({group for (group,) in groups} - {*units}))
    pressing = tuple(sorted(actor.governments(Right.READ_NOTICES)))
    pressed = tuple(sorted(actor.units(Right.READ_NOTICES)))
    return Sight(actor.is_operator, everywhere, seen, pressing, pressed)


def _groups_of(units: tuple[int, ...]) -> QuerySet[Membership, tuple[int]]:
    """Asked for at once: by keys that it knows a database finds the rows where else it looks through all."""
    return Membership.objects.filter(member__pk__in=units, holds_to__isnull=True).values_list("group")


def visible_plans(actor: Actor) -> QuerySet[Plan]:
    """The plans that an actor sees anything of."""
    return plans_in(sight_of(actor))


def plans_in(sight: Sight) -> QuerySet[Plan]:
    """The plans of the governments of which anything is seen, the latest year first.

    Of a year the government's own documents stand before what it was handed down; what it handed to others, after all.
    """
    everywhere = sight.governments
    handed, own = Q(sender__pk__in=everywhere), Q(government__pk__in=everywhere)
    seen = Plan.objects.all()
    if not sight.is_everything:
        seen = seen.filter(own | handed | _own_plans(sight.units))
    order: tuple[Any, ...] = ("-year", F("sender").asc(nulls_first=True), "-entered_at")
    if everywhere:
        below = Case(When(handed & ~own, then=1), default=0, output_field=IntegerField())
        seen, order = seen.annotate(below=below), ("below", *order)
    return seen.select_related("government", "sender").defer("blocks").order_by(*order)


def visible_tasks(actor: Actor) -> QuerySet[Task]:
    """The tasks that an actor may see: all of a government, what was handed down from it, or those of own units."""
    return tasks_in(sight_of(actor))


def tasks_in(sight: Sight) -> QuerySet[Task]:
    """The tasks that are seen."""
    if sight.is_everything:
        return Task.objects.all()
    if not sight.units:
        return Task.objects.filter(_governed(sight.governments))
    return Task.objects.filter(_governed(sight.governments) | Q(pk__in=_parts(sight.units)))


def tasks_of(scope: Scope) -> QuerySet[Task]:
    """Those of one plan."""
    return tasks_in(scope.sight).filter(plan=scope.plan)


def _governed(governments: Sequence[int]) -> Q:
    """Of these governments; and of those below, the tasks that they handed down."""
    handed = Plan.objects.filter(sender__pk__in=governments)
    return Q(government__pk__in=governments) | Q(plan__in=handed.values("pk"))


def _own_plans(units: Sequence[int]) -> Q:
    """Those in which these units have any part."""
    return Q(pk__in=Task.objects.filter(pk__in=_parts(units)).values("plan")) if units else Q(pk__in=())


def _parts(units: Sequence[int]) -> QuerySet[Any, Any]:
    """The tasks with which these units have to do, or of whose quota they owe a share."""
    owed = Q(value__gt=0) | (Q(value__isnull=True) & ~Q(printed__in=_NO_SHARE))
    named = TaskUnit.objects.filter(CURRENT, unit__pk__in=units).order_by().values("task")
    return named.union(Share.objects.filter(CURRENT, owed, unit__pk__in=units).order_by().values("task"), all=True)


def sift(tasks: QuerySet[Task], sieve: Sieve, reading: Reading = NOTHING) -> QuerySet[Task]:
    """Only what a sieve lets through, of notices by those that are read."""
    return tasks.filter(condition(sieve, reading))


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
