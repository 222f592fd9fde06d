"""The nouns of drafting a plan out of a report: who is to answer for a commitment, how likely, on what grounds."""

from dataclasses import dataclass

from luoshi.model import Document, Due, Quote, Target


@dataclass(frozen=True, slots=True)
class Basis:
    """An earlier task that a suggestion rests on; `similarity` is how alike the two are, 1 for the same words."""

    year: int | None
    part: str | None
    number: int
    text: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit or a leader who may answer for a task, as printed in the latest year.

    `basis` is the most similar task that it had, `words` are those of the task that are its business.
    """

    name: str
    probability: float
    basis: Basis | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftTask:
    """A commitment, or several that promise the same, as a numbered task.

    `quotes` are its places in the report, `heading` and `measure` what the first stands under. `candidates` are the
    likeliest leads, the likeliest first; `leads` are filled in only where the program is sure, else the task is open.
    """

    number: int
    text: str
    quotes: tuple[Quote, ...]
    heading: str | None = None
    measure: str | None = None
    targets: tuple[Target, ...] = ()
    due: tuple[Due, ...] = ()
    candidates: tuple[Suggestion, ...] = ()
    leads: tuple[str, ...] = ()
    cooperating: tuple[Suggestion, ...] = ()
    leaders: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan in the making. `units` are all that may be chosen; `learned` the earlier years' documents."""

    document: Document
    tasks: tuple[DraftTask, ...]
    units: tuple[str, ...]
    learned: tuple[Document, ...] = ()
