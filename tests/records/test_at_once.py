"""People who save in one moment, at a server of two workers: nothing is lost or twice, whoever is second is told."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.records.conftest import PASSWORD
from tests.records.test_commands import database
from tests.records.test_killed import free_port, wait_until

__all__ = ["database"]

# A city, who works there, a breakdown and a round
MADE = """
import os, sys
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.records import conftest
from luoshi.records.people.actions import grant_role, open_account
from luoshi.records.people.actor import actor_of, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Unit
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import open_round
from datetime import date

city = open_government(actor=operator(), name="云泽市人民政府", level="city")
document = import_plan(actor=operator(), government=city, received=receive("plan.txt", conftest.PLAN.encode()))
document.drafts.update(is_accepted=True)
plan = issue_plan(actor=operator(), document=document)
open_round(actor=operator(), plan=plan, period="Q3", cutoff=date(2026, 9, 30), due=None)
for name, role, unit in (
    ("alice", Role.SUPERVISOR, None), ("bob", Role.UNIT_LIAISON, "教育局"), ("carl", Role.UNIT_LIAISON, "建设局")
):
    account = open_account(
        actor=operator(), government=city, username=name, name=name, password=sys.argv[1], must_change=False
    )
    place = Unit.objects.get(name=unit) if unit else None
    grant_role(actor=operator(), account=account, role=role, government=city, unit=place)
"""
# What stands: acts that the journal tells of, wordings of the first task, reports, breaches of the journal
TOLD = """
import django
django.setup()
from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.register.models import TaskWording
from luoshi.records.reporting.models import Report
told = Entry.objects.filter(action__in=("correct_wording", "send_report", "accept_report", "return_report"))
print(told.count(), TaskWording.objects.filter(task=1).count(), Report.objects.count(), len(list(verify())))
"""
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(slots=True)
class Person:
    """Somebody signed in; every request has a connection of its own."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def sign_in(self, name: str) -> "Person":
        self.token = TOKEN.findall(self.ask("GET", "/accounts/login/")[1])[0]
        assert self.post("/accounts/login/", login=name, password=PASSWORD)[0] == 302
        self.token = TOKEN.findall(self.ask("GET", "/tasks/1/")[1])[0]
        return self

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        return self.ask("POST", path, urlencode({"csrfmiddlewaretoken": self.token, **fields}))

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        kind = "application/x-www-form-urlencoded"
        connection.request(method, path, body, {"Cookie": cookies, "Content-Type": kind})
        answer = connection.getresponse()
        page = answer.read().decode()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and not value.startswith("messages"):
                cookie, _, kept = value.partition(";")[0].partition("=")
                self.cookies[cookie] = kept
        connection.close()
        return answer.status, page


@dataclass(slots=True)
class Installation:
    """A register of its own, and the server that answers for it."""

    environment: Mapping[str, str]
    folder: Path
    port: int = 0
    server: "subprocess.Popen[bytes] | None" = None

    def run(self, script: str, *arguments: str) -> str:
        command = [sys.executable, "-W", "ignore", "-c", script, *arguments]
        told = subprocess.run(command, env=self.environment, check=True, stdout=subprocess.PIPE, text=True, timeout=120)  # noqa: S603 (our own)
        return told.stdout

    def told(self) -> list[int]:
        return [int(number) for number in self.run(TOLD).split()]

    def start(self) -> None:
        self.port = free_port()
        command = [sys.executable, "-m", "luoshi", "serve", "--bind", f"127.0.0.1:{self.port}", "--workers", "2"]
        self.server = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL)  # noqa: S603 (our own)
        wait_until(self.answers)

    def answers(self) -> bool:
        try:
            return Person(self.port).ask("GET", "/accounts/login/")[0] == 200
        except OSError:
            return False

    def kill(self) -> None:
        """Without asking: those who answer end with it."""
        assert self.server
        self.server.send_signal(signal.SIGKILL)
        self.server.wait(60)

    def at_once(self, ask: Callable[[Person, int], tuple[int, str]], *names: str) -> list[tuple[int, str]]:
        """What each of these people is answered who ask in the same moment."""
        people = [Person(self.port).sign_in(name) for name in names]
        with ThreadPoolExecutor(len(people)) as threads:
            return list(threads.map(ask, people, range(len(people))))


@pytest.fixture
def installation(tmp_path: Path, database: str) -> Iterator[Installation]:
    settings = {"LUOSHI_HOME": str(tmp_path / "home"), "DATABASE_URL": database}
    known = {**os.environ, **settings, "DJANGO_SETTINGS_MODULE": "luoshi.site.settings"}
    made = Installation(known, tmp_path)
    made.run(MADE, PASSWORD)
    made.start()
    yield made
    made.kill()


def statuses(answers: list[tuple[int, str]]) -> list[int]:
    return sorted(status for status, _ in answers)


def test_of_those_who_correct_at_once_one_is_done_and_the_others_are_told(installation: Installation) -> None:
    seen = "新建公办幼儿园6所，新增学位1800个。"

    def correct(person: Person, place: int) -> tuple[int, str]:
        return person.post("/tasks/1/wording/", text=f"新建公办幼儿园{place + 7}所。", reason="核对", seen=seen)

    def send_twice(person: Person, _: int) -> tuple[int, str]:
        return person.post("/tasks/1/wording/", text="新建公办幼儿园一所。", reason="核对")

    answers = installation.at_once(correct, *["alice"] * 4)
    assert statuses(answers) == [302, 422, 422, 422]
    assert all("刚被别人更正过，现在是“新建公办幼儿园" in page for status, page in answers if status == 422)
    assert statuses(installation.at_once(send_twice, *["alice"] * 4)) == [302, 422, 422, 422]
    assert installation.told() == [2, 3, 0, 0]


def test_a_report_is_entered_once_and_judged_by_one(installation: Installation) -> None:
    def report(person: Person, _: int) -> tuple[int, str]:
        return person.post("/tasks/1/report/", text="已新建公办幼儿园5所。", press="send")

    def review(person: Person, place: int) -> tuple[int, str]:
        return person.post("/reports/1/review/", press=("accept", "return")[place % 2], reason="数字不对")

    reported = installation.at_once(report, *["bob"] * 4)
    assert statuses(reported) == [302, 422, 422, 422]
    assert all("这一期已经报了" in page for status, page in reported if status == 422)
    reviewed = installation.at_once(review, *["alice"] * 4)
    assert (statuses(reviewed), installation.told()) == ([302, 422, 422, 422], [2, 1, 1, 0])
    assert all("不能再审" in page for status, page in reviewed if status == 422)


def test_what_touches_the_same_tasks_in_other_orders_waits_for_no_one_who_waits(installation: Installation) -> None:
    """The first reports of a round, each of which changes what is shown of all tasks; then corrections and a review."""

    def report(person: Person, place: int) -> tuple[int, str]:
        return person.post(f"/tasks/{place + 1}/report/", text="已完成9处。", press="send")

    def work(person: Person, place: int) -> tuple[int, str]:
        if place == 0:
            return person.post("/reports/1/review/", press="accept")
        task = 1 + (place % 2)
        return person.post(f"/tasks/{task}/wording/", text=f"6月底前新建{place}处。", reason="核对")

    assert statuses(installation.at_once(report, "bob", "carl")) == [302, 302]
    assert statuses(installation.at_once(work, *["alice"] * 5)) == [302] * 5
    assert installation.told()[0] == 7


def test_a_server_that_is_killed_has_done_each_thing_whole_or_not_at_all(installation: Installation) -> None:
    done: list[int] = []

    def go_on(person: Person, place: int) -> tuple[int, str]:
        """Correct one thing after the other, until nobody answers."""
        for turn in range(10_000):
            try:
                status, page = person.post("/tasks/1/wording/", text=f"任务{place}之{turn}。", reason="核对")
            except (OSError, http.client.HTTPException):
                break
            assert status == 302, page
            done.append(turn)
        return 0, ""

    with ThreadPoolExecutor(1) as threads:
        going = threads.submit(installation.at_once, go_on, "alice", "alice", "alice")
        wait_until(lambda: len(done) >= 8)
        installation.kill()
        going.result(60)
    installation.start()
    corrected, wordings, *_, breaches = installation.told()
    assert len(done) <= corrected <= len(done) + 3
    assert (wordings, breaches) == (corrected + 1, 0)
