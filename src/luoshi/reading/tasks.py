"""The items of an outline → the tasks of a plan."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from luoshi.language.lexicon.labels import Field, column_field
from luoshi.model import Leader, Quote, Role, Task, Unit
from luoshi.reading.clause import LABEL, Clause, Era, field_clause, lone_label
from luoshi.reading.outline import Form, Item, Outline, ancestors
from luoshi.reading.part import MAIN_PART, heading_leaders, heading_units, is_leader_heading, is_part_title, theme
from luoshi.reading.passage import clip, tight, trim
from luoshi.reading.promise import Promise, read_bare_clause, read_promises
from luoshi.reading.tables.columns import is_mere_name
from luoshi.reading.text import text_dues, text_qualitative, text_targets

_BULLETS = "•●◆■▪·◇○□"
_OPEN_ENDS = "：:，,、"
_LONGEST_HEADING = 30
# 工作举措：… says how an item is done, 工作内容：… what it is
_MEASURES = re.compile("举措|措施")
_SUB_FORMS = frozenset({Form.ARABIC_BRACKET, Form.CIRCLED})


@dataclass(frozen=True, slots=True)
class Entry:
    """An item with the promises read in it; `number` counts the unnumbered ones within their part."""

    index: int
    item: Item
    promises: tuple[Promise, ...]

    @property
    def has_clause(self) -> bool:
        return self.has_units or any(promise.clause.leaders or promise.is_unanswered for promise in self.promises)

    @property
    def has_units(self) -> bool:
        return any(promise.clause.units for promise in self.promises)


@dataclass(frozen=True, slots=True)
class Setting:
    """The headings that a task stands under."""

    part_title: str
    leader_heading: Quote | None
    section: Quote | None
    leaders: tuple[Leader, ...]


@dataclass(frozen=True, slots=True)
class _Headings:
    """What headings say, each read once.

    The setting under an item and the leaders that it names are found by its index, text and clause by the quote.
    """

    setting: Callable[[int | None], Setting]
    section: Callable[[Quote | None], tuple[str | None, Clause]]
    leaders: Callable[[int], tuple[Leader, ...]]


def read_tasks(outline: Outline, era: Era) -> tuple[tuple[int, Task], ...]:
    """The tasks of the numbered text, each with the index of its item (tables stand aside)."""
    read = [_entry(index, item, era) for index, item in enumerate(outline.items)]
    entries = _folded(list(_under_units(read, outline.items)))
    chosen = _chosen(entries, outline.items)
    kept = [entry for entry in entries if entry.index in chosen]
    headings = _Headings(
        cache(lambda index: setting(outline.items, index)),
        cache(lambda heading: _section(heading, era)),
        cache(lambda index: _named_leaders(outline.items[index], era)),
    )
    return tuple((entry.index, task) for entry in kept for task in _tasks(entry, outline.items, headings, era))


def _entry(index: int, item: Item, era: Era) -> Entry:
    """An item's own promises and those of its followers; drafts that nobody answers for are dropped beside others."""
    is_heading = item.form is Form.TITLE or is_leader_heading(item.quote.text)
    drafts = [] if is_heading else list(read_promises(item.quote, era))
    if drafts and item.name:
        drafts[0] = replace(drafts[0], name=item.name)
    own = len(drafts)
    for above, quote in pairwise((item.quote, *item.more)):
        bare = _bare_clause(above, quote, era)
        if bare is not None and drafts:
            drafts[-1] = replace(drafts[-1], clause=drafts[-1].clause + bare, is_unanswered=not bare)
        elif bare is None and lone_label(quote, era) is None:
            drafts = _with_follower(drafts, trim(quote, _BULLETS), era, is_own=len(drafts) == own > 0)
    answered = tuple(draft for draft in drafts if draft.clause or draft.is_unanswered)
    return Entry(index, item, answered or tuple(drafts[:own]))


def _under_units(entries: Sequence[Entry], items: Sequence[Item]) -> Iterator[Entry]:
    """Entries under a heading that names units, which lead where the entries themselves name no lead."""
    parents = {item.parent for item in items}
    noted = _noted_units(entries, items)
    leads = cache(lambda index: noted.get(index) or heading_units(items[index].quote))
    for entry in entries:
        if entry.index in noted:
            yield replace(entry, promises=())
            continue
        above = next(filter(None, map(leads, ancestors(items, entry.index))), ())
        if above and entry.index not in parents and not leads(entry.index):
            yield replace(entry, promises=tuple(_led(promise, above) for promise in entry.promises))
        else:
            yield entry


def _noted_units(entries: Sequence[Entry], items: Sequence[Item]) -> dict[int, tuple[Unit, ...]]:
    """Headings whose bracket says who leads all that stands under them: 一、工业强区（牵头单位：区工信局）."""
    below: dict[int, list[Entry]] = {}
    for entry in entries:
        for index in ancestors(items, entry.index):
            below.setdefault(index, []).append(entry)
    return {
        entry.index: entry.promises[0].clause.units
        for entry in entries
        if _has_lead(entry) and _is_heading(entry, below.get(entry.index, ()))
    }


def _is_heading(entry: Entry, below: Sequence[Entry]) -> bool:
    """Whether an entry is short and what stands under it names units, but no lead."""
    text = entry.promises[0].text
    is_short = len(entry.promises) == 1 and len(text) <= _LONGEST_HEADING and "。" not in text
    return is_short and any(each.has_units for each in below) and not any(map(_has_lead, below))


def _has_lead(entry: Entry) -> bool:
    return any(unit.role is Role.LEAD for promise in entry.promises for unit in promise.clause.units)


def _led(promise: Promise, leads: tuple[Unit, ...]) -> Promise:
    names = {unit.name for unit in promise.clause.units}
    if any(unit.role is Role.LEAD for unit in promise.clause.units) or any(unit.name in names for unit in leads):
        return promise
    return replace(promise, clause=Clause(units=leads) + promise.clause)


def _with_follower(drafts: list[Promise], quote: Quote, era: Era, *, is_own: bool) -> list[Promise]:
    """The drafts of an item with one of its followers; a label may say that it tells what the item only names."""
    found = LABEL.match(quote.text)
    if found is None or column_field(found["label"]) is not Field.TASK:
        return _followed(drafts, read_promises(quote, era), is_own=is_own)
    told = read_promises(clip(quote, found.end(), len(quote.text)), era)
    if drafts and drafts[-1].name:
        return drafts
    if not is_own or drafts[-1].clause or not drafts[-1].text:
        return _followed(drafts, told, is_own=is_own)
    if _MEASURES.search(found["label"]) and not is_mere_name(drafts[-1].text):
        return drafts
    if _goes_on(drafts[-1].text) and not _is_headed(drafts[-1].text):
        return _followed(drafts, told, is_own=is_own)
    return [*drafts[:-1], *(replace(promise, name=drafts[-1].quote) for promise in told)]


def _bare_clause(above: Quote, quote: Quote, era: Era) -> Clause | None:
    """The clause of a paragraph that holds nothing else; its label may stand alone on the line above."""
    label = lone_label(above, era)
    return field_clause(label, quote, era) if label else read_bare_clause(quote, era)


def _followed(drafts: list[Promise], found: tuple[Promise, ...], *, is_own: bool) -> list[Promise]:
    """A follower ends the sentence that its item began, or is a promise of its own."""
    if is_own and not (drafts[-1].clause or drafts[-1].is_unanswered) and _goes_on(drafts[-1].text):
        first = replace(found[0], text=drafts[-1].text + found[0].text, quote=drafts[-1].quote)
        return [*drafts[:-1], first, *found[1:]]
    return [*drafts, *found]


def _is_headed(text: str) -> bool:
    """Whether a text is a heading with a full stop, below which a label tells the task: （一）促进高质量充分就业。"""
    return text.endswith("。") and len(text) <= _LONGEST_HEADING and not any(mark in text[:-1] for mark in "，。；：、")


def _goes_on(text: str) -> bool:
    return text.endswith(("。", "，", "；", "：", "、")) or len(text) > _LONGEST_HEADING


def _folded(entries: list[Entry]) -> list[Entry]:
    """①… ②… under an item, and one clause behind the last: they are the item's own text."""
    children: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.item.parent is not None:
            children.setdefault(entry.item.parent, []).append(entry)
    gone: set[int] = set()
    folded = []
    for entry in entries:
        own = children.get(entry.index, [])
        if own and not gone.intersection(each.index for each in own) and _is_one_task(entry, own):
            folded.append(_with_children(entry, own))
            gone.update(each.index for each in own)
        else:
            folded.append(entry)
    return [entry for entry in folded if entry.index not in gone]


def _is_one_task(entry: Entry, children: Sequence[Entry]) -> bool:
    if children[0].item.form not in _SUB_FORMS or entry.item.form in {Form.TITLE, Form.HEADING, Form.CHAPTER}:
        return False
    clauses = [child.has_clause for child in children]
    if entry.has_clause:
        return not any(clauses)
    if any(clauses[:-1]):
        return False
    return entry.item.quote.text.endswith(tuple(_OPEN_ENDS)) or (len(clauses) > 1 and _is_behind(children[-1]))


def _is_behind(last: Entry) -> bool:
    """Whether the clause behind the last item stands on lines of its own, below all of them."""
    return last.has_units and bool(last.item.more) and not read_promises(last.item.quote, Era())[0].clause


def _with_children(entry: Entry, children: Sequence[Entry]) -> Entry:
    clause = sum((promise.clause for child in children for promise in child.promises), Clause())
    text = "".join(_marker(child.item) + promise.text for child in children for promise in child.promises)
    more = tuple(promise.quote for child in children for promise in child.promises)
    last = entry.promises[-1]
    whole = replace(last, text=last.text + text, clause=last.clause + clause, more=last.more + more)
    return replace(entry, promises=(*entry.promises[:-1], whole))


def _marker(item: Item) -> str:
    return chr(ord("①") + item.number - 1) if item.form is Form.CIRCLED else f"（{item.number}）"


def _chosen(entries: Sequence[Entry], items: Sequence[Item]) -> frozenset[int]:
    """Items with a clause, and items without one that stand among them; with no clause at all, the leaves."""
    with_clause = [entry for entry in entries if entry.has_clause]
    parents = {item.parent for item in items}
    leaves = [entry for entry in entries if entry.index not in parents and entry.promises]
    if not with_clause:
        return frozenset(entry.index for entry in leaves)
    forms = Counter((entry.item.form, entry.item.parent) for entry in with_clause)
    last = with_clause[-1].index
    among = (
        entry
        for entry in leaves
        if (entry.item.form, entry.item.parent) in forms and entry.index <= last and entry.item.form > Form.HEADING
    )
    headings = {index for entry in with_clause for index in ancestors(items, entry.index)}
    tasks = {entry.index for entry in (*with_clause, *among)}
    return frozenset(tasks - (headings - {entry.index for entry in with_clause if entry.has_units}))


def setting(items: Sequence[Item], index: int | None) -> Setting:
    """The headings from item `index` upwards: those of whatever stands under it."""
    part_title, leader_heading, section = "", None, None
    for each in () if index is None else (index, *ancestors(items, index)):
        quote = items[each].quote
        if items[each].form is Form.TITLE or is_part_title(quote.text):
            part_title = part_title or quote.text
        elif is_leader_heading(quote.text):
            leader_heading = leader_heading or quote
        elif quote.text and not heading_units(quote):
            section = section or quote
    return Setting(part_title, leader_heading, section, heading_leaders(leader_heading) if leader_heading else ())


def _tasks(entry: Entry, items: Sequence[Item], headings: _Headings, era: Era) -> Iterator[Task]:
    """The tasks of an entry; several in its own numbered paragraph share the number, followers have none printed."""
    own = [promise for promise in entry.promises if _is_own(promise, entry)]
    for order, promise in enumerate(entry.promises, 1):
        is_own = _is_own(promise, entry)
        where = headings.setting(entry.item.parent if is_own else entry.index)
        section, noted = headings.section(where.section)
        nearest = filter(None, map(headings.leaders, ancestors(items, entry.index)))
        inherited = where.leaders or noted.leaders or next(nearest, ())
        passages = (promise.quote, *promise.more)
        heading = where.leader_heading or (where.section if noted.leaders and not noted.units else None)
        yield Task(
            part=where.part_title or MAIN_PART,
            number=entry.item.number if is_own else 0,
            sub=order if is_own and len(own) > 1 else None,
            text=promise.text,
            quote=promise.quote,
            name=tight(promise.name.text).rstrip("。") if promise.name else None,
            leader_heading=tight(heading.text) if heading else None,
            leaders=promise.clause.leaders or inherited,
            section=section,
            units=promise.clause.units,
            targets=text_targets(passages),
            qualitative=text_qualitative(passages),
            due=text_dues(passages, promise.clause.due, era),
        )


def _is_own(promise: Promise, entry: Entry) -> bool:
    own = (entry.item.quote, entry.item.name or entry.item.quote)
    return any((promise.name or promise.quote).place.block == quote.place.block for quote in own)


def _section(heading: Quote | None, era: Era) -> tuple[str | None, Clause]:
    """A thematic heading without the clause in its bracket: 一、县城提质（责任领导：王小明）."""
    if heading is None:
        return None, Clause()
    noted = read_promises(heading, era)[0]
    return theme(noted.text or heading.text), noted.clause


def _named_leaders(heading: Item, era: Era) -> tuple[Leader, ...]:
    """Leaders that a heading names in its own clause, or a line of labels right under it."""
    for quote in (heading.quote, *heading.more[:2]):
        clause = read_bare_clause(quote, era) or read_promises(quote, era)[-1].clause
        if clause.leaders and not clause.units:
            return clause.leaders
    return ()
