"""A plan in the order in which it is printed: its own, under its leaders, or under its fields."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from luoshi.model import Plan, Task
from luoshi.writing.official.duty import leader_names

BY_LEADER, BY_SECTION = "leader", "section"

_OTHER_SECTION = "其他工作"


def arrange(plan: Plan, by: str | None = None) -> Plan:
    """The plan as it is printed: by "leader", by "section", or in its own order; its tables keep theirs.

    Tasks that change their place are numbered anew. A task without a heading gets one where it would else be read as
    standing under the heading of others.
    """
    parts = groupby(plan.tasks, key=lambda task: task.part)
    return replace(plan, tasks=tuple(task for _, part in parts for task in _arranged(list(part), by)))


def as_listed(plan: Plan, by: str | None = None, *, is_sorted: bool = False) -> Plan:
    """The plan in the order in which a list has its tasks, each with its own number; the parts stand apart.

    The headings are the list's by "leader" or "section"; else the plan's, or none where the list `is_sorted` otherwise.
    """
    parts = dict.fromkeys(task.part for task in plan.tasks)
    apart = ([task for task in plan.tasks if task.part == part] for part in parts)
    return replace(plan, tasks=tuple(task for part in apart for task in _under_heads(part, by, is_sorted=is_sorted)))


def is_table(tasks: Iterable[Task]) -> bool:
    """Whether a part is printed as a table: its tasks have quotas, or names beside their texts."""
    return any(task.allocation is not None or task.name is not None for task in tasks)


def _arranged(tasks: list[Task], by: str | None) -> list[Task]:
    if is_table(tasks):
        return tasks
    if by == BY_LEADER:
        headed = [replace(task, leader_heading=_leader_heading(task)) for task in tasks]
        groups = _groups(headed, lambda task: task.leader_heading)
        ordered = [task for group in groups for task in _under_fields(group)]
    elif by == BY_SECTION:
        flat = [replace(task, leader_heading=None, section=task.section or _OTHER_SECTION) for task in tasks]
        ordered = [task for group in _groups(flat, lambda task: task.section) for task in group]
    else:
        return list(_headed(tasks))
    return tasks if ordered == tasks else list(_renumbered(ordered))


def _under_heads(tasks: list[Task], by: str | None, *, is_sorted: bool) -> Iterator[Task]:
    """The tasks of a part under the heads of a list; in a table fields are a column, whatever stands above."""
    keeps_fields = is_table(tasks)
    if by == BY_SECTION:
        yield from (replace(task, leader_heading=None, section=task.section or _OTHER_SECTION) for task in tasks)
    elif by == BY_LEADER or is_sorted:
        heads = (_leader_heading(task) if by == BY_LEADER else None for task in tasks)
        headed = [
            replace(task, leader_heading=head, section=task.section if keeps_fields else None)
            for task, head in zip(tasks, heads, strict=True)
        ]
        yield from (task for group in _groups(headed, lambda task: task.leader_heading) for task in group)
    else:
        yield from tasks


def _under_fields(tasks: Sequence[Task]) -> Iterator[Task]:
    """A leader's tasks by their fields; those of no field have a heading of their own beside others that have one."""
    other = _OTHER_SECTION if any(task.section for task in tasks) else None
    headed = [replace(task, section=task.section or other) for task in tasks]
    return (task for group in _groups(headed, lambda task: task.section) for task in group)


def _leader_heading(task: Task) -> str:
    """The heading that a task stands under, or 邬景行、蔺书禾牵头的重点工作."""
    own = f"{leader_names(task.leaders)}牵头的{task.part}" if task.leaders else _together(task)
    return task.leader_heading or own


def _together(task: Task) -> str:
    return f"各有关单位共同落实的{task.part}"


def _groups(tasks: Iterable[Task], heading: Callable[[Task], str | None]) -> Iterator[list[Task]]:
    """Tasks by heading, in the order in which headings are met; those without one stand before the first heading."""
    groups: dict[str | None, list[Task]] = {None: []}
    for task in tasks:
        groups.setdefault(heading(task), []).append(task)
    return filter(None, groups.values())


def _headed(tasks: Iterable[Task]) -> Iterator[Task]:
    """The tasks in their order; headings for those that stand behind others' headings and have none."""
    leader_heading: str | None = None
    section: str | None = None
    for task in tasks:
        heading = task.leader_heading or (leader_heading and _together(task))
        above = section if heading == leader_heading else None
        leader_heading, section = heading, task.section or (above and _OTHER_SECTION)
        yield replace(task, leader_heading=leader_heading, section=section)


def _renumbered(tasks: Iterable[Task]) -> Iterator[Task]:
    """Numbers from 1 under each leader; tasks that shared a number in one paragraph share it still."""
    heading, number = None, 0
    for task in tasks:
        number = 0 if task.leader_heading != heading else number
        number += task.sub is None or task.sub == 1 or number == 0
        heading = task.leader_heading
        yield replace(task, number=number)
