"""Statements that PostgreSQL keeps with their plans: questions whose values come apart from their words (ADR 23).

Django's driver puts the values into the text of a statement, so that the server reads and plans each one anew, which
takes it longer than the answer. A kept statement is read once for each connection and planned a few times; the server
itself weighs whether one plan will do for all values.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from weakref import WeakKeyDictionary

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import Connection, RawCursor
from psycopg.errors import FeatureNotSupported
from psycopg.sql import quote

# So many of one connection; what has not been asked for longest makes room
_MOST: Final = 200
_KEEPING: "WeakKeyDictionary[Connection[Any], bool]" = WeakKeyDictionary()


class Kept:
    """A statement; of its parameters those that are known stand in its words, for the sake of its plan."""

    def __init__(self, pieces: Sequence[str], parameters: Sequence[tuple[bool, Any]]) -> None:
        self._places: list[int] = []
        first, *rest = pieces
        words = [first]
        for (is_slot, known), piece in zip(parameters, rest, strict=True):
            words += [self._numbered(known) if is_slot else quote(known), piece]
        self._sql = "".join(words)

    def is_kept(self, database: BaseDatabaseWrapper) -> bool:
        """Whether it would be kept by the connection that is open."""
        with database.wrap_database_errors:
            return is_keeping(database.connection)

    def rows(self, database: BaseDatabaseWrapper, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """What the server says to these values."""
        given, server = [_as_text(values[place]) for place in self._places], database.connection
        with database.wrap_database_errors:
            try:
                return self._asked(server, given)
            except FeatureNotSupported:
                # "Cached plan must not change result type": a column has become another since; nothing is kept any more
                server.prepare_threshold = None
                if database.in_atomic_block:
                    raise
                return self._asked(server, given)

    def _asked(self, server: "Connection[tuple[Any, ...]]", given: Sequence[str]) -> list[tuple[Any, ...]]:
        return RawCursor(server).execute(self._sql, given, prepare=True).fetchall()

    def _numbered(self, place: int) -> str:
        if place not in self._places:
            self._places.append(place)
        return f"${self._places.index(place) + 1}"


def is_keeping(server: "Connection[Any]") -> bool:
    """Whether statements stay with a connection; behind a pooler they may be those of somebody else, of the same name.

    A pooler gives out numbers of its own in place of the server process's.
    """
    known = _KEEPING.get(server)
    if known is None:
        row = RawCursor(server).execute("SELECT pg_backend_pid()").fetchone()
        known = _KEEPING[server] = row == (server.info.backend_pid,)
        server.prepare_threshold, server.prepared_max = (0 if known else None), _MOST
    return known


def _as_text(value: Any) -> str:
    """Values come as text, whatever they are, so that a statement is the same for small keys and for large ones."""
    return value if isinstance(value, str) else value.isoformat() if isinstance(value, date) else str(value)
