"""Which task of the register each row of a progress table tells of."""

from collections.abc import Sequence

from luoshi.lineage import Promise
from luoshi.model import Place, Progress, Quote, Target
from luoshi.records.register.models import Task
from luoshi.relating.likeness import Profile, weigh
from luoshi.relating.pairing import find_pairs
from luoshi.relating.promises import list_promises

# A row of the register stands in no document; its quote is its text.
_NOWHERE = Place(0, 0, 0)


def match_rows(progress: Progress, tasks: Sequence[Task], targets: dict[int, tuple[Target, ...]]) -> dict[int, Task]:
    """The task of each row, by the row's place; a row that tells of no task is left out.

    The same words are the same task; of the others each is given to the likest.
    """
    by_text = {task.text.rstrip("。；"): task for task in tasks}
    rows = list_promises(progress)
    found = {row.order: by_text[text] for row in rows if (text := row.text.rstrip("。；")) in by_text}
    taken = {task.pk for task in found.values()}
    left = [row for row in rows if row.order not in found]
    free = [task for task in tasks if task.pk not in taken]
    standing = [Profile(_promise(task, targets.get(task.pk, ()))) for task in free]
    reported = [Profile(row) for row in left]
    for pair in find_pairs(standing, reported, weigh([*standing, *reported])):
        if pair.is_main:
            found.setdefault(left[pair.later].order, free[pair.earlier])
    return found


def _promise(task: Task, targets: tuple[Target, ...]) -> Promise:
    return Promise(task.order, task.address, task.text, Quote(task.text, _NOWHERE), targets=targets)
