"""Queries that Django writes once: their SQL is remembered by its shape, and each time the database is asked anew.

Every page asks the same dozen questions of other plans, words and people. To build such a query and to put its SQL
together takes Django many times as long as a database takes to answer it. So a question is a function of a module that
makes a queryset of what it is given; it is called once for each shape of what it is given, with slots for the values:

    def _of_units(units: tuple[int, ...]) -> QuerySet[Task]:
        return Task.objects.filter(units__unit__pk__in=units)

    ask(_of_units, (3, 8))      # asks with the SQL of two units; so does ask(_of_units, (5, 9))

Numbers, texts and dates are values; everything else is shape: how long a tuple is, what is None, what is `Fixed`. A
question asks nothing itself, not even for the day: what it would have been told would be remembered.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import count
from typing import Any, NoReturn, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BigIntegerField, DateField, DateTimeField, Expression, Field, QuerySet, TextField
from django.db.models.query import ModelIterable, get_related_populators

from luoshi.records.kept import Kept

# So many questions of so many shapes
_KEPT = 2_048
# 2026-03-01, as SQLite has it
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SLOT = re.compile(r"(?<!%)%s")
# Lists of keys are as long as a multiple of it
_STEP = 10
# No key is larger; an address may say what it likes
_LARGEST = 2**63 - 1
_FIELDS: "dict[type, Field[Any, Any]]" = {
    int: BigIntegerField(),
    str: TextField(),
    date: DateField(),
    datetime: DateTimeField(),
}
# As PostgreSQL calls them
_TYPES: dict[type, str] = {int: "bigint", str: "text", date: "date", datetime: "timestamptz"}

Answer = TypeVar("Answer")
Question = Callable[..., QuerySet[Any, Any]]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A number or text that is part of the shape: an order, a limit. The question is given what is in it."""

    value: int | str


class Keys(tuple[int, ...]):
    """Keys among which something is looked for; how many there are is part of the shape."""

    __slots__ = ()


def keys_of(rows: Iterable[int]) -> Keys:
    """Keys among which something is looked for; the last is said again until there are ten, twenty …: few shapes."""
    keys = tuple(rows)
    return Keys(keys + keys[-1:] * (-len(keys) % _STEP))


def ask(question: Callable[..., QuerySet[Any, Answer]], *given: Any) -> list[Answer]:
    """The rows of a question's queryset: instances, with those selected along with them, or tuples of values."""
    values: list[Any] = []
    shape = _shape(given, values)
    database = connections[DEFAULT_DB_ALIAS]
    return _statement(question, shape, database.vendor).answers(database, values)


# ── Shapes ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Slot(Expression):
    """Where a value goes that is known when the question is asked."""

    def __init__(self, kind: type, place: int) -> None:
        super().__init__(output_field=_FIELDS[kind])
        self.place, self._kind = place, kind

    def as_sql(self, *_: Any) -> tuple[str, list["Slot"]]:  # type: ignore[override]  # Django's have values already
        """The slot is its own parameter, until there is a value."""
        return "%s", [self]

    def as_postgresql(self, *_: Any) -> tuple[str, list["Slot"]]:
        """With its type, which a server that keeps the statement must know before the value comes."""
        return f"%s::{_TYPES[self._kind]}", [self]


def _shape(given: Any, values: list[Any]) -> Any:
    """What is given without its values, which are added to those that are known."""
    if type(given) in _FIELDS:
        values.append(given)
        return type(given)
    if type(given) is Keys:
        values += given
        return Keys, len(given)
    if isinstance(given, tuple):
        return type(given), *[_shape(each, values) for each in given]
    return given


def _with_slots(shape: Any, places: Iterator[int]) -> Any:
    """What a question is given: the same with slots for values."""
    if shape in _FIELDS:
        return Slot(shape, next(places))
    if isinstance(shape, tuple):
        kind, *parts = shape
        if kind is Keys:
            return tuple(Slot(int, next(places)) for _ in range(parts[0]))
        filled = [_with_slots(part, places) for part in parts]
        return tuple(filled) if kind is tuple else kind(*filled)
    return shape.value if isinstance(shape, Fixed) else shape


# ── SQL ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Statement:
    """A query as Django wrote it: its SQL, where its values go, and how its rows are read."""

    def __init__(self, queryset: QuerySet[Any, Any]) -> None:
        compiler = queryset.query.get_compiler(connection=connection)
        self._sql, parameters = compiler.as_sql()
        self._parameters = [_parameter(each) for each in parameters]
        selected: Any = compiler.select
        pieces = [piece.replace("%%", "%") for piece in _SLOT.split(self._sql)]
        # As SQLite's driver has it: ? where Django has %s
        self._of_sqlite = "?".join(pieces)
        self._kept = Kept(pieces, self._parameters) if connection.vendor == "postgresql" else None
        self._converters = list(compiler.get_converters([column for column, *_ in selected]).items())
        is_of_instances = queryset._iterable_class is ModelIterable  # noqa: SLF001 (who else would know)
        self._made = _instances(queryset, compiler) if is_of_instances else None

    def answers(self, database: BaseDatabaseWrapper, values: Sequence[Any]) -> list[Any]:
        """Its rows for these values."""
        rows = self._rows(database, [_adapted(value) for value in values])
        if self._converters:
            rows = [self._converted(row, database) for row in rows]
        return rows if self._made is None else [self._made(row) for row in rows]

    def _rows(self, database: BaseDatabaseWrapper, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """What the database says, asked without Django's cursor where nobody counts or tells what is asked."""
        if database.queries_logged or database.execute_wrappers or database.needs_rollback:
            return self._by_django(database, values)
        database.close_if_health_check_failed()
        database.ensure_connection()
        if self._kept is None:
            with database.wrap_database_errors:
                rows: list[tuple[Any, ...]] = database.connection.execute(
                    self._of_sqlite, self._given(values)
                ).fetchall()
                return rows
        if self._kept.is_kept(database):
            return self._kept.rows(database, values)
        return self._by_django(database, values)

    def _by_django(self, database: BaseDatabaseWrapper, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        with database.cursor() as cursor:
            cursor.execute(self._sql, self._given(values))
            return list(cursor.fetchall())

    def _given(self, values: Sequence[Any]) -> list[Any]:
        return [values[known] if is_slot else known for is_slot, known in self._parameters]

    def _converted(self, row: Sequence[Any], database: BaseDatabaseWrapper) -> tuple[Any, ...]:
        """As Django gives it: days, decimals and truths are not what they are in every database."""
        converted = list(row)
        for place, (converters, column) in self._converters:
            for convert in converters:
                converted[place] = convert(converted[place], column, database)
        return tuple(converted)


class Nothing:
    """A question to which there is no answer, whatever its values: of nobody's units."""

    def answers(self, *_: Any) -> list[Any]:
        """None."""
        return []


@lru_cache(maxsize=_KEPT)
def _statement(question: Question, shape: Any, _vendor: str) -> Statement | Nothing:
    with connection.execute_wrapper(_refuse):
        queryset = question(*_with_slots(shape, count()))
    try:
        return Statement(queryset)
    except EmptyResultSet:
        return Nothing()


def _instances(queryset: QuerySet[Any, Any], compiler: Any) -> Callable[[Sequence[Any]], Any]:
    """How an instance is made of a row, as `ModelIterable` makes it."""
    model, columns, alias = compiler.klass_info["model"], compiler.klass_info["select_fields"], queryset.db
    own = slice(columns[0], columns[-1] + 1)
    names = [column.target.attname for column, *_ in compiler.select[own]]
    # The stubs are of an older Django, which took no alias
    related = get_related_populators(compiler.klass_info, compiler.select, alias)  # type: ignore[call-arg]
    annotations = list(compiler.annotation_col_map.items())

    def made(row: Sequence[Any]) -> Any:
        instance = model.from_db(alias, names, row[own])
        for populator in related:
            populator.populate(row, instance)
        for name, place in annotations:
            setattr(instance, name, row[place])
        return instance

    return made


def _adapted(value: Any) -> Any:
    """As the database's driver takes it."""
    if isinstance(value, int):
        return min(value, _LARGEST)
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value


def _parameter(parameter: Any) -> tuple[bool, Any]:
    """Whether it is a slot, and its place; else itself."""
    if isinstance(parameter, Slot):
        return True, parameter.place
    if isinstance(parameter, date) or (isinstance(parameter, str) and _DAY.match(parameter)):
        raise TypeError("a question is given its days; one that it looked up would be remembered")
    return False, parameter


def _refuse(*_: Any) -> NoReturn:
    raise TypeError("a question asks nothing itself: what it was told would be remembered")
