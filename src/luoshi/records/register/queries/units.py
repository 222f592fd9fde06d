"""Units: found by name, alias, or the first letters of their pinyin; what they lead."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import Case, Count, IntegerField, Max, Prefetch, Q, QuerySet, Value, When

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Government, Membership, Plan, Task, TaskUnit, Unit, UnitName
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.spelling import SPELLING

# A unit's own name, what it is called for short, what else, what it was called
_SORTS = Case(
    *(
        When(sort=sort, then=Value(place))
        for place, sort in enumerate((UnitName.Sort.FULL, UnitName.Sort.SHORT, UnitName.Sort.ALIAS))
    ),
    default=Value(3),
    output_field=IntegerField(),
)


def names_known(government: Government, names: Iterable[str]) -> set[str]:
    """Those of these names that mean a unit."""
    known = UnitName.objects.filter(government=government, name__in=list(names))
    return set(known.values_list("name", flat=True))


def names_in_use(government: Government) -> QuerySet[UnitName]:
    """All names of the units in use, those of a unit together, its own first."""
    names = UnitName.objects.filter(government=government, unit__is_active=True).select_related("unit")
    return names.order_by("unit", _SORTS, "name")


def named(government: Government, name: str) -> Unit | None:
    """The unit that a full name, short name or alias means, or initials that are those of one unit only."""
    typed = name.strip()
    typed = meant_by_initials(government, [typed]).get(typed, typed)
    found = UnitName.objects.filter(government=government, name=typed).select_related("unit").first()
    return found.unit if found else None


def meant_by_initials(government: Government | int, typed: Iterable[str]) -> dict[str, str]:
    """What is meant where somebody typed initials and went on: the names of units that alone have them."""
    letters = {each for each in typed if each.isascii() and each.isalpha()}
    if not letters:
        return {}
    names = UnitName.objects.filter(government=government, unit__is_active=True)
    known = set(names.filter(name__in=letters).values_list("name", flat=True))
    units: dict[str, set[str]] = {}
    for initials, unit in names.filter(initials__in={each.lower() for each in letters}).values_list(
        "initials", "unit__name"
    ):
        units.setdefault(initials, set()).add(unit)
    alone = {initials: next(iter(found)) for initials, found in units.items() if len(found) == 1}
    return {each: alone[each.lower()] for each in letters - known if each.lower() in alone}


# What a list of units can be held to, by the name in its address
KINDS = {
    **{kind.value: Q(kind=kind, is_active=True) for kind in Unit.Kind},
    "closed": Q(is_active=False),
}


def managed_units(actor: Actor) -> QuerySet[Unit]:
    """The units of the governments in which an actor manages them."""
    return Unit.objects.filter(government__in=actor.governments(Right.MANAGE_UNITS)).select_related("government")


def find_units(units: QuerySet[Unit], words: str, kind: str) -> QuerySet[Unit]:
    """Those that have a name, short name or alias like the words, or such initials; of a kind of `KINDS`."""
    if words:
        names = UnitName.objects.filter(Q(name__contains=words) | Q(initials__startswith=words.lower()))
        units = units.filter(pk__in=names.values("unit"))
    return units.filter(KINDS[kind]) if kind in KINDS else units


def count_kinds(units: QuerySet[Unit]) -> dict[str, int]:
    """How many there are of each kind: one query."""
    counted: dict[str, int] = units.aggregate(**{name: Count("pk", filter=kind) for name, kind in KINDS.items()})
    return counted


def with_names(units: QuerySet[Unit]) -> QuerySet[Unit]:
    """With all their names, the full one first, and the members of groups as `members_now`."""
    members = Membership.objects.filter(holds_to__isnull=True).select_related("member").order_by("member__name")
    return units.prefetch_related(
        Prefetch("names", UnitName.objects.order_by(_SORTS, "-holds_from", "name")),
        Prefetch("memberships", members, to_attr="members_now"),
    ).order_by("kind", *SPELLING)


def groups_of(unit: Unit) -> QuerySet[Unit]:
    """The groups that a unit is in today."""
    now = Membership.objects.filter(member=unit, holds_to__isnull=True)
    return Unit.objects.filter(pk__in=now.values("group")).order_by(*SPELLING)


def latest_plans(governments: Iterable[int]) -> list[Plan]:
    """The plans of each government's latest year: two queries."""
    listed = list(governments)
    years = Plan.objects.filter(government__in=listed).values_list("government").annotate(last=Max("year")).order_by()
    of_these = Q(pk__in=[])
    for government, year in years:
        of_these |= Q(government=government, year=year)
    return list(Plan.objects.filter(of_these).defer("blocks").order_by("-year", "-entered_at"))


def count_leads(units: Iterable[Unit], plans: Iterable[Plan]) -> dict[int, int]:
    """How many tasks of these plans each unit leads, by its key: one query."""
    led = TaskUnit.objects.filter(CURRENT, role=TaskUnit.Role.LEAD, unit__in=list(units), task__plan__in=list(plans))
    return dict(led.order_by().values_list("unit").annotate(count=Count("task")))


def count_leaders(plans: Iterable[Plan]) -> Counter[str]:
    """How many tasks of these plans name each leader: one query."""
    counted: Counter[str] = Counter()
    rows = Task.objects.filter(plan__in=list(plans)).order_by().values_list("leaders").annotate(count=Count("pk"))
    for leaders, count in rows:
        for name in filter(None, leaders.split("、")):
            counted[name] += count
    return counted
