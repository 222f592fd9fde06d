"""Time in a text: the limits that a sentence or a cell sets, and the days, years and periods it names."""

from luoshi.language.days import find_year, month_end, parse_date
from luoshi.language.dues import DueSpan, find_dues, find_named_years, is_only_due, parse_due
from luoshi.language.periods import last_month, parse_period

__all__ = [
    "DueSpan",
    "find_dues",
    "find_named_years",
    "find_year",
    "is_only_due",
    "last_month",
    "month_end",
    "parse_date",
    "parse_due",
    "parse_period",
]
