"""The target of a quota table's row: the figure in the total's column, of what the task's text counts."""

import re
from dataclasses import replace
from decimal import Decimal

from luoshi.model import Allocation, Comparator, Quote, Target, TargetKind
from luoshi.reading.passage import tight, trim
from luoshi.reading.tables.allocation import amount, scale_of
from luoshi.reading.text import text_targets

_COMPARATORS: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    (Comparator.AT_LEAST, re.compile(r"^[≥>]|以上|不低于|不少于")),
    (Comparator.AT_MOST, re.compile(r"^[≤<]|以内|以下|不超过")),
    (Comparator.ABOUT, re.compile(r"^约|左右")),
)
# ≥60 | 8以上 | 0.02人/亿元
_GOAL = re.compile(
    r"(?P<change>增长|下降|提高|降低|达到)?(?P<before>[≥≤><＞＜约]=?|不低于|不少于|不超过|不高于)?"
    r"(?P<figure>\d[\d.,，]*)(?P<unit>[^\s以左]{0,8}?)(?P<after>以上|以下|以内|左右)?"
)
_SIGNS = {"≥": "以上", ">": "以上", "＞": "以上", "≤": "以内", "<": "以内", "＜": "以内"}
_UNIT_NOTE = re.compile(r"[（(](?:单位[：:])?(?P<unit>[^（()）]{1,8})[)）]$")
_CLAUSE_MARK = re.compile(r"[，。；,;]")
_OF_A_YEAR = re.compile(r"\d{4}年")
_DIGITS = re.compile(r"[^\d.,，]")
_RATE = frozenset("%％‰")


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
    is_rate = measure[-1:] in _RATE
    return (
        Target(
            metric=told.metric if told else _last_clause(body),
            comparator=_bound(allocation, told),
            value=allocation.total,
            unit=measure,
            kind=TargetKind.LEVEL if is_rate else TargetKind.COUNT,
            amount=allocation.total * scale_of(measure),
            base_unit=measure.lstrip("万亿"),
            quote=trim(total),
        ),
    )


def _bound(allocation: Allocation, told: Target | None) -> Comparator:
    """The bound that the total's cell tells; of a plain figure that of the same figure in the text (达到85%以上)."""
    said = _comparator(allocation.printed)
    is_same = told is not None and allocation.total in {told.value, told.amount}
    return told.comparator if told and is_same and said is Comparator.EQUAL else said


def goal_targets(name: Quote, goal: Quote, measure: str) -> tuple[Target, ...]:
    """What an indicator is to reach by the figure of its own cell (地区生产总值增速 | % | 8以上), in the cell's words.

    The measure stands behind the figure, in its own column or in a bracket behind the name.
    """
    found = _GOAL.fullmatch(tight(goal.text))
    if found is None:
        return text_targets((goal,))
    noted = _UNIT_NOTE.search(tight(name.text))
    unit = found["unit"] or measure or (noted["unit"] if noted else "")
    sign = (found["before"] or "")[:1]
    before, after = ("", _SIGNS[sign]) if sign in _SIGNS else (found["before"] or "", found["after"] or "")
    said = _UNIT_NOTE.sub("", tight(name.text)) + (found["change"] or "") + before + found["figure"] + unit + after
    told = text_targets((replace(name, text=said),))[-1:]
    if measure and not found["unit"] and not (told and told[0].unit == measure):
        return (_plain_target(name, goal, measure),)
    return tuple(replace(target, quote=trim(goal)) for target in told)


def _plain_target(name: Quote, goal: Quote, measure: str) -> Target:
    """The figure of a goal's cell in a measure of the document's own: 城市低保标准 | 元/月 | 720."""
    value = amount(_DIGITS.sub("", tight(goal.text))) or Decimal(0)
    return Target(
        metric=_UNIT_NOTE.sub("", tight(name.text)),
        comparator=_comparator(tight(goal.text)),
        value=value,
        unit=measure,
        kind=TargetKind.LEVEL if "/" in measure or measure[-1:] in _RATE else TargetKind.COUNT,
        amount=value * scale_of(measure),
        base_unit=measure.lstrip("万亿"),
        quote=trim(goal),
    )


def _comparator(printed: str) -> Comparator:
    return next((each for each, pattern in _COMPARATORS if pattern.search(printed)), Comparator.EQUAL)


def _last_clause(body: Quote) -> str:
    """The last clause of a text; one about a year (，2024年重点筛查老人) narrows what stands before it."""
    clauses = [clause for clause in _CLAUSE_MARK.split(tight(body.text)) if clause]
    lasting = [clause for clause in clauses if not _OF_A_YEAR.match(clause)] or clauses
    return lasting[-1] if lasting else tight(body.text)
