"""What a report tells of the years behind: the figures that were reached."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from luoshi.language.measurements import find_measurements
from luoshi.model import Achievement, Quote
from luoshi.reading.outline import Item, Outline, ancestors
from luoshi.reading.passage import tight, unwrapped

REVIEW = re.compile(r"回顾|成就|总结|成绩")
"""What the heading of a chapter that looks back says."""
# 我们也清醒地看到，…… and the paragraphs of thanks tell no figure of what was reached
_OTHER = re.compile(
    r"[^。]{0,60}(?:清醒|存在(?:一些|不少|的)?(?:问题|困难|短板|差距)|不足|挑战)|现在，?我代表|.{0,12}(?:感谢|敬意)"
)
# 跨越1500亿元、2000亿元、2500亿元: the last of them was reached
_MILESTONE = re.compile(r"、\s*[\d.]")
# 三个大台阶 counts nothing
_STEP = re.compile(r"(?:台阶|关口)$")
# 从17个省份 begins what 25个省份 ends
_BASE = ("从", "由")
_TRAILING = re.compile(r"(?:连续|已经|已|稳定)+$")
_SHORTEST_METRIC = 2


def read_achievements(outline: Outline, chapter: int) -> tuple[Achievement, ...]:
    """The figures of the chapters that look back, in order; without such a chapter, of what stands before the first."""
    return tuple(chain.from_iterable(map(_achievements, _paragraphs(outline, chapter))))


def _paragraphs(outline: Outline, chapter: int) -> Iterator[Quote]:
    reviewing = [index for index in range(chapter) if _is_review(outline.items, index)]
    told = (quote for index in reviewing for quote in (outline.items[index].quote, *outline.items[index].more))
    yield from (quote for quote in (told if reviewing else outline.preface) if not _OTHER.match(quote.text))


def _is_review(items: Sequence[Item], index: int) -> bool:
    headings = (items[index].quote.text, *(items[above].quote.text for above in ancestors(items, index)))
    return any(REVIEW.search(text) for text in headings)


def _achievements(quote: Quote) -> Iterator[Achievement]:
    line = unwrapped(quote)
    metric, is_counting = "", False
    for span in find_measurements(line.text, (), year=None, latest=None):
        if not is_counting and not span.metric[:1].isdigit():
            metric = _TRAILING.sub("", tight(span.metric))
        is_counting = _MILESTONE.match(line.text, span.end) is not None
        if not is_counting and span.unit and _is_told(line.text[span.start : span.end], metric):
            yield Achievement(metric, span.value, span.unit, line.cut(span.start, span.end))


def _is_told(text: str, metric: str) -> bool:
    return len(metric) >= _SHORTEST_METRIC and not metric.startswith(_BASE) and not _STEP.search(text)
