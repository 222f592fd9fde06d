"""What is done to many tasks at once: a unit takes the place of another, a kind of doubt rests. An entry a task."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid, need_reason
from luoshi.records.register.actions.locks import lock_plan
from luoshi.records.register.actions.rows import BATCH, grams_of
from luoshi.records.register.models import Plan, Task, TaskFlag, TaskUnit, Unit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.replacing import Replacement, Swap, list_swaps
from luoshi.records.writes import update_rows


def replace_unit(
    *, actor: Actor, plan: Plan, tasks: Collection[int], replacement: Replacement, fingerprint: str
) -> int:
    """Let a unit take another's place in these tasks of a plan from a day on; in how many it did.

    `fingerprint` is that of the preview that the person saw: had anything changed meanwhile, nothing is done.
    """
    _refuse(plan, replacement)
    with acting(actor, Right.CORRECT_TASK, plan.government_id) as under_way:
        lock_plan(plan.pk)
        locked = Task.objects.select_for_update(no_key=True).filter(plan=plan, pk__in=tasks)
        in_order = sorted(locked.order_by("pk"), key=lambda task: task.order)
        swaps = list_swaps(in_order, replacement)
        if swaps.fingerprint != fingerprint:
            raise NotNow("您看的时候，这些任务又改过了，没有改动任何内容。请看过新的清单再替换。")
        if not swaps.changed:
            raise NotNow("没有可以替换的任务，没有改动任何内容。")
        _swap_rows(swaps.changed, replacement)
        told = {"since": replacement.since.isoformat(), "reason": replacement.reason}
        before, after = {"unit": replacement.former.name}, {"unit": replacement.successor.name, **told}
        for swap in swaps.changed:
            under_way.did("replace_unit", swap.task, before=before, after=after)
        under_way.did("replace_unit", plan, before=before, after={**after, "tasks": len(swaps.changed)})
    return len(swaps.changed)


def settle_alike(*, actor: Actor, plan: Plan, flags: Collection[int], reason: str) -> int:
    """Let doubts about tasks of a plan rest for one reason; how many there were. Had one been settled, none is."""
    need_reason(reason, "请写为什么没有问题。")
    with acting(actor, Right.CORRECT_TASK, plan.government_id) as under_way:
        lock_plan(plan.pk)
        asked = TaskFlag.objects.filter(task__plan=plan, pk__in=flags, is_open=True)
        keys = asked.values_list("task", flat=True)
        tasks = {
            task.pk: task for task in Task.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
        }
        open_flags = list(asked.order_by("pk"))
        if not open_flags or len(open_flags) != len(set(flags)):
            raise NotNow("有的存疑刚被别人核对过，没有改动任何内容。请看过新的清单再核对。")
        by_task = _by_task(open_flags)
        TaskFlag.objects.filter(pk__in=[flag.pk for flag in open_flags]).update(is_open=False)
        for pk, each in by_task.items():
            tasks[pk].doubts = max(0, tasks[pk].doubts - len(each))
            told = each[0].message if len(each) == 1 else [flag.message for flag in each]
            under_way.did("settle_flag", tasks[pk], before={"doubt": told}, after={"reason": reason})
        update_rows(list(tasks.values()), ("doubts",))
    return len(open_flags)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _refuse(plan: Plan, replacement: Replacement) -> None:
    former, successor = replacement.former, replacement.successor
    need_reason(replacement.reason, "请写替换的理由，以后查得到。")
    if former.pk == successor.pk:
        raise NotValid("换成的还是同一个单位。", {"successor": "换成的还是同一个单位。只是改名的，请到单位页更名。"})
    if {former.government_id, successor.government_id} != {plan.government_id}:
        raise NotValid("两个单位都要是本级的。", {"successor": "请写本级的单位"})
    if replacement.since > timezone.localdate():
        raise NotValid("日期还没有到。", {"since": "日期还没有到，到那天再替换。"})


def _by_task(flags: Iterable[TaskFlag]) -> dict[int, list[TaskFlag]]:
    found: dict[int, list[TaskFlag]] = defaultdict(list)
    for flag in flags:
        found[flag.task_id].append(flag)
    return found


def _swap_rows(swaps: Sequence[Swap], replacement: Replacement) -> None:
    """Retract what stands; enter what held until the day, and what holds from it."""
    standing = [swap.row for swap in swaps if swap.row]
    tasks = [swap.task for swap in swaps]
    known = _printed_before(tasks, replacement.successor)
    now = timezone.now()
    TaskUnit.objects.filter(pk__in=[row.pk for row in standing]).update(retracted_at=now)
    held = [_held_until(row, replacement, now) for row in standing if row.holds_from < replacement.since]
    fresh = [_held_from(row, replacement, known.get(row.task_id), now) for row in standing]
    TaskUnit.objects.bulk_create([*held, *fresh], batch_size=BATCH)
    _find_again(tasks)


def _printed_before(tasks: Sequence[Task], unit: Unit) -> dict[int, TaskUnit]:
    """How a unit stood in these tasks when it had a part in them: its name there and where that is."""
    rows = TaskUnit.objects.filter(task__in=tasks, unit=unit).order_by("recorded_at", "pk")
    return {row.task_id: row for row in rows}


def _held_until(row: TaskUnit, replacement: Replacement, now: datetime) -> TaskUnit:
    return _copy(row, unit=row.unit, holds_from=row.holds_from, holds_to=replacement.since, recorded_at=now)


def _held_from(row: TaskUnit, replacement: Replacement, before: TaskUnit | None, now: datetime) -> TaskUnit:
    since = max(row.holds_from, replacement.since)
    fresh = _copy(row, unit=replacement.successor, holds_from=since, recorded_at=now)
    fresh.printed = before.printed if before else replacement.successor.name[:64]
    fresh.place = before.place if before else None
    return fresh


def _copy(row: TaskUnit, **changed: object) -> TaskUnit:
    kept = {"task_id": row.task_id, "role": row.role, "order": row.order, "printed": row.printed, "place": row.place}
    return TaskUnit(**kept, **changed)


def _find_again(tasks: Sequence[Task]) -> None:
    """The tasks are found by the names that stand now."""
    names: dict[int, list[str]] = defaultdict(list)
    for key, printed in TaskUnit.objects.filter(CURRENT, task__in=tasks).values_list("task", "printed"):
        names[key].append(printed)
    for task in tasks:
        task.grams = grams_of(task, names[task.pk])
    update_rows(tasks, ("grams",))
