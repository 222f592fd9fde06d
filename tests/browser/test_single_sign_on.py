"""Signing in over an identity server at another address than the register's, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor
from tests.identity import identity_server, providers


@pytest.fixture
def server(settings: Settings, live_server: LiveServer, tmp_path: Path) -> Iterator[str]:
    with identity_server(tmp_path, live_server.url) as address:
        settings.SOCIALACCOUNT_PROVIDERS = providers(address)
        yield address


def test_one_comes_over_the_identity_server_and_goes_again(page: Page, server: str, alice: Actor) -> None:
    """The content policy lets a form lead nowhere but to the register itself."""
    page.goto("/accounts/login/")
    page.request.get(f"{server}/enter/{alice.name}/")
    page.click("button:has-text('用统一身份认证登录')")
    expect(page.get_by_role("link", name=f"{alice.name}的账号").first).to_be_visible()
    page.get_by_role("button", name="退出").click()
    expect(page.get_by_role("status").filter(has_text="统一身份认证那边还登录着")).to_be_visible()
    told = Entry.objects.filter(action__in=("tie_identity", "sign_in", "sign_out")).order_by("number")
    assert list(told.values_list("action", flat=True)) == ["tie_identity", "sign_in", "sign_out"]


def test_whoever_has_no_account_reads_under_which_name_to_ask_for_one(page: Page, server: str, alice: Actor) -> None:
    page.goto("/accounts/login/")
    page.request.get(f"{server}/enter/mallory/")
    page.click("button:has-text('用统一身份认证登录')")
    expect(page.locator("h1")).to_have_text("这里还没有您的账号")
    expect(page.locator("main")).to_contain_text("登录名就写“mallory”")
