"""A bulletin (通报) or a unit's own report → progress rows: the task, who leads it, and what is told of it in prose."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from luoshi.language.lexicon.labels import CLAUSE_FIELDS, Field, clause_field, column_field
from luoshi.language.names import is_unit_list
from luoshi.model import ProgressRow, Quote, Role, Source, Unit
from luoshi.reading.clause import FORMS, LABEL, Clause, Era, read_units
from luoshi.reading.outline import Form, Item, ancestors, read_outline
from luoshi.reading.paragraphs import list_text
from luoshi.reading.part import is_part_title, uncounted
from luoshi.reading.passage import clip, cut, tight, trim
from luoshi.reading.promise import read_bare_clause, read_promises
from luoshi.reading.tables.inventory import Tables
from luoshi.reading.text import text_targets

# 牵头单位市水利局，截至6月底…… | 责任单位：市教育局。
_SAID_LEAD = re.compile(
    r"^\s*(?:任务)?(?:牵头|责任|主办|承办)(?:单位|部门)(?:为|是|[：:])?\s*(?P<units>[^，,。；;：:\d]{2,60})[，,。；;]\s*"
)
_SENTENCE = re.compile(r"[^。！？]*[。！？]")
_JOINT = "—–-：:，,。；; "
# 请进展滞后的单位于…… — the letter's own closing words
_CLOSING = re.compile(r"请|各|望|特此|下一?步|下半年|今后|以上|希望|附件")
_LONGEST_NAME = 160


def read_bulletin(source: Source, tables: Tables) -> Iterator[ProgressRow]:
    """The numbered items that tell of a task for which a unit answers."""
    outline = read_outline(source, tables, is_title=is_part_title)
    parents = {item.parent for item in outline.items}
    for index, item in enumerate(outline.items):
        if index in parents or item.form <= Form.HEADING:
            continue
        row = _labelled_row(item) or _told_row(item, _heading_units(outline.items, index))
        if row is not None:
            yield row


def _heading_units(items: Sequence[Item], index: int) -> tuple[Unit, ...]:
    """一、市教育局 | （一）市教育局（2项）。承担…… — the unit that a heading names leads what stands under it."""
    for above in ancestors(items, index):
        named = _first_sentence(uncounted(items[above].quote))
        if is_unit_list(named.text):
            return read_units(named, Role.LEAD)
    return ()


def _first_sentence(quote: Quote) -> Quote:
    first = _SENTENCE.match(quote.text)
    return clip(quote, 0, first.end(), "。！？") if first else quote


def _labelled_row(item: Item) -> ProgressRow | None:
    """1.新建公路42公里 / 牵头科室：… / 进展情况：… on lines of their own."""
    told = next((rest for quote in item.more for field, rest in _labels(quote) if field is Field.PROGRESS), None)
    if told is None:
        return None
    clauses = (read_bare_clause(cut_label, Era()) for quote in item.more for cut_label in _clause_parts(quote))
    clause = sum((each for each in clauses if each), Clause())
    if clause.units:
        return _row(item, item.quote, told, clause.units, ())
    return _row(item, read_promises(item.quote, Era())[0].quote, told, _bracketed_units(item.quote), ())


def _labels(quote: Quote) -> Iterator[tuple[Field | None, Quote]]:
    """The labels of a line with what stands behind each."""
    found = list(LABEL.finditer(quote.text))
    ends = [each.start() for each in found[1:]] + [len(quote.text)] * bool(found)
    for each, end in zip(found, ends, strict=True):
        yield column_field(each["label"]), clip(quote, each.end(), end)


def _clause_parts(quote: Quote) -> Iterator[Quote]:
    found = LABEL.match(quote.text)
    if found and clause_field(found["label"]) in CLAUSE_FIELDS:
        yield quote


def _told_row(item: Item, heading_units: tuple[Unit, ...]) -> ProgressRow | None:
    """（一）新建学校。牵头单位市教育局，截至6月底…… | 1.新建学校6所（市教育局）——已建成4所。"""
    name, rest = _named(item.quote)
    if not rest.text and item.more:
        rest = item.more[0]
    lead = _SAID_LEAD.match(rest.text)
    told = _without_remarks(cut(rest, lead.end(), len(rest.text)) if lead else rest)
    said = read_units(cut(rest, *lead.span("units")), Role.LEAD) if lead else ()
    units = said or _bracketed_units(item.quote) or heading_units
    return _row(item, name, told, units, _further(item, rest)) if units and told.text else None


def _without_remarks(told: Quote) -> Quote:
    """What is told of a task without what hampers it: 已完成3座。存在问题：资金到位不及时。"""
    labels = (found.start() for found in LABEL.finditer(told.text) if column_field(found["label"]) is Field.REMARK)
    return clip(told, 0, next(labels, len(told.text)))


def _bracketed_units(quote: Quote) -> tuple[Unit, ...]:
    """The units of the item's bracket: those named without a mark lead."""
    units = read_promises(quote, Era(), inner_forms=FORMS)[0].clause.units
    return tuple(replace(unit, role=Role.LEAD) if unit.role is Role.UNMARKED else unit for unit in units)


def _named(quote: Quote) -> tuple[Quote, Quote]:
    """The words that name the task, and what is told of it behind a bracket or the first full stop."""
    promise = read_promises(quote, Era(), inner_forms=FORMS)[0]
    first = _SENTENCE.match(quote.text)
    stop = first.end() if first else len(quote.text)
    end = len(promise.quote.text)
    if promise.clause.units and quote.text.startswith(promise.quote.text) and end < stop:
        close = next((index for index in range(end, stop) if quote.text[index] in "）)〕]"), stop - 1)
        begin = next((at for at in range(close + 1, len(quote.text)) if quote.text[at] not in _JOINT), len(quote.text))
        return promise.quote, cut(quote, begin, len(quote.text))
    return cut(quote, 0, stop), clip(quote, stop, len(quote.text))


def _row(item: Item, name: Quote, told: Quote, units: tuple[Unit, ...], further: tuple[str, ...]) -> ProgressRow | None:
    if len(name.text) > _LONGEST_NAME or not units:
        return None
    return ProgressRow(
        number=item.number,
        name=tight(name.text).rstrip("。；;"),
        text=list_text("\n".join((told.text, *further))),
        quote=trim(name, "。；;"),
        text_quote=told,
        units=units,
        targets=text_targets((name,)),
    )


def _further(item: Item, rest: Quote) -> tuple[str, ...]:
    """Paragraphs under the item, but for the one that was taken as its text and the letter's foot."""
    texts = [quote.text for quote in item.more if quote is not rest]
    told = takewhile(lambda text: text.endswith(("。", "；")) and not _CLOSING.match(text), texts)
    return tuple(told) if item.form is not Form.CHINESE_BRACKET else ()
