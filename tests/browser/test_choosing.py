"""Units are chosen from one list, by keyboard, by mouse, by finger, and while Chinese is being written."""

import re
from typing import Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from luoshi.records.people.actor import Actor, operator
from luoshi.records.register.actions.governments import add_name, open_unit
from luoshi.records.register.models import Government, Plan, Task, Unit
from luoshi.records.register.models.time import CURRENT
from tests.browser.conftest import choices, sign_in
from tests.browser.test_journeys import enter_at_start
from tests.browser.test_pages import HEIGHT, LARGE, LAYOUT, NARROW, shut_out

MARKS: Final = "option => [...option.querySelectorAll('mark')].map(mark => mark.textContent).join('…')"


@pytest.fixture
def task(plan: Plan) -> Task:
    """Its first unit is 教育局, which was called something else once."""
    add_name(actor=operator(), unit=Unit.objects.get(name="教育局"), name="市教育体育委员会", sort="former")
    return plan.tasks.get(number=1)


@pytest.fixture
def field(page: Page, alice: Actor, task: Task) -> Locator:
    """The first field for a unit, on the page on which units of a task are corrected."""
    enter_at_start(page, alice)
    page.goto(f"/tasks/{task.pk}/units/")
    return page.get_by_role("combobox", name="第 1 个单位")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def current(task: Task) -> list[str]:
    return list(task.units.filter(CURRENT).order_by("order").values_list("unit__name", flat=True))


def test_by_keyboard_alone_a_unit_is_chosen_and_saved(page: Page, field: Locator, task: Task) -> None:
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("j")
    expect(choices(page)).to_have_text(["建设局", "教育局", "财政局", "各镇街 单位组", "商务局"])
    expect(field).to_have_attribute("aria-expanded", "true")
    for key, name in (("ArrowDown", "建设局"), ("End", "商务局"), ("ArrowUp", "各镇街 单位组"), ("Home", "建设局")):
        page.keyboard.press(key)
        (active,) = page.locator("[aria-selected=true]").all()
        expect(active).to_have_text(name)
        expect(field).to_have_attribute("aria-activedescendant", str(active.get_attribute("id")))
    page.keyboard.press("Enter")
    expect(field).to_have_value("建设局")
    expect(field).to_have_attribute("aria-expanded", "false")
    page.get_by_label("更正的理由").fill("划转")
    page.click("button:has-text('保存更正')")
    expect(page.locator("table.history")).to_contain_text("更正单位")
    assert current(task)[0] == "建设局"


def test_escape_puts_back_what_stood_there(page: Page, field: Locator) -> None:
    field.focus()
    page.keyboard.press("ArrowDown")
    expect(choices(page)).to_have_count(Unit.objects.filter(is_active=True).count())
    page.keyboard.press("Control+a")
    page.keyboard.type("swj")
    expect(choices(page)).to_have_text(["商务局"])
    page.keyboard.press("Escape")
    expect(choices(page)).to_have_count(0)
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_have_value("教育局")
    expect(field).to_be_focused()


def test_every_name_finds_it_and_the_characters_that_fit_are_marked(page: Page, field: Locator) -> None:
    found = {
        "jyj": ("教育局", "教育局"),
        "教育": ("教育局", "教育"),
        "tyw": ("教育局 曾用名 市教育体育委员会", "体育委"),
    }
    for typed, (told, mark) in found.items():
        field.fill(typed)
        expect(choices(page)).to_have_text([told])
        assert choices(page).evaluate(MARKS) == mark
    field.fill("没有的局")
    expect(page.locator(".choices")).to_have_text("没有登记过这个名称。确是新单位，照写就行。")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_keys_that_come_before_the_names_wait_for_them(page: Page, field: Locator) -> None:
    """On a slow line, with quick fingers."""

    def answer_late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/names/", answer_late)
    page.reload()
    field.focus()
    page.keyboard.press("Control+a")
    for key in ("c", "z", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(field).to_have_value("财政局")
    expect(page.locator("h1")).to_contain_text("更正第 1 项的单位")


def test_letters_that_mean_one_unit_become_its_name_when_one_goes_on(
    page: Page, field: Locator, city: Government
) -> None:
    field.fill("jsj")
    expect(choices(page)).to_have_count(1)
    page.keyboard.press("Tab")
    expect(field).to_have_value("建设局")
    expect(field).not_to_be_focused()
    field.fill("新能源局")
    page.keyboard.press("Tab")
    expect(field).to_have_value("新能源局")


def test_nothing_is_done_while_chinese_is_composed(page: Page, field: Locator) -> None:
    """A list of the input method is open then, and keys are its own."""
    field.fill("")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "jiao'yu", "selectionStart": 7, "selectionEnd": 7})
    down = {"type": "keyDown", "key": "ArrowDown", "code": "ArrowDown", "windowsVirtualKeyCode": 229}
    keyboard.send("Input.dispatchKeyEvent", down)
    expect(field).to_have_value("jiao'yu")
    expect(choices(page)).to_have_count(0)
    keyboard.send("Input.insertText", {"text": "教育"})
    expect(choices(page)).to_have_text(["教育局"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field).to_have_value("教育局")


def test_several_units_are_written_into_one_field(page: Page, alice: Actor, task: Task) -> None:
    group = Unit.objects.get(kind=Unit.Kind.GROUP)
    enter_at_start(page, alice)
    page.goto(f"/units/{group.pk}/")
    field = page.get_by_label("再加")
    field.click()
    expect(choices(page)).to_have_count(5)
    choices(page).filter(has_text="教育局").click()
    page.keyboard.type("、jsj")
    expect(choices(page)).to_have_text(["建设局"])
    choices(page).first.click()
    expect(field).to_have_value("教育局、建设局")
    expect(field).to_be_focused()
    page.click("button:has-text('保存成员')")
    expect(page.locator(".ticks label")).to_have_text(["建设局", "教育局"])


def test_the_register_is_held_to_a_unit_that_is_typed(page: Page, alice: Actor, task: Task) -> None:
    enter_at_start(page, alice)
    page.goto("/tasks/")
    field = page.get_by_role("combobox", name="牵头单位")
    expect(field).to_have_value("全部牵头单位")
    field.click()
    expect(choices(page)).to_have_count(4)
    page.keyboard.type("sjyty")
    expect(choices(page)).to_have_text(["教育局 曾用名 市教育体育委员会"])
    page.keyboard.press("Tab")
    expect(page.locator(".ledger tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(rf"[?&]lead={Unit.objects.get(name='教育局').pk}\b"))
    field.fill("没有的")
    page.keyboard.press("Tab")
    expect(field).to_have_value("教育局")
    field.fill("")
    page.keyboard.press("Tab")
    expect(page.locator(".ledger tbody tr")).to_have_count(3)


@pytest.mark.parametrize("is_large", [False, True])
def test_on_a_telephone_the_list_fits_and_shuts_nobody_out(page: Page, field: Locator, *, is_large: bool) -> None:
    page.set_viewport_size({"width": NARROW, "height": HEIGHT})
    page.evaluate(LARGE, is_large)
    field.fill("j")
    page.keyboard.press("ArrowDown")
    expect(choices(page)).to_have_count(5)
    box = page.locator(".choices").bounding_box()
    assert box
    assert (box["x"] >= 0, box["x"] + box["width"] <= NARROW, box["y"] + box["height"] <= HEIGHT) == (True, True, True)
    assert all((each.bounding_box() or box)["height"] >= 44 for each in choices(page).all())
    assert page.evaluate(LAYOUT) == []
    assert list(shut_out(Axe().run(page).response)) == []
    choices(page).filter(has_text="财政局").click()
    expect(field).to_have_value("财政局")


def test_without_scripts_units_are_written_and_chosen_as_ever(
    chromium: Browser, live_server: LiveServer, alice: Actor, task: Task
) -> None:
    context = chromium.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    sign_in(page, alice)
    page.goto(f"/tasks/{task.pk}/units/")
    page.get_by_label("第 1 个单位").fill("jsj")
    page.get_by_label("更正的理由").fill("划转")
    page.click("button:has-text('保存更正')")
    assert current(task)[0] == "建设局"
    page.goto("/tasks/")
    page.get_by_label("牵头单位").select_option("商务局")
    page.click("button:has-text('查询')")
    expect(page.locator(".ledger tbody tr")).to_have_count(1)
    context.close()


def test_a_thousand_units_and_six_hundred_fields_stay_fluent(page: Page, field: Locator, city: Government) -> None:
    """The names come once; a letter more is a matter of milliseconds, however many fields there are."""
    for number in range(1000):
        open_unit(actor=operator(), government=city, name=f"第{number}管理处")
    page.reload()
    page.evaluate(
        """() => { const field = document.querySelector("input[data-units]");
        for (let number = 0; number < 600; number += 1) field.after(field.cloneNode()); }"""
    )
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for number in (0, 300, 600):
        box = page.locator("input[data-units]").nth(number)
        box.fill("glc")
        expect(choices(page)).to_have_count(60)
        expect(page.locator(".choices .hint")).to_contain_text("还有 940 个")
    assert len([address for address in asked if "/names/" in address]) == 1
