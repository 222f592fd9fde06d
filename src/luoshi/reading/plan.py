"""A mended source → Plan (责任分解): its numbered text and its tables, in the document's own order."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from luoshi.model import Document, Flag, Paragraph, Plan, Role, Source, Task
from luoshi.reading.clause import Era
from luoshi.reading.form import card_task, outline_cards
from luoshi.reading.leads import assign_leads, first_named_leads
from luoshi.reading.outline import Outline, read_outline
from luoshi.reading.part import MAIN_PART, is_part_title, level_of, part_name, theme
from luoshi.reading.passage import tight
from luoshi.reading.tables.card import find_card
from luoshi.reading.tables.inventory import Tables
from luoshi.reading.tasks import Setting, read_tasks, setting


def read_plan(source: Source, tables: Tables, document: Document) -> Plan:
    """The tasks of a responsibility breakdown."""
    era = Era(document.year, document.issued_on)
    outline = read_outline(source, tables, is_title=is_part_title)
    in_tables = _table_tasks(tables, outline, era)
    in_text = _card_tasks(outline, era) or read_tasks(outline, era)
    if in_tables and not any(task.units or task.leaders for _, task in in_text):
        in_text = ()
    tasks = [*in_text, *in_tables]
    ordered = _parts_named([task for _, task in sorted(tasks, key=lambda pair: pair[0])])
    first_leads = any(first_named_leads(block.text) for block in source.blocks if isinstance(block, Paragraph))
    led = assign_leads(_numbered(ordered), first_leads=first_leads)
    return Plan(document, tuple(map(_flagged, led)))


def _table_tasks(tables: Tables, outline: Outline, era: Era) -> list[tuple[int, Task]]:
    """Tasks of the tables under each item, with the headings that the tables stand under."""
    found: list[tuple[int, Task]] = []
    for index, item in enumerate(outline.items):
        if item.tables:
            from luoshi.reading.tables.ledger import read_table_tasks

            where = setting(outline.items, index)
            where = replace(where, section=None) if item.more else where
            cards = [card for block in item.tables if (card := find_card(tables.grids[block]))]
            tasks = [*(card_task(card, era) for card in cards), *read_table_tasks(tables, item.tables, era)]
            found.extend((index, _under(task, where)) for task in tasks)
    return found


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


def _nearer(sheet: str, title: str) -> str:
    """A sheet's own name says more than the title over the whole workbook."""
    return title if sheet == MAIN_PART and title else sheet


def _parts_named(tasks: Sequence[Task]) -> list[Task]:
    """Tasks with their part's name in place of its title; levels are told apart only where there are several."""
    levels = {level_of(task.part) for task in tasks} - {None}
    names = {title: part_name(title, with_level=len(levels) > 1) for title in {task.part for task in tasks}}
    return [task if names[task.part] == task.part else replace(task, part=names[task.part]) for task in tasks]


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
