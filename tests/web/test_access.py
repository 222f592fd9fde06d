"""Who may open which page: every address with every role."""

from collections.abc import Iterator

import pytest
from django.urls import URLResolver, get_resolver

from luoshi.records.people.roles import Role
from luoshi.records.register.models import Plan
from tests.web.conftest import SignIn

SUPERVISOR, LEADER, DEPUTY = Role.SUPERVISOR, Role.CITY_LEADER, Role.DEPUTY
LIAISON, APPROVER, DISTRICT = Role.UNIT_LIAISON, Role.UNIT_APPROVER, Role.DISTRICT_LIAISON
SYSTEM, SECURITY, AUDIT = Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN
READERS = {SUPERVISOR, LEADER, DEPUTY, LIAISON, APPROVER, DISTRICT}

# Address by name → who may open it; everybody else gets 403, whoever is not signed in is sent to the sign-in page
PAGES: dict[str, set[Role]] = {
    "tasks": READERS,
    "task": READERS,
    "imports": {SUPERVISOR},
    "import": {SUPERVISOR},
    "units": {SUPERVISOR},
    "people": {SYSTEM, SECURITY},
    "journal": {AUDIT},
}
# Addresses that lead everybody who is signed in on
OPEN = {"root", "home", "choose_large"}
# The library that signs people in has tests of its own
LIBRARY = "accounts/"


def names(resolver: URLResolver) -> Iterator[str]:
    """The names of our own addresses; those of the library that signs people in stand under one prefix."""
    for entry in resolver.url_patterns:
        if not isinstance(entry, URLResolver):
            yield entry.name or str(entry.pattern)
        elif str(entry.pattern) != LIBRARY:
            yield from names(entry)


def test_every_address_stands_in_the_table() -> None:
    assert set(names(get_resolver())) == PAGES.keys() | OPEN


def address(name: str, plan: Plan) -> str:
    """An address whose subject the education bureau has a part in."""
    from django.urls import reverse

    from luoshi.records.register.models import Import

    task, document = plan.tasks.order_by("order")[0], Import.objects.get()
    subjects = {"task": {"task": task.pk}, "import": {"document": document.pk}}
    return reverse(name, kwargs=subjects.get(name, {}))


@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role.value if role else "nobody")
def test_a_page_opens_for_those_who_may(plan: Plan, sign_in: SignIn, role: Role | None) -> None:
    browser = sign_in(role)
    got = {name: browser.get(address(name, plan)).status_code for name in PAGES}
    if role is None:
        assert got == dict.fromkeys(PAGES, 302)
    else:
        assert got == {name: 200 if role in allowed else 403 for name, allowed in PAGES.items()}


def test_the_task_of_another_unit_is_not_there(plan: Plan, sign_in: SignIn) -> None:
    browser = sign_in(Role.UNIT_LIAISON)
    own, other, _ = plan.tasks.order_by("order")
    assert [browser.get(f"/tasks/{task.pk}/").status_code for task in (own, other)] == [200, 404]
