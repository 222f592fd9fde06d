"""Two who change the same tasks at once: neither stops the other, and nothing is lost (ADR 24)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records.test_commands import database

__all__ = ["database"]

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


@pytest.mark.parametrize("pair", PAIRS)
def test_neither_stops_the_other_and_nothing_is_lost(tmp_path: Path, database: str, pair: str) -> None:
    settings = {"LUOSHI_HOME": str(tmp_path), "DATABASE_URL": database}
    environment = {**os.environ, **settings, "DJANGO_SETTINGS_MODULE": "luoshi.site.settings"}
    command = [sys.executable, "-W", "ignore", "-c", PROGRAM, pair]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 (our own)
    told = json.loads(done.stdout)
    assert {name: told[name] for name in ("wrong", "breaches", "stale")} == {"wrong": [], "breaches": 0, "stale": 0}
    assert told["done"] >= PAIRS[pair]
