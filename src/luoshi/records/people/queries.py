"""Who holds which post today, and who answers for a unit."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from luoshi.records.people.models import HELD, Account, Grant, Holding
from luoshi.records.people.roles import Role
from luoshi.records.register.models import Government

# In the order in which they are named
_CONTACTS = (Role.UNIT_LIAISON, Role.DISTRICT_LIAISON, Role.UNIT_APPROVER)
_LABELS = [role.label for role in _CONTACTS]


def titles_of(government: Government, names: Iterable[str]) -> dict[str, str]:
    """The posts that these people hold today, by name."""
    holdings = Holding.objects.filter(post__government=government, name__in=list(names), holds_to__isnull=True)
    return dict(holdings.order_by("pk").values_list("name", "post__title"))


def contacts_of(units: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    """Who reports and signs for these units today: pairs of a role's label and a person's name, by the unit's key."""
    held = Grant.objects.filter(HELD, unit__in=list(units), role__in=_CONTACTS, account__is_active=True)
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for unit, role, name in held.order_by("pk").values_list("unit", "role", "account__name"):
        found[unit].append((Role(role).label, name))
    return {unit: sorted(people, key=lambda one: _LABELS.index(one[0])) for unit, people in found.items()}


def roles_of(account: Account) -> QuerySet[Grant]:
    """The roles that an account holds, the oldest first."""
    return account.grants.filter(HELD).select_related("unit", "government").order_by("holds_from", "pk")
