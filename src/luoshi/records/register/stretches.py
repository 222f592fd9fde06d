"""The stretches of time in which a task's figures stayed as they were, from one adjustment to the next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.db.models import Min
from django.utils import timezone

from luoshi.records.register.models import Target, Task


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` on and before `last`; without a `last` until further notice."""

    first: date
    last: date | None = None

    @property
    def until(self) -> date | None:
        """Its own last day."""
        return self.last - timedelta(days=1) if self.last else None

    def has(self, day: date) -> bool:
        """Whether a day is one of it."""
        return self.first <= day and (self.last is None or day < self.last)

    def meets(self, row: Target) -> bool:
        """Whether a figure held on any day of it."""
        begins_before = self.last is None or row.holds_from < self.last
        return begins_before and (row.holds_to is None or self.first < row.holds_to)

    def holds_at_its_end(self, row: Target) -> bool:
        """Whether a figure held on its last day; without a last day, whether it stands."""
        if self.until is None:
            return row.holds_to is None
        return row.holds_from <= self.until and (row.holds_to is None or self.until < row.holds_to)


def entered_figures(task: Task) -> list[Target]:
    """Every figure of a task at any time, as it was entered last, in the order of print."""
    return list(Target.objects.filter(task=task, retracted_at__isnull=True).order_by("order", "holds_from", "pk"))


def beginning_of(task: Task) -> date:
    """The day from which a task is there."""
    wordings = task.wordings.filter(retracted_at__isnull=True)
    first: date | None = wordings.aggregate(first=Min("holds_from"))["first"]
    return first or timezone.localdate()


def stretches_of(figures: Iterable[Target], began: date) -> list[Stretch]:
    """The stretches of a task that began on a day, the earliest first; one alone where nothing was adjusted."""
    days = {day for each in figures for day in (each.holds_from, each.holds_to) if day and day > began}
    edges: Sequence[date | None] = [began, *sorted(days), None]
    return [Stretch(first, last) for first, last in pairwise(edges) if first]
