"""Accounts: opened, closed, their passwords and second factors; allowed, refused, logged."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt

from luoshi.records.journal.models import Entry
from luoshi.records.people.actions import (
    change_password,
    close_account,
    grant_role,
    open_account,
    reopen_account,
    reset_password,
    reset_second_factor,
)
from luoshi.records.people.actor import Actor, actor_of, operator
from luoshi.records.people.models import Account
from luoshi.records.people.passwords import first_password
from luoshi.records.people.roles import Role
from luoshi.records.refusals import ActionRefused, NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.governments import open_government
from luoshi.records.register.models import Government
from tests.records.conftest import PASSWORD, Hire


@pytest.fixture
def sam(hire: Hire) -> Actor:
    """The system administrator."""
    return hire(Role.SYSTEM_ADMIN, "sam")


@pytest.fixture
def cleo(hire: Hire) -> Actor:
    """The security administrator."""
    return hire(Role.SECURITY_ADMIN, "cleo")


@pytest.fixture
def dan(sam: Actor, city: Government) -> Account:
    """Somebody whose account the system administrator has just opened."""
    return open_account(actor=sam, government=city, username=" Dan ", name="邓安", password=PASSWORD)


def last() -> Entry:
    return Entry.objects.order_by("-number")[0]


def test_an_account_is_opened_with_a_password_that_must_be_changed(dan: Account, city: Government) -> None:
    assert (dan.username, dan.must_change_password, dan.government) == ("dan", True, city)
    assert actor_of(dan, "").held == frozenset()
    assert (last().action, last().actor_name, last().after) == (
        "open_account",
        "sam",
        {"username": "dan", "name": "邓安"},
    )


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"username": "sam"}, "username"),
        ({"username": "SAM"}, "username"),
        ({"username": "d an"}, "username"),
        ({"username": ""}, "username"),
        ({"name": "  "}, "name"),
        ({"password": "1234567890"}, "password"),
        ({"password": "kurz"}, "password"),
    ],
)
def test_what_cannot_be_taken_is_told_beside_its_field(
    sam: Actor, city: Government, given: dict[str, str], field: str
) -> None:
    fields = {"username": "dan", "name": "邓安", "password": PASSWORD} | given
    with pytest.raises(NotValid) as refused:
        open_account(actor=sam, government=city, **fields)  # type: ignore[arg-type]
    assert list(refused.value.fields) == [field]
    assert Account.objects.count() == 1


def test_a_closed_account_may_nothing_and_comes_back_with_its_roles(sam: Actor, alice: Actor) -> None:
    account = Account.objects.get(username="alice")
    close_account(actor=sam, account=account)
    assert actor_of(account, "").held == frozenset()
    assert (last().action, last().before, last().after) == ("close_account", {"active": True}, {"active": False})
    reopen_account(actor=sam, account=account)
    assert actor_of(account, "").held == alice.held


def test_a_first_password_is_changed_by_its_owner_alone(sam: Actor, dan: Account) -> None:
    own = first_password()
    with pytest.raises(NotAllowed):
        change_password(actor=sam, account=dan, password=own)
    change_password(actor=actor_of(dan, ""), account=dan, password=own)
    dan.refresh_from_db()
    assert (dan.check_password(own), dan.must_change_password) == (True, False)
    assert (last().action, last().before, last().after) == ("change_password", {"first": True}, {"first": False})


def test_a_password_that_was_forgotten_is_given_anew_and_the_door_opens(sam: Actor, alice: Actor) -> None:
    account = Account.objects.get(username="alice")
    AccessAttempt.objects.create(username="alice", failures_since_start=5)
    reset_password(actor=sam, account=account, password=first_password())
    account.refresh_from_db()
    assert (account.check_password(PASSWORD), account.must_change_password) == (False, True)
    assert not AccessAttempt.objects.exists()
    assert (last().action, last().before, last().after) == ("reset_password", {}, {})


def test_it_takes_two_administrators_to_become_somebody_else(sam: Actor, cleo: Actor, alice: Actor) -> None:
    account = Account.objects.get(username="alice")
    Authenticator.objects.create(user=account, type=Authenticator.Type.TOTP, data={})
    with pytest.raises(NotAllowed):
        reset_second_factor(actor=sam, account=account)
    with pytest.raises(NotAllowed):
        reset_password(actor=cleo, account=account, password=first_password())
    reset_second_factor(actor=cleo, account=account)
    assert not Authenticator.objects.exists()
    assert last().action == "reset_second_factor"
    with pytest.raises(NotNow, match="没有设置"):
        reset_second_factor(actor=cleo, account=account)


def test_nobody_shuts_themselves_out(sam: Actor, cleo: Actor) -> None:
    own, other = Account.objects.get(username="sam"), Account.objects.get(username="cleo")
    with pytest.raises(NotNow, match="自己"):
        close_account(actor=sam, account=own)
    with pytest.raises(NotNow, match="我的账号"):
        reset_password(actor=sam, account=own, password=first_password())
    with pytest.raises(NotNow, match="另一位"):
        reset_second_factor(actor=cleo, account=other)


def test_the_last_security_administrator_stays(sam: Actor, cleo: Actor, city: Government) -> None:
    account = Account.objects.get(username="cleo")
    with pytest.raises(NotNow, match="唯一的安全管理员"):
        close_account(actor=sam, account=account)
    another = open_account(actor=sam, government=city, username="cora", name="柯拉", password=PASSWORD)
    grant_role(actor=cleo, account=another, role=Role.SECURITY_ADMIN, government=city)
    close_account(actor=sam, account=account)
    assert not Account.objects.get(username="cleo").is_active


Act = Callable[[Actor, Account], object]
ACTS: dict[str, Act] = {
    "open": lambda actor, account: open_account(
        actor=actor, government=account.government, username="eve", name="叶", password=PASSWORD
    ),
    "close": lambda actor, account: close_account(actor=actor, account=account),
    "reopen": lambda actor, account: reopen_account(actor=actor, account=account),
    "reset": lambda actor, account: reset_password(actor=actor, account=account, password=first_password()),
}


@pytest.mark.parametrize("act", ACTS)
def test_only_the_system_administrator_of_the_own_government_may(
    sam: Actor, cleo: Actor, alice: Actor, dan: Account, act: str
) -> None:
    county = open_government(actor=operator(), name="东屿县人民政府", level="county")
    theirs = open_account(actor=operator(), government=county, username="fay", name="费", password=PASSWORD)
    before = Entry.objects.count()
    for actor, account in ((alice, dan), (cleo, dan), (sam, theirs)):
        with pytest.raises(ActionRefused, match="权限"):
            ACTS[act](actor, account)
    assert Entry.objects.count() == before


def test_first_passwords_are_told_apart_and_strong_enough(sam: Actor, city: Government) -> None:
    passwords = {first_password() for _ in range(50)}
    assert len(passwords) == 50
    assert not set("".join(passwords)) & set("ilo01")
    open_account(actor=sam, government=city, username="gus", name="顾", password=passwords.pop())
