"""What a list of tasks shows, as its address says, and as a condition of the database."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, Self

from django.db.models import Q, TextField, Value
from django.db.models.functions import Concat
from django.utils import timezone

from luoshi.records.register.models import TaskUnit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.search import SHORTEST, phrase
from luoshi.records.supervision.models import OPEN, UNANSWERED, Notice

# As `verdict`: those that nobody has reported on
UNREPORTED = "unreported"
# As `due`: dates that have passed, of this month, of the next
PAST, THIS_MONTH, NEXT_MONTH = "past", "month", "next"
_LONGEST = 128
# As `notice`: some notice was served, one is open, one is not answered in time, none is open
SERVED, UNDER_WAY, OVERDUE, IDLE = "any", "open", "overdue", "none"


class Sieve(NamedTuple):
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
    notice: str = ""

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """The sieve of an address; what makes no sense there is left out."""
        given = {name: parameters.get(name, "").replace("\0", "").strip()[:_LONGEST] for name in cls._fields}
        units = {name: int(given.pop(name)) if given[name].isdecimal() else None for name in ("lead", "unit")}
        told = {"doubts": given.pop("doubts") == "1", "notice": given["notice"] if given["notice"] in _NOTICES else ""}
        return cls(**given | units | told)  # type: ignore[arg-type]  # by their fields

    @property
    def parameters(self) -> dict[str, str]:
        """What the address says: the fields that hold something back."""
        given = zip(self._fields, self, strict=True)
        return {name: "1" if value is True else str(value) for name, value in given if value}

    @property
    def is_empty(self) -> bool:
        """Whether everything is let through."""
        return not any(self)

    @property
    def any_verdict(self) -> Self:
        """The same, whatever the verdict."""
        return self._replace(verdict="", step="") if self.verdict or self.step else self

    def takes_verdict(self, verdict: str, step: str) -> bool:
        """Whether tasks of this verdict and step can be among those that are let through."""
        wanted = "" if self.verdict == UNREPORTED else self.verdict
        return (not self.verdict or verdict == wanted) and (not self.step or step == self.step)


class Reading(NamedTuple):
    """Which notices about the tasks of a plan somebody reads: all, or those that were served on these units."""

    is_all: bool
    units: tuple[int, ...]


NOTHING: Final = Reading(is_all=False, units=(0,))


class Pressed(NamedTuple):
    """What is asked of notices: those that are read, today."""

    reading: Reading
    today: date


class Term(NamedTuple):
    """One thing that a task must be: a test that makes a condition of a value (or of its slot: `records.prepared`)."""

    test: Callable[[Any], Q]
    value: Any


Terms = tuple[Term, ...]


def condition(sieve: Sieve, reading: Reading = NOTHING) -> Q:
    """What a task must be to be let through."""
    return every(terms_of(sieve, reading))


def every(terms: Iterable[Term]) -> Q:
    """All of these together."""
    wanted = Q()
    for term in terms:
        wanted &= term.test(term.value)
    return wanted


def terms_of(sieve: Sieve, reading: Reading = NOTHING) -> Terms:
    """What a sieve asks, one by one; today's date is in it. Only notices that are read count."""
    asked = (Term(test, value) for name, test in _TESTS.items() if (value := getattr(sieve, name)) not in {"", None})
    pressed = (Term(_NOTICES[sieve.notice], Pressed(reading, timezone.localdate())),) if sieve.notice else ()
    return (*asked, *_standing(sieve), *_due(sieve.due), *pressed, *_words(sieve.words))


def _of_unit(unit: Any) -> Q:
    return Q(pk__in=TaskUnit.objects.filter(CURRENT, unit=unit).values("task"))


def _led_by(unit: Any) -> Q:
    return Q(pk__in=TaskUnit.objects.filter(CURRENT, unit=unit, role=TaskUnit.Role.LEAD).values("task"))


def _named(leader: Any) -> Q:
    """One of the names in 沈砚秋、韩知远, or all of them as they stand together."""
    name = Value(leader, output_field=TextField()) if isinstance(leader, str) else leader
    first, last = Concat(name, _COMMA), Concat(_COMMA, name)
    among = Concat(_COMMA, name, _COMMA)
    return Q(leaders=leader) | Q(leaders__startswith=first) | Q(leaders__endswith=last) | Q(leaders__contains=among)


_COMMA: Final = Value("、", output_field=TextField())
# Field of a sieve → what it asks of a task
_TESTS: Final[Mapping[str, Callable[[Any], Q]]] = {
    "part": lambda part: Q(part=part),
    "section": lambda section: Q(section=section),
    "step": lambda step: Q(step=step),
    "state": lambda state: Q(state=state),
    "reported": lambda reported: Q(reported=reported),
    "leader": _named,
    "lead": _led_by,
    "unit": _of_unit,
}


def _served(asked: Pressed, **kind: Any) -> Q:
    notices = Notice.objects.filter(**kind)
    if not asked.reading.is_all:
        notices = notices.filter(unit__pk__in=asked.reading.units)
    return Q(pk__in=notices.order_by().values("task"))


def _under_way(asked: Pressed) -> Q:
    return _served(asked, state__in=OPEN)


def _overdue(asked: Pressed) -> Q:
    return _served(asked, state__in=UNANSWERED, answer_by__lt=asked.today)


def _idle(asked: Pressed) -> Q:
    return ~_under_way(asked)


_NOTICES: Final[Mapping[str, Callable[[Any], Q]]] = {
    SERVED: _served,
    UNDER_WAY: _under_way,
    OVERDUE: _overdue,
    IDLE: _idle,
}


def _standing(sieve: Sieve) -> Iterator[Term]:
    if sieve.verdict:
        yield Term(_judged, "" if sieve.verdict == UNREPORTED else sieve.verdict)
    if sieve.doubts:
        yield Term(_doubted, 0)


def _judged(verdict: Any) -> Q:
    return Q(verdict=verdict)


def _doubted(fewer: Any) -> Q:
    return Q(doubts__gt=fewer)


def _due(wanted: str) -> Iterator[Term]:
    today = timezone.localdate()
    if wanted == PAST:
        yield Term(_before, today)
    start = today.replace(day=1)
    months = {THIS_MONTH: start, NEXT_MONTH: _next_month(start)}
    if wanted in months:
        yield Term(_from, months[wanted])
        yield Term(_before, _next_month(months[wanted]))


def _from(day: Any) -> Q:
    return Q(due__gte=day)


def _before(day: Any) -> Q:
    return Q(due__lt=day)


def _next_month(start: date) -> date:
    return (start + timedelta(days=31)).replace(day=1)


def _words(words: str) -> Iterator[Term]:
    """Every word: two characters and more by their pairs, a single one by the text.

    A list is of one plan: its tasks are looked through sooner than an index finds those of all plans (docs/speed.md).
    """
    yield from (Term(_written, single) for single in words.split() if len(single) < SHORTEST)
    yield from (Term(_found, pairs) for pairs in phrase(words))


def _written(letter: Any) -> Q:
    return Q(text__contains=letter)


def _found(pairs: Any) -> Q:
    return Q(grams__contains=pairs)
