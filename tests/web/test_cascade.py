"""Shares are handed down on a page, seen below with the sender's name, and added up above."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.cascade import hand_down
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.models import Government, Import, Plan, Share, Task, Unit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.flows import flow_of
from tests.records.cascade import HEAD, hire_in, issue_projects, open_county, report_of
from tests.web.conftest import browser_of
from tests.web.reading import find, texts, values

READERS = (Role.SUPERVISOR, Role.CITY_LEADER, Role.DEPUTY)


@pytest.fixture
def desk(alice: Actor) -> Client:
    return browser_of(alice)


def test_the_shares_of_a_task_are_handed_down_by_one_button(desk: Client, beds: Task, dora: Actor, nils: Actor) -> None:
    address = f"/tasks/{beds.pk}/hand-down/"
    assert address in values(desk.get(f"/tasks/{beds.pk}/"), ".sec .end a", "href")
    page = desk.get(address)
    assert texts(page, "tbody th") == ["东屿区", "南漪县"]
    assert texts(page, ".btn-primary") == ["下达给 2 处"]
    assert "北汀县没有在这里设台账" in texts(page, ".note-info")[0]
    done = desk.post(address, {"press": "hand_down"}, follow=True)
    assert "已下达给 东屿区人民政府、南漪县人民政府" in texts(done, ".note-good")[0]
    assert not find(desk.get(address), ".btn-primary")
    again = desk.post(address, {"press": "hand_down"}, follow=True)
    assert "不再重复下达" in again.content.decode()


def test_with_no_government_below_the_page_says_what_to_do(desk: Client, beds: Task) -> None:
    page = desk.get(f"/tasks/{beds.pk}/hand-down/")
    assert "请先在单位页写明它是哪个下级政府" in texts(page, ".note-info")[0]
    assert not find(page, ".btn-primary")


def test_below_it_stands_in_the_list_and_on_its_page_with_the_sender_s_name(handed: list[Task], dora: Actor) -> None:
    browser = browser_of(dora)
    assert texts(browser.get("/tasks/"), "h1") == ["云泽市人民政府2026年下达东屿区人民政府的任务"]
    listed = browser.get("/handed/")
    assert texts(listed, "#received")
    assert texts(listed, "tbody th") == ["云泽市人民政府"]
    page = browser.get(f"/tasks/{handed[0].pk}/")
    assert texts(page, "aside .kv dd")[0] == "云泽市人民政府"
    assert texts(page, ".head .acts a") == ["更正单位", "发督查单"]
    assert not values(page, f"a[href='/tasks/{handed[0].origin_id}/']", "href")


def test_reports_below_are_added_up_on_the_task_above(desk: Client, handed: list[Task], beds: Task) -> None:
    report_of(handed[0], "已新增护理型床位112张。")
    page = desk.get(f"/tasks/{beds.pk}/")
    cells = [texts(page, f".flows tbody tr > :nth-child({column})") for column in (1, 2, 3, 4)]
    assert list(zip(*cells, strict=True)) == [
        ("东屿区", "140", "112", "80.0%"),
        ("南漪县", "120", "—", "未报"),
        ("北汀县", "100", "—", "没有设台账"),
        ("合计", "360", "112", "总数 360张，一致"),
    ]
    (why,) = texts(page, ".flows + .why")
    assert why.replace("\xa0", " ").endswith("112÷140＝80%。没有报数的：南漪县。")
    listed = desk.get("/handed/")
    assert "1 处报数合计 112÷360＝31.1%" in texts(listed, ".sums td.full")[0].replace("\xa0", " ")
    assert texts(listed, "#each") == ["下达的任务，各地"]


def test_a_county_s_progress_table_finds_what_was_handed_down_by_its_words(handed: list[Task], dora: Actor) -> None:
    issue_projects(handed[0].government)
    table = HEAD.format(name="东屿区人民政府") + f"| 1 | {handed[0].text} | 民政局 | 已新增护理型床位112张。 |\n"
    browser = browser_of(dora)
    browser.post("/imports/", {"file": SimpleUploadedFile("进展.md", table.encode())})
    document = Import.objects.latest("pk")
    browser.post(f"/imports/{document.pk}/issue/")
    assert flow_of(Task.objects.get(handed_down=handed[0])).done == 112


def test_a_changed_share_is_passed_on_from_the_page(desk: Client, handed: list[Task], beds: Task) -> None:
    Share.objects.filter(CURRENT, task=beds, unit__name="南漪县").update(printed="150", value=150)
    assert "分配改了，未转达" in texts(desk.get(f"/tasks/{beds.pk}/"), ".flows tbody tr")[1]
    page = desk.get(f"/tasks/{beds.pk}/hand-down/")
    assert texts(page, "tbody del, tbody ins") == ["120", "150"]
    assert texts(page, ".btn-primary") == ["转达更正 1 处"]
    desk.post(f"/tasks/{beds.pk}/hand-down/", {"press": "pass_on"})
    assert Task.objects.get(pk=handed[1].pk).text == "新增护理型床位360张，其中南漪县150张。"


# ── Who sees what, by address ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("role", READERS)
def test_the_city_opens_what_it_handed_down_and_nothing_else_of_the_county(handed: list[Task], role: Role) -> None:
    own = issue_projects(handed[0].government)
    browser = browser_of(hire_in(Government.objects.get(name="云泽市人民政府"), role, "reader"))
    page = browser.get(f"/tasks/{handed[0].pk}/")
    assert "您看到的只是本级下达的部分" in texts(page, "aside")[0]
    assert not find(page, ".head .acts a")
    assert browser.get(f"/tasks/?plan={handed[0].plan_id}").status_code == 200
    hidden = [f"/tasks/{own.tasks.all()[0].pk}/", f"/tasks/?plan={own.pk}", f"/plans/{own.pk}/file/"]
    assert [browser.get(address).status_code for address in hidden] == [404] * 3


@pytest.mark.parametrize("role", READERS)
def test_a_county_opens_its_own_and_neither_the_city_s_nor_another_county_s(handed: list[Task], role: Role) -> None:
    east, south = handed
    browser = browser_of(hire_in(east.government, role, "reader"))
    assert browser.get(f"/tasks/{east.pk}/").status_code == 200
    hidden = [
        f"/tasks/{south.pk}/",
        f"/tasks/{east.origin_id}/",
        f"/tasks/?plan={south.plan_id}",
        f"/tasks/?plan={Task.objects.get(handed_down=east).plan_id}",
    ]
    assert [browser.get(address).status_code for address in hidden] == [404] * 4
    assert browser.get("/handed/").status_code == 200


def test_the_city_s_supervisor_cannot_touch_the_county_s_task_by_address(desk: Client, handed: list[Task]) -> None:
    task = handed[0].pk
    for address in (f"/tasks/{task}/units/", f"/tasks/{task}/wording/", f"/tasks/{task}/hand-down/"):
        assert [desk.get(address).status_code, desk.post(address, {"press": "pass_on"}).status_code] == [404, 404]


def test_a_county_s_unit_sees_its_part_and_the_city_s_unit_of_that_name_does_not(handed: list[Task]) -> None:
    from luoshi.records.register.actions.plans import correct_units

    correct_units(actor=operator(), task=handed[0], units=[("民政局", "lead")], reason="分工")
    below = Unit.objects.get(government=handed[0].government, name="民政局")
    above = Unit.objects.get(government__name="云泽市人民政府", name="民政局")
    inside = browser_of(hire_in(below.government, Role.UNIT_LIAISON, "ina", below))
    outside = browser_of(hire_in(above.government, Role.UNIT_LIAISON, "otto", above))
    assert [each.get(f"/tasks/{handed[0].pk}/").status_code for each in (inside, outside)] == [200, 404]


@pytest.mark.parametrize("form", ["xlsx", "csv", "docx", "summary"])
def test_both_take_away_what_they_see_and_each_journal_tells_of_its_own(
    desk: Client, dora: Actor, handed: list[Task], form: str
) -> None:
    report_of(handed[0], "已新增护理型床位112张。")
    address = f"/tasks/export/?format={form}&plan={handed[0].plan_id}"
    assert [browser.get(address).status_code for browser in (desk, browser_of(dora))] == [200, 200]
    entries = Entry.objects.filter(action="export_tasks").order_by("number")
    assert [entry.government for entry in entries] == [handed[0].plan.sender_id, handed[0].government_id]


def test_a_unit_of_the_city_sees_the_sum_of_its_task_and_no_way_to_the_county_s(
    handed: list[Task], city: Government
) -> None:
    report_of(handed[0], "已新增护理型床位112张。")
    bureau = Unit.objects.get(government=city, name="民政局")
    page = browser_of(hire_in(city, Role.UNIT_LIAISON, "mina", bureau)).get(f"/tasks/{handed[0].origin_id}/")
    assert texts(page, ".flows td:nth-child(3)") == ["112", "—", "—", "112"]
    assert not find(page, ".flows a")


# ── Districts and governments ────────────────────────────────────────────────────────────────────────────────────────


def test_a_district_is_linked_with_its_government_and_unlinked_on_its_page(desk: Client, projects: Plan) -> None:
    county = open_government(actor=operator(), name="北汀县人民政府", level="county", parent=projects.government)
    unit = Unit.objects.get(name="北汀县")
    page = desk.get(f"/units/{unit.pk}/")
    assert texts(page, "#id_government option")[1:] == ["北汀县人民政府"]
    desk.post(f"/units/{unit.pk}/", {"form": "district", "government": county.pk})
    page = desk.get(f"/units/{unit.pk}/")
    assert "北汀县对应 北汀县人民政府。" in " ".join(texts(page, "section p"))
    desk.post(f"/units/{unit.pk}/unlink/")
    assert Unit.objects.get(pk=unit.pk).stands_for is None


def test_only_governments_between_others_have_the_page_in_their_navigation(
    desk: Client, dora: Actor, bob: Actor
) -> None:
    assert "上下级" in texts(desk.get("/tasks/"), ".nav1 a")
    assert "上下级" in texts(browser_of(dora).get("/handed/"), ".nav1 a")
    assert "上下级" not in texts(browser_of(bob).get("/tasks/"), ".nav1 a")


def test_a_government_alone_has_no_such_page_in_its_navigation(desk: Client, plan: Plan) -> None:
    assert "上下级" not in texts(desk.get("/tasks/"), ".nav1 a")
    assert "还没有上下级之间的任务" in texts(desk.get("/handed/"), "h2")


# ── Queries ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def counted(desk: Client, address: str) -> int:
    desk.get("/home/")
    with CaptureQueriesContext(connection) as queries:
        assert desk.get(address).status_code == 200
    return len(queries)


def test_sums_need_as_many_queries_for_three_counties_as_for_one(
    desk: Client, beds: Task, dora: Actor, projects: Plan
) -> None:
    station = projects.tasks.get(name="病有良医")
    report_of(hand_down(actor=operator(), task=beds)[0], "已新增护理型床位112张。")
    addresses = (f"/tasks/{beds.pk}/", f"/tasks/{beds.pk}/hand-down/", "/handed/")
    few = [counted(desk, address) for address in addresses]
    for name in ("南漪县", "北汀县"):
        open_county(projects.government, name, name)
    for task in hand_down(actor=operator(), task=beds):
        report_of(task, "已新增护理型床位60张。", "二季度")
    hand_down(actor=operator(), task=station)
    assert [counted(desk, address) for address in addresses] == few
    assert max(few) <= 28
