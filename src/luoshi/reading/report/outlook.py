"""The figures that a report sets for the whole: the year's expected targets, and those of the years beyond."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from luoshi.model import Quote, Target
from luoshi.reading.outline import Item, ancestors
from luoshi.reading.passage import cut
from luoshi.reading.report.review import REVIEW
from luoshi.reading.text import text_targets

# 今年经济社会发展主要预期目标是：……
_EXPECTED = re.compile(r"(?:主要|总体)?(?:预期|发展|奋斗|工作)?(?:预期)?目标(?:任务)?(?:是|为|：|:|建议)")
_YEARS_BEYOND = re.compile(r"“?十[一二三四五六七八九]五”?(?:时期|期间|规划)?|今后五年|未来五年|五年(?:奋斗)?目标|远景")
_OTHER_YEARS = re.compile(f"{REVIEW.pattern}|{_YEARS_BEYOND.pattern}")
# 《纲要（草案）》提出了奋斗目标： and “十五五”时期的主要目标是： at the beginning of a paragraph
_OPENS_BEYOND = re.compile(
    r"[^，。；]{0,24}(?:今后五年|未来五年|五年(?:奋斗)?目标|远景|纲要|“?十[一二三四五六七八九]五(?!”?开))"
)
# 今年是…开局之年, 过去五年, 这五年
_OPENS_OTHER = re.compile(r"(?:各位代表[！，：])?(?:今年|20\d{2}年|过去|这五年|五年来|回顾|一年来)")
_UNTIL = re.compile(r"到(?P<year>20\d{2})年")
_LAST_OF_PLAN = {"十四": 2025, "十五": 2030, "十六": 2035}
_PLAN_PERIOD = re.compile(r"(?P<plan>十[一二三四五六七八九])五")


def headline_targets(items: Sequence[Item], chapter: int) -> tuple[Target, ...]:
    """The targets of the paragraph that names the year's expected goals, in the year's chapter or one before it."""
    for index in range(chapter, -1, -1):
        if index != chapter and _OTHER_YEARS.search(items[index].quote.text):
            continue
        for quote in (items[index].quote, *items[index].more):
            found = _EXPECTED.search(quote.text)
            # The goals of the years beyond may stand before those of the year.
            targets = text_targets((cut(quote, found.end(), len(quote.text)),)) if found else ()
            if targets and (_OPENS_OTHER.match(quote.text) or not _OPENS_BEYOND.match(quote.text)):
                return targets
    return ()


def long_term_targets(items: Sequence[Item], chapter: int, year: int | None) -> tuple[Target, ...]:
    """The targets of what is said of the years beyond, up to the year's own chapter, each by the end of that time."""
    targets: list[Target] = []
    for index in range(chapter + 1):
        headings = (items[index].quote.text, *(items[above].quote.text for above in ancestors(items, index)))
        named = next((text for text in headings if _YEARS_BEYOND.search(text)), None)
        if named is None:
            continue
        is_mixed = index == chapter or any(REVIEW.search(text) for text in headings)
        paragraphs = (items[index].quote, *items[index].more)
        beyond = _beyond(paragraphs, year) if is_mixed else paragraphs
        targets.extend(_dated(beyond, _end_year(named)))
    return tuple(targets)


def _beyond(paragraphs: Sequence[Quote], year: int | None) -> list[Quote]:
    """Of a chapter that tells of other years too, the paragraphs on those beyond."""
    beyond, is_beyond = [], False
    for quote in paragraphs:
        if _OPENS_OTHER.match(quote.text) or _is_past(quote.text, year):
            is_beyond = False
        elif _OPENS_BEYOND.match(quote.text):
            is_beyond = True
        if is_beyond:
            beyond.append(quote)
    return beyond


def _is_past(text: str, year: int | None) -> bool:
    """“十四五”时期是极不平凡的五年 in a report on 2026."""
    opening = _OPENS_BEYOND.match(text)
    end = _end_year(opening[0]) if opening else None
    return bool(end and year and end < year)


def _end_year(heading: str) -> int | None:
    """Of the last plan that a heading names: “十四五”成就和“十五五”目标."""
    named = [found["plan"] for found in _PLAN_PERIOD.finditer(heading)]
    return _LAST_OF_PLAN.get(named[-1]) if named else None


def _dated(quotes: Sequence[Quote], year: int | None) -> list[Target]:
    """Targets with the year that the text last named (到2030年), or else that of the plan's end."""
    dated: list[Target] = []
    for quote in quotes:
        for target in text_targets((quote,)):
            before = quote.text[: target.quote.place.start - quote.place.start]
            until = [int(found["year"]) for found in _UNTIL.finditer(before)]
            by = until[-1] if until else year
            dated.append(replace(target, by=date(by, 12, 31) if by else None))
    return dated
