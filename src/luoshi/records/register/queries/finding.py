"""What the search box finds of a plan: the tasks that fit best, and the units that lead some of it."""

from typing import Any, NamedTuple

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When, Window

from luoshi.records.prepared import Fixed, ask
from luoshi.records.register.models import Task, TaskUnit, UnitName
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.sieve import Sieve, Terms, every, terms_of
from luoshi.records.register.queries.tasks import Scope, tasks_of


class Hit(NamedTuple):
    """A task that was found, as one line shows it; `total` is how many were found in all."""

    total: int
    pk: int
    number: int
    sub: int | None
    name: str
    text: str
    section: str
    leaders: str
    state: str
    verdict: str
    step: str


def find_tasks(scope: Scope, words: str, most: int) -> list[Hit]:
    """Those in whose own text the words stand as they were typed, then those with them anywhere; in printed order."""
    return list(map(Hit._make, ask(_found, scope, terms_of(Sieve(words=words)), words, Fixed(most))))


def _found(scope: Scope, terms: Terms, words: Any, most: int) -> QuerySet[Task, tuple[Any, ...]]:
    rank = Case(When(text__contains=words, then=Value(0)), default=Value(1), output_field=IntegerField())
    tasks = tasks_of(scope).filter(every(terms)).annotate(total=Window(Count("pk")))
    return tasks.order_by(rank, "order").values_list(*Hit._fields)[:most]


def find_leads(scope: Scope, typed: str, most: int) -> list[tuple[int, str, int]]:
    """Units with such a name, alias or initials that lead something of the plan: key, name, how many tasks."""
    return ask(_leading, scope, typed, typed.lower(), Fixed(most))


def _leading(scope: Scope, typed: Any, lower: Any, most: int) -> QuerySet[TaskUnit, tuple[int, str, int]]:
    names = UnitName.objects.filter(Q(name__contains=typed) | Q(initials__startswith=lower))
    named = names.filter(government__plans=scope.plan).values("unit")
    led = TaskUnit.objects.filter(
        CURRENT, role=TaskUnit.Role.LEAD, unit__in=named, task__in=tasks_of(scope).values("pk")
    )
    counted = led.values("unit", name=F("unit__name")).annotate(count=Count("pk"))
    return counted.order_by("-count", "name").values_list("unit", "name", "count")[:most]
