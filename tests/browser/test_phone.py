"""What only a phone shows: the frame, and boxes beside buttons, in usual and in large type."""

import pytest
from playwright.sync_api import Page

from luoshi.records.people.actor import Actor
from luoshi.records.people.models import Account
from luoshi.records.register.models import Government, Plan
from tests.browser.conftest import sign_in


@pytest.fixture(params=[False, True], ids=["usual", "large"])
def phone(request: pytest.FixtureRequest, page: Page, alice: Actor, plan: Plan) -> Page:
    Account.objects.filter(username=alice.name).update(prefers_large=request.param)
    Government.objects.update(name="云泽市人民政府及开发区")
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in(page, alice)
    return page


def test_a_box_is_as_high_as_the_button_beside_it(phone: Page) -> None:
    phone.goto("/units/")
    boxes = [phone.locator(f"main .seek > {name}").bounding_box() for name in (".sf", ".btn")]
    assert len({round(box["height"]) for box in boxes if box}) == 1


def test_the_button_of_a_file_is_as_high_as_its_box(phone: Page) -> None:
    phone.goto("/imports/")
    room = "node => node.clientHeight - parseFloat(getComputedStyle(node).paddingTop) * 2"
    line = "node => parseFloat(getComputedStyle(node).lineHeight)"
    file = phone.locator("input[type=file]")
    assert file.evaluate(room) - file.evaluate(line) < 2


def test_the_office_is_named_in_full(phone: Page) -> None:
    name = phone.locator(".brand span").last
    assert name.inner_text() == "云泽市人民政府及开发区"
    assert name.evaluate("node => node.scrollWidth <= node.clientWidth && node.scrollHeight <= node.clientHeight + 1")


def test_nothing_empty_takes_room_above(phone: Page) -> None:
    shown = [box for box in (each.bounding_box() for each in phone.locator(".tools > *").all()) if box]
    assert all(box["width"] >= 24 for box in shown)
