"""Shares of a task that governments below answer for: what each is asked to do, and whether it knows of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch

from luoshi.model import TargetKind
from luoshi.records.register.models import Government, Share, Target, Task, Unit
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import Json
from luoshi.records.register.standing import standing_targets

_EXACT = Decimal("0.000001")
"""As exact as the database keeps figures."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a government below is asked: words, date, quota, and the fields of its one target."""

    text: str
    due: date | None
    quota: Json
    goal: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Handed:
    """A government below: the district's name, its order, None where it has no share any more, and the task below.

    `printed` is its share in the document; `is_late` tells that the task does not say what is shared out now.
    """

    name: str
    government: Government
    printed: str
    order: Order | None
    task: Task | None

    @property
    def is_late(self) -> bool:
        """Whether the task below is not what is shared out now."""
        if self.task is None:
            return False
        if self.order is None:
            return self.task.state != State.ENDED
        return self.task.state == State.ENDED or _differs(self.task, self.order)


def handed_of(origin: Task) -> list[Handed]:
    """Who has a share that can be handed down or was, in printed order; those that lost theirs last.

    Whoever keeps no register here is not among them; a district that was unlinked keeps what it has. Of a task that has
    ended nobody has a share any more.
    """
    return handed_of_all([origin])[origin.pk]


def handed_of_all(origins: Sequence[Task]) -> dict[int, list[Handed]]:
    """The same for many tasks, by their keys: 5 queries."""
    below = _below(origins)
    targets: dict[int, list[Target]] = defaultdict(list)
    for target in Target.objects.filter(CURRENT, task__in=origins).order_by("order"):
        targets[target.task_id].append(target)
    shares = Share.objects.filter(CURRENT, task__in=origins, value__gt=0, unit__stands_for__isnull=False)
    by_key = {origin.pk: origin for origin in origins}
    handed: dict[int, list[Handed]] = {origin.pk: [] for origin in origins}
    for share in shares.select_related("unit__stands_for").order_by("order"):
        government = share.unit.stands_for
        assert government is not None  # noqa: S101 (asked for above)
        origin, task = by_key[share.task_id], below[share.task_id].pop(government.pk, None)
        order = None if origin.state == State.ENDED else _order(origin, targets[origin.pk], share)
        if order or task:
            handed[origin.pk].append(Handed(share.unit.name, government, share.printed, order, task))
    for key, lost in _lost(below):
        handed[key].append(lost)
    return handed


def _below(origins: Sequence[Task]) -> dict[int, dict[int, Task]]:
    """What became of the tasks' shares, by task and government, with `current_targets`."""
    goals = Prefetch("targets", Target.objects.filter(CURRENT).order_by("order"), to_attr="current_targets")
    tasks = Task.objects.filter(origin__in=origins).select_related("government", "plan").defer("plan__blocks", "grams")
    below: dict[int, dict[int, Task]] = defaultdict(dict)
    for task in tasks.prefetch_related(goals).order_by("pk"):
        below[task.origin_id or 0][task.government_id] = task
    return below


def _lost(below: Mapping[int, Mapping[int, Task]]) -> Iterator[tuple[int, Handed]]:
    """Tasks whose share is gone though their district still stands for the government."""
    governments = {task.government_id for tasks in below.values() for task in tasks.values()}
    units = Unit.objects.filter(stands_for__in=governments) if governments else Unit.objects.none()
    names = dict(units.values_list("stands_for", "name"))
    for origin, tasks in below.items():
        for task in tasks.values():
            if task.government_id in names:
                yield origin, Handed(names[task.government_id], task.government, "", None, task)


def _order(origin: Task, targets: list[Target], share: Share) -> Order:
    quota = origin.quota or {}
    unit = str(quota.get("unit") or "")
    amount = share.printed if unit and unit in share.printed else share.printed + unit
    text = f"{origin.text.rstrip('。；')}，其中{share.unit.name}{amount}。"
    kept = {"printed": share.printed, "value": str(share.value), "unit": unit, "sum": None, "check": "n/a"}
    return Order(text, origin.due, kept, {**_goal(origin, targets, share, unit), "quote": amount})


def _goal(origin: Task, targets: list[Target], share: Share, unit: str) -> dict[str, Any]:
    """The figure of the task that the quota is of, with the share in its place."""
    assert share.value is not None  # noqa: S101 (only figures are shared out)
    total = _total(origin)
    whole = next((each for each in targets if total in {each.value, each.amount}), None)
    if whole is None:
        metric = origin.name or origin.text.rstrip("。；")
        named = {"metric": metric[:128], "comparator": "≥", "kind": TargetKind.COUNT.value}
        return {**named, "value": share.value, "unit": unit[:32], "amount": share.value, "base_unit": unit[:32]}
    is_whole = total == whole.value and whole.value
    scale = whole.amount / whole.value if is_whole else Decimal(1)
    return {
        "metric": whole.metric,
        "comparator": whole.comparator,
        "kind": whole.kind,
        "value": share.value,
        "unit": whole.unit if is_whole else whole.base_unit,
        "amount": (share.value * scale).quantize(_EXACT),
        "base_unit": whole.base_unit,
        "by": whole.by,
    }


def _total(task: Task) -> Decimal | None:
    value = (task.quota or {}).get("value")
    return None if value is None else Decimal(str(value))


def _differs(task: Task, order: Order) -> bool:
    goals = standing_targets(task)
    is_same = len(goals) == 1 and all(getattr(goals[0], name) == value for name, value in order.goal.items())
    return not is_same or (task.text, task.due) != (order.text, order.due)
