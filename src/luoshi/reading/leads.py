"""Who leads where the document's own convention, and not a mark beside the name, says so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from luoshi.model import Role, Task, Unit

# 列第一位的为牵头单位 | 排在首位的责任单位为牵头部门
_FIRST_LEADS = re.compile(r"(?:列|排)(?:在|名|序)?(?:第一|首)(?:位|个)?[^。；]{0,14}?(?:牵头|主办|主要责任|总负责)")
# 责任单位（第一个为牵头单位）
_THE_FIRST = re.compile(r"(?:第一|首)[位个家](?:单位|部门)?[为是即](?:牵头|主办|总负责)")
# 牵头部门为各项目责任部门中排序第一位的部门
_LEADS_FIRST = re.compile(r"(?:牵头|主办)(?:单位|部门)(?:为|是|即)[^。；]{0,20}?(?:列|排)(?:在|名|序)?(?:第一|首)")
_ANSWERING = frozenset({Role.RESPONSIBLE, Role.UNMARKED})


def first_named_leads(text: str) -> bool:
    """Whether a sentence of the document, or the heading of a column, says that the first unit named leads."""
    return any(said.search(text) for said in (_FIRST_LEADS, _LEADS_FIRST, _THE_FIRST))


def assign_leads(tasks: Sequence[Task], *, first_leads: bool) -> tuple[Task, ...]:
    """Tasks with the leads that follow from their document's convention.

    The only unit leads; responsible units lead those that cooperate; and where a part marks nobody at all, or the
    document says so, the first named leads.
    """
    assigned: list[Task] = []
    for _, group in groupby(tasks, key=lambda task: task.part):
        part = list(group)
        names_first = first_leads or not any(_has_distinction(task.units) for task in part)
        assigned.extend(_with_units(task, _led(task.units, names_first=names_first)) for task in part)
    return tuple(assigned)


def _with_units(task: Task, units: tuple[Unit, ...]) -> Task:
    return task if units is task.units else replace(task, units=units)


def _has_distinction(units: Sequence[Unit]) -> bool:
    return any(unit.role not in _ANSWERING for unit in units)


def _led(units: tuple[Unit, ...], *, names_first: bool) -> tuple[Unit, ...]:
    if not units or any(unit.role is Role.LEAD for unit in units):
        return units
    answering = [unit for unit in units if unit.role in _ANSWERING]
    if len(units) == 1 or len(answering) == 1:
        leading = answering[:1] or list(units[:1])
    elif len(answering) < len(units):
        leading = answering
    else:
        leading = answering[:1] if names_first else []
    return tuple(replace(unit, role=Role.LEAD) if unit in leading else unit for unit in units)


def lead_units(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units of a line that stands by itself: where nobody is marked, the first named leads."""
    return _led(units, names_first=True)
