"""Figures: the quantities of a clause that may be targets, each with the words that belong to it.

What is only a part of other words (an age, a size, a time, a version) is passed over here by named rules, and what
stands around it closes up: 为65周岁以上老年人接种疫苗3万剂次 has one figure.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from luoshi.language.lexicon import comparators as words
from luoshi.language.lexicon.measures import Dimension
from luoshi.language.lexicon.words import any_of
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.language.targets import passing
from luoshi.language.targets.leads import Lead, read_lead
from luoshi.language.targets.surface import Clause, find_clauses_at

# 以上 of 10个以上, （含）以上
MARK = re.compile(any_of(word for listed in words.AFTER.values() for word in listed))
# What stands between the members of a list.
DIVIDER = re.compile("、|以及|并且|和(?!美)|及|与|并(?![网购轨联行重存发])|或|暨")
LEADING_DIVIDER = re.compile(r"(?:、|以及|并且|和(?!美)|并(?![网购轨联行重存发])|[及与或；\s])++")
# （338座） behind its noun
CLOSING_BRACKET = re.compile("[（(]□*[）)]$")
PLACE = re.compile("(?:行政|自然)?村|小区|村庄|地块|镇|县|区|乡|社区|街道|乡镇|镇街|村居|村社|片区")


class Figure(NamedTuple):
    """A quantity, the words before it, the comparator behind it (`mark`), and its noun where it comes after.

    `text[start:end]` is what belongs to it, `text[noun_start:end]` the noun behind it.
    """

    quantity: QuantitySpan
    clause: Clause
    lead: Lead
    mark: str
    noun_start: int
    end: int

    @property
    def before(self) -> str:
        """Everything that stands in the clause before the figure and belongs to it."""
        return self.clause.surface[self.lead.opening : self.quantity.start]

    @property
    def noun(self) -> str:
        """The words behind the figure, quoted passages covered."""
        return self.clause.surface[self.noun_start : self.end]


def find_figures(text: str) -> list[list[Figure]]:
    """Return the figures of each clause that has any, in order."""
    quantities = find_quantities(text)
    if not quantities:
        return []
    clauses = find_clauses_at(text, [quantity.start for quantity in quantities])
    return [figures for clause, held in clauses if (figures := _figures(clause, quantities[held]))]


def _figures(clause: Clause, quantities: Sequence[QuantitySpan]) -> list[Figure]:
    counting = [quantity for quantity in quantities if not passing.is_part_of_words(clause, quantity)]
    figures: list[Figure] = []
    opening = clause.start
    for quantity, follower in zip_longest(counting, counting[1:]):
        figure = _figure(clause, quantity, opening, follower)
        if figure is None:
            continue
        if follower and passing.holds_the_rest(figure.quantity, figure.lead, figure.noun):
            return [*figures, figure._replace(end=clause.end)]
        figures.append(figure)
        if follower:
            opening = _skip_divider(clause, figure.end)
    return figures


def _figure(clause: Clause, quantity: QuantitySpan, opening: int, follower: QuantitySpan | None) -> Figure | None:
    """None for the size or the kind of what is counted next: 50亿元 of 50亿元项目7个, 12类 of 12类45件实事."""
    limit = follower.start if follower else clause.end
    mark = MARK.match(clause.surface, quantity.end, limit)
    noun_start = mark.end() if mark else quantity.end
    rest = clause.surface[noun_start:limit]
    if passing.is_size(quantity, rest, follower, is_marked=mark is not None):
        return None
    lead = read_lead(clause.surface, opening, quantity)
    if follower and not mark and noun_start == limit and not lead.has_subject:
        return None
    # 更新20个村: villages are what is counted, the work on them has its name already.
    place = PLACE.fullmatch(rest) if rest and lead.has_subject and quantity.unit.endswith("个") else None
    if place:
        quantity = quantity._replace(end=limit, unit=quantity.unit + place[0], base_unit="个" + place[0])
        noun_start, rest = limit, ""
    is_spent = rest and quantity.dimension is Dimension.MONEY and passing.is_spent(rest, lead)
    end = noun_start if is_spent else noun_start + _noun_length(rest, lead, follower)
    return Figure(quantity, clause, lead, mark[0] if mark else "", noun_start, end)


def _noun_length(rest: str, lead: Lead, follower: QuantitySpan | None) -> int:
    """How many of the characters behind a figure belong to it."""
    if not rest or rest.isspace() or LEADING_DIVIDER.match(rest) or passing.STEP.match(rest):
        return 0
    if follower is None:
        return len(CLOSING_BRACKET.sub("", rest).rstrip(" 。"))
    divider = DIVIDER.search(rest)
    if divider:
        return divider.start()
    # 地区生产总值增长7.5%以上固定资产投资增长15%以上: the second begins where the first ends.
    return 0 if lead.has_subject else len(rest)


def _skip_divider(clause: Clause, end: int) -> int:
    divider = LEADING_DIVIDER.match(clause.surface, end, clause.end)
    return divider.end() if divider else end
