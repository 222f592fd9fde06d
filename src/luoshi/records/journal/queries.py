"""Reading the journal, and finding out whether anybody touched it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date

from luoshi.records.journal.models import Entry
from luoshi.records.journal.seals import FIRST, seal
from luoshi.records.journal.words import ACTIONS, SUBJECTS
from luoshi.records.prepared import Fixed, ask, keys_of

if TYPE_CHECKING:
    from luoshi.records.people.actor import Actor

_CHUNK = 2_000
# So many characters of a seal are noted down on paper
NOTED = 16
_MODELS = {
    "account": "people.Account",
    "government": "register.Government",
    "unit": "register.Unit",
    "post": "people.Post",
    "import": "register.Import",
    "drafttask": "register.DraftTask",
    "plan": "register.Plan",
    "task": "register.Task",
    "round": "reporting.Round",
    "notice": "supervision.Notice",
}


@dataclass(frozen=True, slots=True)
class Breach:
    """An entry that is not what was written: `number` is its own, or that of the one that is missing."""

    number: int
    message: str


@dataclass(frozen=True, slots=True)
class Head:
    """What says of an entry where it stands in a history, without what it changed."""

    number: int
    action: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which entries are looked for; empty fields let everything through. Both days are within."""

    action: str = ""
    person: str = ""
    subject: str = ""
    subject_id: int | None = None
    since: date | None = None
    until: date | None = None

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """The sieve of an address; what makes no sense there is left out."""
        action, subject, number = (parameters.get(name, "") for name in ("action", "subject", "id"))
        return cls(
            action if action in ACTIONS else "",
            parameters.get("person", "").strip()[:64],
            subject if subject in SUBJECTS else "",
            int(number) if number.isdecimal() and subject in SUBJECTS else None,
            _day(parameters.get("since", "")),
            _day(parameters.get("until", "")),
        )

    @property
    def parameters(self) -> dict[str, str]:
        """What the address says: the fields that hold something back."""
        given = {field.name.replace("subject_id", "id"): getattr(self, field.name) for field in fields(self)}
        return {name: str(value) for name, value in given.items() if value}


def about(subject: models.Model, most: int) -> list[Entry]:
    """What was done to a row last, the latest first."""
    return ask(_about, str(subject._meta.model_name), subject.pk, Fixed(most))


def heads_about(subject: models.Model) -> list[Head]:
    """The heads of everything that was done to a row, the latest first."""
    return [Head(*row) for row in ask(_heads, str(subject._meta.model_name), subject.pk)]


def entries_of(heads: Iterable[Head]) -> dict[int, Entry]:
    """The whole entries by their numbers."""
    return {entry.number: entry for entry in ask(_whole, keys_of(head.number for head in heads))}


def _about(kind: Any, key: Any, most: int) -> QuerySet[Entry]:
    return Entry.objects.filter(subject=kind, subject_id=key).order_by("-number")[:most]


def _heads(kind: Any, key: Any) -> QuerySet[Entry, tuple[int, str, datetime]]:
    found = Entry.objects.filter(subject=kind, subject_id=key).order_by("-number")
    return found.values_list("number", "action", "at")


def _whole(numbers: Any) -> QuerySet[Entry]:
    return Entry.objects.filter(number__in=numbers)


def visible_entries(actor: "Actor") -> QuerySet[Entry]:
    """What was done in the governments that an actor audits, and at the door by nobody whom one knows."""
    from luoshi.records.people.roles import Right

    governments = actor.governments(Right.READ_JOURNAL)
    if not governments:
        return Entry.objects.none()
    return Entry.objects.filter(Q(government__in=governments) | Q(government=None)).order_by("-number")


def sift(entries: QuerySet[Entry], sieve: Sieve) -> QuerySet[Entry]:
    """Only what a sieve lets through."""
    equal = {"action": sieve.action, "subject": sieve.subject, "subject_id": sieve.subject_id}
    wanted = Q(**{name: value for name, value in equal.items() if value})
    if sieve.person:
        wanted &= Q(actor_name__contains=sieve.person)
    if sieve.since:
        wanted &= Q(at__gte=_start(sieve.since))
    if sieve.until:
        wanted &= Q(at__lt=_start(sieve.until + timedelta(days=1)))
    return entries.filter(wanted)


def subjects_of(entries: Iterable[Entry]) -> dict[tuple[str, int], str]:
    """What the entries are about, as it is called today, by kind and key: one query for each kind among them."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        if entry.subject in _MODELS and entry.subject_id is not None:
            wanted[entry.subject].add(entry.subject_id)
    found: dict[tuple[str, int], str] = {}
    for kind, keys in wanted.items():
        rows: dict[int, Any] = apps.get_model(_MODELS[kind]).objects.in_bulk(keys)
        found |= {(kind, key): str(row) for key, row in rows.items()}
    return found


def verify() -> Iterator[Breach]:
    """Every entry that is missing, out of place or altered; nothing when the journal is whole."""
    expected, sealed = 1, FIRST
    for entry in Entry.objects.order_by("number").iterator(chunk_size=_CHUNK):
        if entry.number != expected:
            yield Breach(expected, f"缺第 {expected} 到第 {entry.number - 1} 条。")
        elif entry.seal_before != sealed:
            yield Breach(entry.number, f"第 {entry.number} 条和前一条接不上。")
        held = {field.attname: getattr(entry, field.attname) for field in Entry._meta.concrete_fields}
        if seal(held, entry.seal_before) != entry.seal:
            yield Breach(entry.number, f"第 {entry.number} 条被改过。")
        expected, sealed = entry.number + 1, entry.seal


def last_entry() -> Entry | None:
    """The latest entry: whoever notes its number and seal can tell later whether anything up to it was cut off."""
    return Entry.objects.order_by("-number").first()


def is_as_noted(number: int, noted: str) -> bool:
    """Whether an entry has the seal that was noted down, or the first characters of it."""
    written = "".join(noted.split()).replace("-", "").lower()
    sealed = Entry.objects.filter(number=number).values_list("seal", flat=True).first()
    return sealed is not None and len(written) >= NOTED and sealed.startswith(written)


def _day(written: str) -> date | None:
    try:
        return parse_date(written)
    except ValueError:
        return None


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
