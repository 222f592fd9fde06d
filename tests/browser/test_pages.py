"""Every page, wide and on a phone: nothing lies over anything, nothing scrolls sideways, nobody is shut out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import get_resolver
from playwright.sync_api import Page

from luoshi.records.people.actor import Actor
from luoshi.records.people.models import Account
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.reading import receive
from luoshi.records.reporting.models import Round
from tests.browser.conftest import sign_in
from tests.records.conftest import PLAN, Hire
from tests.web.test_access import SUBJECT, patterns, subjects

__all__ = ["subjects"]

Visits = list[tuple[str, Actor | None]]

LAYOUT: Final = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
WIDTHS: Final = (1440, 390)
AXE: Final = {"resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
SUPERVISOR, SYSTEM, SECURITY, AUDIT = Role.SUPERVISOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN

# Address by name → who looks at it
PAGES: Final[dict[str, Role]] = {
    **dict.fromkeys(
        ("tasks", "task", "correct_wording", "correct_units", "settle_flag", "account", "handed"), SUPERVISOR
    ),
    **dict.fromkeys(("hand_down", "compare_import", "relate_import", "unlink_unit"), SUPERVISOR),
    **dict.fromkeys(("imports", "import", "import_lines", "import_line", "accept_alike", "discard_import"), SUPERVISOR),
    **dict.fromkeys(("units", "unit", "open_unit", "close_unit", "reopen_unit", "drop_name"), SUPERVISOR),
    **dict.fromkeys(("posts", "post", "open_post"), SUPERVISOR),
    **dict.fromkeys(("people", "person", "open_account", "close_account", "reopen_account", "reset_password"), SYSTEM),
    **dict.fromkeys(("reset_second_factor", "withdraw_role"), SECURITY),
    **dict.fromkeys(("journal", "verify_journal"), AUDIT),
}
# What is no page of its own: files, buttons, parts, and addresses that lead on
NO_PAGES: Final = {
    *("root", "home", "choose_large", "export_tasks", "save_view", "drop_view", "plan_file", "import_file"),
    *("change_import_line", "issue_import", "complete_units", "export_journal", "revise_plan"),
}
# Pages of the library that signs people in, lists that hold nothing, and what is told when something is wrong
STRANGERS: Final = ("/accounts/login/", "/accounts/inactive/", "/accounts/3rdparty/login/error/", "/nowhere/")
OTHERS: Final = (
    *("/tasks/?words=天狗", "/tasks/?group=leader", "/units/?words=天狗", "/people/", "/nowhere/"),
    *("/accounts/logout/", "/accounts/password/change/", "/accounts/reauthenticate/"),
    *("/accounts/2fa/", "/accounts/2fa/totp/activate/"),
)


def test_every_named_page_is_looked_at() -> None:
    named = {pattern.name for pattern in patterns(get_resolver())}
    assert named == PAGES.keys() | NO_PAGES


@pytest.fixture
def visits(subjects: dict[str, int], taken: Round, alice: Actor, hire: Hire) -> Visits:
    """Each address with who opens it, somebody's pages together."""
    actors = {SUPERVISOR: alice, **{role: hire(role, role.value) for role in (SYSTEM, SECURITY, AUDIT)}}
    known = {pattern.name: f"/{pattern.pattern}" for pattern in patterns(get_resolver())}
    named = [
        (SUBJECT.sub(lambda found: str(subjects[found["name"]]), known[name]), role) for name, role in PAGES.items()
    ]
    corrected = receive("更正.txt", PLAN.replace("6所", "7所").encode())
    document = import_plan(actor=alice, government=taken.plan.government, received=corrected, revises=taken.plan)
    return [
        *((address, None) for address in STRANGERS),
        *((address, actors[role]) for address, role in named),
        (f"/imports/{document.pk}/changes/", alice),
        *((address, alice) for address in OTHERS),
    ]


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_crowded_or_shuts_anybody_out(page: Page, visits: Visits, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/accounts/login/")
    assert list(faults(page, visits, is_read_aloud=True)) == []


def test_no_page_is_crowded_in_large_type_on_a_phone(page: Page, visits: Visits) -> None:
    Account.objects.update(prefers_large=True)
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/accounts/login/")
    assert list(faults(page, visits, is_read_aloud=False)) == []


def faults(page: Page, visits: Visits, *, is_read_aloud: bool) -> Iterator[str]:
    """What is wrong with which page."""
    inside: Actor | None = None
    for address, actor in visits:
        if actor is not inside:
            page.context.clear_cookies()
            inside = actor
            if actor:
                sign_in(page, actor)
        page.goto(address)
        if unquote(page.url).removesuffix(address).count("/") != 2:
            yield f"{address}: leads to {page.url}"
        yield from (f"{address}: {fault}" for fault in page.evaluate(LAYOUT))
        if is_read_aloud:
            yield from (f"{address}: {fault}" for fault in shut_out(page))


def shut_out(page: Page) -> Iterator[str]:
    """What axe finds serious or critical."""
    for each in Axe().run(page, options=AXE).response["violations"]:
        if each["impact"] in {"serious", "critical"}:
            yield f"{each['id']} {each['nodes'][0]['html'][:120]}"
