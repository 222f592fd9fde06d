"""A mended source → Report: the year's actions, their measures and commitments."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from luoshi.language.dates import find_year
from luoshi.model import Action, Document, Flag, Measure, Paragraph, Quote, Report, Source
from luoshi.reading.clause import Era
from luoshi.reading.outline import Form, Item, Outline, read_outline
from luoshi.reading.passage import clip, cut, tight, trim
from luoshi.reading.report.commitment import read_commitments
from luoshi.reading.report.outlook import headline_targets, long_term_targets
from luoshi.reading.report.review import read_achievements
from luoshi.reading.tables.inventory import Tables

_YEARS_WORK = re.compile(r"重点工作|工作安排|工作任务|主要工作|工作重点|重点任务|主要任务|工作部署|目标任务")
_OTHER_CHAPTER = re.compile(r"回顾|自身建设|总结|成就|存在|规划|“.{1,4}五”(?!.*工作)|指导思想|总体要求(?!.*工作)")
_NUMBERED_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,2}、|第[一二三四五六七八九十]{1,2}[部章]")
_BARE_CHAPTER = re.compile(
    r"(?:今年|过去一年|\d{4}年)?的?(?:政府)?(?:主要|重点|目标|总体|自身)?(?:工作|任务|要求|思路|建设|目标){1,2}"
    r"(?:回顾|安排|思路|重点|部署|任务|要求)?"
)
_LONGEST_TITLE = 30
_POINT = re.compile(r"(?:(?<=[。；;，,：:！])|^)\s*(?P<ordinal>[一二三四五六七八九十]{1,2})是")
_ORDINALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五")
_SENTENCE_END = re.compile(r"[。！]|[:：](?=\s*一是)")
_COMMA = re.compile(r"[，,：:]")
_TAIL = re.compile(r"(?<=[。；])\s*(?:同时|此外|另外)[，,]\s*")
# 各位代表！今年，我们继续安排民生实事 goes on with the work.
_SALUTATION = re.compile(r"(?:各位代表|同志们)[！!，,：:]\s*(?=今年)")
_CLOSING = re.compile(r"各位代表|同志们|[（(](?:下转|上接)|相关(?:报道|链接)|责任编辑")
_LONGEST_NAME = 24
_SENTENCE = re.compile(r"[^。！]+[。！]?")
_FEWEST_LEADS = 3  # short sentences of a paragraph that name measures
_FEWEST_LED = 3  # sentences for each of them, on the average
_ENDS = "。，,；;：: "


def read_report(source: Source, tables: Tables, document: Document) -> Report:
    """The actions of the chapter on the coming year."""
    outline = read_outline(source, tables, is_title=_chapter_title(source))
    chapter = _chapter(outline, document.year)
    if chapter is None:
        message = "这份报告里没有找到“今年重点工作”一章，没有读出任务。"
        return Report(document, (), flags=(Flag("no-years-work", message),))
    year = find_year(outline.items[chapter].quote.text) or document.year
    document = replace(document, year=year)
    era = Era(year, document.issued_on)
    return Report(
        document,
        tuple(_actions(outline, chapter, era)),
        headline_targets=headline_targets(outline.items, chapter),
        long_term_targets=long_term_targets(outline.items, chapter, year),
        achievements=read_achievements(outline, chapter),
    )


def _chapter_title(source: Source) -> Callable[[str], bool]:
    """Which paragraphs head chapters: 2026年主要任务, where chapters have no number."""
    texts = [block.text for block in source.blocks if isinstance(block, Paragraph)]
    if any(_NUMBERED_CHAPTER.match(text) and _YEARS_WORK.search(text) for text in texts if len(text) <= _LONGEST_TITLE):
        return lambda _: False
    return lambda text: bool(_BARE_CHAPTER.fullmatch(text))


def _chapter(outline: Outline, year: int | None) -> int | None:
    """The chapter that names the year's work; of several the last, and rather one that names the year itself."""
    parents = {item.parent for item in outline.items}
    scored = [
        (_chapter_score(item.quote.text, year), index)
        for index, item in enumerate(outline.items)
        if index in parents and item.form <= Form.CHINESE
    ]
    fitting = [pair for pair in scored if pair[0] > 0]
    return max(fitting)[1] if fitting else None


def _chapter_score(heading: str, year: int | None) -> int:
    score = 2 * bool(_YEARS_WORK.search(heading)) - 2 * bool(_OTHER_CHAPTER.search(heading))
    named = find_year(heading)
    return score + 2 * bool(named and (year is None or named == year)) + ("今年" in heading)


def _actions(outline: Outline, chapter: int, era: Era) -> Iterator[Action]:
    items = outline.items
    children = [index for index, item in enumerate(items) if item.parent == chapter]
    for position, index in enumerate(children):
        end = children[position + 1] if position + 1 < len(children) else _chapter_end(items, chapter)
        yield _action(items[index], items[index + 1 : end], era)


def _chapter_end(items: Sequence[Item], chapter: int) -> int:
    form = items[chapter].form
    later = (index for index in range(chapter + 1, len(items)) if items[index].form <= form)
    return next(later, len(items))


def _action(item: Item, below: Sequence[Item], era: Era) -> Action:
    heading, body = _headed(item.quote)
    comma = _COMMA.search(heading.text)
    name = trim(cut(heading, 0, comma.start()) if comma else heading, _ENDS)
    slogan = clip(heading, comma.end(), len(heading.text), _ENDS) if comma else None
    measures = [*_measures([body, *item.more], era), *(each for sub in below for each in _item_measures(sub, era))]
    return Action(
        ordinal=_ordinal(item.number),
        name=tight(name.text),
        slogan=tight(slogan.text) if slogan and slogan.text else None,
        quote=heading,
        measures=tuple(measures),
    )


def _ordinal(number: int) -> str:
    return _ORDINALS[number - 1] if 0 < number <= len(_ORDINALS) else str(number)


def _headed(quote: Quote) -> tuple[Quote, Quote]:
    """A paragraph's heading and the rest: up to its first full stop, or all of it; a dash before it falls away."""
    quote = trim(quote, "—–-")
    end = _SENTENCE_END.search(quote.text)
    if end is None:
        return quote, cut(quote, len(quote.text), len(quote.text))
    return cut(quote, 0, end.end()), clip(quote, end.end(), len(quote.text))


def _measures(paragraphs: Sequence[Quote], era: Era) -> Iterator[Measure]:
    following = 0
    for said in paragraphs:
        salutation = _SALUTATION.match(said.text)
        paragraph = cut(said, salutation.end(), len(said.text)) if salutation else said
        if _CLOSING.match(paragraph.text):
            return
        if paragraph.text:
            pointed = _pointed(paragraph, era, following)
            following = _following(pointed) or following
            yield from pointed or _named(paragraph, era)


def _item_measures(item: Item, era: Era) -> Iterator[Measure]:
    following = 0
    for quote in (item.quote, *item.more):
        pointed = _pointed(quote, era, following)
        following = _following(pointed) or following
        for measure in pointed or _named(quote, era):
            yield measure if measure.ordinal or quote is not item.quote else replace(measure, ordinal=str(item.number))


def _following(measures: Sequence[Measure]) -> int:
    """How many points have been counted up to the last of the measures, 0 where none is a point."""
    points = [measure.ordinal for measure in measures if measure.ordinal and measure.ordinal.endswith("是")]
    return _ORDINALS.index(points[-1].removesuffix("是")) + 1 if points else 0


def _pointed(quote: Quote, era: Era, following: int) -> list[Measure]:
    """一是…。二是…。 in a paragraph; what stands before the first, and a closing 同时，…, are measures without name.

    `following` counts the points of the paragraphs before: each may stand in a paragraph of its own.
    """
    points = _points(quote.text, following)
    if not points:
        return []
    measures = _unnamed(clip(quote, 0, points[0][0]), era)
    ends = [start for start, _, _ in points[1:]] + [len(quote.text)]
    for order, ((_, start, ordinal), end) in enumerate(zip(points, ends, strict=True)):
        point = clip(quote, start, end)
        tail = _TAIL.search(point.text) if order == len(points) - 1 else None
        heading, body = _headed(cut(point, 0, tail.start()) if tail else point)
        measures.append(_measure(ordinal + "是", heading, body, era))
        if tail:
            measures.extend(_unnamed(cut(point, tail.end(), len(point.text)), era))
    return measures


def _points(text: str, following: int) -> list[tuple[int, int, str]]:
    """Start, end and ordinal of 一是, 二是, … where they stand in their order."""
    points: list[tuple[int, int, str]] = []
    for found in _POINT.finditer(text):
        first = following if found.start() == 0 and found["ordinal"] != _ORDINALS[0] else 0
        due = len(points) + (first if not points else _ORDINALS.index(points[0][2]))
        if due < len(_ORDINALS) and found["ordinal"] == _ORDINALS[due]:
            points.append((found.start("ordinal"), found.end(), found["ordinal"]))
    return points


def _named(quote: Quote, era: Era) -> list[Measure]:
    """着力提振消费。…… — a short first sentence names the measure."""
    heading, body = _headed(quote)
    if body.text and _is_name(heading.text):
        return [_measure(None, heading, body, era)]
    return _led(quote, era) or _unnamed(quote, era)


def _led(quote: Quote, era: Era) -> list[Measure]:
    """A paragraph that tells a whole action: its short sentences, each before longer ones, name the measures."""
    sentences = [found.span() for found in _SENTENCE.finditer(quote.text)]
    leads = _lead_sentences([_is_lead(quote.text[start:end]) for start, end in sentences])
    if len(leads) < _FEWEST_LEADS or len(sentences) < _FEWEST_LED * len(leads):
        return []
    starts = [sentences[index] for index in leads]
    ends = [start for start, _ in starts[1:]] + [len(quote.text)]
    measures = (
        _measure(None, cut(quote, start, stop), clip(quote, stop, end), era)
        for (start, stop), end in zip(starts, ends, strict=True)
    )
    return [*_unnamed(clip(quote, 0, starts[0][0]), era), *measures]


def _lead_sentences(are_short: Sequence[bool]) -> list[int]:
    """Which short sentences name a measure: two longer ones stand behind it, or one behind the first of them.

    A short one before another, or with one sentence behind it, is a commitment of its own.
    """
    leads: list[int] = []
    for index, (short, after) in enumerate(pairwise(are_short)):
        is_followed = not after and (index <= 1 or not any(are_short[index + 2 : index + 3]))
        if short and is_followed:
            leads.append(index)
    return leads


def _is_lead(sentence: str) -> bool:
    return sentence.endswith("。") and _is_name(sentence) and "、" not in sentence and "；" not in sentence


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not any(char.isdigit() or char in "，," for char in text)


def _measure(ordinal: str | None, heading: Quote, body: Quote, era: Era) -> Measure:
    text = body if body.text else heading
    name = tight(heading.text).rstrip(_ENDS)
    return Measure(ordinal, name, tight(text.text), text, read_commitments(text, era))


def _unnamed(quote: Quote, era: Era) -> list[Measure]:
    if not quote.text:
        return []
    return [Measure(None, None, tight(quote.text), quote, read_commitments(quote, era))]
