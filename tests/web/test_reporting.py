"""Reports on pages: a liaison writes one and writes it anew, the supervisor accepts it or sends it back."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.plans import issue_plan
from luoshi.records.register.models import Government, Plan, Task
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import return_report, take_progress
from luoshi.records.reporting.models import Report, Round
from luoshi.records.reporting.sending import send_report
from tests.records.cascade import report_of
from tests.records.conftest import PLAN, PROGRESS, Hire
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values

AGAIN = "累计新建公办幼儿园6所，新增学位1800个。"
MOST_OF_WRITING, MOST_OF_REVIEW = 22, 14


@pytest.fixture
def report(taken: Round) -> Report:
    return taken.reports.get(task__number=1)


@pytest.fixture
def desk(alice: Actor) -> Client:
    return browser_of(alice)


@pytest.fixture
def liaison(bob: Actor) -> Client:
    return browser_of(bob)


def test_a_supervisor_sends_a_report_back_with_the_reason(desk: Client, report: Report) -> None:
    address = f"/reports/{report.pk}/review/"
    assert address in values(desk.get(f"/tasks/{report.task_id}/"), ".three a", "href")
    refused = desk.post(address, {"press": "return"})
    assert refused.status_code == 422
    assert "退回要写明理由" in refused.content.decode()
    done = desk.post(address, {"press": "return", "reason": "学位数和上期对不上"}, follow=True)
    assert "退回了" in texts(done, ".note-good")[0]
    assert "退回：学位数和上期对不上" in texts(done, ".three .why")[2]
    assert not find(desk.get(address), "form button[value=return]")


def test_a_supervisor_accepts_a_single_report(desk: Client, report: Report) -> None:
    done = desk.post(f"/reports/{report.pk}/review/", {"press": "accept"}, follow=True)
    assert "审核通过了" in texts(done, ".note-good")[0]
    again = desk.post(f"/reports/{report.pk}/review/", {"press": "return", "reason": "晚了"})
    assert again.status_code == 422
    assert "不能再审" in again.content.decode()


def test_the_liaison_sees_on_the_desk_what_came_back_and_sends_it_again(
    alice: Actor, liaison: Client, report: Report
) -> None:
    return_report(actor=alice, report=report, reason="学位数和上期对不上")
    assert "退回的1" in texts(liaison.get("/tasks/"), ".views a")
    page = liaison.get(f"/tasks/{report.task_id}/")
    assert texts(page, ".head .acts a") == ["改好重报"]
    address = f"/tasks/{report.task_id}/report/"
    form = liaison.get(address)
    assert "督查室退回：学位数和上期对不上" in texts(form, ".note-doubt")[0]
    assert texts(form, "textarea") == ["已新建公办幼儿园5所，新增学位1500个。"]
    done = liaison.post(address, {"press": "send", "text": AGAIN}, follow=True)
    assert "三季度的进展报上去了" in texts(done, ".note-good")[0]
    assert texts(done, ".returns .words") == ["已新建公办幼儿园5所，新增学位1500个。"]
    assert not find(done, ".head .acts a")


def send_back_of(alice: Actor, city: Government, year: int) -> Plan:
    """A plan of another year whose first report came back."""
    text, table = (each.replace("2026", str(year)) for each in (PLAN, PROGRESS))
    plan = issue_plan(
        actor=alice, document=import_plan(actor=alice, government=city, received=receive("旧.txt", text.encode()))
    )
    report = take_progress(actor=alice, plan=plan, received=receive("旧.md", table.encode())).round.reports.all()[0]
    return_report(actor=alice, report=report, reason="再核")
    return plan


def test_what_came_back_is_found_in_every_plan_the_latest_year_first(
    alice: Actor, city: Government, liaison: Client, desk: Client, report: Report
) -> None:
    assert not find(liaison.get("/tasks/"), "#returned")
    old, older = (send_back_of(alice, city, year) for year in (2025, 2024))
    page = liaison.get("/tasks/")
    assert texts(page, "#returned a") == [f"云泽市{year}年政府工作报告重点工作责任分解" for year in (2025, 2024)]
    listed = liaison.get(f"/tasks/{values(page, '#returned a', 'href')[0]}")
    assert values(listed, ".ledger .tx a", "href") == [f"/tasks/{old.tasks.get(number=1).pk}/"]
    assert texts(listed, ".views a[aria-current]") == ["退回的1"]
    assert values(listed, "#returned a", "href") == [f"?plan={older.pk}&reported=returned"]
    assert not find(desk.get("/tasks/"), "#returned")


def test_the_verdict_is_shown_before_anything_is_sent(alice: Actor, liaison: Client, report: Report) -> None:
    return_report(actor=alice, report=report, reason="再核")
    page = liaison.post(f"/tasks/{report.task_id}/report/", {"press": "judge", "text": AGAIN})
    assert "已完成" in texts(page, ".note-info")[0]
    assert texts(page, "textarea") == [AGAIN]
    assert Report.objects.get(pk=report.pk).state == "returned"


def test_what_was_not_sent_back_cannot_be_written(liaison: Client, report: Report) -> None:
    address = f"/tasks/{report.task_id}/report/"
    assert "这一期已经报了" in texts(liaison.get(address), ".note-info")[0]
    refused = liaison.post(address, {"press": "send", "text": AGAIN})
    assert refused.status_code == 422
    assert Report.objects.get(pk=report.pk).text != AGAIN


def test_an_unreported_task_is_reported_from_its_page(hire: Hire, taken: Round) -> None:
    task = taken.plan.tasks.get(number=3)
    browser = browser_of(hire(Role.UNIT_LIAISON, "carl", "商务局"))
    assert texts(browser.get(f"/tasks/{task.pk}/"), ".head .acts a") == ["填报进展"]
    browser.post(f"/tasks/{task.pk}/report/", {"press": "send", "text": "全年开行“义联欧”班列1300列。"})
    assert Task.objects.get(pk=task.pk).reported == "submitted"


def test_another_unit_s_report_is_neither_seen_nor_written(hire: Hire, report: Report, liaison: Client) -> None:
    other = Report.objects.get(task__number=2)
    assert liaison.get(f"/tasks/{other.task_id}/report/").status_code == 404
    assert liaison.post(f"/tasks/{other.task_id}/report/", {"press": "send", "text": AGAIN}).status_code == 404
    helper = browser_of(hire(Role.UNIT_LIAISON, "finn", "财政局"))
    page = helper.get(f"/tasks/{report.task_id}/report/")
    assert "这一项由牵头单位填报" in texts(page, ".note-info")[0]
    refused = helper.post(f"/tasks/{report.task_id}/report/", {"press": "send", "text": AGAIN})
    assert refused.status_code == 422


def test_the_pages_need_as_many_queries_after_several_returns(
    alice: Actor, bob: Actor, desk: Client, liaison: Client, report: Report
) -> None:
    def count(browser: Client, address: str) -> int:
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(address).status_code == 200
        return len(queries)

    write, review = f"/tasks/{report.task_id}/report/", f"/reports/{report.pk}/review/"
    return_report(actor=alice, report=report, reason="再核")
    once = (count(liaison, write), count(desk, review))
    for text in ("正在推进。", AGAIN):
        report = send_report(actor=bob, task=report.task, text=text)
        return_report(actor=alice, report=report, reason="再核")
    assert (count(liaison, write), count(desk, review)) == once
    assert once[0] <= MOST_OF_WRITING
    assert once[1] <= MOST_OF_REVIEW


def test_what_a_county_reports_is_not_looked_over_by_the_city(desk: Client, handed: list[Task]) -> None:
    report = report_of(handed[0], "已新增护理型床位112张。").reports.get()
    assert desk.get(f"/tasks/{handed[0].pk}/").status_code == 200
    assert desk.get(f"/reports/{report.pk}/review/").status_code == 404
    assert desk.post(f"/reports/{report.pk}/review/", {"press": "accept"}).status_code == 404
