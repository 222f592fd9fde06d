"""Notices stay with their task and unit through whatever the register goes through."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.db.models import ProtectedError

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.governments import rename_unit
from luoshi.records.register.actions.revisions import revise_plan
from luoshi.records.register.actions.together import replace_unit
from luoshi.records.register.models import Government, Plan, Unit
from luoshi.records.register.queries.tasks import visible_tasks
from luoshi.records.register.replacing import Replacement, list_swaps
from luoshi.records.register.revising.comparison import compare
from luoshi.records.supervision.actions import withdraw_notice
from luoshi.records.supervision.answering import answer_notice, receive_notice
from luoshi.records.supervision.models import Notice
from luoshi.records.supervision.queries import visible_notices
from tests.records.conftest import Hire
from tests.records.pressing import served
from tests.records.revising import BEDS, STATIONS, corrected, issued
from tests.records.test_commands import database

__all__ = ["database"]

# Four at a time, on different tasks, in a program of its own: the tests' transaction would keep them apart
AT_ONCE = """
import django
django.setup()
from concurrent.futures import ThreadPoolExecutor
from django.core.management import call_command
from django.db import connection
from luoshi.records.people.actor import operator
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.models import Task
from luoshi.records.supervision.models import Notice
from tests.records.pressing import served
from tests.records.revising import BEDS, BUSES, STATIONS, issued

call_command("migrate", verbosity=0)
issued(open_government(actor=operator(), name="云泽市人民政府", level="city"), BEDS, STATIONS, BUSES)

def serve(turn):
    task = Task.objects.order_by("order")[turn % 3]
    number = served(operator(), task, task.units.get(role="lead").unit).number
    connection.close()
    return number

with ThreadPoolExecutor(4) as threads:
    numbers = list(threads.map(serve, range(24)))
print(sorted(numbers) == list(range(1, 25)), Notice.objects.count())
"""


@pytest.fixture
def notice(alice: Actor, bob: Actor, plan: Plan) -> Notice:
    return served(alice, plan.tasks.get(number=1), Unit.objects.get(name="教育局"))


def test_at_once_no_number_is_left_out_or_given_twice(tmp_path: Path, database: str) -> None:
    environment = {
        **os.environ,
        "LUOSHI_HOME": str(tmp_path),
        "DATABASE_URL": database,
        "DJANGO_SETTINGS_MODULE": "luoshi.site.settings",
    }
    command = [sys.executable, "-c", AT_ONCE]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout  # noqa: S603
    assert told == "True 24\n"


def test_a_unit_that_is_renamed_answers_under_its_new_name(alice: Actor, bob: Actor, notice: Notice) -> None:
    rename_unit(actor=alice, unit=notice.unit, name="教育和体育局", holds_from=date(2026, 3, 1))
    receive_notice(actor=bob, notice=notice)
    read = visible_notices(bob).get()
    assert (read.unit.name, read.sheet["unit"]) == ("教育和体育局", "教育局")


def test_a_unit_whose_tasks_went_to_another_still_answers_what_it_was_served(
    alice: Actor, bob: Actor, hire: Hire, notice: Notice
) -> None:
    finance = hire(Role.UNIT_LIAISON, "gina", "商务局")
    replacement = Replacement(notice.unit, Unit.objects.get(name="商务局"), date(2026, 3, 1), "职责划转")
    replace_unit(
        actor=alice,
        plan=notice.task.plan,
        tasks=[notice.task_id],
        replacement=replacement,
        fingerprint=list_swaps([notice.task], replacement).fingerprint,
    )
    assert not visible_tasks(bob).filter(pk=notice.task_id).exists()
    assert not visible_notices(finance).exists()
    receive_notice(actor=bob, notice=notice)
    assert answer_notice(actor=bob, notice=notice, text="划转前的情况如下。").state == "given"


def test_a_notice_stays_with_a_task_that_a_corrected_document_leaves_out(alice: Actor, city: Government) -> None:
    plan = issued(city, BEDS, STATIONS)
    gone = plan.tasks.order_by("order")[1]
    notice = served(alice, gone, gone.units.filter(role="lead")[0].unit)
    document = corrected(plan, BEDS)
    comparison = compare(document)
    revise_plan(actor=alice, document=document, approved=comparison.keys, fingerprint=comparison.fingerprint)
    kept = Notice.objects.select_related("task").get()
    assert (kept.pk, kept.task_id, kept.task.state, kept.is_open) == (notice.pk, gone.pk, "ended", True)
    assert withdraw_notice(actor=alice, notice=kept, reason="任务终止了").state == "withdrawn"
    with pytest.raises(ProtectedError):
        gone.delete()
