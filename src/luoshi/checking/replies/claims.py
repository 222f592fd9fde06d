"""Doubts about rows that report nothing: empty ones, and those that only claim."""

import re
from collections.abc import Iterator

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import (
    SENTENCE_END,
    answered_rows,
    figures_of,
    is_empty,
    judged_rows,
    reply_of,
    says_nothing,
    text_before,
)
from luoshi.judgement import Measurement, RowVerdict
from luoshi.model import ProgressRow, Target

# 已全面完成年度任务
_CLAIM = re.compile(
    r"(?:已|已经|均已|提前|超额|全面|全部|圆满|如期|顺利){1,3}完成"
    r"(?:了?(?:全年|年度|今年|既定|各项|目标|任务)|[。，；]|$)"
)
# 完成1万人的培训目标
_GOAL_AGAIN = re.compile(r"(?:完成|实现|达成|达到)[^。；]*(?:目标|任务|计划|指标)[数量值]?$")

# So much of a task's name tells which one it is
_NAMED = 20


def seen_of_name(name: str, text: str) -> str:
    """What these checks see of a task's name beside a reply."""
    return name[:_NAMED] if says_nothing(text) else ""


def is_empty_claim(row: ProgressRow) -> bool:
    """Whether a target with a figure is said to be done without one."""
    return bool(row.targets and _CLAIM.search(row.text) and not figures_of(row.text))


def find_unanswered(case: ProgressCase) -> Iterator[Remark]:
    """A row with nothing in it."""
    for row in case.reading.rows:
        if is_empty(row):
            yield Remark(f"{label(row)}“{row.name[:_NAMED]}”没有填报。", reply_of(row))


def find_empty_claims(case: ProgressCase) -> Iterator[Remark]:
    """Said to be done, and no figure for a target that has one but for the target's own."""
    for row in answered_rows(case):
        if is_empty_claim(row):
            target = row.targets[0]
            yield Remark(f"{label(row)}说已完成，没有写数；目标是“{target.quote.text}”，请补上完成数。", reply_of(row))
    for row, judged in judged_rows(case):
        for said in _repeated_goals(row, judged):
            yield Remark(f"{label(row)}“{said.quote.text}”只重复了目标数，请写实际完成数。", reply_of(row))


def _repeated_goals(row: ProgressRow, judged: RowVerdict) -> Iterator[Measurement]:
    """The only answers to a target that say no more than that it is reached."""
    for index, target in enumerate(row.targets):
        answers = [each for each in judged.measurements if each.target == index]
        if len(answers) == 1 and _repeats(answers[0], target) and not _is_told_before(answers[0], row, judged):
            yield answers[0]


def _repeats(answer: Measurement, target: Target) -> bool:
    return answer.is_done and answer.amount == target.amount and _GOAL_AGAIN.search(answer.quote.text) is not None


def _is_told_before(answer: Measurement, row: ProgressRow, judged: RowVerdict) -> bool:
    """占63.8%，实现50%以上的目标: whether its sentence has told a figure of the kind."""
    begun = SENTENCE_END.split(text_before(answer, row))[-1]
    others = (each for each in judged.measurements if each is not answer and each.base_unit == answer.base_unit)
    return any(each.quote.text in begun for each in others)


CHECKS = (
    ProgressCheck(Rule("L060", "reply-missing", Severity.WARNING, "列了行，没有填报。"), find_unanswered),
    ProgressCheck(
        Rule("L061", "claim-without-figure", Severity.WARNING, "说完成了，目标有数而反馈没有数，或只重复了目标数。"),
        find_empty_claims,
    ),
)
