"""A mended source → Progress: tables of what was reported, or a bulletin that tells it in prose."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from luoshi.language.lexicon.labels import Field
from luoshi.model import Document, Leader, Progress, ProgressRow, Quote, Role, Source, Unit
from luoshi.reading.clause import ROLES, Era, read_leaders, read_units, sentence
from luoshi.reading.grid import Slot
from luoshi.reading.leads import lead_units
from luoshi.reading.outline import Form, Item, read_outline
from luoshi.reading.part import is_part_title
from luoshi.reading.passage import cut, tight, trim
from luoshi.reading.promise import read_promises
from luoshi.reading.rows import Entry, read_rows, unit_columns
from luoshi.reading.tables import Tables

_NOTHING = frozenset({"/", "／", "—", "-", "－", "无", ""})
# A list inside a cell: … 2. 已完成招标。
_LIST_MARK = re.compile(r"(?<=[。；;])\s+(?=(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]))")
_LINE_START = re.compile(r"\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]{1,2}[、是]")
# 牵头单位市水利局，截至6月底…… | 责任单位：市教育局。
_SAID_LEAD = re.compile(
    r"^\s*(?:任务)?(?:牵头|责任|主办|承办)(?:单位|部门)(?:为|是|[：:])?\s*(?P<units>[^，,。；;：:\d]{2,60})[，,。；;]\s*"
)
_SENTENCE = re.compile(r"[^。！？]*[。！？]")
# 请进展滞后的单位于…… — the letter's own closing words
_CLOSING = re.compile(r"请|各|望|特此|下一?步|下半年|今后|以上|希望|附件")
_LONGEST_NAME = 80


def read_progress(source: Source, tables: Tables, document: Document) -> Progress:
    """The rows of progress tables; without such a table, the numbered items of a bulletin."""
    rows = tuple(_table_rows(tables)) or tuple(_bulletin_rows(source, tables))
    return Progress(document, tuple(replace(row, units=lead_units(row.units)) for row in rows))


def _table_rows(tables: Tables) -> Iterator[ProgressRow]:
    above: ProgressRow | None = None
    for entry in read_rows(tables, sorted(tables.grids)):
        if entry.is_banner or entry.slot(Field.TASK).quote is None:
            continue
        row = _row(entry, above)
        if row is not None:
            above = row
            yield row


def _row(entry: Entry, above: ProgressRow | None) -> ProgressRow | None:
    name, said = entry.slot(Field.TASK), entry.slot(Field.PROGRESS)
    if name.quote is None or not name.text:
        return None
    units = tuple(unit for index, kind in unit_columns(entry.columns) for unit in _units(entry.slots[index], kind))
    number = entry.number if entry.number is not None else (above.number if above else 0) + 1
    return ProgressRow(
        number=number,
        name=tight(name.text),
        text=list_text(said.text),
        quote=name.quote,
        text_quote=said.quote,
        units=units or (above.units if above and entry.number is None else ()),
        leaders=_leaders(entry),
    )


def _units(slot: Slot, kind: Field) -> tuple[Unit, ...]:
    if slot.quote is None or tight(slot.text) in _NOTHING:
        return ()
    told = sentence(slot.quote, Era())
    return told.units if told else read_units(slot.quote, ROLES[kind])


def _leaders(entry: Entry) -> tuple[Leader, ...]:
    slot = entry.slot(Field.LEADER)
    return read_leaders(slot.quote) if slot.quote else ()


def list_text(text: str) -> str:
    """The plain text of a cell: wrapped lines joined, each item of a list on its own line."""
    lines: list[str] = []
    for line in _LIST_MARK.sub("\n", text).split("\n"):
        if lines and not _LINE_START.match(line) and not lines[-1].endswith(("。", "；", ";", "！")):
            lines[-1] += tight(line)
        elif line.strip():
            lines.append(tight(line))
    return "\n".join(lines)


def _bulletin_rows(source: Source, tables: Tables) -> Iterator[ProgressRow]:
    outline = read_outline(source, tables, is_title=is_part_title)
    parents = {item.parent for item in outline.items}
    for index, item in enumerate(outline.items):
        if index not in parents and item.form > Form.HEADING:
            row = _bulletin_row(item)
            if row is not None:
                yield row


def _bulletin_row(item: Item) -> ProgressRow | None:
    """（一）新建学校。牵头单位市教育局，截至6月底…… — the first sentence names the task."""
    promise = read_promises(item.quote, Era())[0]
    first = _SENTENCE.match(item.quote.text)
    name = cut(item.quote, 0, first.end()) if first else item.quote
    rest = trim(cut(item.quote, len(name.text), len(item.quote.text)))
    if not rest.text and item.more:
        rest = item.more[0]
    lead = _SAID_LEAD.match(rest.text)
    units = read_units(cut(rest, *lead.span("units")), Role.LEAD) if lead else promise.clause.units
    told = cut(rest, lead.end(), len(rest.text)) if lead else rest
    if not units or len(name.text) > _LONGEST_NAME * 2:
        return None
    return ProgressRow(
        number=item.number,
        name=read_promises(name, Era())[0].text.rstrip("。"),
        text=list_text("\n".join((told.text, *_further(item, rest)))),
        quote=trim(name, "。"),
        text_quote=told,
        units=units,
    )


def _further(item: Item, rest: Quote) -> tuple[str, ...]:
    """Paragraphs under the item, but for the one that was taken as its text and the letter's foot."""
    texts = [quote.text for quote in item.more if quote is not rest]
    told = takewhile(lambda text: text.endswith(("。", "；")) and not _CLOSING.match(text), texts)
    return tuple(told) if item.form is not Form.CHINESE_BRACKET else ()
