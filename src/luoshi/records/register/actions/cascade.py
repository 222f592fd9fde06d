"""What a government owes is handed down to those below: each share becomes a task in their own register."""

from collections.abc import Iterable

from django.utils import timezone

from luoshi.records.acting import Acting, acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid
from luoshi.records.register.actions.lineage import unrelate
from luoshi.records.register.actions.locks import lock_plans, lock_tasks
from luoshi.records.register.actions.rows import enter_rows, grams_of, replace_rows
from luoshi.records.register.handed import Handed, Order, handed_of
from luoshi.records.register.models import Government, Plan, Target, Task, TaskWording, Unit
from luoshi.records.register.models.plans import OVER, State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.quotas import sum_of, with_sum
from luoshi.records.reporting.again import judge_again


def link_district(*, actor: Actor, unit: Unit, government: Government) -> Unit:
    """Say that a district is the government below that keeps a register here; what it owes can then be handed down."""
    with acting(actor, Right.MANAGE_UNITS, unit.government_id) as under_way:
        unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
        _refuse_link(unit, government)
        before, unit.stands_for, unit.kind = unit.kind, government, Unit.Kind.DISTRICT
        unit.save(update_fields=["stands_for", "kind"])
        under_way.did(
            "link_district", unit, before={"kind": before}, after={"kind": unit.kind, "government": government.name}
        )
    return unit


def unlink_district(*, actor: Actor, unit: Unit) -> Unit:
    """Take that back; what was handed down stays where it is."""
    with acting(actor, Right.MANAGE_UNITS, unit.government_id) as under_way:
        unit = Unit.objects.select_for_update(of=("self",), no_key=True).select_related("stands_for").get(pk=unit.pk)
        if unit.stands_for is None:
            raise NotNow(f"“{unit.name}”没有对应下级政府。")
        under_way.did("unlink_district", unit, before={"government": unit.stands_for.name})
        unit.stands_for = None
        unit.save(update_fields=["stands_for"])
    return unit


def hand_down(*, actor: Actor, task: Task) -> list[Task]:
    """Make a task of each share in the register of the government that the district is, linked to this one.

    Those that have theirs already are left alone; with nobody left `NotNow` says so.
    """
    with acting(actor, Right.HAND_DOWN, task.government_id) as under_way:
        origin = _locked(task)
        handed = handed_of(origin)
        if origin.state in OVER:
            raise NotNow(f"这一项{origin.get_state_display()}，不能再下达。")
        if not any(each.order for each in handed):
            raise NotNow("分到任务数的地方都没有在这里设台账，没有可以下达的。请先在单位页写明它是哪个下级政府。")
        fresh = [each for each in handed if each.order and each.task is None]
        if not fresh:
            names = "、".join(each.name for each in handed)
            raise NotNow(f"这一项已经下达给{names}，不再重复下达。分配改了的，请用“转达更正”。")
        _refuse_way_back(origin, fresh)
        plans = _plans(origin, [each.government for each in fresh])
        tasks = [_hand_down(under_way, origin, plans[each.government.pk], each.order) for each in fresh if each.order]
        under_way.did("hand_down", origin, after={"shares": [_told(each) for each in fresh]})
    return tasks


def pass_on(*, actor: Actor, task: Task) -> list[Task]:
    """Bring the tasks below to what is shared out now, dated; a share that is gone ends its task."""
    with acting(actor, Right.HAND_DOWN, task.government_id) as under_way:
        origin = _locked(task)
        late = [each for each in handed_of(origin) if each.is_late]
        if not late:
            raise NotNow("下级的任务和现在的分配一致，没有要转达的。")
        known = [each.task for each in late if each.task]
        lock_plans({task.plan_id for task in known})
        lock_tasks([task.pk for task in known])
        tasks = [_pass_on(under_way, origin, each) for each in late]
        under_way.did("pass_on", origin, after={"shares": [_told(each) for each in late]})
    return tasks


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _refuse_link(unit: Unit, government: Government) -> None:
    if unit.kind == Unit.Kind.GROUP:
        raise NotValid("单位组不是一个政府，不能对应。")
    if government.parent_id != unit.government_id:
        told = f"“{government.name}”不是本级直接的下级政府"
        raise NotValid(f"{told}。", {"government": told})
    other = Unit.objects.filter(stands_for=government).exclude(pk=unit.pk).first()
    if other:
        told = f"“{government.name}”已经对应“{other.name}”"
        raise NotValid(f"{told}。", {"government": told})
    if unit.stands_for_id and unit.stands_for_id != government.pk:
        raise NotNow("这个单位已经对应另一个下级政府，请先解除。")


def _locked(task: Task) -> Task:
    """The task, while nobody else hands it down."""
    row = Task.objects.select_for_update(of=("self",), no_key=True).select_related("plan", "government")
    return row.defer("plan__blocks").get(pk=task.pk)


def _refuse_way_back(origin: Task, fresh: Iterable[Handed]) -> None:
    """Nobody is handed what came from there, however many governments lie between."""
    above: set[int] = set()
    task: Task | None = origin
    while task and task.government_id not in above:
        above.add(task.government_id)
        task = Task.objects.only("government", "origin").filter(handed_down=task).first()
    back = next((each for each in fresh if each.government.pk in above), None)
    if back:
        raise NotNow(f"这一项就是{back.government.name}下达来的，不能再下达回去。请改正它在单位页上的对应。")


def _told(each: Handed) -> str:
    return f"{each.name} {each.printed if each.order else '不再分配'}"


def _hand_down(under_way: Acting, origin: Task, plan: Plan, order: Order) -> Task:
    place = (plan.tasks.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    task = Task(
        government_id=plan.government_id,
        plan=plan,
        origin=origin,
        order=place,
        part=origin.part,
        number=place,
        address=f"下达/{place}",
        section=origin.section,
        name=origin.name,
        text=order.text,
        due=order.due,
        quota=order.quota,
        place={},
    )
    task.grams = grams_of(task, ())
    task.save()
    today, now = timezone.localdate(), timezone.now()
    enter_rows(TaskWording, [TaskWording(task=task, text=task.text)], today, now)
    enter_rows(Target, [_goal(task, order)], today, now)
    unrelate(task)
    after = {"text": task.text, "sender": origin.government.name}
    under_way.did("receive_task", task, after=after, government=plan.government_id)
    return task


def _plans(origin: Task, governments: Iterable[Government]) -> dict[int, Plan]:
    """What gathers a year's tasks from above in each of these governments, kept still while tasks are added."""
    plans = {each.pk: _plan(origin, each) for each in sorted(governments, key=lambda each: each.pk)}
    lock_plans([plan.pk for plan in plans.values()])
    return plans


def _plan(origin: Task, government: Government) -> Plan:
    sender, year = origin.government, origin.plan.year
    plan, _ = Plan.objects.get_or_create(
        sender=sender,
        government=government,
        year=year,
        defaults={
            "title": f"{sender.name}{year}年下达{government.name}的任务",
            "entered_at": timezone.now(),
            "blocks": [],
        },
    )
    return plan


def _goal(task: Task, order: Order) -> Target:
    return Target(task=task, order=0, **order.goal, place=None)


def _pass_on(under_way: Acting, origin: Task, each: Handed) -> Task:
    """An order that has changed: its words, its figure, its date; or its end."""
    assert each.task is not None  # noqa: S101 (only what was handed down can be late)
    task = Task.objects.get(pk=each.task.pk)
    before = _said(task)
    if each.order:
        _correct(task, each.order)
    else:
        task.state = State.ENDED
    task.save(update_fields=["state", "text", "due", "quota", "grams"])
    unrelate(task)
    reason = f"{origin.government.name}调整了分配"
    after = {**_said(task), "reason": reason}
    under_way.did("adjust_task", task, before=before, after=after, government=task.government_id)
    judge_again(under_way, [task], reason)
    return task


def _correct(task: Task, order: Order) -> None:
    if task.state == State.ENDED:
        task.state = State.ISSUED
    if task.text != order.text:
        replace_rows(TaskWording, task, [TaskWording(task=task, text=order.text)])
    replace_rows(Target, task, [_goal(task, order)])
    task.text, task.due, task.quota = order.text, order.due, with_sum(order.quota, sum_of(task.quota))
    task.grams = grams_of(task, task.units.filter(CURRENT).values_list("printed", flat=True))


def _said(task: Task) -> dict[str, str | None]:
    """What the journal keeps of an order."""
    return {"text": task.text, "due": task.due.isoformat() if task.due else None, "task_state": task.state}
