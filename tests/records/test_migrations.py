"""Migrations keep what stands in a register, and can be taken back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.records.test_commands import database

__all__ = ["database"]

# There, back and there again in one program, so that Django starts once
JOURNEY = """
import sys, django
django.setup()
from django.core.management import call_command
from luoshi.records.people.actor import operator
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.models import Plan, Task
from luoshi.records.register.queries.sieve import Sieve
from luoshi.records.register.queries.tasks import sift
from tests.records.revising import BEDS, STATIONS, issued

call_command("migrate", verbosity=0)
issued(open_government(actor=operator(), name="云泽市人民政府", level="city"), BEDS, STATIONS)
call_command("migrate", *sys.argv[1:], verbosity=0)
call_command("migrate", verbosity=0)
Task.objects.filter(name="病有良医").update(grams="新词")
found = [[task.name for task in sift(Task.objects.all(), Sieve(words=words))] for words in ("床位", "新词", "卫生")]
print(found, Plan.objects.get().sender)
"""


@pytest.mark.parametrize(
    "former",
    [
        ("register", "0003_views_names_quotas"),
        ("reporting", "0004_what_a_table_replaced"),
        ("supervision", "zero"),
    ],
)
def test_columns_come_and_go_beside_tasks_that_are_still_found(
    tmp_path: Path, database: str, former: tuple[str, str]
) -> None:
    environment = {
        **os.environ,
        "LUOSHI_HOME": str(tmp_path),
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "luoshi.site.settings",
    }
    command = [sys.executable, "-c", JOURNEY, *former]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert told == "[['老有所养'], ['病有良医'], []] None\n"
