"""A mended source → Plan (责任分解): its numbered text and its tables, in the document's own order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from luoshi.language.lexicon.labels import Field
from luoshi.model import Document, Flag, Paragraph, Plan, Role, Source, Task, Unit
from luoshi.patterns import lazily
from luoshi.reading.clause import Era, read_units
from luoshi.reading.form import card_task, outline_cards
from luoshi.reading.leads import assign_leads, first_named_leads
from luoshi.reading.outline import Form, Outline, ancestors, read_outline
from luoshi.reading.own_labels import own_labels
from luoshi.reading.part import (
    LIVELIHOOD_PART,
    MAIN_PART,
    heading_units,
    is_livelihood,
    is_part_title,
    level_of,
    part_name,
    theme,
)
from luoshi.reading.passage import cut, paragraph_quote, tight
from luoshi.reading.tables.card import find_card
from luoshi.reading.tables.inventory import Tables
from luoshi.reading.tables.told import flag_labels
from luoshi.reading.tasks import Setting, read_tasks, setting

_HEAD_BLOCKS = 8

# 县教育局2026年度目标管理责任书
_LETTER = lazily(
    r"(?P<unit>[\u4e00-\u9fff]{2,20}(?:局|委|办|厅|部|镇|乡|街道|管委会|委员会|中心|公司|集团|政府|办事处))\d{4}年度?"
    r"[\u4e00-\u9fff]{0,16}责任书"
)


def read_plan(source: Source, tables: Tables, document: Document) -> Plan:
    """The tasks of a responsibility breakdown."""
    era = Era(document.year, document.issued_on, own_labels(source))
    outline = read_outline(source, tables, is_title=is_part_title)
    in_tables = _table_tasks(tables, outline, era)
    in_text = _card_tasks(outline, era) or read_tasks(outline, era)
    if in_tables and not any(task.units or task.leaders for _, task in in_text):
        in_text = ()
    tasks = [*in_text, *in_tables]
    if not any(task.units for _, task in tasks):
        tasks = _bound(tasks, outline, source)
    ordered = _parts_named([task for _, task in sorted(tasks, key=lambda pair: pair[0])])
    ordered = _called(ordered, source, document)
    ordered = _doubted(ordered, {**era.labels, **tables.labels})
    first_leads = any(map(first_named_leads, _rules(source, tables)))
    led = assign_leads(_numbered(ordered), first_leads=first_leads)
    return Plan(document, tuple(map(_flagged, led)))


def _rules(source: Source, tables: Tables) -> Iterator[str]:
    """The texts that may say who leads: paragraphs, and the headings of columns."""
    yield from (block.text for block in source.blocks if isinstance(block, Paragraph))
    yield from (heading for head in tables.heads.values() if head for heading in head[0].headings)


def _doubted(tasks: list[Task], labels: Mapping[str, Field]) -> list[Task]:
    """The tasks, on the first of them the doubt of labels that were known by what stands behind them."""
    flag = flag_labels(labels, tasks[0].quote) if tasks else None
    return [replace(tasks[0], flags=(flag, *tasks[0].flags)), *tasks[1:]] if flag else tasks


def _table_tasks(tables: Tables, outline: Outline, era: Era) -> list[tuple[int, Task]]:
    """Tasks of the tables under each item, with the headings that the tables stand under."""
    found: list[tuple[int, Task]] = []
    for index, item in enumerate(outline.items):
        if item.tables:
            from luoshi.reading.tables.ledger import read_table_tasks

            where = setting(outline.items, index)
            where = replace(where, section=None) if item.more else where
            headless = [tables.grids[block] for block in item.tables if tables.heads[block] is None]
            cards = [card for grid in headless if (card := find_card(grid, tables.labels))]
            tasks = [*(card_task(card, era) for card in cards), *read_table_tasks(tables, item.tables, era)]
            leads = _heading_leads(outline, index)
            found.extend((index, _under(_led(task, leads), where)) for task in tasks)
    return found


def _heading_leads(outline: Outline, index: int) -> tuple[Unit, ...]:
    """The units that the nearest heading above a table names: 一、市教育局."""
    headings = (outline.items[each].quote for each in (index, *ancestors(outline.items, index)))
    return next(filter(None, map(heading_units, headings)), ())


def _led(task: Task, leads: tuple[Unit, ...]) -> Task:
    """A task of a table that names nobody who answers, with those whom the heading above names."""
    if not leads or any(unit.role is not Role.COOPERATING for unit in task.units):
        return task
    return replace(task, units=(*leads, *task.units))


def _under(task: Task, where: Setting) -> Task:
    """A task of a table with what the headings above the table say."""
    heading = tight(where.leader_heading.text) if where.leader_heading else None
    return replace(
        task,
        part=_nearer(task.part, where.part_title),
        section=task.section or (theme(where.section.text) if where.section else None),
        leader_heading=task.leader_heading or heading,
        leaders=task.leaders or where.leaders,
    )


def _card_tasks(outline: Outline, era: Era) -> tuple[tuple[int, Task], ...]:
    """Tasks told by labels that stand as headings."""
    return tuple((index, card_task(card, era)) for index, card in outline_cards(outline.items))


def _bound(tasks: list[tuple[int, Task]], outline: Outline, source: Source) -> list[tuple[int, Task]]:
    """The tasks of a letter of responsibility, for all of which the unit of its title answers.

    What stands under 一、 and （一） alone, beside numbered tasks, is how they are assessed.
    """
    units = _bound_units(source)
    if not units:
        return tasks
    numbered = [(index, task) for index, task in tasks if outline.items[index].form >= Form.DECIMAL]
    return [(index, replace(task, units=units)) for index, task in numbered or tasks]


def _bound_units(source: Source) -> tuple[Unit, ...]:
    """The unit that answers for all of a letter of responsibility: 县教育局2026年度目标管理责任书."""
    for index, block in enumerate(source.blocks):
        found = _LETTER.fullmatch(block.text) if isinstance(block, Paragraph) else None
        if found:
            return read_units(cut(paragraph_quote(source, index), *found.span("unit")), Role.LEAD)
    return ()


def _nearer(sheet: str, title: str) -> str:
    """A sheet's own name says more than the title over the whole workbook."""
    return title if sheet == MAIN_PART and title else sheet


def _parts_named(tasks: Sequence[Task]) -> list[Task]:
    """Tasks with their part's name in place of its title; levels are told apart only where there are several."""
    levels = {level_of(task.part) for task in tasks} - {None}
    titles = {task.part for task in tasks}
    with_level, is_one = len(levels) > 1, len(titles) == 1
    names = {title: part_name(title, with_level=with_level, is_one=is_one) for title in titles}
    return [task if names[task.part] == task.part else replace(task, part=names[task.part]) for task in tasks]


def _called(tasks: list[Task], source: Source, document: Document) -> list[Task]:
    """Tasks of a document without titles of parts are of the part that it is called by as a whole."""
    texts = (block.text for block in source.blocks[:_HEAD_BLOCKS] if isinstance(block, Paragraph))
    if {task.part for task in tasks} != {MAIN_PART} or not is_livelihood(document.title or "", texts):
        return tasks
    return [replace(task, part=LIVELIHOOD_PART) for task in tasks]


def _numbered(tasks: Sequence[Task]) -> list[Task]:
    """Tasks without a printed number get the running number within their part."""
    running: dict[str, count[int]] = {}
    numbered = []
    for task in tasks:
        order = next(running.setdefault(task.part, count(1)))
        numbered.append(replace(task, number=order) if task.number == 0 else task)
    return numbered


def _flagged(task: Task) -> Task:
    flags = _flags(task)
    return replace(task, flags=(*task.flags, *flags)) if flags else task


def _flags(task: Task) -> tuple[Flag, ...]:
    """What the structure leaves open: nobody answers, or several do and none leads."""
    if not task.units:
        return (Flag("no-unit", "没有读到牵头单位或责任单位，请对照原文补上。", task.quote),)
    if len(task.units) > 1 and not any(unit.role is Role.LEAD for unit in task.units):
        return (Flag("no-lead", f"列了{len(task.units)}个单位，没有标明谁牵头。", task.quote),)
    return ()
