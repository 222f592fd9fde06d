"""A browser on the machine's own Chromium, and a server of the pages with the demo's people."""

import os
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db.backends.base.operations import BaseDatabaseOperations
from playwright._impl._api_structures import SetCookieParam
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from luoshi.records.people.actor import Actor
from tests.records.conftest import PASSWORD, alice, bob, city, draft, hire, plan, quick_passwords, taken
from tests.web.conftest import browser_of

__all__ = ["alice", "bob", "city", "draft", "hire", "plan", "quick_passwords", "taken"]

CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ABSENCE: Final = "no Chromium on this machine"

# The browser's own loop runs in this thread; Django would take every query in it for one of an async view
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skips journeys where there is no browser."""
    if CHROMIUM is None:
        for item in items:
            if "tests/browser" in str(item.path):
                item.add_marker(pytest.mark.skip(reason=ABSENCE))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session", autouse=True)
def tables_that_can_be_emptied() -> Iterator[None]:
    """After each journey the tables are emptied, which the journal's guard would refuse: it steps aside meanwhile."""
    guard = import_module("luoshi.records.journal.migrations.0002_append_only")
    empty = BaseDatabaseOperations.execute_sql_flush

    def empty_unguarded(operations: BaseDatabaseOperations, statements: list[str]) -> None:
        with operations.connection.schema_editor() as editor:
            guard.reopen(None, editor)
        empty(operations, statements)
        with operations.connection.schema_editor() as editor:
            guard.close(None, editor)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(BaseDatabaseOperations, "execute_sql_flush", empty_unguarded)
        yield


@pytest.fixture(autouse=True)
def plain_files(settings: Settings) -> None:
    """Styles and scripts under their own names, so that nothing need be collected."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def page(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page of a fresh browser; the test fails when a script or the content policy complains."""
    context = chromium.new_context(locale="zh-CN", base_url=live_server.url, viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        # A page that tells what went wrong comes with a status that the console notes
        is_told = message.location.get("url") == opened.url and "Failed to load resource" in message.text
        if message.type == "error" and not is_told:
            complaints.append(message.text)

    opened.on("console", hear)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def sign_in(page: Page, actor: Actor) -> None:
    """Through the sign-in page, as anybody does."""
    page.goto("/accounts/login/")
    page.fill("#id_login", actor.name)
    page.fill("#id_password", PASSWORD)
    page.click("button:has-text('登录')")
    page.wait_for_load_state()


def enter(page: Page, actor: Actor | None) -> None:
    """Signed in already, as somebody, or as nobody any more."""
    page.context.clear_cookies()
    if actor is None:
        return
    session = browser_of(actor).cookies[settings.SESSION_COOKIE_NAME].value
    host = urlsplit(page.url).hostname or ""
    cookie = SetCookieParam(name=settings.SESSION_COOKIE_NAME, value=session, domain=host, path="/")
    page.context.add_cookies([cookie])


def upload(page: Page, file: Path) -> None:
    """On the page for imports: a file is chosen and sent."""
    page.goto("/imports/")
    page.set_input_files("input[type=file]", file)
    page.click("button:has-text('读出来核对')")
    page.wait_for_load_state()


def choices(page: Page) -> Locator:
    """The units that can be chosen now."""
    return page.get_by_role("listbox", name="单位").get_by_role("option")
