"""Rows written by SQL that is written once: an INSERT or an UPDATE by its key for each row, all in one go.

Django makes the SQL of a `save`, an `update` or a `bulk_create` anew each time, and a `bulk_update` is a CASE of as
many branches as there are rows for each of its columns. What is remembered here is text without a value; values are
brought into their database's form by the fields themselves.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, transaction
from django.db.models import AutoField, Field, Model


def insert_rows(rows: Sequence[Model]) -> None:
    """Enter new rows of one model; of keys that the database gives they are not told."""
    if rows:
        sql, columns = _insertion(type(rows[0]), connection.vendor)
        _run(sql, [[_value(row, column, is_new=True) for column in columns] for row in rows])


def update_rows(rows: Sequence[Model], names: tuple[str, ...]) -> None:
    """Write these fields of rows of one model that are there already."""
    if rows:
        sql, columns = _change(type(rows[0]), names, connection.vendor)
        _run(sql, [[*(_value(row, column, is_new=False) for column in columns), row.pk] for row in rows])


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _run(sql: str, values: Sequence[Sequence[Any]]) -> None:
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        if len(values) == 1:
            cursor.execute(sql, values[0])
        else:
            cursor.executemany(sql, values)


def _value(row: Model, column: "Field[Any, Any]", *, is_new: bool) -> Any:
    return column.get_db_prep_save(column.pre_save(row, is_new), connection)


@lru_cache(maxsize=256)
def _insertion(model: type[Model], _vendor: str) -> tuple[str, list["Field[Any, Any]"]]:
    columns = [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]
    names = ", ".join(map(_name, columns))
    slots = ", ".join(["%s"] * len(columns))
    return f"INSERT INTO {_quoted(model._meta.db_table)} ({names}) VALUES ({slots})", columns  # noqa: S608 (own names)


@lru_cache(maxsize=256)
def _change(model: type[Model], names: tuple[str, ...], _vendor: str) -> tuple[str, list["Field[Any, Any]"]]:
    columns: list[Field[Any, Any]] = [model._meta.get_field(name) for name in names]  # type: ignore[misc]
    changes = ", ".join(f"{_name(column)} = %s" for column in columns)
    key = _name(model._meta.pk)
    return f"UPDATE {_quoted(model._meta.db_table)} SET {changes} WHERE {key} = %s", columns  # noqa: S608 (own names)


def _name(column: "Field[Any, Any]") -> str:
    return _quoted(str(column.column))


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
