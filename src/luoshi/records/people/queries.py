"""Who holds which post today, and who answers for a unit."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from luoshi.records.people.models import Grant, Holding
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
    today = timezone.localdate()
    grants = Grant.objects.filter(unit__in=list(units), role__in=_CONTACTS, account__is_active=True)
    held = grants.filter(Q(holds_to__isnull=True) | Q(holds_to__gte=today), holds_from__lte=today)
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for unit, role, name in held.order_by("pk").values_list("unit", "role", "account__name"):
        found[unit].append((Role(role).label, name))
    return {unit: sorted(people, key=lambda one: _LABELS.index(one[0])) for unit, people in found.items()}
