"""One unit in the place of another in many tasks: what each task would become, and which are left alone. No changes."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from luoshi.records.register.models import Task, TaskUnit, Unit
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT

# What is over stays with whoever did it
_OVER = frozenset({State.CLOSED, State.ENDED})


@dataclass(frozen=True, slots=True)
class Replacement:
    """Who takes whose place, from which day, and why."""

    former: Unit
    successor: Unit
    since: date
    reason: str


@dataclass(frozen=True, slots=True)
class Swap:
    """A task with the part that changes hands; `why` tells why it is left alone, empty where it is not."""

    task: Task
    row: TaskUnit | None
    why: str = ""

    @property
    def is_possible(self) -> bool:
        """Whether the part changes hands."""
        return not self.why


@dataclass(frozen=True, slots=True)
class Swaps:
    """All of them, and the seal of what would be done, by which an action knows that a person saw just this."""

    changed: tuple[Swap, ...]
    left: tuple[Swap, ...]
    fingerprint: str

    @property
    def kept(self) -> tuple[Swap, ...]:
        """Those that have the unit and are left alone all the same."""
        return tuple(swap for swap in self.left if swap.row)

    @property
    def absent(self) -> int:
        """How many have nothing of the unit."""
        return len(self.left) - len(self.kept)


def list_swaps(tasks: Iterable[Task], replacement: Replacement) -> Swaps:
    """What becomes of these tasks, in their order: one query."""
    listed = list(tasks)
    pair = (replacement.former, replacement.successor)
    parts: dict[int, dict[int, TaskUnit]] = defaultdict(dict)
    for row in TaskUnit.objects.filter(CURRENT, task__in=listed, unit__in=pair).select_related("unit"):
        parts[row.task_id][row.unit_id] = row
    swaps = [_swap(task, parts[task.pk], replacement) for task in listed]
    changed = tuple(swap for swap in swaps if swap.is_possible)
    return Swaps(changed, tuple(swap for swap in swaps if swap.why), _seal(changed, replacement))


def _swap(task: Task, parts: dict[int, TaskUnit], replacement: Replacement) -> Swap:
    former, successor = replacement.former, replacement.successor
    row = parts.get(former.pk)
    if row is None:
        return Swap(task, None, f"没有{former.name}")
    if task.state in _OVER:
        return Swap(task, row, f"{State(task.state).label}，留给办完的单位")
    if successor.pk in parts:
        return Swap(task, row, f"{successor.name}也在这一项里，请单独更正")
    return Swap(task, row)


def _seal(changed: Iterable[Swap], replacement: Replacement) -> str:
    told = sorted(f"{swap.task.pk}:{swap.row.pk if swap.row else 0}" for swap in changed)
    head = f"{replacement.former.pk} {replacement.successor.pk} {replacement.since.isoformat()}"
    return hashlib.sha256("\n".join([head, *told]).encode()).hexdigest()
