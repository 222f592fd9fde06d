"""The period that a progress table reports on: told by its title, and by when it ends."""

import re

from luoshi.language.days import DAY, GAP, MONTH, MONTH_NUMBERS, number_of
from luoshi.language.lexicon import dates as words

# 1-9月, 1至9月份, 1月—9月
MONTHS = re.compile(rf"(?<![0-9０-９])[1１一]{GAP}月?{GAP}[-—–―－~～至到]{GAP}(?P<month>{MONTH}){GAP}月")
# 三季度, 第三季度, 前三季度, 一至三季度
QUARTER = re.compile(r"(?P<quarter>[一二三四1-4１-４])个?季度")
# 9月份, 截至9月30日; the day of a title's own date is no period.
SINGLE = re.compile(
    rf"(?P<until>截[至止]到?[^，。；、]{{0,10}})?(?<![0-9０-９十])(?P<month>{MONTH}){GAP}月(?P<day>{GAP}{DAY}{GAP}日)?"
)
HALF = re.compile(r"(?P<second>下)?半年")
# The last months of the periods that are no single one
LAST_MONTHS = {"Q1": 3, "Q2": 6, "H1": 6, "Q3": 9, "Q4": 12}
WHOLE = re.compile(r"全年|年终|年末|年底|年度(?=.*(?:完成|进展|总结|通报))")


def parse_period(text: str) -> str | None:
    """Return the period that a title names, or None: Q1…Q4 (Q3 also for 1-9月), H1 for 上半年 and 1-6月, M01…M12."""
    return _of_months(text) or _of_quarter(text) or _of_half(text) or _of_month(text) or _of_year(text)


def last_month(period: str | None) -> int | None:
    """Return the last month of a period by its code, 9 of Q3 and of M09; None for what is no code."""
    if period and period.startswith("M") and period[1:].isdecimal():
        return month if (month := int(period[1:])) in MONTH_NUMBERS else None
    return LAST_MONTHS.get(period or "")


def _of_months(text: str) -> str | None:
    match = MONTHS.search(text)
    month = number_of(match["month"]) if match else None
    return None if month is None else words.RANGE_ENDS.get(month) or _month_code(month)


def _of_quarter(text: str) -> str | None:
    match = QUARTER.search(text)
    return f"Q{number_of(match['quarter'])}" if match else None


def _of_half(text: str) -> str | None:
    match = HALF.search(text)
    if not match:
        return None
    return "Q4" if match["second"] else "H1"


def _of_month(text: str) -> str | None:
    for match in SINGLE.finditer(text):
        month = number_of(match["month"])
        if month is not None and (match["until"] or not match["day"]):
            return _month_code(month)
    return None


def _of_year(text: str) -> str | None:
    return "Q4" if WHOLE.search(text) else None


def _month_code(month: int) -> str | None:
    return f"M{month:02}" if month in MONTH_NUMBERS else None
