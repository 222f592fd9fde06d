"""Numbers and the order of a plan's tasks after a corrected document. For use in actions."""

from collections.abc import Mapping

from luoshi.records.acting import Acting
from luoshi.records.register.models import Plan, Task
from luoshi.records.register.revising.comparison import Comparison, Line, address_of
from luoshi.records.writes import update_rows


def aside(task: Task) -> str:
    """A number that nobody else can have, for a task that leaves its own to another one."""
    return f"{task.address[:72]}·原{task.pk}"


def renumber(under_way: Acting, comparison: Comparison, reason: str) -> None:
    """Let the tasks have the numbers of the document; whoever stands in the way makes room."""
    moved = [(line.task, line.draft) for line in comparison.moved if line.task and line.draft]
    tasks = [task for task, _ in moved]
    wanted = {address_of(draft) for _, draft in moved}
    before = {task.pk: task.address for task in tasks}
    in_the_way = Task.objects.filter(plan=tasks[0].plan_id, address__in=wanted).exclude(pk__in=before)
    # Nobody has two numbers at any moment: all of them leave theirs first
    leaving = [*tasks, *in_the_way.only("plan", "address")]
    for task in leaving:
        task.address = aside(task)
    update_rows(leaving, ("address",))
    for task, draft in moved:
        fields = draft.fields
        task.address, task.part, task.number = address_of(draft), fields["part"][:64], fields["number"]
        task.sub = fields.get("sub")
        after = {"number": task.address, "reason": reason}
        under_way.did("renumber_task", task, before={"number": before[task.pk]}, after=after)
    update_rows(tasks, ("address", "part", "number", "sub"))


def line_up(plan: Plan, comparison: Comparison, entered: Mapping[int, Task], *, follows: bool) -> None:
    """Give every task its place: in the order of the document where that `follows`, else in that of the register.

    What the one does not have stands after what it stood after in the other.
    """
    document = [key for line in comparison.lines if line.draft and (key := _key(line, entered))]
    register = list(plan.tasks.exclude(pk__in=[task.pk for task in entered.values()]).values_list("pk", flat=True))
    places = {
        pk: place for place, pk in enumerate(_merge(document, register) if follows else _merge(register, document))
    }
    tasks = list(plan.tasks.only("plan", "order"))
    moved = [task for task in tasks if task.order != places[task.pk] + 1]
    for task in moved:
        task.order = places[task.pk] + 1
    update_rows(moved, ("order",))


def _key(line: Line, entered: Mapping[int, Task]) -> int | None:
    """The task of a line; None where it was left out."""
    task = line.task or (entered.get(line.draft.pk) if line.draft else None)
    return task.pk if task else None


def _merge(first: list[int], second: list[int]) -> list[int]:
    """All of the first in its order, what only the second has after its neighbour there."""
    known = set(first)
    behind: dict[int | None, list[int]] = {}
    last: int | None = None
    for key in second:
        if key in known:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    merged = behind.get(None, [])
    for key in first:
        merged += [key, *behind.get(key, [])]
    return merged
