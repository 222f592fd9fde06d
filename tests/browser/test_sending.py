"""What takes a while tells that it works, and is sent once."""

from typing import Final

from playwright.sync_api import Page, Route, expect

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Plan
from luoshi.records.supervision.models import Notice
from tests.browser.conftest import sign_in

BUTTON: Final = "main button[type=submit]"
# While a page is being left nobody can look at it from outside: it notes for the next one what it told, and presses the
# button once more
WATCH: Final = """
  button => {
    const status = document.querySelector("main [role=status].vh"), seen = [];
    const note = () => {
      seen.push([button.textContent.trim(), button.getAttribute("aria-disabled"), status.textContent]);
      sessionStorage.setItem("seen", JSON.stringify(seen));
    };
    new MutationObserver(note).observe(button, { childList: true, attributes: true });
    setTimeout(() => button.click(), 1000);
  }
"""


def test_a_button_that_was_pressed_tells_that_it_works_and_is_sent_once(page: Page, alice: Actor, plan: Plan) -> None:
    """The answer is held back, as a slow one would be."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    sign_in(page, alice)
    page.goto(f"/tasks/together/notices/?plan={plan.pk}")
    page.locator(BUTTON).evaluate(WATCH)
    page.route("**/together/notices/**", hold)
    page.locator(BUTTON).click(no_wait_after=True)
    page.wait_for_timeout(3_000)
    (sent,) = held
    sent.continue_()
    expect(page.locator(".note-good")).to_contain_text("发了 3 张督查单")
    seen = page.evaluate("JSON.parse(sessionStorage.getItem('seen'))")
    assert seen[0] == ["发 3 张督查单", "true", ""]
    told = "正在办，请等一等，不用再点。"
    assert ["正在办…", "true", told] in seen
    assert ["正在办… 2 秒", "true", told] in seen
    assert Notice.objects.count() == 3


def test_a_page_that_one_comes_back_to_can_be_sent(page: Page, alice: Actor, plan: Plan) -> None:
    sign_in(page, alice)
    page.goto(f"/tasks/together/notices/?plan={plan.pk}")
    page.fill("[name=answer_by]", "2020-01-01")
    page.locator(BUTTON).click()
    expect(page.locator("[role=alert]").first).to_be_visible()
    page.go_back()
    expect(page.locator(BUTTON)).to_have_text("发 3 张督查单")
    expect(page.locator(BUTTON)).not_to_have_attribute("aria-disabled", "true")
