"""Taking the journal away in a file changes nothing here, and the journal tells of it."""

from collections.abc import Mapping

from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.register.models import Government


def export_journal(*, actor: Actor, government: Government, entries: int, asked: Mapping[str, str]) -> None:
    """Note that so many entries were taken away, and which were asked for."""
    with acting(actor, Right.READ_JOURNAL, government.pk) as under_way:
        under_way.did("export_journal", government, after={"entries": entries, "asked": list(asked.values())})
