"""Tables of a plan → tasks: categories, leaders, units and quotas, with what merged cells carry down."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from luoshi.language.lexicon.labels import Field
from luoshi.model import Allocation, Due, Flag, Leader, Quote, Role, SumCheck, Target, Task, Unit
from luoshi.reading.clause import NOTHING, Era, read_due
from luoshi.reading.outline import find_marker
from luoshi.reading.part import MAIN_PART, heading_leaders, is_leader_heading, is_own_list, is_part_title, theme
from luoshi.reading.passage import tight, trim
from luoshi.reading.tables.allocation import RATES, amount, find_measure, read_allocation
from luoshi.reading.tables.columns import Columns
from luoshi.reading.tables.grid import Slot
from luoshi.reading.tables.inventory import Tables
from luoshi.reading.tables.merges import with_merges
from luoshi.reading.tables.quota import goal_targets, quota_targets
from luoshi.reading.tables.rows import Entry, column_units, read_rows, row_units, unit_columns
from luoshi.reading.tables.told import flag_columns
from luoshi.reading.text import text_dues, text_qualitative

_FEWEST_REPEATED = 3
# What stands in a lead cell that somebody is still to fill in
_OPEN = "待定"


@dataclass(slots=True)
class _Carried:
    """What the rows above leave to a row whose merged cells were lost."""

    table: tuple[str | None, Quote | None] = (None, None)  # sheet and title
    is_one_sheet: bool = True  # of a workbook
    number: int = 0
    section: str | None = None
    leaders: tuple[Leader, ...] = ()
    leader_heading: str | None = None
    units: tuple[Unit, ...] = ()
    due: tuple[Due, ...] = ()
    name: str | None = None
    told: Columns | None = None  # of which the doubt was told that they were known by their cells
    nameless: int | None = None  # the first task of a category whose name is printed further down


def read_table_tasks(tables: Tables, blocks: Sequence[int], era: Era) -> tuple[Task, ...]:
    """The tasks of the tables, numbered as printed; further rows of one number are its sub-rows."""
    tasks: list[Task] = []
    entries = tuple(with_merges(tuple(read_rows(tables, blocks))))
    carried = _Carried(is_one_sheet=len({entry.sheet for entry in entries}) == 1)
    has_merges = _has_merges(entries)
    for entry in entries:
        if (entry.sheet, entry.title) != carried.table:
            carried = _begun(entry, is_one_sheet=carried.is_one_sheet)
        if entry.is_banner:
            _take_banner(entry.slots[0], carried)
            continue
        if _is_nameless(entry, has_merges=has_merges):
            carried.nameless = len(tasks)
        elif entry.begins_page != (has_merges and bool(entry.text(Field.SECTION))):
            carried.nameless = None
        task = _task(entry, carried, era)
        if task is None:
            continue
        tasks.append(task)
        _settle_section(entry, carried, tasks)
    return tuple(_with_subs(_without_numbers(_with_lost_others(tasks))))


def _begun(entry: Entry, *, is_one_sheet: bool) -> _Carried:
    """What a table's title leaves to its rows: whose tasks they are, where it is a leader's name and post."""
    carried = _Carried((entry.sheet, entry.title), is_one_sheet=is_one_sheet)
    if entry.title and is_leader_heading(entry.title.text):
        carried.leaders = heading_leaders(entry.title)
    return carried


def _take_banner(slot: Slot, carried: _Carried) -> None:
    if slot.quote is None:
        return
    found = find_marker(slot.quote)
    heading = found[2] if found else trim(slot.quote)
    if is_leader_heading(heading.text):
        carried.leader_heading, carried.leaders = tight(heading.text), heading_leaders(heading)
    else:
        carried.section = theme(heading.text) or None


def _task(entry: Entry, carried: _Carried, era: Era) -> Task | None:
    body = entry.slot(Field.TASK)
    name = tight(entry.text(Field.NAME)) or None
    if not body.text and not name:
        return None
    quote = body.quote or entry.slot(Field.NAME).quote
    if quote is None:
        return None
    if entry.number is not None:
        carried.number, carried.name = entry.number, name
    elif entry.columns.index(Field.NUMBER) is None or _has_code(entry):
        carried.number += 1
    units, flags = _units(entry, carried)
    carried.units = units or carried.units
    carried.leaders = entry.leaders or (() if _names_nobody(entry) else carried.leaders)
    allocation = _allocation(entry)
    return Task(
        part=_part(entry, is_one_sheet=carried.is_one_sheet),
        number=carried.number,
        text=tight(body.text) or name or "",
        quote=quote,
        name=name or carried.name,
        leader_heading=carried.leader_heading,
        leaders=carried.leaders,
        section=_category(entry) or carried.section,
        units=units,
        targets=_targets(entry, quote, allocation),
        qualitative=text_qualitative((quote,)),
        due=_due(entry, quote, carried, era),
        allocation=allocation,
        flags=(*_told_flags(entry, carried, quote), *flags, *_allocation_flags(entry, allocation, quote)),
    )


def _told_flags(entry: Entry, carried: _Carried, quote: Quote) -> tuple[Flag, ...]:
    """The doubt of a table whose columns were known by their cells, on its first task."""
    flag = None if entry.columns is carried.told else flag_columns(entry.columns, quote)
    carried.told = entry.columns
    return (flag,) if flag else ()


def _has_code(entry: Entry) -> bool:
    """Whether a row bears something else than a number: 2026-001, 1-1."""
    slot = entry.slot(Field.NUMBER)
    return bool(slot.text) and not slot.is_covered and any(char in "-–—_" for char in slot.text)


def _targets(entry: Entry, quote: Quote, allocation: Allocation | None) -> tuple[Target, ...]:
    figure = entry.slot(Field.FIGURE).quote
    if figure is not None:
        return goal_targets(quote, figure, tight(entry.text(Field.MEASURE)))
    return quota_targets(entry.slot(Field.TOTAL).quote, quote, allocation)


def _category(entry: Entry) -> str | None:
    """The text of the category's cell without its number: 一、优化产业结构."""
    slot = entry.slot(Field.SECTION)
    found = find_marker(slot.quote) if slot.quote else None
    return theme(found[2].text if found else slot.text) or None


def _part(entry: Entry, *, is_one_sheet: bool) -> str:
    """The title above the table's head, or the sheet's name, where it begins a part."""
    title = tight(entry.title.text) if entry.title else None
    if not is_one_sheet and entry.sheet and is_own_list(entry.sheet):
        return entry.sheet
    return next((name for name in (title, entry.sheet) if name and is_part_title(name)), MAIN_PART)


def _settle_section(entry: Entry, carried: _Carried, tasks: list[Task]) -> None:
    """A category's name holds for the rows above it that wait for one, and for those below.

    Printed again at a page's top, on a further row of an item, it holds for the whole item.
    """
    section = _category(entry)
    if section is None:
        return
    if carried.nameless is not None:
        for index in range(carried.nameless, len(tasks) - 1):
            tasks[index] = replace(tasks[index], section=section)
        carried.nameless = None
    if entry.number is None and entry.begins_page:
        index = len(tasks) - 2
        while index >= 0 and tasks[index].number == carried.number and tasks[index].section != section:
            tasks[index] = replace(tasks[index], section=section)
            index -= 1
    carried.section = section


def _has_merges(entries: Sequence[Entry]) -> bool:
    """Whether the column of categories has merged cells, so that they were not lost."""
    quotes = (entry.slot(Field.SECTION).quote for entry in entries)
    return any(above is below is not None for above, below in pairwise(quotes))


def _is_nameless(entry: Entry, *, has_merges: bool) -> bool:
    """Whether a row begins a category whose name is printed further down.

    Where merged cells were lost, it stood in the middle of one: the rows above it at a page's top have none. Where they
    were not, an empty one at a page's foot has its name behind it; one at a page's top goes on from the page before.
    """
    if entry.text(Field.SECTION):
        return False
    if has_merges:
        return not entry.begins_page and not entry.slot(Field.SECTION).is_covered
    return entry.is_under_head


def _names_nobody(entry: Entry) -> bool:
    """A leader's cell that is empty on a new item names nobody, unless it was lost with a merge."""
    has_column = entry.columns.index(Field.LEADER) is not None
    return has_column and tight(entry.text(Field.LEADER)) in NOTHING - {""}


def _due(entry: Entry, quote: Quote, carried: _Carried, era: Era) -> tuple[Due, ...]:
    slot = entry.slot(Field.DUE)
    if slot.quote and tight(slot.text) not in NOTHING:
        carried.due = read_due(slot.quote, era)
    elif entry.number is not None:
        carried.due = ()
    return text_dues((quote,), carried.due, era)


def _units(entry: Entry, carried: _Carried) -> tuple[tuple[Unit, ...], tuple[Flag, ...]]:
    """The units of a row; an empty lead cell takes the lead of the rows above it, one that says 待定 does not."""
    cells = [(kind, column_units(entry, index, kind)) for index, kind in unit_columns(entry.columns)]
    units = tuple(row_units(entry))
    leads = [names for kind, names in cells if kind is Field.LEAD]
    others = [names for kind, names in cells if kind is not Field.LEAD]
    if entry.columns.units or _leads_nobody(entry):
        return units, ()
    if not leads:
        return units or (carried.units if entry.number is None else ()), ()
    if not units:
        return _carried_units(entry, carried), ()
    if not leads[0]:
        return (*_carried_leads(carried), *units), (_carried_flag(entry, carried),) if carried.units else ()
    if others and not any(others) and _is_fused(entry, leads[0], carried):
        return _fused(entry, leads[0], carried)
    return units, ()


def _leads_nobody(entry: Entry) -> bool:
    leads = (entry.slots[index].text for index, kind in unit_columns(entry.columns) if kind is Field.LEAD)
    return any(tight(text) == _OPEN for text in leads)


def _is_fused(entry: Entry, names: tuple[Unit, ...], carried: _Carried) -> bool:
    """Whether a lead cell holds the cooperating units too: a group, the lead of the row above, or a shifted row."""
    above = {unit.name for unit in _carried_leads(carried)}
    return (
        any(unit.name.startswith("各") for unit in names)
        or any(unit.name in above for unit in names[1:])
        or (entry.is_shifted and len(names) > 1)
    )


def _carried_leads(carried: _Carried) -> tuple[Unit, ...]:
    return tuple(unit for unit in carried.units if unit.role is Role.LEAD)


def _carried_units(entry: Entry, carried: _Carried) -> tuple[Unit, ...]:
    """A sub-row without units has those of the row above; a row of its own only its lead."""
    return carried.units if entry.number is None else _carried_leads(carried)


def _carried_flag(entry: Entry, carried: _Carried) -> Flag:
    names = "、".join(unit.name for unit in _carried_leads(carried))
    return Flag(
        "carried-lead", f"牵头单位一格为空，按合并单元格取上一行的“{names}”，请核对。", entry.slot(Field.TASK).quote
    )


def _fused(entry: Entry, names: tuple[Unit, ...], carried: _Carried) -> tuple[tuple[Unit, ...], tuple[Flag, ...]]:
    """Lead and cooperating units in one cell: the first leads, unless the row lost its lead cell with its category."""
    leads = _carried_leads(carried)
    known = {unit.name for unit in names} & {unit.name for unit in leads}
    followers = tuple(replace(unit, role=Role.COOPERATING) for unit in names)
    quote = entry.slot(Field.TASK).quote
    if entry.is_shifted and leads and not known:
        return (*leads, *followers), (_carried_flag(entry, carried),)
    if len(names) == 1:
        return names, ()
    flag = Flag(
        "fused-units", f"牵头单位一格里有几个单位而配合单位为空，取第一个“{names[0].name}”为牵头，请核对。", quote
    )
    return (names[0], *followers[1:]), (flag,)


def _allocation(entry: Entry) -> Allocation | None:
    columns = entry.columns
    if columns.index(Field.TOTAL) is None and not columns.districts:
        return None
    shares = [(columns.headings[index], entry.slots[index]) for index in sorted(columns.districts)]
    said = find_measure(tight(entry.text(Field.TASK)), entry.text(Field.TOTAL))
    # Shares in whole units tell that the total is, too; those of a hundred tell nothing of it
    counted = [slot.text for _, slot in shares if amount(slot.text) is not None and tight(slot.text)[-1:] not in RATES]
    if counted and not any("万" in text for text in counted):
        said = said.lstrip("万")
    measure = tight(entry.text(Field.MEASURE)) or said
    return read_allocation(entry.text(Field.TOTAL), shares, measure, is_shifted=entry.is_shifted or entry.is_ambiguous)


def _allocation_flags(entry: Entry, allocation: Allocation | None, quote: Quote) -> Iterator[Flag]:
    if allocation is None:
        return
    if entry.is_ambiguous:
        yield Flag("ambiguous-shares", "这一行的数比列多，能合上总数的放法不止一种，请对照原件核对各地任务数。", quote)
    if allocation.sum_check is SumCheck.MISMATCH:
        message = f"各地任务数合计{allocation.sum}，与总数{allocation.printed}不一致，请核对。"
        yield Flag("sum-mismatch", message, quote)


def _with_lost_others(tasks: Sequence[Task]) -> list[Task]:
    """A row put right that was left with its lead alone cooperates with whom the next row of its item names."""
    filled = list(tasks)
    for index, (task, below) in enumerate(pairwise(tasks)):
        is_left_alone = task.allocation is not None and task.allocation.is_shifted and len(task.units) == 1
        if is_left_alone and below.number == task.number and task.units[0] in below.units:
            filled[index] = replace(task, units=below.units)
    return filled


def _without_numbers(tasks: list[Task]) -> list[Task]:
    """Tasks whose cells repeat the number of their row (1 新建…, 2 改造…), each of them, without it."""
    numbered = [(task, str(task.number)) for task in tasks]
    if len(tasks) < _FEWEST_REPEATED or not all(task.text.startswith(number) for task, number in numbered):
        return tasks
    return [replace(task, text=task.text.removeprefix(number).lstrip(".．、")) for task, number in numbered]


def _with_subs(tasks: Sequence[Task]) -> Iterator[Task]:
    """Rows that share a number are its sub-rows 1, 2, …"""
    runs: dict[tuple[int, int], list[int]] = {}
    run = 0
    for index, task in enumerate(tasks):
        if index and task.number != tasks[index - 1].number:
            run += 1
        runs.setdefault((run, task.number), []).append(index)
    for indexes in runs.values():
        for order, index in enumerate(indexes, 1):
            yield replace(tasks[index], sub=order) if len(indexes) > 1 else tasks[index]
