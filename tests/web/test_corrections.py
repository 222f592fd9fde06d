"""A task is put right on pages of their own, with the reason."""

import pytest
from django.test import Client

from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.governments import open_unit
from luoshi.records.register.models import Plan, Task, TaskFlag, Unit
from luoshi.records.register.models.time import CURRENT
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import find, texts, values


@pytest.fixture
def desk(alice: Actor, plan: Plan) -> Client:
    return browser_of(alice)


@pytest.fixture
def task(plan: Plan) -> Task:
    return plan.tasks.order_by("order")[0]


def printed(task: Task) -> list[tuple[str, str]]:
    return list(task.units.filter(CURRENT).values_list("printed", "role"))


def test_a_corrected_wording_leaves_the_former_one_in_the_history(desk: Client, task: Task) -> None:
    form = {"text": "新建公办幼儿园8所，新增学位1800个。", "reason": "会议纪要〔2026〕3号"}
    page = desk.post(f"/tasks/{task.pk}/wording/", form, follow=True)
    assert texts(page, "h1") == ["新建公办幼儿园8所，新增学位1800个。"]
    assert "文字已更正" in texts(page, ".note-good")[0]
    assert texts(page, ".history del, .history ins") == ["6", "8"]
    assert texts(page, ".history tbody tr")[0].endswith("理由：会议纪要〔2026〕3号")
    assert "alice" in texts(page, ".history tbody tr")[0]


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"text": "字" * 2001, "reason": "粘错了"}, "一项任务最多 2000 个字"),
        ({"text": "新建幼儿园。", "reason": " "}, "请写更正的理由"),
        ({"text": "新建公办幼儿园6所，新增学位1800个。", "reason": "没改"}, "文字和原来一样"),
        ({"text": "  ", "reason": "删"}, "任务不能空着"),
    ],
)
def test_what_cannot_be_taken_stands_in_the_form_again(
    desk: Client, task: Task, form: dict[str, str], sentence: str
) -> None:
    answer = desk.post(f"/tasks/{task.pk}/wording/", form)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert task.wordings.count() == 1


def test_units_are_changed_taken_away_and_added(desk: Client, task: Task) -> None:
    assert values(desk.get(f"/tasks/{task.pk}/units/"), "input[name=unit]", "value") == ["教育局", "财政局", "", "", ""]
    form = {
        "unit": ["教育局", "", "建设局", ""],
        "role": ["lead", "responsible", "cooperating", "lead"],
        "reason": "调整",
    }
    page = desk.post(f"/tasks/{task.pk}/units/", form, follow=True)
    assert printed(task) == [("教育局", "lead"), ("建设局", "cooperating")]
    assert texts(page, ".history del") == ["责任 财政局"]
    assert texts(page, ".history ins") == ["配合 建设局"]
    assert texts(page, ".source mark.q") == ["教育局"]


def test_a_name_that_nobody_knows_is_asked_about_first(desk: Client, task: Task) -> None:
    form = {"unit": ["教裕局"], "role": ["lead"], "reason": "改名"}
    answer = desk.post(f"/tasks/{task.pk}/units/", form)
    assert "没有登记过“教裕局”" in answer.content.decode()
    assert not Unit.objects.filter(name="教裕局").exists()
    desk.post(f"/tasks/{task.pk}/units/", {**form, "is_new": "1"})
    assert printed(task) == [("教裕局", "lead")]


def test_initials_that_one_unit_alone_has_mean_it(desk: Client, task: Task) -> None:
    """Typed, and gone on without choosing: with the keyboard alone, or where no script runs."""
    desk.post(f"/tasks/{task.pk}/units/", {"unit": ["JSJ", "swj"], "role": ["lead", "cooperating"], "reason": "划转"})
    assert printed(task) == [("建设局", "lead"), ("商务局", "cooperating")]
    open_unit(actor=operator(), government=task.government, name="税务局")
    answer = desk.post(f"/tasks/{task.pk}/units/", {"unit": ["swj"], "role": ["lead"], "reason": "哪个"})
    assert "没有登记过“swj”" in answer.content.decode()


def test_a_doubt_rests_with_its_reason(desk: Client, task: Task) -> None:
    flag = TaskFlag.objects.create(task=task, code="no-lead", message="没有标明谁牵头。")
    Task.objects.filter(pk=task.pk).update(doubts=2)
    address = f"/tasks/{task.pk}/doubts/{flag.pk}/"
    assert values(desk.get(f"/tasks/{task.pk}/"), "#doubts a", "href") == [address]
    page = desk.post(address, {"reason": "按排在第一的牵头"}, follow=True)
    assert not find(page, "#doubts")
    assert "核对存疑" in texts(page, ".history tbody tr")[0]
    assert Task.objects.get(pk=task.pk).doubts == 1
    assert desk.get(address).status_code == 404


@pytest.mark.parametrize("role", [Role.UNIT_LIAISON, Role.CITY_LEADER])
def test_who_may_not_correct_finds_no_button_and_no_page(plan: Plan, sign_in: SignIn, task: Task, role: Role) -> None:
    browser = sign_in(role)
    assert not find(browser.get(f"/tasks/{task.pk}/"), ".head .acts")
    for page in ("wording", "units"):
        assert browser.post(f"/tasks/{task.pk}/{page}/", {"text": "改", "reason": "改"}).status_code == 403
    assert task.wordings.count() == 1


# ── Two at once ──────────────────────────────────────────────────────────────────────────────────────────────────────

WORDING = {"text": "新建公办幼儿园8所。"}, {"text": "新建公办幼儿园9所。"}, "现在是“新建公办幼儿园8所。”"
UNITS = (
    {"unit": ["教育局", "财政局", "建设局"], "role": ["lead", "responsible", "cooperating"]},
    {"unit": ["教育局"], "role": ["lead"]},
    "现在是“牵头 教育局；责任 财政局；配合 建设局”",
)


@pytest.mark.parametrize(("page", "forms"), [("wording", WORDING), ("units", UNITS)])
def test_who_saves_second_is_told_what_the_first_has_made_of_it(
    desk: Client, task: Task, page: str, forms: tuple[dict[str, str], dict[str, str], str]
) -> None:
    address, (first, second, sentence) = f"/tasks/{task.pk}/{page}/", forms
    form = {"reason": "核对", "seen": values(desk.get(address), "input[name=seen]", "value")[0]}
    assert desk.post(address, {**form, **first}).status_code == 302
    told = desk.post(address, {**form, **second})
    assert (told.status_code, sentence in told.content.decode()) == (422, True)
    # Who has seen that may save over it
    form["seen"] = values(desk.get(address), "input[name=seen]", "value")[0]
    assert form["seen"] in told.content.decode()
    assert desk.post(address, {**form, **second}).status_code == 302
