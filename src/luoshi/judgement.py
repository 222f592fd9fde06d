"""The nouns of judging: what was reported, and what becomes of it. Values without behaviour, like those of `model`."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from luoshi.model import Progress, Quote


class MeasurementKind(StrEnum):
    """What a reported figure is: as of a target, the unit's own rate of completion, or a count made here."""

    COUNT = "count"
    LEVEL = "level"
    GROWTH = "growth"
    COMPLETION_RATE = "completion_rate"
    NAMED = "named"
    COMPONENT = "component"


class Verdict(StrEnum):
    """What becomes of a target, or of a row, at a date."""

    DONE = "done"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    NO_DATA = "no_data"
    NOT_DUE = "not_due"
    QUALITATIVE = "qualitative"


@dataclass(frozen=True, slots=True)
class Measurement:
    """A figure that was reported: `value` and `unit` as printed, `amount` in `base_unit`.

    `target` is the index of the target that it answers, None for a figure that answers nothing. A growth that
    `is_falling` fell by its value; what is not `is_done` is on its way only (已申报, 正在推进).
    """

    metric: str
    kind: MeasurementKind
    value: Decimal
    unit: str
    amount: Decimal
    base_unit: str
    quote: Quote
    as_of: date | None = None
    is_cumulative: bool = True
    is_done: bool = True
    is_falling: bool = False
    target: int | None = None


@dataclass(frozen=True, slots=True)
class TargetVerdict:
    """The verdict on one target; `why` is a Chinese sentence with the arithmetic.

    `ratio` is what is done of the target, `expected` what should be by now, both as shares of 1. `depth` is how
    far a target that is behind is so, in points; `colour` and `step` are those of the step of its ladder (red, 红).
    `gap` is how far it is ahead, or with a minus behind, as `why` tells it: it is rounded, and nothing rounds it again.
    """

    verdict: Verdict
    why: str
    ratio: Decimal | None = None
    expected: Decimal | None = None
    depth: Decimal | None = None
    gap: Decimal | None = None
    colour: str | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class RowVerdict:
    """The verdict on a row, that of its weakest target that has data, with those of all in the order of the targets."""

    verdict: Verdict
    why: str
    targets: tuple[TargetVerdict, ...] = ()
    measurements: tuple[Measurement, ...] = ()
    depth: Decimal | None = None
    gap: Decimal | None = None
    colour: str | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class JudgedProgress(Progress):
    """A progress table with a verdict a row, as of a date (None where nothing tells one)."""

    verdicts: tuple[RowVerdict, ...] = ()
    as_of: date | None = None
