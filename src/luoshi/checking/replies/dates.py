"""Doubts about the day up to which a reply counts: after the period, or before its end."""

import re
from collections.abc import Iterator

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import SENTENCE, answered_rows, reply_of
from luoshi.model import ProgressRow

_DECEMBER = 12
_LAST_MONTHS = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6}
# 截至9月底 | 1-9月 | 1—8月份
_AS_OF = re.compile(
    r"(?:截[至止]到?(?:目前[，,]?)?(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月|(?<!\d)1[-—–~～至](?P<last>\d{1,2})月)(?!\d)"
)


def _last_month(case: ProgressCase) -> int | None:
    period = case.reading.document.period or ""
    return int(period[1:]) if period.startswith("M") else _LAST_MONTHS.get(period)


def _as_of(row: ProgressRow, year: int | None) -> list[tuple[str, int]]:
    """The cut-offs that the text names, with their months of the document's year."""
    found = [each for each in _AS_OF.finditer(row.text) if not each["year"] or int(each["year"]) == year]
    return [(each[0], int(each["month"] or each["last"])) for each in found]


def find_late_dates(case: ProgressCase) -> Iterator[Remark]:
    """截至10月 in the third quarter's table."""
    last = _last_month(case)
    for row in answered_rows(case):
        late = [words for words, month in _as_of(row, case.reading.document.year) if last and month > last]
        words = late[0] if late else _later_day(row.text, last or _DECEMBER)
        if words:
            yield Remark(f"{label(row)}写的是“{words}”，晚于填报期（到{last}月底），请核对。", reply_of(row))


# 于10月22-25日举行 | 10月已纳入; not 2025年10月22日, 10月22日前
_DAY = re.compile(r"(?<![\d年])(?P<month>\d{1,2})月(?:\d{1,2}(?:[-—–~～至]\d{1,2})?日(?!前|之前|以前)|已)")
_AHEAD = re.compile("预计|计划|将|拟|力争|确保|争取|定于|预期|目标|安排|准备")


def _later_day(text: str, last: int) -> str | None:
    """The first day after the last month of the period that is told as past."""
    for sentence in SENTENCE.finditer(text):
        day = next((each for each in _DAY.finditer(sentence[0]) if last < int(each["month"]) <= _DECEMBER), None)
        if day and not _AHEAD.search(sentence[0]):
            return day[0]
    return None


def find_stale_dates(case: ProgressCase) -> Iterator[Remark]:
    """截至6月底 in the third quarter's table, and nothing later."""
    last = _last_month(case)
    for row in answered_rows(case):
        dates = _as_of(row, case.reading.document.year)
        if last and dates and max(month for _, month in dates) < last:
            yield Remark(f"{label(row)}的数只到“{dates[-1][0]}”，填报期到{last}月底，请更新。", reply_of(row))


CHECKS = (
    ProgressCheck(
        Rule("L065", "date-after-period", Severity.WARNING, "写了填报期以后的日期，说得像已经过去。"), find_late_dates
    ),
    ProgressCheck(
        Rule("L066", "date-stale", Severity.INFO, "截至日期早于填报期末，数可能没有更新。"), find_stale_dates
    ),
)
