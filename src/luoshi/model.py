"""The nouns of Luoshi: values without behaviour, shared by every room.

Each value that was read carries the `Quote` it was read from, and each quote its `Place` in the mended source, so that
`source.blocks[place.block]` holds `quote.text` at `place.start:place.end` (in the cell at `row`, `column` for a table).
The names are those of `docs/glossary.md`.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What kind of document was read."""

    PLAN = "plan"
    PROGRESS = "progress"
    REPORT = "report"
    UNKNOWN = "unknown"


class Format(StrEnum):
    """What kind of file the document came in, told by its content."""

    TXT = "txt"
    MD = "md"
    CSV = "csv"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"
    OFD = "ofd"
    DOC = "doc"


class Role(StrEnum):
    """What a unit has to do with a task."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"
    GUIDING = "guiding"
    UNMARKED = "unmarked"


class Comparator(StrEnum):
    """How a target's figure is meant: at least, at most, about, or just so."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    ABOUT = "≈"
    EQUAL = "="


class TargetKind(StrEnum):
    """What a figure measures: an amount done within the year, a level to stand at, or a change."""

    COUNT = "count"
    LEVEL = "level"
    GROWTH = "growth"


class SumCheck(StrEnum):
    """Whether the shares of an allocation give its total."""

    OK = "ok"
    MISMATCH = "mismatch"
    NOT_APPLICABLE = "n/a"


# ── Source: what the bytes hold ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: offsets into a paragraph, or into the cell of a table when row and column are given."""

    block: int
    start: int
    end: int
    row: int | None = None
    column: int | None = None
    page: int | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """An exact passage of the mended source."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start…start+length` of a mended text are `offset…offset+length` of raw block `block`."""

    start: int
    block: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text: a physical line in a raw source, a whole paragraph in a mended one.

    `origin` maps a mended text back to the raw blocks and is empty in a raw source. `page` counts from 1.
    """

    text: str
    page: int | None = None
    origin: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Rest:
    """From `start` on, a mended cell's text stands in row `row` of raw block `block`, behind a page's end."""

    start: int
    block: int
    row: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its top left corner; a merged one spans several rows or columns. Its lines are joined by newlines.

    `rests` are the parts of a mended text that a page's end had cut off.
    """

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    rests: tuple[Rest, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells in reading order; positions that no cell covers are empty. `origin` is the raw block's index."""

    cells: tuple[Cell, ...]
    page: int | None = None
    sheet: str | None = None
    origin: int | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document as blocks in reading order, whatever file it came in. `pages` is None where the format has none."""

    name: str
    format: Format
    blocks: tuple[Paragraph | Table, ...]
    sha256: str
    pages: int | None = None


# ── What a clerk reads out of it ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt: it warns and never blocks. `code` names the kind of doubt, `message` is a Chinese sentence."""

    code: str
    message: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What the head and the foot of a document say of it. `period` is Q1…Q4, H1, or M01…M12 for a progress table."""

    title: str | None = None
    issuer: str | None = None
    doc_number: str | None = None
    issued_on: date | None = None
    year: int | None = None
    period: str | None = None
    is_public: bool = False
    cc: tuple[str, ...] = ()
    assist_notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leader:
    """A person who answers for a task, with the post as printed (副市长) where there is one."""

    name: str
    post: str | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit or a group of units (各镇街) as printed, its bracket part of the name."""

    name: str
    role: Role
    quote: Quote


@dataclass(frozen=True, slots=True)
class Due:
    """A date by which something is promised; `by` is None where the words give no date (汛前, 持续推进)."""

    by: date | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that is committed to: `value` and `unit` as printed, `amount` in `base_unit` (1.5 万亩: 15000 亩).

    Of a range `value` is the lower bound and `high` the upper. `by` is set where the target is for a later year.
    """

    metric: str
    comparator: Comparator
    value: Decimal
    unit: str
    kind: TargetKind
    amount: Decimal
    base_unit: str
    quote: Quote
    high: Decimal | None = None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """What one district owes of an allocation; `value` is None for “/” and for words."""

    district: str
    printed: str
    value: Decimal | None
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Allocation:
    """A quota table's row: the total as printed and what each district owes of it, in the printed order of columns."""

    printed: str
    total: Decimal | None
    measure: str
    shares: tuple[Share, ...]
    sum: Decimal | None
    sum_check: SumCheck
    is_shifted: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One numbered promise of a plan. `text` is without its responsibility clause; `quote` is where it stands."""

    part: str
    number: int
    text: str
    quote: Quote
    sub: int | None = None
    name: str | None = None
    leader_heading: str | None = None
    leaders: tuple[Leader, ...] = ()
    section: str | None = None
    units: tuple[Unit, ...] = ()
    targets: tuple[Target, ...] = ()
    qualitative: tuple[Quote, ...] = ()
    due: tuple[Due, ...] = ()
    allocation: Allocation | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """重点工作责任分解: who answers for what."""

    document: Document
    tasks: tuple[Task, ...]
    flags: tuple[Flag, ...] = ()
    kind: Kind = Kind.PLAN


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One line of a progress table: the task's name, who leads it, and what was reported."""

    number: int
    name: str
    text: str
    quote: Quote
    text_quote: Quote | None = None
    units: tuple[Unit, ...] = ()
    leaders: tuple[Leader, ...] = ()
    targets: tuple[Target, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """进展情况汇总表: what became of the tasks in a period."""

    document: Document
    rows: tuple[ProgressRow, ...]
    flags: tuple[Flag, ...] = ()
    kind: Kind = Kind.PROGRESS


@dataclass(frozen=True, slots=True)
class Commitment:
    """One deliverable of a report, without final punctuation."""

    text: str
    quote: Quote
    due: tuple[Due, ...] = ()
    targets: tuple[Target, ...] = ()
    qualitative: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """一是…: a named group of commitments inside an action; ordinal and name are None for what stands outside one."""

    ordinal: str | None
    name: str | None
    text: str
    quote: Quote
    commitments: tuple[Commitment, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """（一）…: a heading of the year's work with its measures."""

    ordinal: str
    name: str
    slogan: str | None
    quote: Quote
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True, slots=True)
class Achievement:
    """A figure that the review of a report tells: the value and the unit are as printed."""

    metric: str
    value: Decimal
    unit: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Report:
    """政府工作报告: what the coming year is to bring."""

    document: Document
    actions: tuple[Action, ...]
    headline_targets: tuple[Target, ...] = ()
    long_term_targets: tuple[Target, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    flags: tuple[Flag, ...] = ()
    kind: Kind = Kind.REPORT


@dataclass(frozen=True, slots=True)
class Unknown:
    """A readable document of another genre; the flags say what was recognised of it."""

    document: Document
    flags: tuple[Flag, ...] = ()
    kind: Kind = Kind.UNKNOWN


Reading = Plan | Progress | Report | Unknown
