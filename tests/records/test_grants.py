"""Roles: granted and taken back; allowed, refused, logged."""

import pytest

from luoshi.records.journal.models import Entry
from luoshi.records.people.actions import grant_role, open_account, withdraw_role
from luoshi.records.people.actor import Actor, actor_of, operator
from luoshi.records.people.models import Account, Grant
from luoshi.records.people.roles import OF_UNIT, RIGHTS, SEPARATE, Right, Role
from luoshi.records.refusals import NotAllowed, NotNow, NotValid
from luoshi.records.register.actions.governments import open_government, open_unit
from luoshi.records.register.models import Government, Unit
from tests.records.conftest import PASSWORD, Hire


@pytest.fixture
def cleo(hire: Hire) -> Actor:
    """The security administrator."""
    return hire(Role.SECURITY_ADMIN, "cleo")


@pytest.fixture
def dan(city: Government) -> Account:
    """Somebody without a role."""
    return open_account(actor=operator(), government=city, username="dan", name="邓安", password=PASSWORD)


@pytest.fixture
def bureau(city: Government) -> Unit:
    return open_unit(actor=operator(), government=city, name="教育局")


def test_a_role_is_granted_and_ends_at_once(cleo: Actor, dan: Account, city: Government, bureau: Unit) -> None:
    grant = grant_role(actor=cleo, account=dan, role=Role.UNIT_LIAISON, government=city, unit=bureau)
    actor = actor_of(dan, "")
    assert actor.roles == {Role.UNIT_LIAISON}
    assert actor.may(Right.WRITE_REPORT, city.pk, bureau.pk)
    assert not actor.may(Right.WRITE_REPORT, city.pk)
    withdraw_role(actor=cleo, grant=grant)
    assert actor_of(dan, "").held == frozenset()
    told = {"role": "unit_liaison", "unit": "教育局", "government": "云泽市人民政府"}
    entries = Entry.objects.filter(actor_name="cleo").order_by("number")
    assert [(each.action, each.before, each.after) for each in entries] == [
        ("grant_role", {}, told),
        ("withdraw_role", told, {}),
    ]
    with pytest.raises(NotNow, match="已经收回"):
        withdraw_role(actor=cleo, grant=grant)


def test_a_role_that_was_taken_back_can_be_granted_again(cleo: Actor, dan: Account, city: Government) -> None:
    for _ in range(2):
        withdraw_role(actor=cleo, grant=grant_role(actor=cleo, account=dan, role=Role.DEPUTY, government=city))
    assert Grant.objects.filter(account=dan).count() == 2


@pytest.mark.parametrize("role", sorted(SEPARATE))
def test_an_administrator_holds_nothing_else(cleo: Actor, dan: Account, city: Government, role: Role) -> None:
    grant_role(actor=cleo, account=dan, role=role, government=city)
    for other in (*SEPARATE - {role}, Role.SUPERVISOR):
        with pytest.raises(NotValid, match="管理员"):
            grant_role(actor=cleo, account=dan, role=other, government=city)


def test_whoever_works_with_the_register_does_not_become_an_administrator(
    cleo: Actor, dan: Account, city: Government
) -> None:
    grant_role(actor=cleo, account=dan, role=Role.CITY_LEADER, government=city)
    with pytest.raises(NotValid, match="各管各的"):
        grant_role(actor=cleo, account=dan, role=Role.AUDIT_ADMIN, government=city)


@pytest.mark.parametrize("role", Role)
def test_a_role_has_a_unit_where_it_is_one_of_a_unit(
    cleo: Actor, dan: Account, city: Government, bureau: Unit, role: Role
) -> None:
    wrong = None if role in OF_UNIT else bureau
    with pytest.raises(NotValid) as refused:
        grant_role(actor=cleo, account=dan, role=role, government=city, unit=wrong)
    assert list(refused.value.fields) == ["unit"]


def test_the_same_role_is_not_granted_twice(cleo: Actor, dan: Account, city: Government, bureau: Unit) -> None:
    grant_role(actor=cleo, account=dan, role=Role.UNIT_LIAISON, government=city, unit=bureau)
    with pytest.raises(NotValid, match="已经是"):
        grant_role(actor=cleo, account=dan, role=Role.UNIT_LIAISON, government=city, unit=bureau)
    another = open_unit(actor=operator(), government=city, name="建设局")
    grant_role(actor=cleo, account=dan, role=Role.UNIT_LIAISON, government=city, unit=another)


def test_roles_stay_within_the_government(cleo: Actor, dan: Account, city: Government) -> None:
    county = open_government(actor=operator(), name="东屿县人民政府", level="county", parent=city)
    theirs = open_account(actor=operator(), government=county, username="fay", name="费", password=PASSWORD)
    place = open_unit(actor=operator(), government=county, name="县教育局")
    with pytest.raises(NotAllowed):
        grant_role(actor=cleo, account=dan, role=Role.SUPERVISOR, government=county)
    with pytest.raises(NotValid, match="别的政府"):
        grant_role(actor=cleo, account=theirs, role=Role.SUPERVISOR, government=city)
    with pytest.raises(NotValid, match="别的政府"):
        grant_role(actor=cleo, account=dan, role=Role.UNIT_LIAISON, government=city, unit=place)


def test_the_last_administrator_of_a_kind_is_not_withdrawn(cleo: Actor) -> None:
    with pytest.raises(NotNow, match="唯一的安全管理员"):
        withdraw_role(actor=cleo, grant=Grant.objects.get(account=cleo.account))


def test_nobody_else_grants(alice: Actor, dan: Account, city: Government) -> None:
    with pytest.raises(NotAllowed, match="授予、收回角色"):
        grant_role(actor=alice, account=dan, role=Role.DEPUTY, government=city)


def test_no_administrator_has_to_do_with_the_work_and_none_with_what_another_does() -> None:
    others = {role: RIGHTS.keys() - {role} for role in SEPARATE}
    assert all(RIGHTS[role].isdisjoint(RIGHTS[other]) for role in SEPARATE for other in others[role])
