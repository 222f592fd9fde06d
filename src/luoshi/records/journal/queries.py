"""Reading the journal, and finding out whether anybody touched it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models import QuerySet

from luoshi.records.journal.models import Entry
from luoshi.records.journal.seals import FIRST, seal

_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Breach:
    """An entry that is not what was written: `number` is its own, or that of the one that is missing."""

    number: int
    message: str


def about(subject: models.Model) -> QuerySet[Entry]:
    """What was done to a row, the latest first."""
    return Entry.objects.filter(subject=subject._meta.model_name, subject_id=subject.pk).order_by("-number")


def verify() -> Iterator[Breach]:
    """Every entry that is missing, out of place or altered; nothing when the journal is whole."""
    expected, sealed = 1, FIRST
    for entry in Entry.objects.order_by("number").iterator(chunk_size=_CHUNK):
        if entry.number != expected:
            yield Breach(expected, f"缺第 {expected} 到第 {entry.number - 1} 条。")
        elif entry.seal_before != sealed:
            yield Breach(entry.number, f"第 {entry.number} 条和前一条接不上。")
        fields = {field.attname: getattr(entry, field.attname) for field in Entry._meta.concrete_fields}
        if seal(fields, entry.seal_before) != entry.seal:
            yield Breach(entry.number, f"第 {entry.number} 条被改过。")
        expected, sealed = entry.number + 1, entry.seal
