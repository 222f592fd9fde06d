"""Signing in over an identity server (OpenID Connect), against a real one that runs beside the tests."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from django.test import Client
from pytest_django import Settings

from luoshi.records.journal.models import Entry
from luoshi.records.people.actions import open_account
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.models import Account
from luoshi.records.register.models import Government
from luoshi.web.single_sign_on import reason_of
from tests.identity import BACK, identity_server, providers
from tests.records.conftest import PASSWORD

LUOSHI = "http://testserver"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an identity server."""
    with identity_server(tmp_path_factory.mktemp("identity"), LUOSHI) as address:
        yield address


@pytest.fixture(autouse=True)
def offered(settings: Settings, server: str) -> None:
    settings.SOCIALACCOUNT_PROVIDERS = providers(server)


def come_as(name: str, server: str) -> tuple[Client, Any]:
    """A browser that goes over the identity server, where somebody of that name is signed in; and its last answer."""
    browser = Client()
    there = browser.post("/accounts/oidc/oidc/login/").headers["Refresh"].removeprefix("0; url=")
    assert there.startswith(server)
    with requests.Session() as session:
        session.get(f"{server}/enter/{name}/", timeout=10)
        back = session.get(there, allow_redirects=False, timeout=10).headers["Location"]
    assert back.startswith(f"{LUOSHI}{BACK}")
    return browser, browser.get(back.removeprefix(LUOSHI))


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
    assert f"“{name}”" in answer.content.decode()
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
    assert "那边没有回应" in answer.content.decode()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [({"secret": "another"}, "客户端编号或者密钥不对"), ({"client_id": "another"}, "客户端编号或者密钥不对")],
)
def test_a_client_that_is_not_known_there_is_told(
    settings: Settings, server: str, alice: Actor, wrong: dict[str, str], told: str
) -> None:
    browser = Client()
    there = browser.post("/accounts/oidc/oidc/login/").headers["Refresh"].removeprefix("0; url=")
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0].update(wrong)
    with requests.Session() as session:
        session.get(f"{server}/enter/alice/", timeout=10)
        back = session.get(there, allow_redirects=False, timeout=10).headers["Location"]
    answer = browser.get(back.removeprefix(LUOSHI))
    assert (answer.status_code, told in answer.content.decode()) == (401, True)
    assert acts() == []


def test_a_server_that_goes_down_meanwhile_is_told_and_a_way_back_without_a_beginning(
    settings: Settings, city: Government
) -> None:
    assert "隔得太久" in Client().get(f"{BACK}?code=1&state=2").content.decode()
    browser = Client()
    there = browser.post("/accounts/oidc/oidc/login/").headers["Refresh"]
    state = parse_qs(urlsplit(there).query)["state"][0]
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"] = {"server_url": "http://127.0.0.1:9"}
    answer = browser.get(f"{BACK}?code=1&state={state}")
    assert (answer.status_code, "那边没有回应" in answer.content.decode()) == (503, True)


@pytest.mark.parametrize(
    ("error", "cause", "told"),
    [
        (OAuth2Error("Invalid id_token"), jwt.ExpiredSignatureError(), "时钟差得太多"),
        (OAuth2Error("Invalid id_token"), jwt.InvalidIssuerError(), "不是给这个台账的"),
        (OAuth2Error("Invalid id_token"), jwt.DecodeError(), "没有办成"),
        (requests.JSONDecodeError("no", "<html>", 0), None, "那里没有统一身份认证"),
        (KeyError("token_endpoint"), None, "那里没有统一身份认证"),
        (requests.Timeout(), None, "没有回应"),
    ],
)
def test_whatever_goes_wrong_has_its_sentence(error: Exception, cause: Exception | None, told: str) -> None:
    error.__cause__ = cause
    assert told in reason_of(error)


def test_whoever_signs_out_is_told_that_the_other_door_stays_open(server: str, alice: Actor) -> None:
    browser, _ = come_as("alice", server)
    answer = browser.post("/accounts/logout/", follow=True)
    assert "请到那边也退出" in answer.content.decode()
    assert acts() == ["tie_identity", "sign_in", "sign_out"]
