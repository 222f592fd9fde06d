"""What people do in the browser, from the first click to the last."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Plan, Task
from tests.browser.conftest import sign_in
from tests.records.conftest import PLAN

PAGES = ("/tasks/", "/imports/", "/units/")
WIDTHS = (1440, 390)


def test_a_clerk_imports_looks_through_and_issues(page: Page, alice: Actor, tmp_path: Path) -> None:
    file = tmp_path / "分解.txt"
    file.write_text(PLAN, encoding="utf-8")
    sign_in(page, alice)
    page.click("nav a:has-text('文件导入')")
    page.set_input_files("input[type=file]", file)
    page.click("button:has-text('读出来核对')")
    expect(page.locator("h1")).to_contain_text("核对导入")
    page.fill("textarea[name=text]", "新建公办幼儿园8所，新增学位1800个。")
    page.click("button:has-text('确认此项')")
    page.click("button:has-text('入册 3 项')")
    expect(page.locator(".note[role=status]")).to_contain_text("入册了，共 3 项")
    assert Task.objects.filter(text="新建公办幼儿园8所，新增学位1800个。").exists()


def test_two_characters_find_a_task(page: Page, alice: Actor, plan: Plan) -> None:
    sign_in(page, alice)
    page.goto("/tasks/")
    page.keyboard.press("/")
    page.keyboard.type("管网")
    expect(page.get_by_text("新建公办幼儿园6所")).to_have_count(0)
    expect(page.get_by_role("link", name="改造城区雨污管网40公里以上。")).to_be_visible()


def test_a_liaison_sees_own_tasks_only(page: Page, bob: Actor, plan: Plan) -> None:
    sign_in(page, bob)
    page.goto("/tasks/")
    expect(page.get_by_text("新建公办幼儿园6所")).to_be_visible()
    expect(page.get_by_text("改造城区雨污管网")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways_or_shuts_anybody_out(page: Page, alice: Actor, plan: Plan, width: int) -> None:
    sign_in(page, alice)
    page.set_viewport_size({"width": width, "height": 900})
    task = plan.tasks.order_by("order")[0]
    for address in (*PAGES, f"/tasks/{task.pk}/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        found = Axe().run(page).response["violations"]
        grave = [
            f"{each['id']} {each['nodes'][0]['html'][:120]}"
            for each in found
            if each["impact"] in {"serious", "critical"}
        ]
        assert grave == [], address
