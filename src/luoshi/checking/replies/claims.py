"""Doubts about rows that report nothing: empty ones, and those that only claim."""

import re
from collections.abc import Iterator

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import answered_rows, figures_of, is_empty, reply_of
from luoshi.model import ProgressRow

# 已全面完成年度任务
_CLAIM = re.compile(
    r"(?:已|已经|均已|提前|超额|全面|全部|圆满|如期|顺利){1,3}完成"
    r"(?:了?(?:全年|年度|今年|既定|各项|目标|任务)|[。，；]|$)"
)


def is_empty_claim(row: ProgressRow) -> bool:
    """Whether a target with a figure is said to be done without one."""
    return bool(row.targets and _CLAIM.search(row.text) and not figures_of(row.text))


def find_unanswered(case: ProgressCase) -> Iterator[Remark]:
    """A row with nothing in it."""
    for row in case.reading.rows:
        if is_empty(row):
            yield Remark(f"{label(row)}“{row.name[:20]}”没有填报。", reply_of(row))


def find_empty_claims(case: ProgressCase) -> Iterator[Remark]:
    """Said to be done, and no figure for a target that has one."""
    for row in answered_rows(case):
        if is_empty_claim(row):
            target = row.targets[0]
            yield Remark(f"{label(row)}说已完成，没有写数；目标是“{target.quote.text}”，请补上完成数。", reply_of(row))


CHECKS = (
    ProgressCheck(Rule("L060", "reply-missing", Severity.WARNING, "列了行，没有填报。"), find_unanswered),
    ProgressCheck(
        Rule("L061", "claim-without-figure", Severity.WARNING, "说完成了，目标有数而反馈没有数。"), find_empty_claims
    ),
)
