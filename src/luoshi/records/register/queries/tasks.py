"""Tasks: who sees which, how they are searched, filtered, counted and shown."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from django.db.models import Count, Prefetch, Q, QuerySet

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Membership, Plan, Target, Task, TaskFlag, TaskUnit, TaskWording, Unit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.search import phrase

# The orders that a list can be put in, by the name in its address
ORDERS = {
    "order": ("order",),
    "due": ("due", "order"),
    "verdict": ("verdict", "-depth", "order"),
    "number": ("part", "number", "sub", "order"),
}
GROUPS = {"leader": "leaders", "section": "section", "part": "part"}


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a list shows, as its address says; empty fields let everything through."""

    words: str = ""
    part: str = ""
    section: str = ""
    leader: str = ""
    unit: int | None = None
    verdict: str = ""
    step: str = ""
    state: str = ""
    doubts: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether everything is let through."""
        return not any(getattr(self, field.name) for field in fields(self))


def visible_plans(actor: Actor) -> QuerySet[Plan]:
    """The plans of the governments that an actor sees anything of, the latest year first."""
    everywhere = actor.governments(Right.READ_REGISTER)
    units = actor.units(Right.READ_OWN_TASKS)
    own = Plan.objects.filter(tasks__units__in=_parts(units)).values("pk")
    seen = Plan.objects.all() if actor.is_operator else Plan.objects.filter(_governed(everywhere) | Q(pk__in=own))
    return seen.select_related("government").order_by("-year", "-entered_at")


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
    return Q(government__in=governments)


def _parts(units: Iterable[int]) -> QuerySet[TaskUnit]:
    """What these units have to do with tasks, themselves or as members of a group."""
    listed = list(units)
    groups = Membership.objects.filter(member__in=listed, holds_to__isnull=True).values("group")
    return TaskUnit.objects.filter(CURRENT).filter(Q(unit__in=listed) | Q(unit__in=groups))


def sift(tasks: QuerySet[Task], sieve: Sieve) -> QuerySet[Task]:
    """Only what a sieve lets through."""
    exact = {
        "part": sieve.part,
        "section": sieve.section,
        "leaders": sieve.leader,
        "verdict": sieve.verdict,
        "step": sieve.step,
        "state": sieve.state,
    }
    sifted = tasks.filter(**{name: value for name, value in exact.items() if value})
    if sieve.doubts:
        sifted = sifted.filter(doubts__gt=0)
    if sieve.unit is not None:
        sifted = sifted.filter(pk__in=_parts([sieve.unit]).values("task"))
    return search(sifted, sieve.words)


def search(tasks: QuerySet[Task], words: str) -> QuerySet[Task]:
    """Tasks that contain every word: two characters and more by the index, a single one by looking through."""
    phrases = phrase(words)
    for single in (word for word in words.split() if len(word) == 1):
        tasks = tasks.filter(text__contains=single)
    return tasks.filter(grams__found=phrases) if phrases else tasks


def for_list(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With what a line of the list shows: units and figures, one query each."""
    units = TaskUnit.objects.filter(CURRENT).select_related("unit").order_by("order")
    return tasks.prefetch_related(
        Prefetch("units", units, to_attr="current_units"),
        Prefetch("targets", Target.objects.filter(CURRENT).order_by("order"), to_attr="current_targets"),
    ).defer("grams", "place")


def for_page(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """With everything that a task's own page shows of the register."""
    return tasks.select_related("plan", "plan__file", "government").prefetch_related(
        Prefetch("units", TaskUnit.objects.filter(CURRENT).select_related("unit"), to_attr="current_units"),
        Prefetch("targets", Target.objects.filter(CURRENT), to_attr="current_targets"),
        Prefetch("shares__unit"),
        Prefetch("wordings", TaskWording.objects.order_by("-recorded_at")),
        Prefetch("flags", TaskFlag.objects.filter(is_open=True), to_attr="open_flags"),
    )


def count_verdicts(tasks: QuerySet[Task]) -> dict[tuple[str, str], int]:
    """How many tasks have which verdict and step; ("", "") are those that nobody has reported on."""
    counted = tasks.order_by().values_list("verdict", "step").annotate(count=Count("pk"))
    return {(verdict, step): count for verdict, step, count in counted}


def choices(plan_tasks: QuerySet[Task], column: str) -> list[str]:
    """The values of a column among these tasks, in their printed order."""
    from django.db.models import Min

    listed = plan_tasks.exclude(**{column: ""}).order_by().values(column).annotate(first=Min("order")).order_by("first")
    return [row[column] for row in listed]


def leads_of(plan: Plan) -> QuerySet[Unit]:
    """The units that lead a task of a plan, by name."""
    led = TaskUnit.objects.filter(CURRENT, task__plan=plan, role=TaskUnit.Role.LEAD).values("unit")
    return Unit.objects.filter(pk__in=led).order_by("name")
