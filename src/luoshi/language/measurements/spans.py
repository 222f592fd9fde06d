"""What a figure of a reply is."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple


class MeasurementSpan(NamedTuple):
    """What was reported: `text[start:end]` is the quote, `value` and `unit` are as printed, `amount` in `base_unit`.

    `kind` is “count”, “level”, “growth”, “completion_rate” (of the target, as the unit claims it), “named” (things
    listed by name and counted here) or “component” (a part that the target's figure is made of). A growth that
    `is_falling` fell by its value. `target` is the index of the target that it answers.
    """

    start: int
    end: int
    metric: str
    value: Decimal
    unit: str
    amount: Decimal
    base_unit: str
    kind: str
    as_of: date | None
    is_cumulative: bool
    is_done: bool
    is_falling: bool
    target: int | None
