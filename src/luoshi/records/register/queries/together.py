"""What many tasks have in common that can be done to them together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from luoshi.records.journal.models import Entry
from luoshi.records.register.models import Plan, Task, TaskFlag, TaskUnit, Unit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries.spelling import SPELLING

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Replaced:
    """A replacement that was made, as the journal tells it; `number` is that of its entry."""

    number: int
    at: datetime
    who: str
    former: str
    successor: str
    since: date
    reason: str
    count: int


def units_in(tasks: Iterable[Task]) -> QuerySet[Unit]:
    """The units that have any part in these tasks."""
    parts = TaskUnit.objects.filter(CURRENT, task__in=[task.pk for task in tasks])
    return Unit.objects.filter(pk__in=parts.values("unit")).order_by(*SPELLING)


def open_flags(tasks: Iterable[Task]) -> QuerySet[TaskFlag]:
    """The doubts about these tasks that stand, in the order of the tasks."""
    flags = TaskFlag.objects.filter(task__in=[task.pk for task in tasks], is_open=True)
    return flags.select_related("task").order_by("code", "task__order", "pk")


def replacements_of(plan: Plan) -> list[Replaced]:
    """The last replacements in a plan, the latest first."""
    return [_replaced(entry) for entry in _entries(plan).order_by("-number")[:_SHOWN]]


def replacement_made(plan: Plan, number: int) -> tuple[Replaced, list[int]] | None:
    """One of them with the tasks that it changed; None where there is none such."""
    entry = _entries(plan).filter(number=number).first()
    if entry is None:
        return None
    replaced = _replaced(entry)
    tasks = Entry.objects.filter(
        action="replace_unit", subject="task", number__lt=number, number__gte=number - replaced.count
    )
    return replaced, [pk for pk in tasks.values_list("subject_id", flat=True) if pk]


def _entries(plan: Plan) -> QuerySet[Entry]:
    return Entry.objects.filter(action="replace_unit", subject="plan", subject_id=plan.pk)


def _replaced(entry: Entry) -> Replaced:
    after = entry.after
    return Replaced(
        entry.number,
        entry.at,
        entry.actor_name,
        entry.before["unit"],
        after["unit"],
        date.fromisoformat(after["since"]),
        after["reason"],
        after["tasks"],
    )
