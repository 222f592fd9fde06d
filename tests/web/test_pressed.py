"""Which tasks have notices: told in the list and filtered by, to those who read the notices; and from above."""

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.governments import open_unit
from luoshi.records.register.actions.plans import correct_units
from luoshi.records.register.models import Plan, Task, TaskUnit, Unit
from luoshi.records.supervision.actions import withdraw_notice
from luoshi.records.supervision.answering import answer_notice, receive_notice
from luoshi.records.supervision.models import Notice, State
from tests.records.cascade import hire_in
from tests.records.conftest import Hire
from tests.records.pressing import overdue, served
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import find, texts, values

NUMBERS, MARKS, CHOICE = "tbody tr:not(.grp) td.no", ".pressed", "select[name=notice]"


@pytest.fixture
def notices(plan: Plan, alice: Actor, bob: Actor) -> list[Notice]:
    """One that is open, one that is overdue, one that was taken back."""
    tasks = list(plan.tasks.order_by("order"))
    made = [served(alice, task, task.units.get(role="lead").unit) for task in tasks]
    overdue(made[1])
    withdraw_notice(actor=alice, notice=made[2], reason="发错了")
    return made


@pytest.fixture
def desk(alice: Actor, notices: list[Notice]) -> Client:
    return browser_of(alice)


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("open", ["1", "2"]),
        ("overdue", ["2"]),
        ("any", ["1", "2", "3"]),
        ("none", ["3"]),
        ("nonsense", ["1", "2", "3"]),
    ],
)
def test_the_list_is_held_to_tasks_with_notices(desk: Client, asked: str, numbers: list[str]) -> None:
    assert texts(desk.get(f"/tasks/?notice={asked}"), NUMBERS) == numbers


def test_a_mark_beside_the_task_leads_to_its_notices(desk: Client, plan: Plan) -> None:
    page = desk.get("/tasks/")
    first, second, _ = plan.tasks.order_by("order")
    assert texts(page, MARKS) == ["督查单在办", "督查单过期"]
    assert values(page, MARKS, "href") == [f"/tasks/{task.pk}/#notices" for task in (first, second)]
    assert find(desk.get(f"/tasks/{first.pk}/"), "#notices")


def test_a_filter_is_told_kept_as_a_view_and_told_in_what_is_taken_away(desk: Client) -> None:
    page = desk.get("/tasks/?notice=overdue")
    assert texts(page, f"{CHOICE} option[selected]") == ["督查单过期"]
    assert any("督查单过期" in text for text in texts(page, ".meta, .filters, .told, #rows"))
    desk.post("/tasks/views/", {"name": "催得急的", "query": "notice=overdue"})
    kept = [text for text in texts(desk.get("/tasks/"), ".views a") if "催得急的" in text]
    assert kept == ["催得急的1"]
    book = load_workbook(BytesIO(desk.get("/tasks/export/?notice=overdue&format=xlsx").content))
    told = [str(cell.value) for row in book["说明"] for cell in row]
    assert any("督查单过期" in each for each in told)


def test_who_reads_no_notices_is_told_nothing_of_them(notices: list[Notice], sign_in: SignIn) -> None:
    deputy = sign_in(Role.DEPUTY)
    assert not find(deputy.get("/tasks/"), f"{MARKS}, {CHOICE}")
    assert texts(deputy.get("/tasks/?notice=any"), NUMBERS) == []


def test_another_unit_of_the_task_is_told_nothing_of_them(notices: list[Notice], hire: Hire, bob: Actor) -> None:
    finance = browser_of(hire(Role.UNIT_LIAISON, "finn", "财政局"))
    assert texts(finance.get("/tasks/"), NUMBERS) == ["1"]
    assert not find(finance.get("/tasks/"), MARKS)
    assert texts(finance.get("/tasks/?notice=any"), NUMBERS) == []
    own = browser_of(bob)
    assert texts(own.get("/tasks/?notice=open"), NUMBERS) == ["1"]
    assert texts(own.get("/tasks/"), MARKS) == ["督查单在办"]


# ── From above ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def below(handed: list[Task], dora: Actor) -> Notice:
    """What a county served about a task that the city handed down, answered."""
    task = handed[0]
    bureau = open_unit(actor=operator(), government=task.government, name="民政局")
    liaison = hire_in(task.government, Role.UNIT_LIAISON, "lisa", bureau)
    correct_units(actor=dora, task=task, units=[("民政局", TaskUnit.Role.LEAD)], reason="分工")
    notice = overdue(served(dora, task, bureau))
    receive_notice(actor=liaison, notice=notice)
    answer_notice(actor=liaison, notice=notice, text="因征地晚了。")
    return notice


def test_who_handed_a_task_down_reads_what_was_pressed_below(alice: Actor, beds: Task, below: Notice) -> None:
    city = browser_of(alice)
    assert "督查单在办" in texts(city.get(f"/tasks/{beds.pk}/"), ".flows tbody tr")[0]
    page = city.get(f"/tasks/{below.task_id}/")
    assert values(page, "#notices a", "href") == [f"/notices/{below.pk}/"]
    assert texts(city.get(f"/tasks/?plan={below.task.plan_id}&notice=open"), MARKS) == ["督查单在办"]
    shown = city.get(f"/notices/{below.pk}/")
    assert "东屿区人民政府发" in texts(shown, ".meta")[0]
    assert "因征地晚了。" in " ".join(texts(shown, ".line .words"))
    assert city.get(f"/notices/{below.pk}/file/").status_code == 200


def test_from_above_nothing_of_it_is_changed_nor_counted(alice: Actor, below: Notice) -> None:
    city = browser_of(alice)
    assert not find(city.get(f"/notices/{below.pk}/"), "main form, main .btn-primary")
    assert not find(city.get("/notices/"), f"main a[href='/notices/{below.pk}/']")
    for name, sent in (
        ("review", {"press": "close", "remark": "好"}),
        ("withdraw", {"reason": "不发了"}),
        ("escalate", {"demand": "快办", "answer_by": "2099-01-01"}),
    ):
        assert city.post(f"/notices/{below.pk}/{name}/", sent).status_code in {403, 404, 422}
    below.refresh_from_db()
    assert below.state == State.ANSWERED


def test_what_a_county_presses_of_its_own_is_not_there_for_the_city(alice: Actor, below: Notice, dora: Actor) -> None:
    """The same unit, about a task of the county's own plan."""
    own = Task.objects.get(pk=below.task_id)
    own.pk, own.origin, own.plan = (
        None,
        None,
        Plan.objects.create(
            government=own.government, year=2026, title="区里的", entered_at=below.served_at, blocks=[]
        ),
    )
    own.save()
    TaskUnit.objects.filter(task=below.task_id).update(task=own)
    other = served(dora, own, Unit.objects.get(pk=below.unit_id))
    assert browser_of(alice).get(f"/notices/{other.pk}/").status_code == 404
