"""Doubts about what is told as an answer and not done: applied for, agreed on, meant for next year."""

import re
from collections.abc import Iterator

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import SENTENCE, answered_rows, judged_rows, reply_of, text_from
from luoshi.judgement import Measurement, RowVerdict
from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of
from luoshi.model import ProgressRow

_PENDING = re.compile(any_of((*status.APPLIED, *status.PREPARED)))
# 已引进4个， | 均为意向协议; 新增6项， | 正在公示
_ALL_PENDING = re.compile(
    rf"[^。；]*?[，,（(](?:均|都|全部)(?:为|是|在|已|处于|尚)?[^，。；]{{0,6}}?(?:{any_of(status.APPLIED)})"
    rf"|[^。；，]*[，,（(](?:现?正在|尚在|正|待|处于)[^，。；\d]{{0,4}}(?:{any_of(status.APPLIED)})"
)
_AHEAD = re.compile("计划|拟|将|预计|力争|争取|打算|准备|待")


def find_pending(case: ProgressCase) -> Iterator[Remark]:
    """A target that only what is applied for answers; a reply that is all about next year."""
    for row, judged in judged_rows(case):
        for said in _pending(row, judged):
            yield Remark(f"{label(row)}“{said.quote.text}”还在前期、申报或审批阶段，不算完成，请核对。", reply_of(row))
    for row in answered_rows(case):
        words = _next_year(row.text, case.reading.document.year)
        if words:
            yield Remark(f"{label(row)}说的是“{words}”的打算，没有写今年办了什么。", reply_of(row))


def _pending(row: ProgressRow, judged: RowVerdict) -> Iterator[Measurement]:
    """The first answer to each target of which none is done."""
    for index in range(len(row.targets)):
        answers = [each for each in judged.measurements if each.target == index]
        if answers and all(_is_pending(each, row) for each in answers):
            yield answers[0]


def _is_pending(answer: Measurement, row: ProgressRow) -> bool:
    if not answer.is_done:
        return _PENDING.search(answer.quote.text) is not None
    return _ALL_PENDING.match(text_from(answer, row)) is not None


def _next_year(text: str, year: int | None) -> str | None:
    """明年, where every sentence of a reply speaks of what is to come."""
    found = re.search(f"明年|来年|下一?年度?|{year + 1}年" if year else "明年|来年|下一?年度?", text)
    sentences = [sentence[0] for sentence in SENTENCE.finditer(text)]
    return found[0] if found and all(map(_AHEAD.search, sentences)) else None


CHECKS = (
    ProgressCheck(
        Rule("L074", "not-done-yet", Severity.WARNING, "答目标的数都还在前期、申报或审批阶段，或说的是明年的打算。"),
        find_pending,
    ),
)
