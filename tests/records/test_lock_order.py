"""Two who change the same tasks at once: neither stops the other, and nothing is lost (ADR 24)."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records.test_commands import new_database

# Name in `at_once.PAIRS` → how many of the ten things must have been done; the others were told to look again
PAIRS = {
    "revise-bulk": 5,
    "revise-reword": 5,
    "rules-review": 10,
    "rules-reword": 10,
    "bring-reword": 10,
    "correct-review": 5,
    "hand-hand": 10,
    "hand-below": 10,
    "hand-correct": 10,
    "years": 10,
    "relate-reword": 10,
}
PROGRAM = "import sys, django; django.setup(); from tests.records import at_once; at_once.main(sys.argv[1])"

Place = tuple[Path, str]


def run(place: Place, what: str) -> str:
    """What the program says, in a home and a database of its own."""
    home, database = place
    settings = {"LUOSHI_HOME": str(home), "DATABASE_URL": database}
    environment = {**os.environ, **settings, "DJANGO_SETTINGS_MODULE": "luoshi.site.settings"}
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM, what]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout  # noqa: S603 (our own)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A city with two plans and a round, made once: that takes longer than a pair."""
    place = tmp_path_factory.mktemp("prepared"), new_database()
    run(place, "prepare")
    return place


@pytest.fixture
def place(prepared: Place, tmp_path: Path) -> Place:
    """A copy of it."""
    home, database = prepared
    return Path(shutil.copytree(home, tmp_path / "home")), new_database(like=database)


@pytest.mark.parametrize("pair", PAIRS)
def test_neither_stops_the_other_and_nothing_is_lost(place: Place, pair: str) -> None:
    told = json.loads(run(place, pair))
    assert {name: told[name] for name in ("wrong", "breaches", "stale")} == {"wrong": [], "breaches": 0, "stale": 0}
    assert told["done"] >= PAIRS[pair]
