"""The address of each task within its plan, such as 重点工作/2/0/15 or 省民生实事/3-1."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from luoshi.model import Task

_Ordinals = dict[object, dict[str, int]]


def _ordinal(seen: _Ordinals, group: object, heading: str | None) -> int:
    """Position of `heading` among those met in its group, from 1; 0 stands for none."""
    if heading is None:
        return 0
    return seen[group].setdefault(heading, len(seen[group]) + 1)


def _addresses(tasks: Sequence[Task]) -> list[str]:
    leaders: _Ordinals = defaultdict(dict)
    sections: _Ordinals = defaultdict(dict)
    with_leaders = {task.part for task in tasks if task.leader_heading is not None}
    addresses = []
    for task in tasks:
        steps: list[object] = [task.part]
        if task.part in with_leaders:
            leader = _ordinal(leaders, task.part, task.leader_heading)
            steps += [leader, _ordinal(sections, (task.part, leader), task.section)]
        number = str(task.number) if task.sub is None else f"{task.number}-{task.sub}"
        addresses.append("/".join(str(step) for step in (*steps, number)))
    return addresses


def number_tasks(tasks: Sequence[Task]) -> tuple[str, ...]:
    """One address a task: part / leader / section / number where leaders head the tasks, else part / number(-sub).

    Leaders and sections count from 1 in the order of print, 0 = none. A document that prints a number twice in one
    place gets ~2, ~3 … after the later ones, so that an address is never shared.
    """
    met: Counter[str] = Counter()
    unique = []
    for address in _addresses(tasks):
        met[address] += 1
        unique.append(address if met[address] == 1 else f"{address}~{met[address]}")
    return tuple(unique)
