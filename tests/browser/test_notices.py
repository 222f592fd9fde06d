"""A notice's way in the browser: from the task to the unit, over its approver, and back."""

from playwright.sync_api import Page, expect

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Role
from luoshi.records.reporting.models import Round
from luoshi.records.supervision.models import Notice
from tests.browser.conftest import enter
from tests.records.conftest import Hire


def press(page: Page, words: str) -> None:
    page.click(f"main button:has-text('{words}')")
    page.wait_for_load_state()


def test_a_notice_goes_to_the_unit_over_its_approver_and_is_closed(
    page: Page, alice: Actor, bob: Actor, hire: Hire, taken: Round
) -> None:
    carol = hire(Role.UNIT_APPROVER, "carol", "教育局")
    page.goto("/accounts/login/")
    enter(page, alice)
    page.goto(f"/tasks/{taken.plan.tasks.get(number=1).pk}/")
    page.click("a:has-text('发督查单')")
    press(page, "发督查单")
    expect(page.locator(".note[role=status]")).to_contain_text("发给教育局了")
    enter(page, bob)
    page.goto("/tasks/")
    expect(page.locator(".nav1 .pip")).to_contain_text("1")
    page.click(".nav1 a:has-text('督查单')")
    page.click("tbody th a")
    press(page, "签收")
    page.fill("textarea[name=text]", "因征地晚了，已加班，12月10日前完成。")
    press(page, "提交签发")
    enter(page, carol)
    page.goto("/notices/?show=waiting")
    page.click("tbody th a")
    press(page, "签发，报督查室")
    enter(page, alice)
    page.goto("/notices/?show=waiting")
    page.click("tbody th a")
    page.fill("textarea[name=reason]", "同意办结。")
    press(page, "办结")
    expect(page.locator(".head .v")).to_have_text("已办结")
    assert Notice.objects.get().state == "closed"
