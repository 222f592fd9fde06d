"""The target of a quota table's row: the figure in the total's column, of what the task's text counts."""

import re
from decimal import Decimal

from luoshi.model import Allocation, Comparator, Quote, Target, TargetKind
from luoshi.reading.passage import tight, trim
from luoshi.reading.tables.allocation import amount
from luoshi.reading.text import text_targets

_COMPARATORS: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    (Comparator.AT_LEAST, re.compile(r"^[≥>]|以上|不低于|不少于")),
    (Comparator.AT_MOST, re.compile(r"^[≤<]|以内|以下|不超过")),
    (Comparator.ABOUT, re.compile(r"^约|左右")),
)
_CLAUSE_MARK = re.compile(r"[，。；,;]")
_OF_A_YEAR = re.compile(r"\d{4}年")
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
    same = (target for target in named if allocation.total in {target.value, target.amount})
    told = next(same, named[0] if named else None)
    measure = allocation.measure or (told.base_unit if told and told.base_unit not in _RATE else "")
    scale = measure[:1] if measure[:1] in _MYRIADS else ""
    is_rate = measure[-1:] in _RATE
    return (
        Target(
            metric=told.metric if told else _last_clause(body),
            comparator=_comparator(allocation.printed),
            value=allocation.total,
            unit=measure,
            kind=TargetKind.LEVEL if is_rate else TargetKind.COUNT,
            amount=allocation.total * (amount(f"1{scale}") or Decimal(1)),
            base_unit=measure.lstrip("万亿"),
            quote=trim(total),
        ),
    )


def _comparator(printed: str) -> Comparator:
    return next((each for each, pattern in _COMPARATORS if pattern.search(printed)), Comparator.EQUAL)


def _last_clause(body: Quote) -> str:
    """The last clause of a text; one about a year (，2024年重点筛查老人) narrows what stands before it."""
    clauses = [clause for clause in _CLAUSE_MARK.split(tight(body.text)) if clause]
    lasting = [clause for clause in clauses if not _OF_A_YEAR.match(clause)] or clauses
    return lasting[-1] if lasting else tight(body.text)
