"""Somebody who acts: an account with its grants, and where it acts from."""

from dataclasses import dataclass

from django.db.models import QuerySet

from luoshi.records.journal.actions import Trace
from luoshi.records.people.models import HELD, Account, Grant
from luoshi.records.people.roles import RIGHTS, Right, Role
from luoshi.records.prepared import ask

# What the installation does on its own: set up, import on the command line
SYSTEM_NAME = "系统"


@dataclass(frozen=True, slots=True)
class Held:
    """A right that is held in a government, or in one unit of it only."""

    right: Right
    government: int
    unit: int | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, what they may as which roles, and where from.

    `is_operator` is whoever runs the installation's own commands.
    """

    account: int | None
    name: str
    address: str
    held: frozenset[Held]
    is_operator: bool = False
    roles: frozenset[Role] = frozenset()

    def may(self, right: Right, government: int, unit: int | None = None) -> bool:
        """Whether a right is held in a government as a whole, or in this unit of it."""
        if self.is_operator:
            return True
        asked = {Held(right, government, None), Held(right, government, unit)}
        return bool(asked & self.held)

    def has_anywhere(self, right: Right) -> bool:
        """Whether a right is held at all."""
        return self.is_operator or any(held.right == right for held in self.held)

    def governments(self, right: Right) -> frozenset[int]:
        """Where a right is held over the whole government."""
        return frozenset(held.government for held in self.held if held.right == right and held.unit is None)

    def units(self, right: Right) -> frozenset[int]:
        """The units in which a right is held."""
        return frozenset(held.unit for held in self.held if held.right == right and held.unit is not None)

    @property
    def trace(self) -> Trace:
        """Who acts, as the journal keeps it."""
        return Trace(self.account, self.name, self.address)


def actor_of(account: Account, address: str) -> Actor:
    """The actor that an account is today: one query."""
    grants = ask(_grants, account.pk) if account.is_active else []
    held = frozenset(Held(right, government, unit) for role, government, unit in grants for right in RIGHTS[Role(role)])
    roles = frozenset(Role(role) for role, *_ in grants)
    return Actor(account.pk, account.name, address, held, roles=roles)


def _grants(account: int) -> QuerySet[Grant, tuple[str, int, int | None]]:
    return Grant.objects.filter(HELD, account=account).values_list("role", "government", "unit")


def account_name(account: Account | None) -> str:
    """Who did something, as pages and papers name them; nobody's account is the system's."""
    return account.name if account else SYSTEM_NAME


def operator(name: str = SYSTEM_NAME) -> Actor:
    """Whoever runs a command on the machine itself: they hold the database anyway."""
    return Actor(None, name, "本机", frozenset(), is_operator=True)
