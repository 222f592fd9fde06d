"""Days and years as documents print them: 2024年3月4日, 二〇二四年三月四日, ２０２４年３月, 2024-03-04, 2024.3.4."""

import re
from calendar import monthrange
from datetime import date

from luoshi.language.numerals import parse_numeral

GAP = r"[ \u3000\xa0]?"
YEAR = r"(?:(?:19|20|１９|２０)[0-9０-９]{2}|[一二][〇零○ＯO0九一][〇零○ＯO0一二三四五六七八九]{2})"
MONTH = r"(?:[0-9０-９]{1,2}|十[一二]?|[一二三四五六七八九])"
MONTH_NUMBERS = range(1, 13)
DAY = r"(?:[0-9０-９]{1,2}|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])"

# 2024年 2月 21日, 二〇二四年三月四日
PRINTED = rf"(?P<year>{YEAR}){GAP}年{GAP}(?P<month>{MONTH}){GAP}月{GAP}(?P<day>{DAY}){GAP}[日号]"
# 2024-03-04, 2024.3.4, 2024/3/4
DOTTED = (
    r"(?P<dotted_year>(?:19|20|１９|２０)[0-9０-９]{2})(?P<mark>[-./．－／])"
    r"(?P<dotted_month>[0-9０-９]{1,2})(?P=mark)(?P<dotted_day>[0-9０-９]{1,2})(?![0-9０-９])"
)
DATE = re.compile(rf"{PRINTED}|{DOTTED}")

# 2024 of “2024年政府工作报告”, 2024 of “2024—2026年行动计划”
NAMED_YEAR = re.compile(rf"(?<![0-9０-９〇一二])(?P<year>{YEAR})(?:[-—–~～至]{YEAR})?{GAP}年")
# 2024 of “政府工作报告（2024）”
BARE_YEAR = re.compile(r"(?<![0-9０-９])(?P<year>(?:19|20|１９|２０)[0-9０-９]{2})(?![0-9０-９])")

# The zeros that typists use for 〇.
ZEROS = str.maketrans("○ＯO0", "〇〇〇〇")


def parse_date(text: str) -> date | None:
    """Return the day that the whole of `text` prints (spaces around it aside), or None."""
    match = DATE.fullmatch(text.strip())
    return _day(match) if match else None


def find_year(text: str) -> int | None:
    """Return the first year that `text` names, one with 年 before a bare one; None if it names none."""
    match = NAMED_YEAR.search(text) or BARE_YEAR.search(text)
    return year_of(match["year"]) if match else None


def year_of(printed: str) -> int | None:
    """2024 for ２０２４ and 二〇二四."""
    if printed[0] in "一二":
        printed = printed.translate(ZEROS)
    return number_of(printed)


def number_of(printed: str) -> int | None:
    """12 for 12, １２ and 十二; None for what is no number."""
    value = parse_numeral(printed)
    return None if value is None else int(value)


def day_of(year: int | None, month: int | None, day: int | None) -> date | None:
    """Return the day, or None if a part of it is unknown or the calendar has no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int | None, month: int | None) -> date | None:
    """Return the last day of a month, or None if it is unknown or no month."""
    if year is None or month is None or month not in MONTH_NUMBERS:
        return None
    return day_of(year, month, monthrange(year, month)[1])


def day_words(day: date) -> str:
    """2026年2月25日"""
    return f"{day.year}年{day.month}月{day.day}日"


def limit_words(day: date) -> str:
    """The day up to which something is to be done, in its own year: 10月底前, 10月15日前."""
    return f"{day.month}月底前" if day == month_end(day.year, day.month) else f"{day.month}月{day.day}日前"


def _day(match: re.Match[str]) -> date | None:
    parts = ("year", "month", "day") if match["year"] else ("dotted_year", "dotted_month", "dotted_day")
    year, month, day = (match[part] for part in parts)
    return day_of(year_of(year), number_of(month), number_of(day))
