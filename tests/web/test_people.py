"""The pages of accounts and roles: what the system administrator and the security administrator do there."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from luoshi.records.people.actions import grant_role, open_account
from luoshi.records.people.actor import Actor, actor_of, operator
from luoshi.records.people.models import HELD, Account, Grant
from luoshi.records.people.roles import Role
from luoshi.records.register.actions.governments import add_name, open_government, open_unit
from luoshi.records.register.models import Government, Unit
from tests.records.conftest import PASSWORD, Hire
from tests.web.conftest import SignIn, browser_of

# <code class="secret">k7wd-9mqa-x3ht-p4zn</code>
SHOWN = re.compile(r'class="secret">(?P<shown>[^<]+)<')
QUERIES = 7
"""Of the list: session, account, roles of the actor, counts of the tabs, pages, accounts, their roles."""


@pytest.fixture
def system(sign_in: SignIn) -> Client:
    """The system administrator's browser."""
    return sign_in(Role.SYSTEM_ADMIN)


@pytest.fixture
def security(sign_in: SignIn) -> Client:
    """The security administrator's browser."""
    return sign_in(Role.SECURITY_ADMIN)


@pytest.fixture
def dan(city: Government) -> Account:
    """Somebody without a role."""
    return open_account(actor=operator(), government=city, username="dan", name="邓安", password=PASSWORD)


def text_of(response: Any) -> str:
    text: str = response.content.decode()
    return text


def told(response: Any) -> list[str]:
    """What the page that one lands on says happened."""
    return [str(message) for message in response.context["messages"]]


# ── Accounts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_account_is_opened_and_its_password_shown_once(system: Client, city: Government) -> None:
    page = system.post("/people/new/", {"name": "林晓舟", "username": "Ｌin", "government": city.pk})
    username, password = SHOWN.findall(text_of(page))
    assert (username, page.headers["Cache-Control"].count("no-store")) == ("lin", 1)
    answer = Client().post("/accounts/login/", {"login": "lin", "password": password}, follow=True)
    assert "先改密码" in text_of(answer)
    account = Account.objects.get(username="lin")
    assert password not in text_of(system.get(f"/people/{account.pk}/"))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": ""}, "请写姓名。"),
        ({"username": "dan"}, "已经有“dan”了，请换一个。"),
        ({"username": "l in"}, "中间不空格"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    system: Client, city: Government, dan: Account, given: dict[str, str], sentence: str
) -> None:
    fields = {"name": "林晓舟", "username": "lin", "government": str(city.pk)} | given
    page = text_of(system.post("/people/new/", fields))
    assert re.search(rf'id="id_{next(iter(given))}-wrong">.*{sentence}', page)
    assert f'value="{fields["username"]}"' in page


def test_whoever_is_closed_is_out_at_once(system: Client, alice: Actor) -> None:
    hers = browser_of(alice)
    assert hers.get("/tasks/").status_code == 200
    address = f"/people/{alice.account}/close/"
    assert "停用后alice马上退出" in text_of(system.get(address))
    assert Account.objects.get(username="alice").is_active
    assert told(system.post(address, follow=True)) == ["alice的账号已停用。"]
    assert hers.get("/tasks/").status_code == 302
    system.post(f"/people/{alice.account}/reopen/")
    assert browser_of(alice).get("/tasks/").status_code == 200


def test_a_forgotten_password_is_renewed(system: Client, alice: Actor) -> None:
    hers = browser_of(alice)
    assert "重置密码" in text_of(system.get(f"/people/{alice.account}/password/"))
    assert Account.objects.get(username="alice").check_password(PASSWORD)
    _, password = SHOWN.findall(text_of(system.post(f"/people/{alice.account}/password/")))
    assert Account.objects.get(username="alice").check_password(password)
    assert hers.get("/tasks/").status_code == 302


def test_a_refusal_is_told_and_nothing_changes(system: Client) -> None:
    own = Account.objects.get(username="the-system_admin")
    for button in ("close", "password"):
        (sentence,) = told(system.post(f"/people/{own.pk}/{button}/", follow=True))
        assert "自己的" in sentence
    own.refresh_from_db()
    assert own.is_active
    assert own.check_password(PASSWORD)


# ── Roles ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def bureau(city: Government) -> Unit:
    unit = open_unit(actor=operator(), government=city, name="市教育局")
    add_name(actor=operator(), unit=unit, name="教育局", sort="short")
    return unit


@pytest.mark.parametrize("name", ["市教育局", "教育局", " 教育局 "])
def test_a_role_is_granted_by_any_name_of_the_unit(security: Client, dan: Account, bureau: Unit, name: str) -> None:
    answer = security.post(f"/people/{dan.pk}/", {"role": "unit_liaison", "unit": name})
    assert answer.headers["Location"] == f"/people/{dan.pk}/"
    assert [(grant.role, grant.unit) for grant in dan.grants.all()] == [("unit_liaison", bureau)]


def test_who_grants_has_the_names_of_units_to_choose_from(security: Client, city: Government, bureau: Unit) -> None:
    names = [["市教育局", "sjyj", ""], ["教育局", "jyj", "简称"]]
    assert security.get(f"/units/{city.pk}/names/").json() == [{"name": "市教育局", "kind": "", "names": names}]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"role": ""}, "请选角色"),
        ({"role": "unit_liaison"}, "要指明单位"),
        ({"role": "unit_liaison", "unit": "没有的局"}, "没有叫“没有的局”的单位"),
        ({"role": "supervisor", "unit": "教育局"}, "不属于某个单位"),
    ],
)
def test_what_does_not_fit_is_told(
    security: Client, dan: Account, bureau: Unit, fields: dict[str, str], sentence: str
) -> None:
    assert sentence in text_of(security.post(f"/people/{dan.pk}/", fields))
    assert not dan.grants.exists()


def test_somebody_without_a_role_lands_where_it_says_who_grants_one(dan: Account) -> None:
    Account.objects.filter(pk=dan.pk).update(must_change_password=False)
    page = browser_of(Actor(None, "dan", "", frozenset())).get("/", follow=True)
    assert page.redirect_chain[-1] == ("/account/", 302)
    assert "还没有角色" in text_of(page)


def test_a_second_administrators_role_is_refused(security: Client, dan: Account, city: Government) -> None:
    security.post(f"/people/{dan.pk}/", {"role": "audit_admin"})
    assert "另开一个账号" in text_of(security.post(f"/people/{dan.pk}/", {"role": "system_admin"}))


def test_a_role_is_taken_back_after_a_question(security: Client, alice: Actor) -> None:
    grant = Grant.objects.get(account=alice.account)
    address = f"/people/{alice.account}/roles/{grant.pk}/withdraw/"
    assert "督查室（云泽市人民政府）" in text_of(security.get(address))
    assert actor_of(grant.account, "").held
    page = security.post(address, follow=True)
    assert "以前的角色" in text_of(page)
    assert not actor_of(grant.account, "").held


def test_a_lost_telephone_is_taken_away(security: Client, alice: Actor) -> None:
    address = f"/people/{alice.account}/"
    assert "解除动态口令" not in text_of(security.get(address))
    Authenticator.objects.create(user_id=alice.account, type=Authenticator.Type.TOTP, data={})
    assert "解除动态口令" in text_of(security.get(address))
    security.post(f"{address}second-factor/")
    assert not Authenticator.objects.exists()


def test_the_system_administrator_grants_nothing(system: Client, dan: Account) -> None:
    page = system.get(f"/people/{dan.pk}/")
    assert "授予角色</button>" not in text_of(page)
    assert system.post(f"/people/{dan.pk}/", {"role": "supervisor"}).status_code == 403
    assert not dan.grants.exists()


# ── What is seen ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_accounts_of_other_governments_are_not_there(system: Client, security: Client) -> None:
    county = open_government(actor=operator(), name="东屿县人民政府", level="county")
    fay = open_account(actor=operator(), government=county, username="fay", name="费", password=PASSWORD)
    assert "费" not in text_of(system.get("/people/"))
    for browser, page in ((system, ""), (system, "close/"), (system, "password/"), (security, "second-factor/")):
        assert browser.post(f"/people/{fay.pk}/{page}").status_code == 404


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ({"words": "邓"}, {"邓安"}),
        ({"words": "DA"}, {"邓安"}),
        ({"state": "idle"}, {"邓安"}),
        ({"state": "first"}, {"邓安"}),
        ({"state": "closed"}, set()),
        ({"state": "active", "words": "ali"}, {"alice"}),
    ],
)
def test_the_list_is_searched_and_held_to_a_state(
    system: Client, dan: Account, alice: Actor, asked: dict[str, str], names: set[str]
) -> None:
    assert {account.name for account in system.get("/people/", asked).context["page"]} == names


def test_the_list_asks_as_often_for_many_as_for_few(
    system: Client, city: Government, hire: Hire, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    system.get("/people/")
    with django_assert_num_queries(QUERIES):
        system.get("/people/")
    for number in range(12):
        actor = hire(Role.UNIT_LIAISON, f"person{number}", f"第{number}局")
        account = Account.objects.get(username=actor.name)
        another = open_unit(actor=operator(), government=city, name=f"又{number}局")
        grant_role(actor=operator(), account=account, role=Role.UNIT_LIAISON, government=city, unit=another)
    assert Grant.objects.filter(HELD).count() == 25
    with django_assert_num_queries(QUERIES):
        system.get("/people/")
