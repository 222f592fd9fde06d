"""The one way into the journal."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection, models, transaction
from django.db.models import QuerySet
from django.utils import timezone

from luoshi.records.journal.models import Entry
from luoshi.records.journal.seals import FIRST, seal
from luoshi.records.prepared import ask
from luoshi.records.writes import insert_rows

Json = dict[str, Any]

# Key of the lock that lets one entry be sealed after the other (PostgreSQL; SQLite has one writer anyway)
_TURN = 0x6C756F73


@dataclass(frozen=True, slots=True)
class Trace:
    """Who acts and from where, as the journal keeps it."""

    actor: int | None
    actor_name: str
    address: str


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be recorded: an action by its verb, on a row that is saved, and what it changed."""

    action: str
    subject: models.Model
    government: int | None
    before: Json
    after: Json


def record(trace: Trace, acts: Iterable[Act]) -> None:
    """Append an entry for each act, in the transaction that does them; raises outside of one."""
    transaction.get_connection().validate_no_broken_transaction()
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("the journal is written in the transaction of what it records")
    _take_turn()
    count, sealed = next(iter(ask(_last)), (0, FIRST))
    now = timezone.now()
    entries = []
    for number, act in enumerate(acts, start=count + 1):
        fields = {
            "number": number,
            "at": now,
            "actor": trace.actor,
            "actor_name": trace.actor_name,
            "address": trace.address,
            "action": act.action,
            "subject": act.subject._meta.model_name,
            "subject_id": act.subject.pk,
            "government": act.government,
            "before": act.before,
            "after": act.after,
        }
        entries.append(Entry(**fields, seal_before=sealed, seal=seal(fields, sealed)))
        sealed = entries[-1].seal
    insert_rows(entries)


def _last() -> QuerySet[Entry, tuple[int, str]]:
    return Entry.objects.order_by("-number").values_list("number", "seal")[:1]


def _take_turn() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURN])
