"""Lists that a person keeps."""

from django.db.models import QuerySet

from luoshi.records.people.actor import Actor
from luoshi.records.prepared import ask
from luoshi.records.register.models import SavedView


def own_views(actor: Actor) -> QuerySet[SavedView]:
    """What an actor keeps, the oldest first; nobody sees those of others."""
    return _views(actor.account or 0)


def list_kept(actor: Actor) -> list[SavedView]:
    """The same, read: one query."""
    return ask(_views, actor.account or 0)


def _views(account: int) -> QuerySet[SavedView]:
    return SavedView.objects.filter(account=account)
