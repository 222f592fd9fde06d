"""The day up to which a figure of a reply counts: 1-9月, 截至9月底, 前三季度."""

import re
from bisect import bisect_right
from datetime import date
from typing import NamedTuple

from luoshi.language.days import month_end, number_of
from luoshi.language.phrases import find_phrases

# 前三季度, 一至三季度
QUARTERS = re.compile("(?:前|[一1][-—至到])(?P<quarter>[二三四234])个?季度")
# 比2022年底, 较去年同期: a base
BASES = ("比", "较", "从", "由", "自")
# 《关于2025年度评估结果的通报》: a year of a title
TITLE = re.compile("《[^《》]*+》")


class Cutoff(NamedTuple):
    """At `start` the text names a time whose last day is `on`."""

    start: int
    on: date


def find_cutoffs(text: str, year: int | None) -> tuple[Cutoff, ...]:
    """Return the times named in a reply, in order; those within a title date no figure."""
    text = TITLE.sub(lambda title: "《" + " " * (len(title[0]) - 2) + "》", text)
    named = [
        Cutoff(phrase.start, phrase.by)
        for phrase in find_phrases(text, year, None)
        if phrase.by is not None and not phrase.opens_range and not text.endswith(BASES, 0, phrase.start)
        if not phrase.is_bare_year or phrase.is_past
    ]
    quarters = [Cutoff(match.start(), on) for match in QUARTERS.finditer(text) if (on := _quarter_end(match, year))]
    return tuple(sorted([*named, *quarters], key=lambda cutoff: cutoff.start))


def cutoff_of(cutoffs: tuple[Cutoff, ...], start: int, sentence: int, latest: date | None) -> date | None:
    """The last time named before a figure in its sentence; `latest`, the end of the period, where none is."""
    place = bisect_right([cutoff.start for cutoff in cutoffs], start) - 1
    if place < 0 or cutoffs[place].start < sentence:
        return latest
    return cutoffs[place].on


def _quarter_end(match: re.Match[str], year: int | None) -> date | None:
    return month_end(year, 3 * (number_of(match["quarter"]) or 0))
