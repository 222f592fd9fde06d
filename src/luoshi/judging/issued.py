"""The task of a plan that a row of a progress table tells of, however it was reworded."""

from collections.abc import Sequence
from dataclasses import replace

from luoshi.language.closest import find_closest
from luoshi.model import Plan, ProgressRow, Task


def find_issued(rows: Sequence[ProgressRow], plan: Plan) -> tuple[ProgressRow, ...]:
    """The rows with the targets of their tasks; a row without a task, or with one without targets, stays as it is."""
    closest = find_closest([row.name for row in rows], [task.text for task in plan.tasks])
    tasks = (None if place is None else plan.tasks[place] for place in closest)
    return tuple(_as_issued(row, task) for row, task in zip(rows, tasks, strict=True))


def _as_issued(row: ProgressRow, task: Task | None) -> ProgressRow:
    return replace(row, name=task.text, targets=task.targets) if task and task.targets else row
