"""Signing in and out, locked doors, first passwords, one-time codes; and what the journal tells of it."""

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from axes.models import AccessAttempt
from django.conf import settings as site
from django.contrib.sessions.models import Session
from django.test import Client, RequestFactory
from django.utils import timezone
from pytest_django import Settings

from luoshi.records.journal.models import Entry
from luoshi.records.people.actions import open_account
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.models import Account
from luoshi.records.people.passwords import first_password
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.models import Government, Plan
from luoshi.web.access import address_of
from tests.records.conftest import PASSWORD
from tests.web.conftest import SignIn, browser_of
from tests.web.reading import values

LOGIN = "/accounts/login/"
# <code class="secret">JBSW Y3DP EHPK 3PXP</code>
SECRET = re.compile(r'class="secret">(?P<secret>[A-Z2-7 ]+)<')
CODE = re.compile(r"<li><code>(?P<code>[0-9]+)</code></li>")


def sign_in_as(browser: Client, name: str, password: str = PASSWORD) -> Any:
    return browser.post(LOGIN, {"login": name, "password": password})


def text_of(response: Any) -> str:
    text: str = response.content.decode()
    return text


def acts() -> list[tuple[str, str]]:
    """What the journal tells of visits, in order: the action, and whose name stands there."""
    told = Entry.objects.filter(subject="account").exclude(action__in=("open_account", "grant_role"))
    return list(told.order_by("number").values_list("action", "actor_name"))


def now(secret: str) -> str:
    """What the telephone shows."""
    shown: str = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    return shown


@pytest.fixture
def browser() -> Client:
    return Client()


# ── Passwords ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_one_signs_in_and_out_and_the_journal_tells(browser: Client, alice: Actor) -> None:
    assert sign_in_as(browser, "ALICE").status_code == 302
    assert browser.get("/account/").status_code == 200
    browser.post("/accounts/logout/")
    assert browser.get("/account/").status_code == 302
    assert acts() == [("sign_in", "alice"), ("sign_out", "alice")]
    assert {entry.address for entry in Entry.objects.filter(action="sign_in")} == {"127.0.0.1"}


def test_a_wrong_password_says_how_often_one_may_still_try(browser: Client, alice: Actor) -> None:
    for left in (4, 3, 2, 1):
        assert f"账号或密码不对，还可以试 {left} 次。" in text_of(sign_in_as(browser, "alice", "wrong"))
    assert sign_in_as(browser, "alice").status_code == 302
    assert not AccessAttempt.objects.exists()


def test_the_fifth_wrong_password_closes_the_door_until_a_time_that_is_told(browser: Client, alice: Actor) -> None:
    names = ["alice", "Alice", "ALICE", "alice", "aLICE"]
    last = [sign_in_as(browser, name, "wrong") for name in names][-1]
    until = timezone.localtime(timezone.now() + timedelta(minutes=30))
    assert last.status_code == 429
    assert f"{until:%H:%M}".removeprefix("0") in text_of(last)
    assert 1700 < int(last.headers["Retry-After"]) <= 1800
    assert sign_in_as(browser, "alice").status_code == 429
    assert sorted(acts()) == [("lock_out", "未登录")] + [("sign_in_failed", "未登录")] * 5
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=31))
    Client().get(LOGIN)
    assert sign_in_as(browser, "alice").status_code in {200, 302}


def test_a_name_that_nobody_has_is_not_kept(browser: Client, city: Government) -> None:
    assert "还可以试 4 次" in text_of(sign_in_as(browser, "s3cret-in-the-wrong-field", "x"))
    entry = Entry.objects.get(action="sign_in_failed")
    assert (entry.subject_id, entry.government, entry.before, entry.after) == (None, None, {}, {})


def test_the_sign_in_page_names_the_government_that_is_alone_here(browser: Client, city: Government) -> None:
    assert "云泽市人民政府" in text_of(browser.get(LOGIN))
    open_government(actor=operator(), name="越川省人民政府", level="province")
    assert "云泽市人民政府" not in text_of(browser.get(LOGIN))


def test_after_a_wrong_password_one_types_it_again(browser: Client, alice: Actor) -> None:
    assert values(browser.get(LOGIN), "[autofocus]", "name") == ["login"]
    assert values(sign_in_as(browser, "alice", "wrong"), "[autofocus]", "name") == ["password"]


def test_a_name_typed_in_full_width_is_the_same_name(browser: Client, alice: Actor) -> None:
    sign_in_as(browser, "ＡＬＩＣＥ ")
    assert browser.get("/account/").status_code == 200


def test_a_closed_account_is_told_so(browser: Client, alice: Actor) -> None:
    Account.objects.filter(username="alice").update(is_active=False)
    response = browser.post(LOGIN, {"login": "alice", "password": PASSWORD}, follow=True)
    assert "这个账号已停用" in text_of(response)


def test_passwords_are_kept_as_argon2() -> None:
    from luoshi.site import settings

    assert settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


@pytest.fixture
def newcomer(city: Government) -> Client:
    """Somebody who signs in with the first password."""
    open_account(actor=operator(), government=city, username="nora", name="诺拉", password=PASSWORD)
    return browser_of(Actor(None, "nora", "", frozenset()))


def change(browser: Client, old: str, new: str) -> Any:
    fields = {"oldpassword": old, "password1": new, "password2": new}
    return browser.post("/accounts/password/change/", fields, follow=True)


def test_the_first_password_is_changed_before_anything_else(newcomer: Client) -> None:
    for address in ("/", "/account/", "/tasks/"):
        last = newcomer.get(address, follow=True).redirect_chain[-1]
        assert last == ("/accounts/password/change/", 302)
    assert "先改密码" in text_of(newcomer.get("/accounts/password/change/"))
    change(newcomer, PASSWORD, first_password())
    assert newcomer.get("/account/").status_code == 200
    assert not Account.objects.get(username="nora").must_change_password
    assert acts() == [("sign_in", "诺拉"), ("change_password", "诺拉")]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (PASSWORD, PASSWORD, "新密码不能和现在的一样"),
        ("wrong", "another-Pass-phrase", "现在的密码不对"),
        (PASSWORD, "short", "太短了，至少要 10 位。"),
    ],
    ids=["the same", "wrong old", "too short"],
)
def test_a_password_that_cannot_be_taken_is_told_beside_its_field(
    newcomer: Client, old: str, new: str, told: str
) -> None:
    assert told in text_of(change(newcomer, old, new))
    assert Account.objects.get(username="nora").must_change_password


# ── Sessions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_half_an_hour_without_a_click_signs_out(browser: Client, alice: Actor) -> None:
    sign_in_as(browser, "alice")
    browser.get("/account/")
    expires = Session.objects.get().expire_date
    assert timedelta(minutes=29) < expires - timezone.now() <= timedelta(minutes=30)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    response = browser.get("/account/", follow=True)
    assert response.redirect_chain == [(f"{LOGIN}?next=/account/", 302)]
    assert "超过 30 分钟没有操作" in text_of(response)


def test_what_was_written_meanwhile_is_shown_and_not_lost(browser: Client, alice: Actor, plan: Plan) -> None:
    sign_in_as(browser, "alice")
    page = f"/tasks/{plan.tasks.all()[0].pk}/wording/"
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    sent = {"text": "新建公办幼儿园8所。", "reason": "会议纪要", "press": "save"}
    response = browser.post(page, sent, headers={"Referer": f"http://testserver{page}"})
    assert response.status_code == 403
    told = text_of(response)
    assert all(each in told for each in ("刚才的没有保存", "新建公办幼儿园8所。", "会议纪要", f"{LOGIN}?next={page}"))


def test_a_button_that_nobody_may_press_any_more_leads_back_to_its_page(browser: Client, alice: Actor) -> None:
    sign_in_as(browser, "alice")
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    response = browser.post("/units/1/close/", headers={"Referer": "http://testserver/units/1/"})
    assert response.headers["Location"] == f"{LOGIN}?next=/units/1/"
    away = browser.post("/units/1/close/", headers={"Referer": "http://elsewhere.example/units/1/"})
    assert away.headers["Location"] == f"{LOGIN}?next=/"


def test_a_session_that_is_used_goes_on(browser: Client, alice: Actor) -> None:
    sign_in_as(browser, "alice")
    session = browser.session
    session["touched"] = int(time.time()) - 61
    session.save()
    Session.objects.update(expire_date=timezone.now() + timedelta(minutes=1))
    browser.get("/account/")
    assert Session.objects.get().expire_date > timezone.now() + timedelta(minutes=29)


def test_a_part_of_a_page_is_not_filled_with_the_sign_in_page(browser: Client) -> None:
    response = browser.get("/tasks/", headers={"HX-Request": "true"})
    assert (response.status_code, response.headers["HX-Redirect"]) == (200, f"{LOGIN}?next=/tasks/")


@pytest.mark.parametrize(
    ("proxies", "passed", "address"),
    [
        (0, "203.0.113.9", "10.0.0.5"),
        (1, "203.0.113.9, 192.0.2.7", "192.0.2.7"),
        (2, "203.0.113.9, 192.0.2.7", "203.0.113.9"),
        (2, "192.0.2.7", "10.0.0.5"),
        (1, "", "10.0.0.5"),
    ],
)
def test_only_own_proxies_are_believed(settings: Settings, proxies: int, passed: str, address: str) -> None:
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": passed}, REMOTE_ADDR="10.0.0.5")
    assert address_of(request) == address


def test_large_type_is_chosen_before_signing_in_too(browser: Client, alice: Actor) -> None:
    for is_large in (True, False):
        browser.post("/preferences/large/")
        assert ('class="is-large"' in text_of(browser.get(LOGIN))) is is_large


# ── One-time codes ───────────────────────────────────────────────────────────────────────────────────────────────────


def set_up(browser: Client) -> tuple[str, list[str]]:
    """Sets up a telephone; its secret and the recovery codes."""
    found = SECRET.search(text_of(browser.get("/accounts/2fa/totp/activate/")))
    assert found
    secret = found["secret"].replace(" ", "")
    shown = text_of(browser.post("/accounts/2fa/totp/activate/", {"code": now(secret)}, follow=True))
    return secret, CODE.findall(shown)


def test_a_telephone_is_set_up_and_asked_for(
    browser: Client, alice: Actor, django_capture_on_commit_callbacks: Any
) -> None:
    sign_in_as(browser, "alice")
    with django_capture_on_commit_callbacks(execute=True):
        secret, codes = set_up(browser)
    assert len(set(codes)) == 10
    assert codes[0] not in text_of(browser.get("/accounts/2fa/recovery-codes/"))
    browser.post("/accounts/logout/")
    assert sign_in_as(browser, "alice").url == "/accounts/2fa/authenticate/"
    assert browser.get("/account/").status_code == 302
    assert "动态口令不对" in text_of(browser.post("/accounts/2fa/authenticate/", {"code": "000000"}))
    browser.post("/accounts/2fa/authenticate/", {"code": now(secret)})
    assert browser.get("/account/").status_code == 200
    told = ["sign_in", "set_second_factor", "make_recovery_codes", "sign_out", "wrong_code", "sign_in"]
    assert [act for act, _ in acts()] == told


def test_a_recovery_code_opens_once(browser: Client, alice: Actor) -> None:
    sign_in_as(browser, "alice")
    _, codes = set_up(browser)
    for opens in (True, False):
        browser.post("/accounts/logout/")
        sign_in_as(browser, "alice")
        browser.post("/accounts/2fa/authenticate/", {"code": codes[0]})
        assert (browser.get("/account/").status_code == 200) is opens


def test_a_code_of_the_telephone_opens_once(browser: Client, alice: Actor) -> None:
    sign_in_as(browser, "alice")
    secret, _ = set_up(browser)
    shown = now(secret)
    for opens in (True, False):
        browser.post("/accounts/logout/")
        sign_in_as(browser, "alice")
        browser.post("/accounts/2fa/authenticate/", {"code": shown})
        assert (browser.get("/account/").status_code == 200) is opens


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.DEPUTY])
def test_those_who_could_do_harm_must_have_a_telephone(settings: Settings, sign_in: SignIn, role: Role) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    guarded = {Role.SUPERVISOR, Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN}
    got = sign_in(role).get("/account/")
    assert (got.status_code == 302) is (role in guarded)


@pytest.mark.parametrize("is_required", [True, False])
def test_who_need_not_set_it_up_may_go_back(
    settings: Settings, browser: Client, alice: Actor, *, is_required: bool
) -> None:
    settings.SECOND_FACTOR_REQUIRED = is_required
    sign_in_as(browser, "alice")
    page = text_of(browser.get("/accounts/2fa/totp/activate/"))
    assert ("先不设置，退出登录" in page) is is_required
    assert ('href="/account/">先不设置' in page) is not is_required


def test_who_must_have_a_telephone_gets_in_with_it_and_keeps_it(
    settings: Settings, browser: Client, alice: Actor
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    sign_in_as(browser, "alice")
    assert browser.get("/account/").headers["Location"] == "/accounts/2fa/totp/activate/"
    set_up(browser)
    assert browser.get("/account/").status_code == 200
    assert "不能停用" in text_of(browser.get("/accounts/2fa/totp/deactivate/"))
    browser.post("/accounts/2fa/totp/deactivate/")
    assert "已设置" in text_of(browser.get("/account/"))


def test_the_telephone_is_asked_for_unless_the_installation_says_otherwise() -> None:
    assert site.SECOND_FACTOR_REQUIRED is False
