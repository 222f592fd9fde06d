"""Doubts about figures that no place has: 万 where 亿 was meant, or 亿 where 万 was.

Money is looked at beside what the place produces in a year. Nobody tells that, so that each sum says within which
bounds it must lie, and what most sums agree on is believed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import inf, log10
from typing import NamedTuple

from luoshi.checking.check import PlanCase, PlanCheck, ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.level import Level, level_of
from luoshi.checking.replies.units import find_wrong_scales
from luoshi.checking.thresholds import Scales
from luoshi.language.lexicon import magnitudes as words
from luoshi.language.lexicon.magnitudes import Bounds
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.model import ProgressRow, Quote, Task

_SIZES = "万亿"
# How many times as much 亿 is
_STEP = 4
# The size of a place, in tenths of a decade
_TENTHS = range(80, 140)
# Words that far from a figure say what it counts
_BEFORE, _AFTER = 60, 12
_SENTENCE_END = re.compile("[。；\n]")
_CLAUSE_END = re.compile("[，、；,]")


class Decades(NamedTuple):
    """From … to, as powers of ten."""

    low: float
    high: float

    def misses(self, other: "Decades") -> bool:
        """Whether the two lie apart."""
        return self.high < other.low or self.low > other.high

    def moved(self, steps: float) -> "Decades":
        return Decades(self.low + steps, self.high + steps)


class _Figure(NamedTuple):
    """A figure of a text: its own amount, what bounds it has, and whether these are shares of the place's product."""

    item: Task | ProgressRow
    quote: Quote
    printed: str
    amount: float
    bounds: Bounds
    is_share: bool

    @property
    def needed(self) -> Decades:
        """What the place would have to produce for the figure to lie within its bounds."""
        least = log10(self.bounds.least) if self.bounds.least else -inf
        return Decades(log10(self.amount) - log10(self.bounds.most), log10(self.amount) - least)


def find_implausible_tasks(case: PlanCase) -> Iterator[Remark]:
    """新增贷款600万元 in a city's plan, 招引采购商100亿人次 in any."""
    usual = case.thresholds.scales
    level = level_of(case.reading, usual.level)
    if level:
        texts = [(task, task.quote, task.text) for task in case.reading.tasks]
        yield from _implausible(texts, level, usual)


def find_implausible_replies(case: ProgressCase) -> Iterator[Remark]:
    """The same in a table's names and in what the units reported, but for replies that do not fit their own targets."""
    usual = case.thresholds.scales
    level = level_of(case.reading, usual.level)
    if level:
        told = {remark.quote for remark in find_wrong_scales(case)}
        names = [(row, row.quote, row.name) for row in case.reading.rows]
        replies = [(row, row.text_quote or row.quote, row.text) for row in case.reading.rows]
        yield from (remark for remark in _implausible([*names, *replies], level, usual) if remark.quote not in told)


def _implausible(
    texts: Iterable[tuple[Task | ProgressRow, Quote, str]], level: Level, usual: Scales
) -> Iterator[Remark]:
    figures = [figure for item, quote, text in texts for figure in _figures(item, quote, text, level)]
    size = _agreed([each.needed for each in figures if each.is_share and each.bounds.least], _product(level), usual)
    for figure in figures:
        place = size if figure.is_share else Decades(0, 0)
        side = _far_side(figure.needed, place)
        if side and any(size in figure.printed for size in _SIZES):
            told = f"{label(figure.item)}的“{figure.printed}”比通常的{side}得多"
            yield Remark(f"{told}，像是{_MEANT[side]}，请核对。", figure.quote)


_MEANT = {"少": "把亿写成了万", "多": "把万写成了亿"}


def _far_side(needed: Decades, place: Decades) -> str | None:
    """少 or 多 for a figure that fits no such place, and would if it were 万 for 亿 or the other way about."""
    if not needed.misses(place):
        return None
    side = "少" if needed.high < place.low else "多"
    return None if needed.moved(_STEP if side == "少" else -_STEP).misses(place) else side


def _product(level: Level) -> Decades:
    least, most = words.PRODUCTS[level]
    return Decades(log10(least), log10(most))


def _agreed(needs: Sequence[Decades], kind: Decades, usual: Scales) -> Decades:
    """The sizes that most figures agree on, within those of the place's kind; these where too few say anything.

    So many decades beyond are let be.
    """
    votes = Counter(
        tenth for low, high in needs for tenth in _TENTHS if max(low, kind.low) <= tenth / 10 <= min(high, kind.high)
    )
    most = max(votes.values(), default=0)
    if most < max(usual.fewest, usual.agreed * len(needs)):
        return kind
    agreed = [tenth / 10 for tenth, count in votes.items() if count == most]
    return Decades(min(agreed) - usual.slack, max(agreed) + usual.slack)


# ── What a figure counts ─────────────────────────────────────────────────────────────────────────────────────────────


def _figures(item: Task | ProgressRow, quote: Quote, text: str, level: Level) -> Iterator[_Figure]:
    for quantity in find_quantities(text):
        before, after = _around(text, quantity)
        unit, _, per = quantity.base_unit.partition("/")
        worth = 1.0 if not unit and _is_money(before) else words.CURRENCIES.get(unit)
        if quantity.amount <= 0:
            continue
        printed = f"{_clause(before)[-8:]}{text[quantity.start : quantity.end]}"
        amount = float(quantity.amount) * (worth or 1.0)
        bounds = _money_bounds(before, after, per=per) if worth else _count_bounds(unit, before, after, level)
        if bounds:
            yield _Figure(item, quote, printed, amount, bounds, is_share=bounds in words.MONEY)


def _around(text: str, quantity: QuantitySpan) -> tuple[str, str]:
    """The sentence before the figure and the clause after it, as far as they say what it counts."""
    before = _SENTENCE_END.split(text[max(quantity.start - _BEFORE, 0) : quantity.start])[-1]
    after = re.split("[，。；、]", text[quantity.end : quantity.end + _AFTER])[0]
    return before, after


def _clause(before: str) -> str:
    return _CLAUSE_END.split(before)[-1]


def _is_money(before: str) -> bool:
    return bool(re.search(words.MONEY_WORDS, _clause(before)))


def _money_bounds(before: str, after: str, *, per: str) -> Bounds | None:
    if per or re.search(words.ONE.words, _clause(before)):
        return words.ONE
    if re.search(words.OWED.words, _clause(before)):
        return words.OWED
    size = next((each for each in (words.VILLAGE_SIZE, words.SIZE) if re.match(each.words, after)), None)
    return size or _nearest((words.VILLAGE, *words.MONEY), before, after)


def _count_bounds(unit: str, before: str, after: str, level: Level) -> Bounds | None:
    rows = _rows_of(unit)
    general = next((row for row in rows if not row.words), None)
    bounds = _nearest([row for row in rows if row.words], before, after) or general
    if bounds is None or level != "省" or unit in words.THINGS:
        return bounds
    least, most = words.PROVINCE
    return bounds._replace(least=bounds.least * least, most=bounds.most * most)


@lru_cache(maxsize=256)
def _rows_of(unit: str) -> tuple[Bounds, ...]:
    return tuple(row for row in words.COUNTED if unit in row.units)


def _nearest(rows: Iterable[Bounds], before: str, after: str) -> Bounds | None:
    """The row whose words stand nearest before the figure, of two at one place the longer ones; else those behind."""
    ahead = [(found.end(), len(found[0]), row) for row in rows for found in re.finditer(row.words, before)]
    if ahead:
        return max(ahead, key=lambda each: each[:2])[2]
    behind = [(found.start(), -len(found[0]), row) for row in rows if (found := re.search(row.words, after))]
    return min(behind, key=lambda each: each[:2])[2] if behind else None


_RULE = Rule("L047", "figure-implausible", Severity.WARNING, "数比通常的多得多或少得多，像是万和亿写错了。")
CHECKS = (PlanCheck(_RULE, find_implausible_tasks), ProgressCheck(_RULE, find_implausible_replies))
