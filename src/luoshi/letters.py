"""The nouns of official letters: bulletins, notices, closures, counts of a ballot, and what stands around their text.

Values without behaviour, like those of `model`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from luoshi.judgement import RowVerdict, Verdict
from luoshi.model import Document


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


# ── What is said of progress ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Matter:
    """A row of a judged table as a letter tells it: who leads, what was reported, what becomes of it and why.

    `causes` are the reasons that the unit gave, in its own words; `due` is the date as the plan prints it.
    """

    number: int
    name: str
    units: tuple[str, ...]
    reported: str
    judged: RowVerdict
    leaders: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The matters of one class, the worst first; `verdict` is None for what was not reported at all."""

    verdict: Verdict | None
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Bulletin:
    """通报: how the tasks stand at a date, class by class."""

    document: Document
    standings: tuple[Standing, ...]
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """督查单: one matter, served on one unit, to be answered by a date.

    `finding` is why it is pressed in somebody's own words, None where the verdict says it. `received`, `answer` and
    `opinion` are what came of it, None for what is left to write by hand.
    """

    number: str
    unit: str
    matter: Matter
    answer_by: date | None = None
    demand: str | None = None
    contact: str | None = None
    finding: str | None = None
    received: str | None = None
    answer: str | None = None
    opinion: str | None = None


@dataclass(frozen=True, slots=True)
class Closure:
    """销号单: a unit holds a matter done; someone else verifies it, and the leader signs.

    What is None is left to fill in by hand.
    """

    number: str
    matter: Matter
    applied_on: date | None = None
    evidence: tuple[str, ...] = ()
    verifier: str | None = None
    verified_by: str | None = None
    opinion: str | None = None


# ── A ballot ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Outcome(StrEnum):
    """What becomes of a candidate of a ballot."""

    CHOSEN = "chosen"
    TIED = "tied"
    NOT_CHOSEN = "not_chosen"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A project that was voted on. `outcome` is None where the vote is void."""

    number: int
    name: str
    votes: int
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """计票: ballots counted, and what follows. A vote with more ballots collected than issued `is_void`.

    `least` is the number of votes that a candidate needs, None where the most votes are enough. Of the tied `vacancies`
    are to be chosen in a second vote.
    """

    title: str
    held_on: date | None
    deputies: int
    present: int
    issued: int
    collected: int
    invalid: int
    choose: int
    candidates: tuple[Candidate, ...]
    least: int | None = None
    is_void: bool = False
    vacancies: int = 0
    recommended: tuple[tuple[str, int], ...] = ()
