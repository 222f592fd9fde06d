"""What was done to a task: the latest on its page, all of it on a page of its own."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.plans import correct_wording
from luoshi.records.register.models import Plan, Task
from luoshi.records.reporting.actions import return_report
from luoshi.records.reporting.models import Round
from luoshi.records.reporting.signing import lay_before
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import find, texts, values

ROWS = ".history tbody tr"
LATEST, PAGE = 20, 50


@pytest.fixture
def task(plan: Plan, taken: Round) -> Task:
    """A task that was reported on."""
    return plan.tasks.get(order=plan.tasks.order_by("order")[0].order)


@pytest.fixture
def desk(alice: Actor) -> Client:
    return browser_of(alice)


def correct(actor: Actor, task: Task, numbers: range) -> None:
    for number in numbers:
        text = f"新建公办幼儿园6所，新增学位1800个，第{number:03}稿。"
        correct_wording(actor=actor, task=task, text=text, reason=f"第{number}次")


def test_a_page_with_400_corrections_is_as_large_as_one_with_20(desk: Client, alice: Actor, task: Task) -> None:
    address, sizes, asked = f"/tasks/{task.pk}/", [], []
    for numbers in (range(20), range(20, 400)):
        correct(alice, task, numbers)
        desk.get(address)
        with CaptureQueriesContext(connection) as queries:
            sizes.append(len(desk.get(address).content))
        asked.append(len(queries))
    assert sizes[1] < sizes[0] * 1.03
    assert asked[0] == asked[1]


def test_the_latest_stand_on_the_page_and_the_rest_behind_a_link(desk: Client, alice: Actor, task: Task) -> None:
    correct(alice, task, range(60))
    page = desk.get(f"/tasks/{task.pk}/")
    (link,) = [each for each in values(page, "#history a", "href") if "history" in each]
    reasons = [row.partition("理由：")[2] for row in texts(page, ROWS)]
    assert reasons == [f"第{number}次" for number in range(59, 39, -1)]
    assert texts(page, "#history .end") == ["最近 20 条，共 62 条"]
    first, second = desk.get(link), desk.get(f"{link}?page=2")
    told = [*texts(first, ROWS), *texts(second, ROWS)]
    assert [row.partition("理由：")[2] for row in told[:60]] == [f"第{number}次" for number in range(59, -1, -1)]
    assert ["填报三季度进展" in told[60], "立项入册" in told[61]] == [True, True]
    assert [len(find(each, ROWS)) for each in (first, second)] == [PAGE, 12]


def test_a_short_history_has_no_other_page(desk: Client, task: Task) -> None:
    page = desk.get(f"/tasks/{task.pk}/")
    assert texts(page, "#history .end") == ["共 2 条"]
    assert not find(page, "#history a")


def test_who_sent_a_report_back_is_told_however_long_ago(desk: Client, alice: Actor, task: Task) -> None:
    return_report(actor=alice, report=task.reports.get(), reason="数字对不上")
    correct(alice, task, range(30))
    page = desk.get(f"/tasks/{task.pk}/")
    assert "alice" in texts(page, ".three > div")[2]
    assert texts(page, ".three > div")[2].endswith("退回：数字对不上")
    assert not any("退回填报" in row for row in texts(page, ROWS))


def test_what_a_unit_keeps_to_itself_is_neither_told_nor_counted(
    desk: Client, bob: Actor, hire: Callable[..., Actor], sign_in: SignIn, task: Task
) -> None:
    hire(Role.UNIT_APPROVER, "carol", "教育局")
    Round.objects.update(cutoff="2026-09-30")
    return_report(actor=hire(Role.SUPERVISOR, "dave"), report=task.reports.get(), reason="数字对不上")
    lay_before(actor=bob, task=task, text="已建成6所。")
    assert Entry.objects.filter(action="lay_before").count() == 1
    for browser, told in ((desk, 3), (sign_in(Role.UNIT_LIAISON), 4)):
        page = browser.get(f"/tasks/{task.pk}/history/")
        assert len(find(page, ROWS)) == told
        assert f"共 {told} 条" in texts(page, ".meta")[0]


def test_another_units_history_is_not_there(sign_in: SignIn, plan: Plan) -> None:
    own, other, _ = plan.tasks.order_by("order")
    browser = sign_in(Role.UNIT_LIAISON)
    assert [browser.get(f"/tasks/{each.pk}/history/").status_code for each in (own, other)] == [200, 404]
