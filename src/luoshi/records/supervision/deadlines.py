"""By when a notice is to be answered, where nobody says otherwise."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from luoshi.records.supervision.models import Step

WORKING_DAYS: Final[Mapping[Step, int]] = {Step.REMIND: 10, Step.WARN: 5, Step.ORDER: 3}
"""The harder a notice presses, the sooner; Saturdays and Sundays are no working days, holidays are not known."""
_SATURDAY: Final = 5


def answer_day(step: Step, today: date) -> date:
    """The last of its working days."""
    return _after_working_days(today, WORKING_DAYS[step])


def _after_working_days(day: date, count: int) -> date:
    """2026-11-30 (a Monday) and 5: 2026-12-07."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day
