"""Figures: the quantities of a clause that may be targets, each with the words that belong to it.

What is only a part of other words (an age, a size, a time, a version) is passed over here by named rules, and what
stands around it closes up: 为65周岁以上老年人接种疫苗3万剂次 has one figure.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from luoshi.language.lexicon import comparators as words
from luoshi.language.lexicon.measures import MONEY, TIME
from luoshi.language.lexicon.words import any_of
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.language.targets import passing
from luoshi.language.targets.leads import Lead, read_lead
from luoshi.language.targets.patterns import match_end
from luoshi.language.targets.surface import Clause, find_clauses_at

# 以上 of 10个以上, （含）以上
MARK = re.compile(any_of(word for listed in words.AFTER.values() for word in listed))
# 内 of 7个工作日内
WITHIN = re.compile("内(?![容部外])")
MARK_BEGINS = frozenset(word[0] for listed in words.AFTER.values() for word in listed)
# What stands between the members of a list.
DIVIDER = re.compile("、|以及|并且|和(?!美)|及|与|并(?![网购轨联行重存发])|或|暨")
LEADING_DIVIDER = re.compile(r"(?:、|以及|并且|和(?!美)|并(?![网购轨联行重存发])|[及与或；\s])++")
# （338座） behind its noun
CLOSING = frozenset("）)")
CLOSING_BRACKET = re.compile("[（(]□*[）)]$")
PLACE = re.compile("(?:行政|自然)?村|小区|村庄|地块|镇|县|区|乡|社区|街道|乡镇|镇街|村居|村社|片区")


@dataclass(slots=True)
class Figure:
    """A quantity, the words before it, the comparator behind it (`mark`), and its noun where it comes after.

    `text[start:end]` is what belongs to it, `text[noun_start:end]` the noun behind it, in `noun` with quoted passages
    covered.
    """

    quantity: QuantitySpan
    clause: Clause
    lead: Lead
    mark: str
    noun_start: int
    end: int
    noun: str


def find_figures(text: str) -> list[list[Figure]]:
    """Return the figures of each clause that has any, in order."""
    quantities = find_quantities(text)
    if not quantities:
        return []
    clauses = find_clauses_at(text, [quantity.start for quantity in quantities])
    found = [_figures(clause, quantities[first:last]) for clause, first, last in clauses]
    return [figures for figures in found if figures]


def _figures(clause: Clause, quantities: Sequence[QuantitySpan]) -> list[Figure]:
    counting = [quantity for quantity in quantities if not passing.is_part_of_words(clause.surface, quantity)]
    figures: list[Figure] = []
    opening, last = clause.start, len(counting) - 1
    for index, quantity in enumerate(counting):
        follower = counting[index + 1] if index < last else None
        figure = _figure(clause, quantity, opening, follower)
        if figure is None:
            continue
        if follower:
            if passing.holds_the_rest(figure.quantity, figure.lead, figure.noun):
                noun = clause.surface[figure.noun_start : clause.end]
                return [*figures, replace(figure, end=clause.end, noun=noun)]
            opening = match_end(LEADING_DIVIDER, clause.surface, figure.end, clause.end)
        figures.append(figure)
    return figures


def _figure(clause: Clause, quantity: QuantitySpan, opening: int, follower: QuantitySpan | None) -> Figure | None:
    """None for the size or the kind of what is counted next: 50亿元 of 50亿元项目7个, 12类 of 12类45件实事."""
    surface, stop = clause.surface, quantity.end
    limit = follower.start if follower else clause.end
    mark = MARK.match(surface, stop, limit) if surface[stop : stop + 1] in MARK_BEGINS else None
    if mark is None and quantity.dimension is TIME:
        mark = WITHIN.match(surface, stop, limit)
    noun_start = mark.end() if mark else stop
    if noun_start >= limit and follower is None:
        lead = read_lead(surface, opening, quantity)
        return Figure(quantity, clause, lead, mark[0] if mark else "", noun_start, noun_start, "")
    return _with_noun(clause, quantity, opening, follower, mark)


def _with_noun(
    clause: Clause, quantity: QuantitySpan, opening: int, follower: QuantitySpan | None, mark: re.Match[str] | None
) -> Figure | None:
    surface = clause.surface
    limit = follower.start if follower else clause.end
    noun_start = mark.end() if mark else quantity.end
    rest = surface[noun_start:limit]
    if passing.is_size(quantity, rest, follower, is_marked=mark is not None):
        return None
    lead = read_lead(surface, opening, quantity)
    if follower and not mark and noun_start == limit and not lead.has_subject:
        return None
    # 更新20个村: villages are what is counted, the work on them has its name already.
    place = PLACE.fullmatch(rest) if rest and quantity.unit.endswith("个") and lead.has_subject else None
    if place:
        quantity = replace(quantity, end=limit, unit=quantity.unit + place[0], base_unit="个" + place[0])
        noun_start, rest = limit, ""
    is_spent = rest and quantity.dimension is MONEY and passing.is_spent(rest, lead)
    end = noun_start if is_spent else noun_start + _noun_length(rest, lead, follower)
    return Figure(quantity, clause, lead, mark[0] if mark else "", noun_start, end, surface[noun_start:end])


def _noun_length(rest: str, lead: Lead, follower: QuantitySpan | None) -> int:
    """How many of the characters behind a figure belong to it."""
    if not rest or rest.isspace() or LEADING_DIVIDER.match(rest) or passing.STEP.match(rest):
        return 0
    if follower is None:
        return len((CLOSING_BRACKET.sub("", rest) if rest[-1] in CLOSING else rest).rstrip(" 。"))
    divider = DIVIDER.search(rest)
    if divider:
        return divider.start()
    # 地区生产总值增长7.5%以上固定资产投资增长15%以上: the second begins where the first ends.
    return 0 if lead.has_subject else len(rest)
