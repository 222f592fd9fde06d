"""Shares are written on a page, handed on, and their sums are seen two levels up."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.cascade import hand_down
from luoshi.records.register.models import Plan, Task, Unit
from tests.records.cascade import hire_in, report_of, share_among
from tests.web.conftest import browser_of
from tests.web.reading import texts, values

MOST_OF_LIST = 26


@pytest.fixture
def desk(alice: Actor) -> Client:
    return browser_of(alice)


def form(task: Task, shares: dict[str, str]) -> dict[str, str]:
    units = Unit.objects.filter(government=task.government, name__in=shares)
    return {**{f"share-{unit.pk}": shares[unit.name] for unit in units}, "reason": "市政府常务会议"}


def test_what_came_from_above_is_shared_out_on_a_page(desk: Client, received: Task, dora: Actor) -> None:
    address = f"/tasks/{received.pk}/shares/"
    assert address in values(desk.get(f"/tasks/{received.pk}/"), "aside a", "href")
    page = desk.get(address)
    assert texts(page, "tbody th") == ["东屿区", "南漪县", "北汀县"]
    assert "360张" in texts(page, "form p b")
    done = desk.post(address, form(received, {"东屿区": "200", "南漪县": "160"}), follow=True)
    assert "任务数分到了 2 处" in texts(done, ".note-good")[0]
    assert texts(done, ".quotas tbody .sum > *") == ["合计", "360", "—", "总数 360张，一致"]
    assert "分配任务数" in texts(done, ".history b")
    assert values(desk.get(address), "tbody input", "value") == ["200", "160", ""]


def test_what_does_not_add_up_is_asked_about_and_then_kept(desk: Client, received: Task) -> None:
    address, written = f"/tasks/{received.pk}/shares/", form(received, {"东屿区": "200", "南漪县": "150"})
    asked = desk.post(address, written)
    assert asked.status_code == 422
    assert "各地合计 350，和任务数 360 不一样" in asked.content.decode()
    assert 'id="is-meant"' in asked.content.decode()
    desk.post(address, {**written, "is_meant": "1"})
    assert received.shares.count() == 2


def test_a_word_for_a_number_and_no_ground_are_refused_and_stay_in_the_form(desk: Client, received: Task) -> None:
    address = f"/tasks/{received.pk}/shares/"
    refused = desk.post(address, form(received, {"东屿区": "许多"}))
    assert refused.status_code == 422
    assert 'value="许多"' in refused.content.decode()
    assert desk.post(address, form(received, {"东屿区": "1e99"})).status_code == 422
    assert "请写分配的依据" in desk.post(address, {**form(received, {"东屿区": "360"}), "reason": " "}).content.decode()
    assert not received.shares.exists()


def test_a_task_without_a_figure_has_nothing_to_share_out(desk: Client, plan: Plan) -> None:
    task = plan.tasks.all()[0]
    task.targets.all().delete()
    assert "没有可以分到各地的数" in texts(desk.get(f"/tasks/{task.pk}/shares/"), ".note-info")[0]


def test_the_province_sees_the_sum_of_the_counties(desk: Client, received: Task, dora: Actor, nils: Actor) -> None:
    shared = share_among(operator(), received, {"东屿区": "200", "南漪县": "160"})
    east, _ = hand_down(actor=operator(), task=shared)
    report_of(east, "已新增护理型床位112张。")
    province = Task.objects.get(pk=received.origin_id or 0)
    paula = browser_of(hire_in(province.government, Role.SUPERVISOR, "paula"))
    page = paula.get(f"/tasks/{province.pk}/")
    assert texts(page, ".flows tbody tr:first-child > *") == [
        "云泽市",
        "360",
        "112",
        "31.1% 下级 1 处合计，1 处没有报数",
    ]
    below = paula.get(f"/tasks/{received.pk}/")
    assert texts(below, ".flows tbody tr:first-child > *")[:3] == ["东屿区", "200", "112"]
    assert not values(below, ".flows a", "href")
    assert paula.get(f"/tasks/{east.pk}/").status_code == 404


def test_the_list_between_governments_needs_as_many_queries_for_many_tasks(
    desk: Client, received: Task, dora: Actor, projects: Plan
) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert desk.get("/handed/").status_code == 200
        return len(queries)

    hand_down(actor=operator(), task=share_among(operator(), received, {"东屿区": "360"}))
    count()
    few = count()
    for task in projects.tasks.all():
        hand_down(actor=operator(), task=task)
    assert count() == few <= MOST_OF_LIST
