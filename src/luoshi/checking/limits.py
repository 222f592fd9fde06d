"""Doubts about a plan's time limits: past before they were set, or long after the year that is planned."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from luoshi.checking.check import PlanCase, PlanCheck, Remark, Rule, Severity, label
from luoshi.language.dates import find_dues, find_named_years
from luoshi.language.days import day_words
from luoshi.model import Task

# What a limit without a year is counted from, so that only those that name one are left
_NO_YEAR = 1000
# 2030 and 2035 are what plans are made for
_ROUND = 5
# 《2021—2025年规划》, “2024年行动”, （2023年立项）
_NAMED = re.compile("《[^》]*》|“[^”]*”|（[^（）]*）|\\([^()]*\\)")


def find_early_limits(case: PlanCase) -> Iterator[Remark]:
    """2023年底前 in the plan of 2024; 2月底前 in one that was issued in March."""
    document = case.reading.document
    for task in case.reading.tasks:
        limits = list(_limits(task)) if document.year else []
        past = next((words for words, by in limits if _NO_YEAR < by.year < (document.year or 0)), None)
        missed = next((words for words, by in limits if document.issued_on and by < document.issued_on), None)
        if past:
            yield Remark(f"{label(task)}的时限“{past}”早于{document.year}年，请核对。", task.quote)
        elif missed and document.issued_on:
            issued = day_words(document.issued_on)
            yield Remark(f"{label(task)}的时限“{missed}”早于印发日期（{issued}），请核对。", task.quote)


def find_late_limits(case: PlanCase) -> Iterator[Remark]:
    """2034年6月底前 in the plan of 2024; 到2025年 in a document that looks ahead as often is none."""
    year, tasks = case.reading.document.year, case.reading.tasks
    if not year:
        return
    late = [(task, *limit) for task in tasks for limit in islice(_later(task, year), 1)]
    usual = case.thresholds.dates
    if len(late) > max(usual.late_share * len(tasks), usual.late_most):
        late = [(task, words, by) for task, words, by in late if by.year > year + usual.planned]
    for task, words, by in late:
        if by.year % _ROUND or not words.startswith("到"):
            yield Remark(f"{label(task)}的时限“{words}”晚于{year}年，请核对是不是年份写错了。", task.quote)


def _later(task: Task, year: int) -> Iterator[tuple[str, date]]:
    return ((words, by) for words, by in _limits(task) if by.year > year)


def _limits(task: Task) -> Iterator[tuple[str, date]]:
    """The words of each time limit with its day; the reader passes over those of its text that lie in earlier years."""
    bare = _NAMED.sub(lambda found: "□" * len(found[0]), task.text)
    for span in (*find_dues(task.text, year=_NO_YEAR), *find_named_years(bare)):
        if span.by and span.by.year != _NO_YEAR:
            yield task.text[span.phrase_start : span.phrase_end], span.by
    yield from ((due.quote.text, due.by) for due in task.due if due.by)


CHECKS = (
    PlanCheck(
        Rule("L042", "date-before-year", Severity.WARNING, "时限早于文件的年度，或早于印发日期。"), find_early_limits
    ),
    PlanCheck(Rule("L045", "date-after-year", Severity.INFO, "时限晚于文件的年度，可能写错了年份。"), find_late_limits),
)
