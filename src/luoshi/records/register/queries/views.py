"""Lists that a person keeps."""

from django.db.models import QuerySet

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import SavedView


def own_views(actor: Actor) -> QuerySet[SavedView]:
    """What an actor keeps, the oldest first; nobody sees those of others."""
    return SavedView.objects.filter(account_id=actor.account or 0)
