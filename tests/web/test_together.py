"""Many tasks at once: from the list over a preview to the deed, and back again."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from luoshi.records.people.actor import Actor, operator
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.models import Plan, TaskFlag, TaskUnit, Unit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.models import Report, Round
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values

UNITS, REPORTS, DOUBTS = "/tasks/together/units/", "/tasks/together/reports/", "/tasks/together/doubts/"


@pytest.fixture
def desk(alice: Actor, taken: Round) -> Client:
    return browser_of(alice)


@pytest.fixture
def asked(plan: Plan) -> str:
    """The address of a preview: commerce takes the place of construction, in all tasks."""
    former = Unit.objects.get(name="建设局").pk
    given = {"plan": plan.pk, "former": former, "successor": "商务局", "since": "2026-03-01", "reason": "职责划转"}
    return f"{UNITS}?{urlencode(given)}"


def leads(plan: Plan) -> list[str]:
    rows = TaskUnit.objects.filter(CURRENT, task__plan=plan, role="lead").order_by("task__order")
    return list(rows.values_list("unit__name", flat=True))


def test_ticked_tasks_and_those_of_a_filter_are_counted(desk: Client, plan: Plan) -> None:
    page = desk.get("/tasks/?words=管网")
    assert texts(page, ".found a")[-1] == "这 1 项一起办"
    assert values(page, "#picked button[formaction]", "formaction") == ["/tasks/together/"]
    keys = "".join(f"&task={task.pk}" for task in plan.tasks.all()[:2])
    assert texts(desk.get(f"/tasks/together/?plan={plan.pk}&picked=1{keys}"), "h1") == ["批量办理 2 项"]
    assert texts(desk.get("/tasks/together/?words=管网"), "h1") == ["批量办理 1 项"]
    assert "还没有勾选任务" in texts(desk.get("/tasks/together/?picked=1"), ".note")[0]


def test_a_preview_shows_what_changes_and_what_is_left_alone(desk: Client, plan: Plan, asked: str) -> None:
    page = desk.get(asked)
    assert texts(page, ".sumline") == ["1 项要改其余 2 项里没有建设局"]
    assert (texts(page, "td del"), texts(page, "td ins")) == (["建设局"], ["商务局"])
    assert texts(page, "h2") == ["要改的"]
    assert texts(page, ".btn-primary") == ["替换 1 项"]
    assert leads(plan) == ["教育局", "建设局", "商务局"]


def test_what_was_previewed_is_done_and_taken_back(desk: Client, plan: Plan, asked: str) -> None:
    seen = {"fingerprint": values(desk.get(asked), "[name=fingerprint]", "value")[0]}
    page = desk.post(asked, seen, follow=True)
    assert leads(plan) == ["教育局", "商务局", "商务局"]
    assert "1 项的“建设局”换成了“商务局”" in texts(page, ".note-good")[0]
    [back] = [each for each in values(page, "ul.list a", "href") if "back=" in each]
    form = desk.get(back)
    assert values(form, "#id_successor", "value") == ["建设局"]
    assert values(form, "[name=since]", "value") == ["2026-03-01"]
    assert values(form, "#id_reason", "value")[0].endswith("的替换：职责划转")
    former = Unit.objects.get(name="商务局").pk
    given = {"former": former, "successor": "建设局", "since": "2026-03-01", "reason": "撤回"}
    address = f"{back}&{urlencode(given)}"
    desk.post(address, {"fingerprint": values(desk.get(address), "[name=fingerprint]", "value")[0]})
    assert leads(plan) == ["教育局", "建设局", "商务局"]


def test_another_preview_than_was_seen_is_not_done(desk: Client, plan: Plan, asked: str) -> None:
    answer = desk.post(asked, {"fingerprint": "0" * 64})
    assert answer.status_code == 422
    assert "又改过了" in answer.content.decode()
    assert leads(plan) == ["教育局", "建设局", "商务局"]


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("successor", "商屋局", "没有登记过“商屋局”"),
        ("successor", "建设局", "同一个单位"),
        ("since", "2999-01-01", "日期还没有到"),
        ("reason", "", "请写替换的理由"),
    ],
)
def test_what_cannot_be_taken_is_told_beside_its_field(desk: Client, name: str, value: str, sentence: str) -> None:
    given = {"former": Unit.objects.get(name="建设局").pk, "successor": "商务局", "since": "2026-03-01", "reason": "划"}
    answer = desk.get(f"{UNITS}?{urlencode({**given, name: value})}")
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_reports_that_wait_are_accepted(desk: Client, taken: Round) -> None:
    page = desk.get(REPORTS)
    assert texts(page, "h1") == ["审核通过 2 份填报"]
    told = desk.post(REPORTS, {"fingerprint": values(page, "[name=fingerprint]", "value")[0]}, follow=True)
    assert "审核通过了 2 份填报" in texts(told, ".note-good")[0]
    assert set(Report.objects.values_list("state", flat=True)) == {"accepted"}
    assert not find(desk.get(REPORTS), ".btn-primary")


def test_a_kind_of_doubt_is_settled_with_one_reason(desk: Client, plan: Plan) -> None:
    for task in plan.tasks.all():
        TaskFlag.objects.create(task=task, code="no-lead", message="谁牵头？")
    address = f"{DOUBTS}?plan={plan.pk}&kind=no-lead"
    seen = {"fingerprint": values(desk.get(address), "[name=fingerprint]", "value")[0]}
    assert desk.post(address, {**seen, "reason": " "}).status_code == 422
    told = desk.post(address, {**seen, "reason": "按排在第一的牵头"}, follow=True)
    assert "“没有标明谁牵头”核对完毕，共 3 处" in texts(told, ".note-good")[0]
    assert not TaskFlag.objects.filter(is_open=True).exists()


def test_the_plan_of_another_government_is_not_there(desk: Client, plan: Plan) -> None:
    other = open_government(actor=operator(), name="临江市人民政府", level="city")
    Plan.objects.filter(pk=plan.pk).update(government=other, sender=plan.government)
    for address in ("/tasks/together/", UNITS, REPORTS, DOUBTS):
        assert desk.get(f"{address}?plan={plan.pk}").status_code == 404
