"""Browsers that are signed in as somebody of the city."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import Settings

from luoshi.records.people.actor import Actor
from luoshi.records.people.models import Account
from luoshi.records.people.roles import OF_UNIT, Role
from luoshi.records.register.models import Government
from tests.records.cascade import beds, dora, handed, nils, projects, received
from tests.records.conftest import alice, bob, city, draft, hire, plan, quick_passwords, taken

__all__ = [
    "alice",
    "beds",
    "bob",
    "city",
    "dora",
    "draft",
    "handed",
    "hire",
    "nils",
    "plan",
    "projects",
    "quick_passwords",
    "received",
    "taken",
]

SignIn = Callable[[Role | None], Client]


@pytest.fixture(autouse=True)
def plain_files(settings: Settings) -> None:
    """Styles and scripts under their own names, so that nothing need be collected."""
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def browser_of(actor: Actor) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(Account.objects.get(username=actor.name), backend="luoshi.web.sessions.AccountBackend")
    return client


@pytest.fixture
def sign_in(city: Government, hire: Callable[..., Actor]) -> SignIn:
    """A browser of somebody with a role, of the education bureau where the role is one of a unit; None: nobody."""

    def make(role: Role | None) -> Client:
        if role is None:
            return Client()
        return browser_of(hire(role, f"the-{role.value}", "教育局" if role in OF_UNIT else None))

    return make
