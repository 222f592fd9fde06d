"""Lists that are taken away as files, opened and read back."""

import csv
import io

import pytest
from django.test import Client
from docx import Document
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


def test_a_workbook_says_what_it_was_taken_by_on_a_sheet_of_its_own(desk: Client) -> None:
    answer = desk.get("/tasks/export/?format=xlsx&verdict=behind&words=管网&order=verdict&group=section")
    told = {each["项目"]: each["内容"] for each in rows(answer, "说明")}
    assert (told["筛选"], told["搜"]) == ("研判：欠进度", "管网")
    assert (told["分组"], told["排序"], told["项数"]) == ("领域", "研判从弱到强", "1 项")


def test_picked_lines_alone_are_taken_in_the_order_of_the_list(desk: Client, plan: Plan) -> None:
    first, _, third = plan.tasks.order_by("order")
    answer = desk.get(f"/tasks/export/?format=csv&picked=1&task={third.pk}&task={first.pk}&task=x")
    listed = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["序号"] for row in listed] == ["1", "3"]


def test_nothing_picked_is_told_and_gives_no_file(desk: Client) -> None:
    answer = desk.get("/tasks/export/?format=csv&picked=1", follow=True)
    assert "还没有勾选任务" in answer.content.decode()


@pytest.mark.parametrize("form", ["xlsx", "csv", "docx", "summary"])
def test_an_empty_list_is_told_and_gives_no_file(desk: Client, form: str) -> None:
    answer = desk.get(f"/tasks/export/?words=没有这样的任务&format={form}", follow=True)
    assert "这样筛选，一项任务也没有" in answer.content.decode()


def test_the_word_breakdown_reads_back_as_the_same_plan(desk: Client) -> None:
    reading = receive("x.docx", desk.get("/tasks/export/?format=docx").content).reading
    assert isinstance(reading, PlanValue)
    assert [(task.number, task.text, [unit.name for unit in task.units]) for task in reading.tasks] == [
        (1, "新建公办幼儿园6所，新增学位1800个。", ["教育局", "财政局"]),
        (2, "改造城区雨污管网40公里以上。", ["建设局", "各镇街"]),
        (3, "“义联欧”班列全年开行1600列以上。", ["商务局"]),
    ]


def paragraphs(answer: Answer) -> list[str]:
    return [each.text for each in Document(io.BytesIO(answer.content)).paragraphs if each.text]


def test_the_word_breakdown_of_a_list_has_its_order_its_heads_and_the_numbers_of_the_page(desk: Client) -> None:
    title, told, *listed = paragraphs(desk.get("/tasks/export/?format=docx&order=verdict"))
    assert (title, told) == (
        "云泽市2026年政府工作报告\n重点工作责任分解",
        "筛选：全部　分组：不分组　排序：研判从弱到强　项数：3 项",
    )
    assert [each.partition(".")[0] for each in listed] == ["2", "3", "1"]
    grouped = paragraphs(desk.get("/tasks/export/?format=docx&group=leader&reported=submitted"))
    assert [each.partition("（")[0] for each in grouped[1:]] == [
        "筛选：填报：待审　分组：牵头领导　排序：文件序号　项数：2 项",
        "一、各有关单位共同落实的重点工作",
        "1.新建公办幼儿园6所，新增学位1800个。",
        "2.改造城区雨污管网40公里以上。",
    ]


def test_word_documents_tell_that_lines_were_picked(desk: Client, plan: Plan) -> None:
    third = plan.tasks.order_by("order")[2]
    for form in ("docx", "summary"):
        answer = desk.get(f"/tasks/export/?format={form}&words=班列&picked=1&task={third.pk}")
        assert "筛选：全部　搜：班列　分组：不分组　排序：文件序号　项数：勾选的 1 项" in paragraphs(answer)


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
