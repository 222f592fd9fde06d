"""What a task is to reach, put right: read wrongly and so from the start, or adjusted from a day on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any, Final

from django.utils import timezone

from luoshi.records.acting import acting
from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.refusals import NotNow, NotValid, need_reason
from luoshi.records.register.actions.lineage import unrelate
from luoshi.records.register.actions.rows import refuse_unseen, target_rows
from luoshi.records.register.models import Plan, Target, Task, TaskWording
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.quotas import sum_of, with_sum
from luoshi.records.register.reading import Json
from luoshi.records.register.revising.facets import target_words
from luoshi.records.register.stretches import Stretch, beginning_of, entered_figures
from luoshi.records.reporting.again import judge_again

_SAID: Final = ("metric", "comparator", "value", "high", "unit", "kind", "amount", "base_unit", "by", "quote", "place")
_REASON: Final = "任务的指标更正了"


@dataclass(frozen=True, slots=True)
class Correction:
    """What the targets are to be: `figures` as `luoshi read` prints them, each with the order of the one that it was.

    `since` is the day from which they hold where they were adjusted; None where those that stand were wrong. With a
    `stretch` it concerns that time alone, and the figures are those of its end; without one, what was wrong is replaced
    for as long as it held. `seen` is what stood as whoever corrects it has seen it (`say_targets`).
    """

    figures: Sequence[tuple[int | None, Json]]
    reason: str
    since: date | None = None
    stretch: Stretch | None = None
    seen: str | None = None


def correct_figures(*, actor: Actor, task: Task, correction: Correction) -> Task:
    """Change, add and withdraw targets; what stood before stays readable, and what was reported is judged again.

    A round keeps the figures that held at its cut-off: what is corrected for another time changes nothing of it.
    """
    _refuse(correction)
    with acting(actor, Right.CORRECT_TASK, task.government_id) as under_way:
        row = Task.objects.select_for_update(no_key=True).get(pk=task.pk)
        if row.origin_id:
            raise NotNow("这一项是上级下达的，指标由下达的一方更正。")
        if correction.since:
            _begin_before(row, correction.since)
        entered = entered_figures(row)
        at_end = correction.stretch or Stretch(date.min)
        standing = {target.order: target for target in entered if at_end.holds_at_its_end(target)}
        before = [target_words(vars(target)) for target in standing.values()]
        refuse_unseen(correction.seen, "；".join(before))
        wanted = _rows(row, standing, correction, max((target.order for target in entered), default=-1) + 1)
        after = [target_words(vars(target)) for target in wanted]
        gone = [target for target in standing.values() if target not in wanted]
        fresh = [target for target in wanted if target.pk is None]
        if not gone and not fresh:
            raise NotNow("指标和原来一样，没有改动。")
        _enter(row, entered, {target.order: target for target in (*fresh, *gone)}, fresh, correction)
        _move_quota(row, *([target for target in rows if target.holds_to is None] for rows in (gone, fresh)))
        unrelate(row)
        told = {"targets": after, **_when(correction), "reason": correction.reason}
        under_way.did("correct_figures", row, before={"targets": before}, after=told)
        judge_again(under_way, [row], _REASON)
    return row


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _refuse(correction: Correction) -> None:
    need_reason(correction.reason, "请写更正的理由，以后查得到。")
    if correction.since and correction.since > timezone.localdate():
        raise NotValid("日期还没有到。", {"since": "日期还没有到，到那天再调整。"})
    if correction.since and correction.stretch and not correction.stretch.has(correction.since):
        raise NotValid("这一天不在所选的时段里。", {"since": "请写所选时段里的一天"})


def _when(correction: Correction) -> Json:
    """For which time it holds, where that is not as long as what was wrong held."""
    stretch = correction.stretch
    since, until = correction.since or (stretch and stretch.first), stretch and stretch.until
    days = {"since": since, "until": until}
    return {name: day.isoformat() for name, day in days.items() if day}


def _rows(task: Task, standing: Mapping[int, Target], correction: Correction, free_from: int) -> list[Target]:
    """What is to stand: rows that stay as they are, and new ones in the place of those that they were."""
    read = target_rows(task, {"targets": [figure for _, figure in correction.figures]})
    free = count(free_from)
    rows = []
    for (order, _), fresh in zip(correction.figures, read, strict=True):
        former = None if order is None else standing.get(order)
        if former and _said(former) == _said(fresh):
            rows.append(former)
            continue
        fresh.order = former.order if former else next(free)
        rows.append(fresh)
    return rows


def _said(target: Target) -> list[object]:
    return [getattr(target, name) for name in _SAID]


def _begin_before(task: Task, since: date) -> None:
    """Let a task whose document has no date, so that it began when it was entered, begin with its year."""
    began = beginning_of(task)
    first = date(Plan.objects.values_list("year", flat=True).get(pk=task.plan_id), 1, 1)
    if began < since or since <= first:
        return
    now = timezone.now()
    for model in (TaskWording, Target):
        rows: Any = model.objects.filter(CURRENT, task=task)
        again = list(rows)
        rows.update(retracted_at=now)
        for row in again:
            row.pk, row.holds_from, row.recorded_at = None, first, now
        rows.bulk_create(again)


def _enter(
    task: Task, entered: Sequence[Target], former: Mapping[int, Target], fresh: Sequence[Target], correction: Correction
) -> None:
    """Retract what held at the time that is corrected; enter what held before and after it, and what holds then."""
    now, begun = timezone.now(), beginning_of(task)
    kept = []
    for order, target in former.items():
        time = _time(target, correction, begun)
        cut = [row for row in entered if row.order == order and time.meets(row)]
        kept += [rest for row in cut for rest in _rests(row, time, now)]
        Target.objects.filter(pk__in=[row.pk for row in cut]).update(retracted_at=now)
    for target in fresh:
        time = _time(former[target.order], correction, begun)
        target.holds_from, target.holds_to, target.recorded_at = time.first, time.last, now
    Target.objects.bulk_create([*kept, *fresh])


def _time(target: Target, correction: Correction, begun: date) -> Stretch:
    """When what takes a figure's place holds; a figure that was not there before holds from the beginning."""
    stretch = correction.stretch
    held = Stretch(begun if target.pk is None else target.holds_from)
    since = correction.since and max(correction.since, begun)
    return Stretch(since or (stretch or held).first, stretch.last if stretch else None)


def _rests(row: Target, time: Stretch, now: datetime) -> Iterator[Target]:
    """What a figure was before a time and after it."""
    if row.holds_from < time.first:
        yield _held(row, Stretch(row.holds_from, time.first), now)
    if time.last and (row.holds_to is None or time.last < row.holds_to):
        yield _held(row, Stretch(time.last, row.holds_to), now)


def _held(target: Target, time: Stretch, now: datetime) -> Target:
    kept = {name: getattr(target, name) for name in (*_SAID, "task_id", "order")}
    return Target(**kept, holds_from=time.first, holds_to=time.last, recorded_at=now)


def _move_quota(task: Task, gone: Sequence[Target], fresh: Sequence[Target]) -> None:
    """What is shared out among places is a figure of the task: it goes where that goes; the shares stay as they are."""
    quota = task.quota
    whole = None if quota is None or quota.get("value") is None else Decimal(str(quota["value"]))
    former = next((target for target in gone if whole is not None and target.value == whole), None)
    moved = next((target for target in fresh if former and target.order == former.order), None)
    if quota is None or moved is None or moved.value == whole:
        return
    figure = f"{moved.value.normalize():f}"
    measure = str(quota.get("unit") or "")
    printed = figure + (measure if measure in str(quota["printed"]) else "")
    task.quota = with_sum({**quota, "printed": printed, "value": figure}, sum_of(quota))
    task.save(update_fields=["quota"])
