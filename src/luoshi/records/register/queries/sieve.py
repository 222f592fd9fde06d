"""What a list of tasks shows, as its address says, and as a condition of the database."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Self

from django.db.models import Q
from django.utils import timezone

from luoshi.records.register.models import TaskUnit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.search import SHORTEST, phrase

# As `verdict`: those that nobody has reported on
UNREPORTED = "unreported"
# As `due`: dates that have passed, of this month, of the next
PAST, THIS_MONTH, NEXT_MONTH = "past", "month", "next"
_LONGEST = 128


@dataclass(frozen=True, slots=True)
class Sieve:
    """What a list shows; empty fields let everything through. `lead` leads a task, `unit` has any part in it."""

    words: str = ""
    part: str = ""
    section: str = ""
    leader: str = ""
    lead: int | None = None
    unit: int | None = None
    verdict: str = ""
    step: str = ""
    state: str = ""
    reported: str = ""
    due: str = ""
    doubts: bool = False

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """The sieve of an address; what makes no sense there is left out."""
        given = {field.name: parameters.get(field.name, "").strip()[:_LONGEST] for field in fields(cls)}
        units = {name: int(given.pop(name)) if given[name].isdecimal() else None for name in ("lead", "unit")}
        return cls(**given | units | {"doubts": given.pop("doubts") == "1"})  # type: ignore[arg-type]

    @property
    def parameters(self) -> dict[str, str]:
        """What the address says: the fields that hold something back."""
        given = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: "1" if value is True else str(value) for name, value in given.items() if value}

    @property
    def is_empty(self) -> bool:
        """Whether everything is let through."""
        return not self.parameters

    @property
    def any_verdict(self) -> Self:
        """The same, whatever the verdict."""
        return replace(self, verdict="", step="") if self.verdict or self.step else self

    def takes_verdict(self, verdict: str, step: str) -> bool:
        """Whether tasks of this verdict and step can be among those that are let through."""
        wanted = "" if self.verdict == UNREPORTED else self.verdict
        return (not self.verdict or verdict == wanted) and (not self.step or step == self.step)


def condition(sieve: Sieve) -> Q:
    """What a task must be to be let through."""
    equal = {"part": sieve.part, "section": sieve.section, "step": sieve.step, "state": sieve.state}
    wanted = Q(**{name: value for name, value in equal.items() if value})
    if sieve.reported:
        wanted &= Q(reported=sieve.reported)
    if sieve.verdict:
        wanted &= Q(verdict="" if sieve.verdict == UNREPORTED else sieve.verdict)
    if sieve.doubts:
        wanted &= Q(doubts__gt=0)
    return wanted & _people(sieve) & _due(sieve.due) & _words(sieve.words)


def _people(sieve: Sieve) -> Q:
    wanted = Q()
    if sieve.leader:
        wanted &= _named(sieve.leader)
    if sieve.lead is not None:
        wanted &= Q(pk__in=TaskUnit.objects.filter(CURRENT, unit=sieve.lead, role=TaskUnit.Role.LEAD).values("task"))
    if sieve.unit is not None:
        wanted &= Q(pk__in=TaskUnit.objects.filter(CURRENT, unit=sieve.unit).values("task"))
    return wanted


def _named(leader: str) -> Q:
    """One of the names in 沈砚秋、韩知远, or all of them as they stand together."""
    return (
        Q(leaders=leader)
        | Q(leaders__startswith=f"{leader}、")
        | Q(leaders__endswith=f"、{leader}")
        | Q(leaders__contains=f"、{leader}、")
    )


def _due(wanted: str) -> Q:
    today = timezone.localdate()
    if wanted == PAST:
        return Q(due__lt=today)
    start = today.replace(day=1)
    months = {THIS_MONTH: start, NEXT_MONTH: _next_month(start)}
    if wanted not in months:
        return Q()
    return Q(due__gte=months[wanted], due__lt=_next_month(months[wanted]))


def _next_month(start: date) -> date:
    return (start + timedelta(days=31)).replace(day=1)


def _words(words: str) -> Q:
    """Every word: two characters and more by their pairs, a single one by the text.

    A list is of one plan: its tasks are looked through sooner than an index finds those of all plans (docs/speed.md).
    """
    wanted = Q()
    for single in (word for word in words.split() if len(word) < SHORTEST):
        wanted &= Q(text__contains=single)
    for pairs in phrase(words):
        wanted &= Q(grams__contains=pairs)
    return wanted
