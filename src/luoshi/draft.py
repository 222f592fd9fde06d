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
    likeliest leads, the likeliest first; `leads` and `leader` are filled in only where the program is sure, else the
    task is open.
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
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan in the making. `units` are all that may be chosen; `learned` the earlier years' documents."""

    document: Document
    tasks: tuple[DraftTask, ...]
    units: tuple[str, ...]
    learned: tuple[Document, ...] = ()


# ── Circulated for comment ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class CircularRow:
    """A row of a draft that is circulated: its cells in the order of `lexicon.circulars.CELLS`.

    `number` is None for a row that a unit added. `marked` are the headings of the cells that are open or in conflict.
    """

    number: int | None
    cells: tuple[str, ...]
    basis: str = ""
    opinions: str = ""
    changes: str = ""
    marked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Circular:
    """A draft as it is circulated; `units` are those that may be chosen."""

    title: str
    rows: tuple[CircularRow, ...]
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplyRow:
    """A row as it came back. `original` is what was sent, None where the file does not tell.

    `further` are headings that the unit added, with what it wrote there.
    """

    number: int | None
    cells: tuple[str, ...]
    original: tuple[str, ...] | None
    basis: str = ""
    opinion: str = ""
    further: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """A circulated draft that came back from a unit."""

    name: str
    unit: str
    title: str
    rows: tuple[ReplyRow, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a unit wrote."""

    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """A cell that units changed: what it was, and what each wants. It is settled where all of them want the same."""

    column: str
    before: str
    wanted: tuple[Said, ...]

    @property
    def is_conflict(self) -> bool:
        """Whether two units want different things."""
        return len({said.text for said in self.wanted}) > 1


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A row with all that was said of it; `cells` have what was settled, else what they had.

    `removed_by` are the units in whose replies the row is missing.
    """

    number: int | None
    cells: tuple[str, ...]
    basis: str = ""
    amendments: tuple[Amendment, ...] = ()
    opinions: tuple[Said, ...] = ()
    removed_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The replies of all units brought together. `added` are rows that units wrote in, each with its unit."""

    title: str
    rows: tuple[MergedRow, ...]
    added: tuple[tuple[str, ReplyRow], ...]
    replies: tuple[Reply, ...]
