"""Who has which account and roles, who holds which post today, and who answers for a unit."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from luoshi.records.people.actor import Actor
from luoshi.records.people.models import HELD, Account, Grant, Holding, Post
from luoshi.records.people.roles import Right, Role
from luoshi.records.prepared import ask
from luoshi.records.register.models import Government

# In the order in which they are named
_CONTACTS = (Role.UNIT_LIAISON, Role.DISTRICT_LIAISON, Role.UNIT_APPROVER)
_LABELS = [role.label for role in _CONTACTS]


def titles_of(government: Government, names: Iterable[str]) -> dict[str, str]:
    """The posts that these people hold today, by name."""
    return dict(ask(_titles, government.pk, tuple(names)))


def _titles(government: int, names: Sequence[str]) -> QuerySet[Holding, tuple[str, str]]:
    held = Holding.objects.filter(HELD, post__government=government, name__in=names)
    return held.order_by("pk").values_list("name", "post__title")


def contacts_of(units: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    """Who reports and signs for these units today: pairs of a role's label and a person's name, by the unit's key."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for unit, role, name in ask(_contacts, tuple(units)):
        found[unit].append((Role(role).label, name))
    return {unit: sorted(people, key=lambda one: _LABELS.index(one[0])) for unit, people in found.items()}


def _contacts(units: Sequence[int]) -> QuerySet[Grant, tuple[int, str, str]]:
    held = Grant.objects.filter(HELD, unit__pk__in=units, role__in=_CONTACTS, account__is_active=True)
    return held.order_by("pk").values_list("unit", "role", "account__name")


def signers_of(unit: int) -> list[str]:
    """The names of those who sign for a unit today."""
    return [name for role, name in contacts_of([unit]).get(unit, []) if role == Role.UNIT_APPROVER.label]


def roles_of(account: Account) -> QuerySet[Grant]:
    """The roles that an account holds, the oldest first."""
    return account.grants.filter(HELD).select_related("unit", "government").order_by("holds_from", "pk")


# What a list of accounts can be held to, by the name in its address
STATES = {
    "active": Q(is_active=True),
    "first": Q(is_active=True, must_change_password=True),
    "idle": Q(is_active=True) & ~Q(pk__in=Grant.objects.filter(HELD).values("account")),
    "closed": Q(is_active=False),
}


def looked_after(actor: Actor) -> QuerySet[Account]:
    """The accounts of the governments in which an actor opens accounts or grants roles."""
    return Account.objects.filter(
        government__in=actor.governments(Right.MANAGE_ACCOUNTS) | actor.governments(Right.GRANT_ROLES)
    )


def find_accounts(accounts: QuerySet[Account], words: str, state: str) -> QuerySet[Account]:
    """Those whose name or user name contains the words, in a state of `STATES`."""
    found = accounts.filter(Q(name__contains=words) | Q(username__contains=words.lower())) if words else accounts
    return found.filter(STATES[state]) if state in STATES else found


def count_states(accounts: QuerySet[Account]) -> dict[str, int]:
    """How many there are in each state: one query."""
    counted: dict[str, int] = accounts.aggregate(**{name: Count("pk", filter=state) for name, state in STATES.items()})
    return counted


def for_list(accounts: QuerySet[Account]) -> QuerySet[Account]:
    """With what a line of the list shows: `held`, the roles of today, and `has_second_factor`; those in use first."""
    held = Grant.objects.filter(HELD).select_related("unit").order_by("holds_from", "pk")
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return (
        accounts.annotate(has_second_factor=Exists(factors))
        .prefetch_related(Prefetch("grants", held, to_attr="held"))
        .order_by("-is_active", "name", "pk")
    )


def former_roles_of(account: Account) -> QuerySet[Grant]:
    """The roles that an account held once, the latest first."""
    return account.grants.exclude(HELD).select_related("unit", "government").order_by("-holds_to", "-pk")


def managed_posts(actor: Actor) -> QuerySet[Post]:
    """The posts that an actor may hand over, with their units."""
    posts = Post.objects.filter(government__in=actor.governments(Right.MANAGE_UNITS)).select_related("government")
    return posts.prefetch_related("portfolio").order_by("government", "pk")


def holders_of(posts: Iterable[Post]) -> dict[int, Holding]:
    """Who holds these posts today, by the post's key: one query."""
    return {holding.post_id: holding for holding in Holding.objects.filter(HELD, post__in=list(posts))}
