"""The day's work with keys alone: wherever one stands can be seen, and nothing needs a mouse."""

from datetime import date

from playwright.sync_api import Page, expect

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan
from luoshi.records.register.models.time import CURRENT
from luoshi.records.reporting.actions import open_round
from luoshi.records.reporting.models import Report
from tests.browser.conftest import enter
from tests.browser.test_journeys import enter_at_start
from tests.records.conftest import PASSWORD, Hire

MOST = 120
# What has the focus: its name, and whether a ring shows it
HERE = """() => {
  const element = document.activeElement, { outlineStyle, boxShadow } = getComputedStyle(element);
  const label = element.labels && element.labels[0] ? element.labels[0].textContent : element.textContent;
  return [(element.getAttribute("aria-label") || label).trim(), outlineStyle !== "none" || boxShadow !== "none"];
}"""


def go_to(page: Page, name: str, key: str = "Tab") -> None:
    """On to what is called so, by one key, seen at every stop."""
    for _ in range(MOST):
        page.keyboard.press(key)
        here, is_seen = page.evaluate(HERE)
        assert is_seen, f"“{here}” shows no ring"
        if name in here:
            return
    raise AssertionError(f"“{name}” was not come to")


def press(page: Page, name: str) -> None:
    """Go to a link or a button, and press it."""
    go_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_one_signs_in_finds_a_task_and_corrects_its_unit(page: Page, alice: Actor, plan: Plan) -> None:
    page.goto("/accounts/login/")
    page.keyboard.type(alice.name)
    go_to(page, "密码")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tasks/")
    page.keyboard.press("/")
    page.keyboard.type("管网")
    expect(page.get_by_text("新建公办幼儿园6所")).to_have_count(0)
    press(page, "改造城区雨污管网")
    press(page, "更正单位")
    go_to(page, "第 1 个单位")
    page.keyboard.type("cz")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_value("财政局")
    go_to(page, "更正的理由")
    page.keyboard.type("职责划转")
    press(page, "保存更正")
    expect(page.locator("table.history")).to_contain_text("职责划转")
    units = plan.tasks.get(number=2).units.filter(CURRENT)
    assert "财政局" in units.values_list("unit__name", flat=True)


def test_a_report_is_written_signed_and_approved(page: Page, alice: Actor, bob: Actor, hire: Hire, plan: Plan) -> None:
    carol = hire(Role.UNIT_APPROVER, "carol", "教育局")
    open_round(actor=alice, plan=plan, period="Q3", cutoff=date(2026, 9, 30), due=None)
    enter_at_start(page, bob)
    page.goto("/tasks/")
    press(page, "新建公办幼儿园6所")
    press(page, "填报进展")
    go_to(page, "进展情况")
    page.keyboard.type("累计新建公办幼儿园6所，新增学位1800个。")
    press(page, "提交签发")
    enter(page, carol)
    page.goto("/")
    press(page, "看过签发")
    press(page, "签发，报督查室")
    enter(page, alice)
    page.goto("/tasks/?reported=submitted")
    press(page, "新建公办幼儿园6所")
    press(page, "审核：通过或退回")
    press(page, "通过")
    assert Report.objects.get().state == "accepted"


def test_what_stands_on_every_page_can_be_passed_over(page: Page, alice: Actor, plan: Plan) -> None:
    enter_at_start(page, alice)
    page.goto("/tasks/")
    go_to(page, "跳到正文")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main :focus")).to_have_count(1)
    go_to(page, "落实", "Shift+Tab")
    expect(page.locator("header :focus")).to_have_count(1)
