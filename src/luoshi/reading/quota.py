"""The target of a quota table's row: the figure in the total's column, of what the task's text counts."""

import re
from decimal import Decimal

from luoshi.model import Allocation, Comparator, Quote, Target, TargetKind
from luoshi.reading.allocation import amount
from luoshi.reading.passage import tight, trim
from luoshi.reading.text import text_targets

_COMPARATORS: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    (Comparator.AT_LEAST, re.compile(r"^[≥>]|以上|不低于|不少于")),
    (Comparator.AT_MOST, re.compile(r"^[≤<]|以内|以下|不超过")),
    (Comparator.ABOUT, re.compile(r"^约|左右")),
)
_CLAUSE_MARK = re.compile(r"[，。；,;]")
_RATE = frozenset("%％‰")
_MYRIADS = frozenset("万亿")


def quota_targets(total: Quote | None, body: Quote, allocation: Allocation | None) -> tuple[Target, ...]:
    """What a row commits this government to: its total, or what a total told in words says last.

    A figure in the text beside a total is the upper government's and no target of this one.
    """
    if allocation is None or total is None:
        return text_targets((body,))
    if allocation.total is None:
        return text_targets((total,))[-1:]
    named = text_targets((body,))
    same = (target.metric for target in named if allocation.total in {target.value, target.amount})
    scale = allocation.measure[:1] if allocation.measure[:1] in _MYRIADS else ""
    is_rate = allocation.measure[-1:] in _RATE
    return (
        Target(
            metric=next(same, named[0].metric if named else _last_clause(body)),
            comparator=_comparator(allocation.printed),
            value=allocation.total,
            unit=allocation.measure,
            kind=TargetKind.LEVEL if is_rate else TargetKind.COUNT,
            amount=allocation.total * (amount(f"1{scale}") or Decimal(1)),
            base_unit=allocation.measure.lstrip("万亿"),
            quote=trim(total),
        ),
    )


def _comparator(printed: str) -> Comparator:
    return next((each for each, pattern in _COMPARATORS if pattern.search(printed)), Comparator.EQUAL)


def _last_clause(body: Quote) -> str:
    clauses = [clause for clause in _CLAUSE_MARK.split(tight(body.text)) if clause]
    return clauses[-1] if clauses else tight(body.text)
