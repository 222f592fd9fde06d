"""By when a notice is to be answered, where nobody says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from luoshi.records.supervision.models import Step
from luoshi.rules import settings_in, wrong_setting

WORKING_DAYS: Final[Mapping[Step, int]] = {Step.REMIND: 10, Step.WARN: 5, Step.ORDER: 3}
"""The harder a notice presses, the sooner."""
_SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """On which days nobody works beside Saturdays and Sundays, and on which of these somebody does."""

    holidays: frozenset[date]
    workdays: frozenset[date]

    def is_worked(self, day: date) -> bool:
        """Whether it is a working day."""
        return day in self.workdays or (day.weekday() < _SATURDAY and day not in self.holidays)

    def knows(self, year: int) -> bool:
        """Whether any holiday of a year is written down."""
        return any(day.year == year for day in self.holidays)


def calendar_in(rules: str, name: str = "规则") -> Calendar:
    """The calendar of a text of rules, as a register keeps it; raises `RulesError`."""
    try:
        return Calendar(
            **{key: frozenset(map(_day, days)) for key, days in settings_in(rules, name)["calendar"].items()}
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise wrong_setting(name, error) from error


def answer_day(step: Step, today: date, calendar: Calendar) -> date:
    """The last of its working days."""
    day, left = today, WORKING_DAYS[step]
    while left:
        day += timedelta(days=1)
        left -= calendar.is_worked(day)
    return day


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _day(written: Any) -> date:
    """A day as TOML has it: 2026-10-01, neither in quotes nor with a time."""
    if not isinstance(written, date) or isinstance(written, datetime):
        raise TypeError(f"{written} 不是 2026-10-01 这样的日期")
    return written
