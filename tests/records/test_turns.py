"""Those who write to one file of SQLite take turns; who is killed or takes no turns holds up nobody for good."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

PATIENCE = 60
START = """
import sys, time
from django.conf import settings
from luoshi.site.database import database
settings.configure(DATABASES={"default": database(sys.argv[1])})
from django.db import connection
from luoshi.records import turns
from luoshi.records.turns import writing
turns._PATIENCE = float(sys.argv[2])

def count():
    connection.cursor().execute("UPDATE counted SET number = number + 1")

"""
MANY = "for _ in range(100):\n    with writing():\n        count()\n"
ONE = "with writing():\n    with writing():\n        count()\n"
REFUSED = "try:\n    with writing():\n        count()\n        raise KeyError\nexcept KeyError:\n    pass\n"
# Tells that it writes, and goes on until it is killed
HELD = "with writing():\n    count()\n    print('holds', flush=True)\n    time.sleep(600)\n"

Write = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database with one number in it."""
    path = tmp_path / "turns.sqlite3"
    with closing(sqlite3.connect(path)) as made:
        made.executescript("PRAGMA journal_mode=WAL; CREATE TABLE counted (number); INSERT INTO counted VALUES (0)")
    return path


@pytest.fixture
def write(file: Path) -> Iterator[Write]:
    """Starts a process that writes; none outlives the test."""
    started = []

    def start(script: str, patience: float = PATIENCE) -> "subprocess.Popen[bytes]":
        command = [sys.executable, "-c", START + script, f"sqlite://{file}", str(patience)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ}))  # noqa: S603 (our own)
        return started[-1]

    yield start
    for each in started:
        each.kill()
        each.communicate()


def number(file: Path) -> int:
    with closing(sqlite3.connect(file)) as asked:
        return int(asked.execute("SELECT number FROM counted").fetchone()[0])


def ends_well(process: "subprocess.Popen[bytes]") -> bool:
    return process.wait(PATIENCE) == 0


def test_what_many_write_at_once_is_all_there(file: Path, write: Write) -> None:
    assert all(ends_well(each) for each in [write(MANY) for _ in range(3)])
    assert number(file) == 300


def test_an_action_within_another_is_of_its_turn_and_what_is_refused_gives_it_back(file: Path, write: Write) -> None:
    assert ends_well(write(REFUSED + ONE))
    assert number(file) == 1


def test_who_is_killed_leaves_the_turn_and_nothing_half_done(file: Path, write: Write) -> None:
    holder = write(HELD)
    assert holder.stdout
    assert holder.stdout.readline() == b"holds\n"
    waiting = write(ONE)
    with pytest.raises(subprocess.TimeoutExpired):
        waiting.wait(2)
    holder.kill()
    assert ends_well(waiting)
    assert number(file) == 1


def test_who_has_no_patience_left_is_told_by_the_database(file: Path, write: Write) -> None:
    """The turn is held by somebody who writes nothing: nothing rests on it but speed."""
    import fcntl

    with file.with_name(f"{file.name}-turn").open("wb") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        assert ends_well(write(ONE, patience=0.1))
    assert number(file) == 1
