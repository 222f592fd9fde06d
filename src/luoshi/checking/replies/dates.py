"""Doubts about the day up to which a reply counts: after the period, before its end, or told nowhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import SENTENCE, answered_rows, bigrams, figures_of, judged_rows, reply_of
from luoshi.judgement import Measurement
from luoshi.language.dates import last_month
from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of
from luoshi.language.quantities import find_quantities

_DECEMBER = 12
_YEAR_END = (12, 31)
_MONTH = r"(?:1[0-2]|0?[1-9])"
# 截至9月底, 截至2026年9月25日 | 截至2025年底
# 1-9月, 1月至9月 | 前9个月 | 9月底, not 9月底前 | 前三季度 | 上半年 | 截至目前
CUTOFF = re.compile(
    rf"""
      截[至止]到?(?:目前[，,]?)?(?:今年|(?P<year>\d{{4}})年)?(?P<until>{_MONTH})月(?:\d{{1,2}}日|[底末份])?
    | 截[至止]到?(?P<year_end>\d{{4}})年[底末]
    | (?<!\d)1月?[-—–~～至到]{{1,2}}(?P<last>{_MONTH})月
    | (?<!提)前(?P<first>{_MONTH})个?月
    | (?<![\d年至到-])(?P<end>{_MONTH})月[底末](?!之?前|以前)
    | (?:前|[一1][-—至到])?(?P<quarter>[一二三四])个?季度
    | (?P<half>上半年)
    | (?P<now>截[至止]目前|目前|现已|至今|迄今)
    """,
    re.VERBOSE,
)
# 较上半年, 比6月底: a base; 力争上半年: what is to come
_BASE = re.compile("(?:[较比从由自与同]|力争|确保|争取|预计|计划|原定|应于|将于)[^，。；]{0,2}$")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What a sentence says from one cut-off to the next: `words` name it, its figures count up to `month`.

    Months of an earlier year are counted down from this one's first: December of last year is month 0.
    """

    named: str
    month: int
    words: frozenset[str]


def _month(found: re.Match[str], last: int) -> int:
    """The month that a cut-off names; the period's own last month for 目前."""
    if found["quarter"]:
        return _QUARTERS[found["quarter"]]
    if found["half"]:
        return 6
    if found["year_end"]:
        return _DECEMBER
    return next((int(month) for month in found.group("until", "last", "first", "end") if month), last)


def _cutoffs(text: str) -> list[re.Match[str]]:
    """The cut-offs that a text names."""
    return [each for each in CUTOFF.finditer(text) if not _BASE.search(text, max(each.start() - 4, 0), each.start())]


def _counted(found: re.Match[str], year: int | None, last: int) -> int:
    """The month that a cut-off names, counted from the first of the document's year."""
    named = found["year"] or found["year_end"]
    years = int(named) - year if named and year else 0
    return _month(found, last) + _DECEMBER * years


def _is_certain(found: re.Match[str]) -> bool:
    """Whether a cut-off can only mean up to when something was counted: 四季度 alone may be what is to come."""
    is_range = bool(found["quarter"] and found[0][0] in "前一1")
    return is_range or any(found[name] for name in ("until", "year_end", "last", "first"))


def find_late_dates(case: ProgressCase) -> Iterator[Remark]:
    """截至10月 in the third quarter's table."""
    last = last_month(case.reading.document.period)
    for row in answered_rows(case):
        year = case.reading.document.year
        certain = [each for each in _cutoffs(row.text) if _is_certain(each)] if last else []
        late = [each[0] for each in certain if last and _counted(each, year, last) > last]
        words = late[0] if late else _later_day(row.text, last or _DECEMBER)
        words = words or (_whole_year(row.text) if last and last < _DECEMBER else None)
        if words:
            yield Remark(f"{label(row)}写的是“{words}”，晚于填报期（到{last}月底），请核对。", reply_of(row))


# 全年共完成30个 in the third quarter's table
_WHOLE_YEAR = re.compile("全年(?:共|已|累计|共计|总共)+(?:完成|实现|建成|新增|开展|举办|引进|培训|发放)")


def _is_stage(sentence: str, day: re.Match[str]) -> bool:
    """Whether a stage of a project stands right behind a day, and nothing says that it was reached."""
    clause = max(sentence.rfind(mark, 0, day.start()) for mark in "，,；;") + 1
    return _STAGE.match(sentence, day.end()) is not None and not _PAST.search(sentence, clause)


def _whole_year(text: str) -> str | None:
    found = _WHOLE_YEAR.search(text)
    return found[0] if found else None


# 于10月22-25日举行 | 10月已纳入; not 2025年10月22日, 10月22日前
_DAY = re.compile(r"(?<![\d年])(?P<month>\d{1,2})月(?:\d{1,2}(?:[-—–~～至]\d{1,2})?日(?!前|之前|以前)|已)")
_AHEAD = re.compile("预计|计划|将|拟|力争|确保|争取|定于|预期|目标|安排|准备")
# 10月28日投用 — a stage right behind its day is what is to come, where nothing says that it is done
_STAGE = re.compile(
    "(?:左右|前后)?(?:正式|全面|全线|整体|如期|试)?"
    "(?:投入使用|投入运营|投用|投产|启用|运营|运行|开工|竣工|完工|通车|交付|开业|开园|开学|开馆|验收|封顶|建成)"
)
_PAST = re.compile("已|了")


def _later_day(text: str, last: int) -> str | None:
    """The first day after the last month of the period that is told as past."""
    for sentence in SENTENCE.finditer(text):
        later = (each for each in _DAY.finditer(sentence[0]) if last < int(each["month"]) <= _DECEMBER)
        day = next((each for each in later if not _is_stage(sentence[0], each)), None)
        if day and not _AHEAD.search(sentence[0]):
            return day[0]
    return None


# ── Before the end of the period ─────────────────────────────────────────────────────────────────────────────────────

# 累计完成投资, 同比增长: said of whatever is counted
_CHANGE = re.compile("(?:同比|较上年|比上年)?(?:增长|下降|增加|减少|上升|提高)|增速|累计|共|已|完成|实现|全市|全省")
# 9月份数据未发布: a reason
_UNPUBLISHED = re.compile(any_of(status.EXCUSES))
# 上半年完成选址 | ，已建成8个
_NOW = re.compile("[，,](?=已|现|累计|今年)")


def find_stale_dates(case: ProgressCase) -> Iterator[Remark]:
    """截至6月底 in the third quarter's table, and the same thing told of no later day; a figure of an earlier year."""
    yield from _stale_months(case)
    yield from _earlier_years(case)


def _stale_months(case: ProgressCase) -> Iterator[Remark]:
    last = last_month(case.reading.document.period)
    for row in answered_rows(case):
        stretches = _stretches(row.text, case.reading.document.year, last) if last else []
        older = (each for each in stretches if last and each.month < last and not _UNPUBLISHED.search(row.text))
        least = case.thresholds.dates.alike
        stale = next((each for each in older if not _told_later(each, stretches, least)), None)
        if stale:
            yield Remark(f"{label(row)}的数只到“{stale.named}”，填报期到{last}月底，请更新。", reply_of(row))


def _stretches(text: str, year: int | None, last: int) -> list[_Stretch]:
    """The stretches of a text that have a figure, in order."""
    found = []
    for sentence in SENTENCE.finditer(text):
        cutoffs = _cutoffs(sentence[0])
        ends = [*(each.start() for each in cutoffs[1:]), len(sentence[0])]
        for cutoff, end in zip(cutoffs, ends, strict=False):
            told = _NOW.split(sentence[0][cutoff.end() : end].lstrip("，, "), maxsplit=1)[0]
            if figures_of(told):
                found.append(_Stretch(cutoff[0], _counted(cutoff, year, last), _subject(told)))
    return found


def _subject(told: str) -> frozenset[str]:
    """What the figures of a stretch are of: 进口额 of 进口额13亿元，同比增长7.2%."""
    told = _CHANGE.sub("", told)
    gaps = [0, *(place for figure in find_quantities(told) for place in (figure.start, figure.end)), len(told)]
    named = "，".join(told[start:end] for start, end in zip(gaps[::2], gaps[1::2], strict=True))
    return bigrams(named) or bigrams(told)


def _told_later(stale: _Stretch, stretches: Sequence[_Stretch], least: float) -> bool:
    """Two stretches that share so much of the words of the shorter one tell of the same thing."""
    return any(
        each.month > stale.month and len(each.words & stale.words) >= least * min(len(each.words), len(stale.words))
        for each in stretches
    )


# 上年度就诊率; not 较上年, 上年同期
_LAST_YEAR = re.compile("(?<![较比同于])(?:上年度?|上一年度?|去年)(?![同末底初以])")


def _earlier_years(case: ProgressCase) -> Iterator[Remark]:
    """2025年研发投入强度3.02%, where this year's is promised."""
    year = case.reading.document.year
    for row, judged in judged_rows(case):
        found = next((each for each in judged.measurements if year and _is_of_earlier_year(each, year)), None)
        if found:
            told = f"“{found.quote.text}”是往年的数，要的是{year}年的"
            yield Remark(f"{label(row)}的{told}，请更新。", reply_of(row))


def _is_of_earlier_year(measurement: Measurement, year: int) -> bool:
    """Whether a target is answered by the figure of a whole year before: no day of it is the day of an event."""
    day = measurement.as_of
    is_dated = day is not None and day.year < year and (day.month, day.day) == _YEAR_END
    return measurement.target is not None and (is_dated or _LAST_YEAR.search(measurement.quote.text) is not None)


# ── Told nowhere ─────────────────────────────────────────────────────────────────────────────────────────────────────

_SHOWN = 5


def find_missing_dates(case: ProgressCase) -> Iterator[Remark]:
    """Neither the table nor the replies say up to which day the figures count; one doubt for the whole table."""
    undated = [
        row
        for row, judged in judged_rows(case)
        if any(each.target is not None and each.as_of is None for each in judged.measurements)
    ]
    if undated and last_month(case.reading.document.period) is None:
        rows = "、".join(str(row.number) for row in undated[:_SHOWN]) + ("等" if len(undated) > _SHOWN else "")
        told = f"表头没有写填报期，第{rows}项的数也没有写截至哪一天"
        yield Remark(f"{told}，没法对照序时；请写明，或另外指明截至日期。", reply_of(undated[0]))


CHECKS = (
    ProgressCheck(
        Rule("L065", "date-after-period", Severity.WARNING, "写了填报期以后的日期，说得像已经过去。"), find_late_dates
    ),
    ProgressCheck(
        Rule("L066", "date-stale", Severity.INFO, "数只到填报期末以前的某个月，或是往年的，没有更新。"),
        find_stale_dates,
    ),
    ProgressCheck(
        Rule("L072", "date-missing", Severity.INFO, "表头没有填报期，行里也没有写数截至哪一天。"), find_missing_dates
    ),
)
