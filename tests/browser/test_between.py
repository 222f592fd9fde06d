"""What goes between governments, and a corrected document, in the browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Government, Plan, Task
from tests.browser.conftest import enter, sign_in
from tests.records.cascade import hand_to_city, hire_in, issue_projects, open_county, report_of
from tests.records.revising import BEDS, BUSES, STATIONS, issued, table

MORE_BEDS = "| 1 | 老有所养 | 新增护理型床位260张。 | 260 | 140 | 120 | 民政局 |"
GRAVE = {"serious", "critical"}


@pytest.fixture
def projects(city: Government) -> Plan:
    return issue_projects(city)


def test_a_clerk_uploads_a_correction_leaves_one_difference_out_and_approves_the_rest(
    page: Page, alice: Actor, city: Government, tmp_path: Path
) -> None:
    plan = issued(city, BEDS, STATIONS, BUSES)
    file = tmp_path / "更正.md"
    file.write_bytes(table(MORE_BEDS, STATIONS, BUSES.replace("8条", "9条")))
    sign_in(page, alice)
    page.goto("/imports/")
    page.set_input_files("input[type=file]", file)
    page.click("button:has-text('读出来核对')")
    expect(page.locator("h1")).to_contain_text("对比")
    page.locator(".change", has_text="优化公交线路").get_by_label("文字").uncheck()
    page.click("button:has-text('采纳勾选的')")
    expect(page.locator(".note[role=status]")).to_contain_text("更正了 1 项")
    assert list(plan.tasks.values_list("text", flat=True))[::2] == ["新增护理型床位260张。", "优化公交线路8条。"]


def test_a_city_hands_down_and_the_county_finds_it_without_scripts(
    chromium: Browser, live_server: LiveServer, alice: Actor, projects: Plan
) -> None:
    open_county(projects.government, "东屿区", "dora")
    with chromium.new_context(base_url=live_server.url, java_script_enabled=False) as context:
        page = context.new_page()
        sign_in(page, alice)
        page.goto(f"/tasks/{projects.tasks.get(name='老有所养').pk}/")
        page.click("a:has-text('下达到区县台账')")
        page.click("button:has-text('下达给 1 处')")
        expect(page.locator(".note[role=status]")).to_contain_text("已下达给 东屿区人民政府")
        page.goto("/handed/")
        page.click("a:has-text('东屿区人民政府')")
        expect(page.locator("h1")).to_have_text("云泽市人民政府2026年下达东屿区人民政府的任务")


def test_a_city_hands_on_what_it_was_handed_and_the_province_sees_the_sum(
    page: Page, alice: Actor, projects: Plan
) -> None:
    open_county(projects.government, "东屿区", "dora")
    received = hand_to_city(projects.government)
    province = Task.objects.get(pk=received.origin_id or 0)
    sign_in(page, alice)
    page.goto(f"/tasks/{received.pk}/")
    page.click("a:has-text('把任务数分到各地')")
    page.get_by_label("东屿区").fill("200")
    page.get_by_label("分配的依据").fill("市政府常务会议")
    page.click("button:has-text('保存分配')")
    expect(page.get_by_role("alert")).to_contain_text("各地合计 200，和任务数 360 不一样")
    page.get_by_label("南漪县").fill("160")
    page.click("button:has-text('保存分配')")
    page.click("a:has-text('下达到区县台账')")
    page.click("button:has-text('下达给 1 处')")
    expect(page.locator(".note[role=status]")).to_contain_text("已下达给 东屿区人民政府")
    report_of(Task.objects.get(origin=received), "已新增护理型床位112张。")
    enter(page, hire_in(province.government, Role.SUPERVISOR, "paula"))
    page.goto(f"/tasks/{province.pk}/")
    expect(page.locator(".flows tbody tr").first).to_contain_text("下级 1 处合计")
