"""The figures that a report sets for the whole: the year's expected targets, and those of the years beyond."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from luoshi.model import Quote, Target
from luoshi.reading.outline import Item, ancestors
from luoshi.reading.passage import cut
from luoshi.reading.text import text_targets

# 今年经济社会发展主要预期目标是：……
_EXPECTED = re.compile(r"(?:主要|总体)?(?:预期|发展|奋斗|工作)?(?:预期)?目标(?:任务)?(?:是|为|：|:|建议)")
_YEARS_BEYOND = re.compile(r"“?十[一二三四五六七八九]五”?(?:时期|期间|规划)?|今后五年|未来五年|五年(?:奋斗)?目标|远景")
_REVIEW = re.compile(r"回顾|成就|总结|成绩")
_OTHER_YEARS = re.compile(f"{_REVIEW.pattern}|{_YEARS_BEYOND.pattern}")
_UNTIL = re.compile(r"到(?P<year>20\d{2})年")
_LAST_OF_PLAN = {"十四": 2025, "十五": 2030, "十六": 2035}
_PLAN_PERIOD = re.compile(r"(?P<plan>十[一二三四五六七八九])五")


def headline_targets(items: Sequence[Item], chapter: int) -> tuple[Target, ...]:
    """The targets of the sentence that names the year's expected goals, in the year's chapter or one before it."""
    for index in range(chapter, -1, -1):
        if index != chapter and _OTHER_YEARS.search(items[index].quote.text):
            continue
        for quote in (items[index].quote, *items[index].more):
            found = _EXPECTED.search(quote.text)
            if found:
                return text_targets((cut(quote, found.end(), len(quote.text)),))
    return ()


def long_term_targets(items: Sequence[Item], chapter: int) -> tuple[Target, ...]:
    """The targets of the chapters on the years beyond, each by the end of that time."""
    targets: list[Target] = []
    for index in range(chapter):
        headings = (items[index].quote.text, *(items[above].quote.text for above in ancestors(items, index)))
        if any(_REVIEW.search(text) for text in headings):
            continue
        named = next((text for text in headings if _YEARS_BEYOND.search(text)), None)
        if named is not None:
            targets.extend(_dated((items[index].quote, *items[index].more), _end_year(named)))
    return tuple(targets)


def _end_year(heading: str) -> int | None:
    found = _PLAN_PERIOD.search(heading)
    return _LAST_OF_PLAN.get(found["plan"]) if found else None


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
