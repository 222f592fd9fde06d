"""The journal cannot be changed, and whoever gets past that is found out."""

import pytest
from django.db import DatabaseError, connection, transaction

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.register.models import Plan


@pytest.mark.parametrize("change", [lambda entries: entries.update(actor_name="谁"), lambda entries: entries.delete()])
def test_the_database_refuses_to_change_an_entry(plan: Plan, change) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change(Entry.objects.filter(number=2))


def _open_the_table() -> None:
    """What somebody with the database's own password would do first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER journal_entry_no_UPDATE")
            cursor.execute("DROP TRIGGER journal_entry_no_DELETE")
        else:
            cursor.execute("ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_append_only")


def test_an_altered_entry_is_found(plan: Plan) -> None:
    _open_the_table()
    Entry.objects.filter(number=2).update(actor_name="谁")
    assert [breach.message for breach in verify()] == ["第 2 条被改过。"]


def test_a_missing_entry_is_found(plan: Plan) -> None:
    _open_the_table()
    Entry.objects.filter(number=3).delete()
    assert [breach.number for breach in verify()] == [3]


def test_nothing_is_recorded_outside_of_a_transaction() -> None:
    from luoshi.records.journal.actions import Trace, record

    with pytest.raises(transaction.TransactionManagementError):
        record(Trace(None, "系统", "本机"), [])
