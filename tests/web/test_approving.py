"""The pages of a unit's approver, and what the liaison sees of them."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan, Task
from luoshi.records.reporting.actions import open_round
from luoshi.records.reporting.models import Report, Unsigned
from tests.records.conftest import Hire
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values

MOST = 7
TEXT = "累计新建公办幼儿园5所，新增学位1500个。"


@pytest.fixture
def approver(hire: Hire) -> Client:
    return browser_of(hire(Role.UNIT_APPROVER, "carol", "教育局"))


@pytest.fixture
def liaison(bob: Actor) -> Client:
    return browser_of(bob)


@pytest.fixture
def task(alice: Actor, plan: Plan) -> Task:
    open_round(actor=alice, plan=plan, period="Q3", cutoff=date(2026, 9, 30), due=None)
    return plan.tasks.order_by("order")[0]


def test_an_approver_lands_on_what_waits_for_them(approver: Client) -> None:
    page = approver.get("/", follow=True)
    assert page.redirect_chain[-1][0] == "/reports/"
    assert "没有等您签发的" in texts(page, ".blank h2")
    assert texts(page, ".nav1 a") == ["签发", "台账", "督查单"]


def test_a_report_goes_from_the_liaison_over_the_approver_to_the_supervisor(
    approver: Client, liaison: Client, alice: Actor, task: Task
) -> None:
    address = f"/tasks/{task.pk}/report/"
    assert "提交签发" in texts(liaison.get(address), "form button")
    page = liaison.post(address, {"text": TEXT}, follow=True)
    assert "等carol签发" in texts(page, ".note-good")[0]
    assert "等本单位签发" in texts(page, ".note-info")[0]
    assert not find(page, ".head .btn-primary")
    assert "正在等carol签发" in texts(liaison.get(address), ".note-info")[0]
    assert Report.objects.count() == 0
    (link,) = values(approver.get("/reports/"), ".sec td .btn", "href")
    assert link in values(approver.get(f"/tasks/{task.pk}/"), ".head a", "href")
    assert "达进度" in texts(approver.get(link), ".said .v")[0]
    done = approver.post(link, {"press": "sign"}, follow=True)
    assert "签发了" in texts(done, ".note-good")[0]
    seen = browser_of(alice).get(f"/tasks/{task.pk}/")
    assert "carol签发" in texts(seen, ".told")[0]


def test_what_a_second_tab_sends_is_not_taken_and_not_lost(liaison: Client, approver: Client, task: Task) -> None:
    address = f"/tasks/{task.pk}/report/"
    liaison.post(address, {"text": TEXT})
    again = liaison.post(address, {"text": "累计新建公办幼儿园6所。"})
    assert again.status_code == 422
    told = again.content.decode()
    assert "没有报上去：" in told
    assert "累计新建公办幼儿园6所。" in told
    assert Unsigned.objects.get().text == TEXT


def test_the_supervisor_reads_nothing_of_what_was_not_signed(
    approver: Client, liaison: Client, alice: Actor, task: Task
) -> None:
    liaison.post(f"/tasks/{task.pk}/report/", {"text": TEXT})
    approver.post(f"/reports/{Unsigned.objects.get().pk}/sign/", {"press": "refuse", "reason": "学位数没有核过"})
    pages = {
        who: browser.get(f"/tasks/{task.pk}/").content.decode()
        for who, browser in (("bob", liaison), ("carol", approver))
    }
    assert all("学位数没有核过" in page and TEXT in page for page in pages.values())
    seen = browser_of(alice).get(f"/tasks/{task.pk}/").content.decode()
    assert "学位数没有核过" not in seen
    assert "1500个" not in seen


def test_what_is_not_signed_comes_back_to_the_liaison(approver: Client, liaison: Client, task: Task) -> None:
    address = f"/tasks/{task.pk}/report/"
    liaison.post(address, {"text": TEXT})
    link = f"/reports/{Unsigned.objects.get().pk}/sign/"
    refused = approver.post(link, {"press": "refuse"})
    assert refused.status_code == 422
    assert "不签要写明理由" in refused.content.decode()
    approver.post(link, {"press": "refuse", "reason": "学位数没有核过"})
    assert approver.get(link).status_code == 404
    page = liaison.get(f"/tasks/{task.pk}/")
    assert texts(page, ".head .acts a") == ["改好重报"]
    form = liaison.get(address)
    assert "carol没有签：学位数没有核过" in texts(form, ".note-doubt")[0]
    assert texts(form, "textarea[name=text]") == [TEXT]
    assert "提交了" in texts(liaison.post(address, {"text": TEXT}, follow=True), ".note-good")[0]


def test_the_list_needs_as_many_queries_for_two_as_for_one(approver: Client, liaison: Client, task: Task) -> None:
    def count(lines: int) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert len(find(approver.get("/reports/"), "tbody tr")) == lines
        return len(queries)

    liaison.post(f"/tasks/{task.pk}/report/", {"text": TEXT})
    laid = Unsigned.objects.get()
    count(1)
    few = count(1)
    laid.pk, laid.task = None, task.plan.tasks.order_by("order")[1]
    laid.save()
    assert count(2) == few <= MOST
