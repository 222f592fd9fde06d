"""The process beside the server."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from luoshi.records.people.actor import Actor
from luoshi.records.register.actions.plans import correct_wording
from luoshi.records.register.models import Plan, Unrelated
from luoshi.site import upkeep
from tests.records.test_commands import database

__all__ = ["database"]

# A plan of each of two years whose words were corrected; a figure of the first is bent by hand, as no action would
BENT = """
import django
django.setup()
from django.core.management import call_command
from luoshi.records.people.actor import operator
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.actions.lineage import unrelate
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Target, Task
from luoshi.records.register.reading import receive
from tests.records.revising import BEDS, STATIONS, TITLE, table

call_command("migrate", verbosity=0)
for name in ("云泽市人民政府", "东屿区人民政府"):
    government = open_government(actor=operator(), name=name, level="city")
    for year in ("2025", "2026"):
        received = receive("实事.md", table(BEDS, STATIONS, title=TITLE.replace("2026", year)))
        document = import_plan(actor=operator(), government=government, received=received)
        document.drafts.update(is_accepted=True)
        issue_plan(actor=operator(), document=document)
    unrelate(Task.objects.filter(government=government)[0])
Target.objects.filter(task__government__name="云泽市人民政府").update(comparator="?")
"""
MENDED = "import django; django.setup(); from luoshi.records.register.models import Target; " + (
    "Target.objects.update(comparator='=')"
)
LEFT = "import django; django.setup(); from luoshi.records.register.models import Unrelated; " + (
    "print(Unrelated.objects.count())"
)
PATIENCE = 60


def test_it_compares_what_was_corrected(alice: Actor, plan: Plan) -> None:
    correct_wording(actor=alice, task=plan.tasks.all()[0], text="举办龙舟赛一场。", reason="试一下")
    assert Unrelated.objects.count() == 1
    assert upkeep.work()
    assert not Unrelated.objects.exists()


def test_it_ends_where_the_server_is_gone() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as server:
        server.wait()
    subprocess.run([sys.executable, "-m", "luoshi.site.upkeep", str(server.pid)], check=True, timeout=60)  # noqa: S603 (our own)


def test_it_rests_twice_as_long_after_each_failure() -> None:
    assert [upkeep.pause(0, failures) for failures in range(5)] == [5, 10, 20, 40, 80]
    assert upkeep.pause(0, 9_999) == 900
    assert upkeep.pause(2, 0) == 20


def test_what_goes_wrong_is_told_others_have_their_turn_and_it_goes_on(tmp_path: Path, database: str) -> None:
    home = {"LUOSHI_HOME": str(tmp_path), "DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "luoshi.site.settings"}

    def run(program: str) -> str:
        command = [sys.executable, "-c", program]
        return subprocess.run(command, env={**os.environ, **home}, capture_output=True, text=True, check=True).stdout  # noqa: S603

    run(BENT)
    with beside(home, tmp_path / "log") as process:
        wait_until(lambda: run(LEFT) == "1\n")
        said = (tmp_path / "log").read_text(encoding="utf-8")
        assert "更正后没有能重新比对历年、更新建议（第 1 次）" in said
        assert "10 秒后再试" in said
        assert "ValueError: '?' is not a valid Comparator" in said
        assert process.poll() is None
        run(MENDED)
        wait_until(lambda: run(LEFT) == "0\n")
        assert process.poll() is None


@contextmanager
def beside(home: dict[str, str], log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The process itself; this test is its server."""
    command = [sys.executable, "-m", "luoshi.site.upkeep", str(os.getpid())]
    with log.open("wb") as said:
        process = subprocess.Popen(command, env={**os.environ, **home}, stdout=said, stderr=said)  # noqa: S603 (our own)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(PATIENCE)


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(1)
