"""What every action does first and last: ask for the right, keep it all in one transaction, write the journal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import models

from luoshi.records.journal.actions import Act, Json, record
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotAllowed
from luoshi.records.turns import writing


@dataclass(slots=True)
class Acting:
    """An action under way: what it did is noted here and written to the journal when all of it is done."""

    actor: Actor
    government: int | None
    acts: list[Act] = field(default_factory=list)

    def did(
        self,
        action: str,
        subject: models.Model,
        *,
        before: Json | None = None,
        after: Json | None = None,
        government: int | None = None,
    ) -> None:
        """Note what was done to a saved row; equal values on both sides are left out.

        `government` is whose register it was done in where that is another one's.
        """
        old, new = before or {}, after or {}
        changed = [name for name in {**old, **new} if old.get(name) != new.get(name)]
        self.acts.append(
            Act(
                action,
                subject,
                government or self.government,
                {name: old[name] for name in changed if name in old},
                {name: new[name] for name in changed if name in new},
            )
        )


@contextmanager
def acting(actor: Actor, right: Right, government: int, unit: int | None = None) -> Iterator[Acting]:
    """A transaction in which an action is done by someone who may; raises `NotAllowed` before anything is touched."""
    if not actor.may(right, government, unit):
        raise NotAllowed(f"您没有“{right.label}”的权限，没有改动任何内容。需要的话请联系安全管理员。")
    with recording(actor, government) as under_way:
        yield under_way


@contextmanager
def recording(actor: Actor, government: int | None) -> Iterator[Acting]:
    """The same for what needs no right: signing in and out, and what is one's own."""
    with writing():
        under_way = Acting(actor, government)
        yield under_way
        record(actor.trace, under_way.acts)
