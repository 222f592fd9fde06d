"""Lists that are taken away as files, opened and read back."""

import csv
import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from luoshi.model import Plan as PlanValue
from luoshi.model import Progress
from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan
from luoshi.records.register.reading import receive
from luoshi.records.reporting.models import Round
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import Answer


@pytest.fixture
def desk(alice: Actor, taken: Round) -> Client:
    return browser_of(alice)


def rows(answer: Answer, sheet: str) -> list[dict[str, object]]:
    head, *body = load_workbook(io.BytesIO(answer.content))[sheet].values
    return [dict(zip(map(str, head), row, strict=True)) for row in body]


def test_a_workbook_holds_just_what_is_seen(desk: Client) -> None:
    answer = desk.get("/tasks/export/?format=xlsx&verdict=behind")
    assert "2026" in answer.headers["Content-Disposition"]
    (row,) = rows(answer, "任务")
    assert (row["序号"], row["任务"], row["牵头单位"]) == (2, "改造城区雨污管网40公里以上。", "建设局")
    assert (row["完成"], row["目标"], row["研判"], row["欠点数"]) == ("15 公里", "40 公里", "欠进度·红", 37.5)
    assert (row["与自报不同"], row["填报"]) == ("自报达进度", "待审")
    assert [each["指标"] for each in rows(answer, "指标")] == ["城区雨污管网"]
    assert {each["项目"]: each["内容"] for each in rows(answer, "说明")}["筛选"] == "研判：欠进度"


def test_picked_lines_alone_are_taken_in_the_order_of_the_list(desk: Client, plan: Plan) -> None:
    first, _, third = plan.tasks.order_by("order")
    answer = desk.get(f"/tasks/export/?format=csv&picked=1&task={third.pk}&task={first.pk}&task=x")
    listed = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["序号"] for row in listed] == ["1", "3"]


def test_nothing_picked_is_told_and_gives_no_file(desk: Client) -> None:
    answer = desk.get("/tasks/export/?format=csv&picked=1", follow=True)
    assert "还没有勾选任务" in answer.content.decode()


def test_the_word_breakdown_reads_back_as_the_same_plan(desk: Client) -> None:
    reading = receive("x.docx", desk.get("/tasks/export/?format=docx").content).reading
    assert isinstance(reading, PlanValue)
    assert [(task.number, task.text, [unit.name for unit in task.units]) for task in reading.tasks] == [
        (1, "新建公办幼儿园6所，新增学位1800个。", ["教育局", "财政局"]),
        (2, "改造城区雨污管网40公里以上。", ["建设局", "各镇街"]),
        (3, "“义联欧”班列全年开行1600列以上。", ["商务局"]),
    ]


def test_the_word_summary_reads_back_with_what_was_reported(desk: Client) -> None:
    reading = receive("x.docx", desk.get("/tasks/export/?format=summary").content).reading
    assert isinstance(reading, Progress)
    assert [row.text for row in reading.rows] == [
        "已新建公办幼儿园5所，新增学位1500个。",
        "改造城区雨污管网15公里，达到序时进度。",
        "",
    ]


def test_the_journal_tells_what_was_taken_away(desk: Client, plan: Plan) -> None:
    desk.get("/tasks/export/?format=xlsx")
    entry = Entry.objects.filter(action="export_tasks").get()
    assert (entry.actor_name, entry.subject_id, entry.after) == ("alice", plan.pk, {"form": "xlsx", "tasks": 3})


def test_a_liaison_takes_away_own_tasks_and_nobody_elses(plan: Plan, bob: Actor) -> None:
    other = plan.tasks.order_by("order")[1]
    browser = browser_of(bob)
    assert len(rows(browser.get("/tasks/export/?format=xlsx"), "任务")) == 1
    assert browser.get(f"/tasks/export/?format=xlsx&picked=1&task={other.pk}").status_code == 302


def test_who_may_not_export_has_no_button_and_no_file(plan: Plan, sign_in: SignIn) -> None:
    deputy = sign_in(Role.DEPUTY)
    assert deputy.get("/tasks/export/?format=xlsx").status_code == 403
    assert "/tasks/export/" not in deputy.get("/tasks/").content.decode()


@pytest.mark.parametrize("query", ["?format=", "?format=pdf", "?format=summary", "?format=xlsx&plan=99"])
def test_a_form_that_there_is_not_is_not_there(plan: Plan, alice: Actor, query: str) -> None:
    assert browser_of(alice).get(f"/tasks/export/{query}").status_code == 404
