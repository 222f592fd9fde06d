"""Which task of the register each row of a progress table tells of."""

from collections.abc import Mapping, Sequence

from luoshi.lineage import Promise
from luoshi.model import Progress, Target
from luoshi.records.register.models import Task
from luoshi.records.register.values import quote_value
from luoshi.relating.likeness import Profile, likeness, weigh
from luoshi.relating.pairing import find_pairs
from luoshi.relating.promises import bare_text, list_promises


def match_rows(progress: Progress, tasks: Sequence[Task], targets: Mapping[int, tuple[Target, ...]]) -> dict[int, Task]:
    """The task of each row, by the row's place; a row that tells of no task is left out."""
    return match_promises(list_promises(progress), tasks, targets)


def match_promises(
    rows: Sequence[Promise], tasks: Sequence[Task], targets: Mapping[int, tuple[Target, ...]]
) -> dict[int, Task]:
    """The same for rows however they are kept: the same words are the same task, others are given to the likest."""
    by_text = {bare_text(task.text): task for task in tasks}
    found = {row.order: by_text[text] for row in rows if (text := bare_text(row.text)) in by_text}
    taken = {task.pk for task in found.values()}
    left = [row for row in rows if row.order not in found]
    free = [task for task in tasks if task.pk not in taken]
    standing = [Profile(_promise(task, targets.get(task.pk, ()))) for task in free]
    reported = [Profile(row) for row in left]
    for pair in find_pairs(standing, reported, weigh(standing, reported)):
        if pair.is_main:
            found.setdefault(left[pair.later].order, free[pair.earlier])
    return found


def first_of_each(matched: Mapping[int, Task]) -> dict[int, Task]:
    """A task has one report a round: that of the first row that tells of it."""
    first: dict[int, int] = {}
    for order, task in sorted(matched.items()):
        first.setdefault(task.pk, order)
    return {order: matched[order] for order in first.values()}


def rank_tasks(text: str, leads: Sequence[str], tasks: Sequence[Task]) -> list[Task]:
    """Tasks by how alike they are to a row of these words and leads, the likest first; as they stand where none is."""
    row = Profile(Promise(0, "", text, quote_value(text), leads=tuple(leads)))
    standing = [Profile(_promise(task, ())) for task in tasks]
    weights = weigh([row], standing)
    score = {task.pk: likeness(profile, row, weights) for task, profile in zip(tasks, standing, strict=True)}
    return sorted(tasks, key=lambda task: -score[task.pk])


def _promise(task: Task, targets: tuple[Target, ...]) -> Promise:
    return Promise(task.order, task.address, task.text, quote_value(task.text), targets=targets)
