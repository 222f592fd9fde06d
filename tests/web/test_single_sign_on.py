"""Signing in over an identity server (OpenID Connect), against a real one that runs beside the tests."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from django.test import Client
from pytest_django import Settings

from luoshi.records.journal.models import Entry
from luoshi.records.people.actions import open_account
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.models import Account
from luoshi.records.register.models import Government
from tests.identity import CALLBACK, CLIENT, SECRET
from tests.records.conftest import PASSWORD
from tests.reference import REPOSITORY


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an identity server."""
    command = [sys.executable, "-m", "tests.identity", str(tmp_path_factory.mktemp("identity") / "database")]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout
        yield process.stdout.readline().strip()
        process.kill()


@pytest.fixture(autouse=True)
def offered(settings: Settings, server: str) -> None:
    """What LUOSHI_OIDC_SERVER and its sisters set."""
    app = {"provider_id": "oidc", "name": "统一身份认证", "client_id": CLIENT, "secret": SECRET}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [{**app, "settings": {"server_url": server}}]}}


def come_as(name: str, server: str) -> tuple[Client, Any]:
    """A browser that goes over the identity server, where somebody of that name is signed in; and its last answer."""
    browser = Client()
    there = browser.post("/accounts/oidc/oidc/login/").headers["Location"]
    assert there.startswith(server)
    with requests.Session() as session:
        session.get(f"{server}/enter/{name}/", timeout=10)
        back = session.get(there, allow_redirects=False, timeout=10).headers["Location"]
    assert back.startswith(CALLBACK)
    return browser, browser.get(back.removeprefix("http://testserver"))


def acts() -> list[str]:
    told = Entry.objects.filter(subject="account").exclude(action__in=("open_account", "grant_role"))
    return list(told.order_by("number").values_list("action", flat=True))


def test_the_sign_in_page_offers_it(city: Government) -> None:
    assert "用统一身份认证登录" in Client().get("/accounts/login/").content.decode()


def test_an_account_of_the_same_name_is_tied_once(server: str, alice: Actor) -> None:
    for told in (["tie_identity", "sign_in"], ["tie_identity", "sign_in", "sign_in"]):
        browser, answer = come_as("alice", server)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/")
        assert browser.get("/account/").status_code == 200
        assert acts() == told


def test_whoever_comes_so_has_no_use_for_a_first_password(server: str, city: Government) -> None:
    open_account(actor=operator(), government=city, username="nora", name="诺拉", password=PASSWORD)
    browser, _ = come_as("Nora", server)
    assert browser.get("/account/").status_code == 200


@pytest.mark.parametrize("name", ["mallory", "alice"])
def test_nobody_without_an_account_in_use_comes_in(server: str, alice: Actor, name: str) -> None:
    Account.objects.filter(username="alice").update(is_active=False)
    browser, answer = come_as(name, server)
    assert answer.status_code == 403
    assert "这里还没有您的账号" in answer.content.decode()
    assert browser.get("/account/").status_code == 302
    assert acts() == ["sign_in_failed"]
    assert Account.objects.count() == 1


def test_a_closed_account_that_was_tied_stays_out(server: str, alice: Actor) -> None:
    come_as("alice", server)
    Account.objects.filter(username="alice").update(is_active=False)
    browser, answer = come_as("alice", server)
    assert answer.headers["Location"] == "/accounts/inactive/"
    assert browser.get("/account/").status_code == 302


def test_an_identity_server_that_does_not_answer_is_told(settings: Settings, alice: Actor) -> None:
    app = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]
    app["settings"] = {"server_url": "http://127.0.0.1:9"}
    answer = Client().post("/accounts/oidc/oidc/login/")
    assert answer.status_code == 503
    assert "没有登录成功" in answer.content.decode()
