"""What a task owes is shared out among the places below: what came from above, too, before it can be handed on."""

from collections.abc import Sequence
from decimal import Decimal

from luoshi.model import TargetKind
from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid, need_reason
from luoshi.records.register.actions.rows import replace_rows
from luoshi.records.register.models import Share, Task, Unit
from luoshi.records.register.models.plans import OVER
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.quotas import with_sum
from luoshi.records.register.reading import Json
from luoshi.records.register.typed import typed_figure


def share_out(*, actor: Actor, task: Task, shares: Sequence[tuple[Unit, str]], reason: str) -> Task:
    """Say what each place owes of a task's figure, pairs of a place and a number; what stood before stays readable.

    They need not add up to the whole: the register says where they do not.
    """
    need_reason(reason, "请写分配的依据，以后查得到。")
    figures = {unit: _figure(unit, written) for unit, written in shares}
    if not figures:
        raise NotValid("至少要写一处的任务数。", {"shares": "请写任务数"})
    if any(unit.government_id != task.government_id for unit in figures):
        raise NotValid("只能分给本级的区县、镇街。")
    with acting(actor, Right.CORRECT_TASK, task.government_id) as under_way:
        row = Task.objects.select_for_update(no_key=True).get(pk=task.pk)
        if row.state in OVER:
            raise NotNow(f"这一项{row.get_state_display()}，不能再分配。")
        quota = quota_to_share(row)
        before = [f"{share.unit.name} {share.printed}" for share in row.shares.filter(CURRENT).select_related("unit")]
        rows = [
            Share(task=row, unit=unit, order=order, printed=f"{value:f}", value=value)
            for order, (unit, value) in enumerate(figures.items())
        ]
        after = [f"{share.unit.name} {share.printed}" for share in rows]
        if before == after:
            raise NotNow("和原来的分配一样，没有改动。")
        replace_rows(Share, row, rows)
        row.quota = with_sum(quota, sum(figures.values(), Decimal()))
        row.save(update_fields=["quota"])
        under_way.did("share_out", row, before={"shares": before}, after={"shares": after, "reason": reason})
    return row


def quota_to_share(task: Task) -> Json:
    """The whole that is shared out: the task's quota, else its first amount; `NotValid` where it has neither."""
    quota: Json = task.quota or {}
    if quota:
        return quota
    target = task.targets.filter(CURRENT, kind=TargetKind.COUNT.value).order_by("order").first()
    if target is None:
        raise NotValid("这一项没有可以分到各地的数。")
    value = f"{target.value.normalize():f}"
    return {"printed": value, "value": value, "unit": target.unit}


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _figure(unit: Unit, written: str) -> Decimal:
    """1,200 → 1200; `NotValid` for what is no number, or less than nothing."""
    value = typed_figure(written)
    if value is None or value < 0:
        raise NotValid(f"“{unit.name}”的任务数要写成数，如 140。", {"shares": "请写成数"})
    return value
