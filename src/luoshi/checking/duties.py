"""Doubts about who answers for a task: nobody, nobody in the lead, somebody twice, somebody unnamed."""

import re
from collections.abc import Iterator

from luoshi.checking.check import (
    PlanCase,
    PlanCheck,
    ProgressCase,
    ProgressCheck,
    Remark,
    Rule,
    Severity,
    label,
    lines_of,
)
from luoshi.checking.slips import folded_name
from luoshi.model import ProgressRow, Quote, Role, Task, Unit

# 相关单位, 各有关部门, 相关责任单位: nobody knows who is meant
_VAGUE = re.compile("(?:各|其他|其它)?(?:相关|有关)?(?:责任|职能|成员|牵头|配合|直属|部门和){0,2}(?:单位|部门)")
# 各镇街, 市政府各部门, 相关责任单位
_GROUP = re.compile("^各|各(?:部门|单位|企业|镇|乡|街道)|相关|有关")
_BROAD = frozenset(("各单位", "各部门", "各直属单位", "各成员单位"))


def find_leadless(case: PlanCase) -> Iterator[Remark]:
    """Several units, none marked; among groups alone (市政府各部门、各镇街) nobody can lead."""
    for task in case.reading.tasks:
        has_named = any(not _GROUP.search(unit.name) for unit in task.units)
        if len(task.units) > 1 and has_named and not any(unit.role is Role.LEAD for unit in task.units):
            sentence = f"{label(task)}列了{task.units[0].name}等{len(task.units)}个单位，没有标明谁牵头，请标明。"
            yield Remark(sentence, task.units[0].quote)


def find_unassigned(case: PlanCase) -> Iterator[Remark]:
    """A task among others that have units, itself without any."""
    tasks = case.reading.tasks
    if not any(task.units for task in tasks):
        return
    for task in tasks:
        if not task.units:
            yield Remark(f"{label(task)}没有牵头单位或责任单位，请补上。", task.quote)


def find_repeated_units(case: PlanCase | ProgressCase) -> Iterator[Remark]:
    """The same unit twice in one task, both times in the same role or not at all leading."""
    for task in lines_of(case.reading):
        for unit, first in _repeated(task):
            if not _leads(unit, first):
                yield Remark(f"{label(task)}把“{unit.name}”列了两次，请删去一处或改成另一个单位。", unit.quote)


def find_repeated_leads(case: PlanCase | ProgressCase) -> Iterator[Remark]:
    """A unit that leads and is named once more in the same task."""
    for task in lines_of(case.reading):
        for unit, first in _repeated(task):
            if _leads(unit, first):
                yield Remark(f"{label(task)}的牵头单位“{unit.name}”又列了一次，请核对。", unit.quote)


def _leads(unit: Unit, first: Unit) -> bool:
    return Role.LEAD in (unit.role, first.role)


def _repeated(task: Task | ProgressRow) -> Iterator[tuple[Unit, Unit]]:
    """Units whose name stood before in the task, each with the first of that name."""
    met: dict[str, Unit] = {}
    for unit in task.units:
        first = met.setdefault(folded_name(unit.name), unit)
        if first is not unit:
            yield unit, first


def find_vague_units(case: PlanCase) -> Iterator[Remark]:
    """相关单位 and its like: one finding a name, however often it stands there."""
    places: dict[str, list[tuple[Task, Quote]]] = {}
    for task in case.reading.tasks:
        for unit in task.units:
            if _is_vague(unit.name):
                places.setdefault(unit.name, []).append((task, unit.quote))
    for name, found in places.items():
        where = label(found[0][0]) + (f"等{len(found)}项" if len(found) > 1 else "")
        yield Remark(f"{where}把“{name}”列为责任单位，没有点明是谁，请写出名称。", found[0][1])


def _is_vague(name: str) -> bool:
    return bool(_VAGUE.fullmatch(name)) and name not in _BROAD


_UNIT_TWICE = Rule("L012", "unit-twice", Severity.ERROR, "一项任务把同一个单位列了两次。")
_LEAD_TWICE = Rule("L013", "lead-twice", Severity.ERROR, "一项任务的牵头单位又列了一次。")
CHECKS = (
    PlanCheck(Rule("L010", "lead-missing", Severity.WARNING, "几个单位都没有标明谁牵头。"), find_leadless),
    PlanCheck(Rule("L011", "unit-missing", Severity.ERROR, "别的任务有责任单位，这一项没有。"), find_unassigned),
    PlanCheck(_UNIT_TWICE, find_repeated_units),
    ProgressCheck(_UNIT_TWICE, find_repeated_units),
    PlanCheck(_LEAD_TWICE, find_repeated_leads),
    ProgressCheck(_LEAD_TWICE, find_repeated_leads),
    PlanCheck(Rule("L014", "unit-vague", Severity.INFO, "“相关单位”“有关部门”没有点明是谁。"), find_vague_units),
)
