"""Targets: the figures of a sentence that commit to an amount, each with its metric, comparator, kind and quote."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter

from luoshi.language.lexicon.measures import NONE, RANK
from luoshi.language.targets import naming
from luoshi.language.targets.composing import Named, find_named
from luoshi.language.targets.figures import Figure
from luoshi.language.targets.kinds import has_falling_name, kind_of
from luoshi.language.targets.leads import MARKS, read_predicate
from luoshi.language.targets.tiers import Steps, find_tiers

# 10余家 is ten at the least.
ROUGH = "余"
LOWERING = frozenset("降减压缩")
# 保 of 保4争5拼6
STEPPED = "保"
PART = "其中"
START = attrgetter("start")
PLACED = re.compile("(?:排名|位次|名次)$")


@dataclass(slots=True)
class TargetSpan:
    """What is to be reached: `text[start:end]` is the quote, `value` and `unit` are as printed.

    Of a range `value` is the lower bound and `high` the upper; `amount` and `high_amount` are in `base_unit`. `kind` is
    "count" (done within the year), "level" (to stand at) or "growth", whose value is positive and `direction` “up” or
    “down”. `tiers` are the steps of 保4争5拼6, `per` is what it is promised for each of (学期, 乡镇).
    """

    start: int
    end: int
    metric: str
    comparator: str
    value: Decimal
    unit: str
    kind: str
    amount: Decimal
    base_unit: str
    direction: str = "up"
    high: Decimal | None = None
    high_amount: Decimal | None = None
    tiers: tuple[tuple[str, Decimal], ...] = ()
    per: str | None = None


def find_targets(text: str) -> tuple[TargetSpan, ...]:
    """Return the targets of a text in order; one figure for two metrics is two targets with the same quote."""
    named = find_named(text)
    found = [_target(each, text) for each in named]
    if PART in text:
        _count_parts(named, found)
    for figure, steps in find_tiers(text) if STEPPED in text else ():
        start, end = naming.subject_of(figure, text)
        if start == end:
            continue
        found.append(_tiered(Named(figure, figure.lead, text[start:end], start, figure.end), steps, text))
    return tuple(sorted(found, key=START) if len(found) > 1 else found)


def _count_parts(named: list[Named], found: list[TargetSpan]) -> None:
    """新增车位600个，其中充电车位不少于120个: a part of what is done is done, however it is compared."""
    for index, each in enumerate(named[1:], 1):
        whole, part = found[index - 1], found[index]
        is_part = each.figure.lead.before.startswith(PART) and whole.base_unit == part.base_unit
        if is_part and (whole.kind, part.kind) == ("count", "level"):
            found[index] = replace(part, kind="count")


def _target(named: Named, text: str) -> TargetSpan:
    figure, lead = named.figure, named.lead
    quantity = figure.quantity
    comparator, change = read_predicate(lead.predicate)
    if figure.mark:
        comparator = MARKS[figure.mark]
    if comparator == "=":
        comparator = _implied(figure)
    # 收入比缩小到1.74: a pure number is a ratio; 用户突破400万 counts.
    if not quantity.unit and quantity.dimension is NONE:
        kind = "level"
    else:
        before = figure.clause.surface[lead.opening : max(lead.start, named.start)]
        kind = kind_of(named.metric, before, lead.predicate, quantity, change)
    return TargetSpan(
        named.start,
        named.end,
        named.metric,
        comparator,
        quantity.value,
        quantity.unit,
        kind,
        quantity.amount,
        quantity.base_unit,
        _direction(named, comparator, change, kind),
        quantity.high,
        quantity.high_amount,
        (),
        naming.period_of(figure, text) if naming.EACH in lead.before else None,
    )


def _implied(figure: Figure) -> str:
    """A place in a ranking is better the lower it is, 300余家 are 300 at the least."""
    quantity = figure.quantity
    if quantity.dimension is RANK:
        return "≤"
    return "≥" if ROUGH in figure.clause.surface[quantity.start : quantity.end] else "="


def _tiered(named: Named, steps: Steps, text: str) -> TargetSpan:
    """The first step is what has to be reached; a place in a ranking is better the lower it is."""
    target = replace(_target(named, text), comparator="≥", tiers=steps)
    if PLACED.search(named.metric):
        return replace(target, comparator="≤", kind="level", direction="down")
    return target


def _direction(named: Named, comparator: str, change: str, kind: str) -> str:
    if kind == "growth":
        return "down" if change == "down" or has_falling_name(named.metric) else "up"
    is_lowered = comparator == "≤" or not LOWERING.isdisjoint(named.lead.predicate)
    return "down" if is_lowered else "up"
