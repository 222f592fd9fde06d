"""Notices on pages: served from a task, answered by the unit, decided on, followed up, taken back."""

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from docx import Document
from selectolax.lexbor import LexborHTMLParser

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan, Task, Unit
from luoshi.records.reporting.models import Round
from luoshi.records.supervision.actions import escalate_notice
from luoshi.records.supervision.answering import answer_notice, receive_notice
from luoshi.records.supervision.models import Notice
from luoshi.web.templatetags.notices import SIGNS, noticed
from tests.records.conftest import Hire
from tests.records.pressing import in_days, overdue, served, terms
from tests.web.conftest import browser_of
from tests.web.reading import Answer, find, texts, values

TEXT = "因征地晚了两个月，已加开一个班组，12月10日前完成。"
MOST, MOST_OF_PAGE = 13, 10


@pytest.fixture
def desk(alice: Actor) -> Client:
    return browser_of(alice)


@pytest.fixture
def liaison(bob: Actor) -> Client:
    return browser_of(bob)


@pytest.fixture
def task(taken: Round) -> Task:
    found: Task = taken.plan.tasks.get(number=1)
    return found


@pytest.fixture
def notice(alice: Actor, bob: Actor, task: Task) -> Notice:
    return served(alice, task, Unit.objects.get(name="教育局"))


def told(page: Answer, selector: str) -> list[str]:
    """What stands on a page that says what was wrong."""
    assert page.status_code == 422
    return [" ".join(node.text().split()) for node in LexborHTMLParser(page.content.decode()).css(selector)]


def test_a_notice_is_filled_in_on_the_task_s_page_and_served(desk: Client, task: Task) -> None:
    address = f"/tasks/{task.pk}/notice/"
    assert address in values(desk.get(f"/tasks/{task.pk}/"), ".head .acts a", "href")
    form = desk.get(address)
    assert texts(form, "textarea[name=matter]") == ["新建公办幼儿园6所，新增学位1800个"]
    assert texts(form, "select[name=unit] option") == ["教育局", "财政局"]
    assert texts(form, "select[name=step] option[selected]") == ["提醒"]
    assert texts(form, "textarea[name=grounds]")[0].startswith("三季度达进度：新建公办幼儿园：5÷6＝83.3%")
    unit = Unit.objects.get(name="财政局")
    sent = {"matter": "学位", "unit": unit.pk, "step": "order", "demand": "请答复", "answer_by": in_days(4).isoformat()}
    done = desk.post(address, sent, follow=True)
    assert "发给财政局了" in texts(done, ".note-good")[0]
    assert "督办" in texts(done, ".head .meta")[0]
    beside = texts(desk.get(f"/tasks/{task.pk}/"), "aside .sec:nth-of-type(2) li")
    assert "待签收" in beside[0]
    assert "送财政局" in beside[0]
    assert str(Notice.objects.get()) in texts(desk.get(address), "aside li")[0]


def test_what_is_wrong_stands_at_its_field_and_nothing_is_lost(desk: Client, task: Task) -> None:
    unit = Unit.objects.get(name="教育局").pk
    sent = {"matter": "学位", "unit": unit, "step": "remind", "demand": "", "answer_by": in_days(-1).isoformat()}
    page = desk.post(f"/tasks/{task.pk}/notice/", sent)
    assert told(page, ".wrong") == ["请写要单位做什么。"]
    page = desk.post(f"/tasks/{task.pk}/notice/", {**sent, "demand": "请答复"})
    assert told(page, ".wrong") == ["答复期限不能早于今天。"]
    assert told(page, "textarea[name=matter]") == ["学位"]
    assert "Select a valid choice" not in desk.post(f"/tasks/{task.pk}/notice/", {"unit": "9999"}).content.decode()
    assert not Notice.objects.exists()


def test_the_unit_finds_it_signs_for_it_and_answers(desk: Client, liaison: Client, notice: Notice) -> None:
    address = f"/notices/{notice.pk}/"
    assert "1 件等您办" in texts(liaison.get("/tasks/"), ".nav1 .pip")[0]
    assert texts(liaison.get("/notices/"), "tbody b") == ["等您办"]
    assert texts(liaison.get(address), "main form button") == ["签收"]
    assert texts(liaison.post(f"{address}receive/", follow=True), "main form button") == ["报督查室"]
    page = liaison.post(f"{address}answer/", {"text": " "})
    assert "请写答复" in told(page, ".note-bad")[0]
    done = liaison.post(f"{address}answer/", {"text": TEXT}, follow=True)
    assert "等督查室看过办结" in texts(done, ".note-good")[0]
    assert texts(done, ".line .words") == [TEXT]
    assert not find(done, "main form")
    assert texts(desk.get(address), "main form button") == ["办结", "退回重答"]


def test_the_office_sends_an_answer_back_and_closes_the_next(
    desk: Client, liaison: Client, bob: Actor, notice: Notice
) -> None:
    receive_notice(actor=bob, notice=notice)
    answer_notice(actor=bob, notice=notice, text=TEXT)
    address = f"/notices/{notice.pk}/"
    page = desk.post(f"{address}review/", {"press": "return", "reason": "没有写哪天完成", "answer_by": "明天"})
    assert "退回要写重新答复的期限" in told(page, ".note-bad")[0]
    assert told(page, "textarea") == ["没有写哪天完成"]
    sent = {"press": "return", "reason": "没有写哪天完成", "answer_by": in_days(3).isoformat()}
    assert "退回了" in texts(desk.post(f"{address}review/", sent, follow=True), ".note-good")[0]
    form = liaison.get(address)
    assert "退回：没有写哪天完成" in texts(form, ".note-doubt")[0]
    assert texts(form, "textarea") == [TEXT]
    liaison.post(f"{address}answer/", {"text": f"{TEXT}已完成。"})
    done = desk.post(f"{address}review/", {"press": "close", "reason": "同意办结"}, follow=True)
    assert "已办结" in texts(done, ".head .v")[0]
    steps = [step.split()[0] for step in texts(done, ".line b")]
    assert steps[0] == "办结"
    assert [step[:2] for step in steps] == ["办结", "答复", "退回", "答复", "签收", "发提"]


def test_over_the_approver_an_answer_reaches_the_office(
    desk: Client, liaison: Client, hire: Hire, bob: Actor, notice: Notice
) -> None:
    approver = browser_of(hire(Role.UNIT_APPROVER, "carol", "教育局"))
    receive_notice(actor=bob, notice=notice)
    address = f"/notices/{notice.pk}/"
    assert "提交签发" in texts(liaison.get(address), "main form button")
    assert (
        "签发以后才到督查室" in texts(liaison.post(f"{address}answer/", {"text": TEXT}, follow=True), ".note-good")[0]
    )
    assert TEXT not in desk.get(address).content.decode()
    assert "签发" not in texts(desk.get("/notices/"), "tbody tr")[0]
    assert "等本单位签发" in texts(liaison.get("/notices/"), "tbody tr")[0]
    assert "还有 1 张督查单等您办" in texts(approver.get("/reports/"), ".note-info")[0]
    (seen,) = values(approver.get(address), "input[name=seen]", "value")
    assert "不签要写明理由" in told(approver.post(f"{address}sign/", {"press": "refuse", "seen": seen}), ".note-bad")[0]
    assert "刚签过" in told(approver.post(f"{address}sign/", {"press": "sign", "seen": "x"}), ".note-bad")[0]
    done = approver.post(f"{address}sign/", {"press": "sign", "seen": seen}, follow=True)
    assert "答复已经到督查室" in texts(done, ".note-good")[0]
    assert "carol" in texts(desk.get(address), ".sec .end")[0]


def test_an_overdue_notice_is_loud_and_followed_by_another(desk: Client, liaison: Client, notice: Notice) -> None:
    address = f"/notices/{notice.pk}/"
    assert not find(desk.get(address), f"a[href='{address}escalate/']")
    overdue(notice)
    page = desk.get(address)
    assert texts(page, ".head .v-red") == ["过期 3 天"]
    assert values(page, ".head .btn-primary", "href") == [f"{address}escalate/"]
    assert texts(desk.get("/notices/?show=overdue"), "tbody .v-red") == ["过期 3 天"]
    form = desk.get(f"{address}escalate/")
    assert texts(form, "h1") == ["升级为警示"]
    sent = {"grounds": "过期没有答复。", "demand": "三天内答复", "answer_by": in_days(3).isoformat()}
    done = desk.post(f"{address}escalate/", sent, follow=True)
    assert "升级为这一张" in texts(done, "main .note-info")[0]
    assert "请答复那一张" in texts(liaison.get(address), "main .note-info")[0]
    again = desk.post(f"{address}escalate/", sent)
    assert "没有过期" in told(again, ".note-bad")[0]


def test_what_was_not_signed_in_time_is_signed_no_more(
    alice: Actor, bob: Actor, desk: Client, hire: Hire, notice: Notice
) -> None:
    approver = browser_of(hire(Role.UNIT_APPROVER, "carol", "教育局"))
    receive_notice(actor=bob, notice=notice)
    answer_notice(actor=bob, notice=notice, text=TEXT)
    escalate_notice(actor=alice, notice=overdue(notice), terms=terms())
    page = approver.get(f"/notices/{notice.pk}/")
    assert not find(page, "main form")
    assert "写好答复，提交签发" in texts(page, ".line b")
    assert texts(approver.get("/notices/?show=waiting"), ".blank h2") == ["没有这样的督查单"]


def test_a_notice_is_taken_back_with_the_reason(desk: Client, notice: Notice) -> None:
    address = f"/notices/{notice.pk}/withdraw/"
    assert "撤回要写明理由" in told(desk.post(address), ".note-bad")[0]
    done = desk.post(address, {"reason": "发错单位"}, follow=True)
    assert texts(done, ".line .why") == ["发错单位"]
    assert not find(done, f".acts a[href='{address}']")


def test_another_unit_finds_none_by_its_address(hire: Hire, notice: Notice) -> None:
    other = browser_of(hire(Role.UNIT_LIAISON, "gina", "财政局"))
    leader = browser_of(hire(Role.CITY_LEADER, "erin"))
    address = f"/notices/{notice.pk}/"
    assert [other.get(each).status_code for each in (address, f"{address}file/")] == [404, 404]
    assert [other.post(f"{address}{each}/").status_code for each in ("receive", "answer")] == [404, 404]
    assert "没有督查单" in texts(other.get("/notices/"), ".blank h2")
    assert str(notice) not in other.get(f"/tasks/{notice.task_id}/").content.decode()
    assert not find(leader.get(address), "main form, .head .btn-primary")
    assert texts(leader.get(f"/tasks/{notice.task_id}/"), "aside .lnk")[0] == str(notice)
    deputy = browser_of(hire(Role.DEPUTY, "fred")).get(f"/tasks/{notice.task_id}/")
    assert str(notice) not in deputy.content.decode()


def test_the_list_is_held_to_a_kind_a_unit_a_year(desk: Client, alice: Actor, notice: Notice) -> None:
    second = served(alice, notice.task, Unit.objects.get(name="财政局"))
    overdue(second)
    listed = desk.get("/notices/")
    assert texts(listed, ".views a") == ["全部2", "等您办1", "过期未答复1", "在办2", "已了结0"]
    assert texts(listed, "tbody th a") == [str(second), str(notice)]
    year, unit = notice.year, notice.unit_id
    held = {"show=overdue": 1, f"unit={unit}": 1, f"year={year}": 2, f"year={year - 1}": 0, "unit=x&show=y": 2}
    assert {query: len(values(desk.get(f"/notices/?{query}"), "tbody th a", "href")) for query in held} == held
    assert "没有这样的督查单" in texts(desk.get("/notices/?show=ended"), ".blank h2")
    assert desk.get("/notices/?unit=99999999999999999999").status_code == 200


def test_many_tasks_are_pressed_at_once_as_they_were_seen(desk: Client, task: Task) -> None:
    address = f"/tasks/together/notices/?plan={task.plan_id}"
    assert address in values(desk.get(f"/tasks/together/?plan={task.plan_id}"), ".sec a", "href")
    form = desk.get(address)
    assert texts(form, "tbody td:last-child") == ["教育局", "建设局", "商务局"]
    (seen,) = values(form, "[name=fingerprint]", "value")
    sent = {"step": "warn", "demand": "请答复", "answer_by": in_days(4).isoformat()}
    assert "又改过了" in told(desk.post(address, sent), ".note-bad")[0]
    wrong = desk.post(address, {**sent, "demand": "", "fingerprint": seen})
    assert "请写要单位做什么" in told(wrong, ".wrong")[0]
    done = desk.post(address, {**sent, "fingerprint": seen}, follow=True)
    assert "发了 3 张督查单" in texts(done, ".note-good")[0]
    assert list(Notice.objects.order_by("number").values_list("unit__name", "step", "matter")) == [
        ("教育局", "warn", "新建公办幼儿园6所，新增学位1800个"),
        ("建设局", "warn", "改造城区雨污管网40公里以上"),
        ("商务局", "warn", "“义联欧”班列全年开行1600列以上"),
    ]


def test_whoever_presses_many_sees_which_are_pressed_already(desk: Client, notice: Notice) -> None:
    address = f"/tasks/together/notices/?plan={notice.task.plan_id}"
    form = desk.get(address)
    assert texts(form, "tbody .lnk") == [str(notice)]
    assert values(form, "tbody .lnk", "href") == [f"/notices/{notice.pk}/"]
    assert "其中 1 项有督查单还在办" in texts(form, "main .note-info")[0]
    rest = desk.get(f"{address}&notice=none")
    assert texts(rest, "tbody td:last-child") == ["建设局", "商务局"]
    assert not find(rest, "main .note-info")


def test_an_empty_list_says_how_one_is_served(desk: Client, plan: Plan) -> None:
    page = desk.get("/notices/")
    assert "还没有发过督查单" in texts(page, ".blank h2")
    assert "/tasks/?verdict=behind&order=verdict" in values(page, ".blank a", "href")


def test_its_paper_says_what_was_served(desk: Client, notice: Notice) -> None:
    Task.objects.filter(pk=notice.task_id).update(leaders="后来的人")
    Unit.objects.filter(pk=notice.unit_id).update(name="教育和体育局")
    overdue(notice)
    paper = desk.get(f"/notices/{notice.pk}/file/")
    assert f"{notice.year}" in paper.headers["Content-Disposition"]
    (grid,) = Document(BytesIO(paper.content)).tables
    cells = " ".join(cell.text for row in grid.rows for cell in row.cells)
    assert all(words in cells for words in ("教育局", "新建公办幼儿园6所", "欠进度。", "请书面答复。", "联系人：alice"))
    assert f"{in_days(10).month}月{in_days(10).day}日前答复" in cells
    assert "教育和体育局" not in cells


def test_its_paper_has_what_came_of_it(desk: Client, bob: Actor, notice: Notice) -> None:
    receive_notice(actor=bob, notice=notice)
    answer_notice(actor=bob, notice=notice, text=TEXT)
    desk.post(f"/notices/{notice.pk}/review/", {"press": "close", "reason": "同意办结"})
    paper = desk.get(f"/notices/{notice.pk}/file/")
    (grid,) = Document(BytesIO(paper.content)).tables
    cells = " ".join(cell.text for row in grid.rows for cell in row.cells)
    assert all(words in cells for words in ("bob，", f"{TEXT}（bob，", "同意办结（alice，"))


def test_as_many_queries_for_many_notices_as_for_one(alice: Actor, desk: Client, notice: Notice) -> None:
    def count(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(address).status_code == 200
        return len(queries)

    count("/notices/")
    few, page = count("/notices/"), count(f"/notices/{notice.pk}/")
    for _ in range(12):
        served(alice, notice.task, notice.unit)
    assert count("/notices/") == few <= MOST
    assert count(f"/notices/{notice.pk}/") == page <= MOST_OF_PAGE


@pytest.mark.parametrize("state", SIGNS)
def test_every_state_has_a_chip(state: str) -> None:
    assert "过期" not in noticed(Notice(state=state, answer_by=in_days(0)))
    is_late = "过期 1 天" in noticed(Notice(state=state, answer_by=in_days(-1)))
    assert is_late is (state in {"served", "received", "returned"})
