"""The nouns of official letters: what an office prints around a text. Values without behaviour."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes to whom: `issuer` signs, `red_head` is the name printed in red above the rule, None for none.

    `note` is what stands below the date (此件公开发布), without its brackets.
    """

    issuer: str | None = None
    doc_number: str | None = None
    issued_on: date | None = None
    addressees: str | None = None
    red_head: str | None = None
    cc: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that a draft leaves to a person to decide; `task` is the index of the task that it concerns."""

    text: str
    task: int | None = None
