"""The register of one government many times over, copied within the database: the rows of the actions, not their work.

Everything that lists and pages read is copied, with the search index, which follows the tasks by itself, and with the
journal, entry after entry under its seal. Imports that were looked through are not: no list reads them.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.db.models import Max, QuerySet

from luoshi.records.journal.models import Entry
from luoshi.records.journal.seals import seal
from luoshi.records.people.models import Account, Grant
from luoshi.records.register.models import (
    Government,
    Kin,
    Plan,
    Share,
    SourceFile,
    Target,
    Task,
    TaskFlag,
    TaskUnit,
    TaskWording,
    Unit,
    UnitName,
)
from luoshi.records.reporting.models import Report, Round

COPIED: Final[tuple[type[models.Model], ...]] = (
    Government,
    SourceFile,
    Unit,
    UnitName,
    Account,
    Grant,
    Plan,
    Task,
    TaskWording,
    TaskUnit,
    Target,
    Share,
    TaskFlag,
    Kin,
    Round,
    Report,
)
# What must differ from one copy to the next
_NAMED: Final = {("register_government", "name"), ("people_account", "username"), ("people_account", "name")}
_BATCH: Final = 2_000


def copy_register(times: int) -> None:
    """Let there be so many governments where there was one, each with the same plans under keys of its own."""
    strides = {model: _last_key(model) for model in COPIED}
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # Copies of rows that hold together hold together: nothing is looked up again row by row
                cursor.execute("SET LOCAL session_replication_role = replica")
        for model in COPIED:
            _copy_rows(model, strides, times)
        _copy_journal(strides, times)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), COPIED):
            cursor.execute(statement)


def settle() -> None:
    """Let the database know what it holds, as it would by itself within the hour."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def _last_key(model: type[models.Model]) -> int:
    return int(QuerySet(model).aggregate(last=Max("pk"))["last"] or 0)


def _copy_rows(model: type[models.Model], strides: Mapping[type[models.Model], int], times: int) -> None:
    table = model._meta.db_table
    columns = [field.column for field in model._meta.concrete_fields]
    values = [_value(table, field, strides) for field in model._meta.concrete_fields]
    names = ", ".join(f'"{column}"' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n + 1 < %s) "  # noqa: S608
            f'INSERT INTO "{table}" ({names}) SELECT {", ".join(values)} FROM copies CROSS JOIN "{table}" AS own '
            "WHERE n < %s",
            [times, times],
        )


def _value(table: str, field: "models.Field[Any, Any]", strides: Mapping[type[models.Model], int]) -> str:
    """What a column of a copy holds: keys moved on, names numbered."""
    stride = strides.get(field.model if field.primary_key else getattr(field.remote_field, "model", models.Model))
    if stride is not None:
        return f'own."{field.column}" + n * {stride}'
    return f'own."{field.column}" || n' if (table, field.column) in _NAMED else f'own."{field.column}"'


def _copy_journal(strides: Mapping[type[models.Model], int], times: int) -> None:
    """The entries of every copy, each sealed over the one before it."""
    moved = {model._meta.model_name: stride for model, stride in strides.items()}
    own = [entry for entry in Entry.objects.order_by("number") if entry.subject in moved]
    last = Entry.objects.order_by("-number")[0]
    Entry.objects.bulk_create(_sealed(own, moved, times, last), batch_size=_BATCH)


def _sealed(own: list[Entry], moved: Mapping[str | None, int], times: int, last: Entry) -> Iterator[Entry]:
    names = [field.attname for field in Entry._meta.concrete_fields]
    number, sealed = last.number, last.seal
    for copy in range(1, times):
        for entry in own:
            number += 1
            fields = {name: getattr(entry, name) for name in names} | {
                "number": number,
                "subject_id": (entry.subject_id or 0) + copy * moved[entry.subject],
                "government": (entry.government or 0) + copy * moved["government"],
                "seal_before": sealed,
            }
            fields["seal"] = sealed = seal(fields, sealed)
            yield Entry(**fields)
