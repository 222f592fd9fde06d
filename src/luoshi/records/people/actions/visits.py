"""Coming and going: who signed in and out, who could not. Nobody needs a right for it; the journal tells of it."""

from luoshi.records.acting import recording
from luoshi.records.people.actor import Actor
from luoshi.records.people.models import Account


def note_visit(*, actor: Actor, account: Account, action: str) -> None:
    """Tell that somebody came or went, or changed how they come in: `action` is one of the journal's words."""
    with recording(actor, account.government_id) as under_way:
        under_way.did(action, account)


def note_stranger(*, address: str) -> None:
    """Tell that somebody gave a name that nobody has. The name is not kept: it is often a password."""
    with recording(Actor(None, "", address, frozenset()), None) as under_way:
        under_way.did("sign_in_failed", Account())
