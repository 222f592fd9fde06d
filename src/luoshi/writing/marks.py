"""What was understood, as marks on the mended source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from luoshi.model import Action, Due, Flag, Leader, Place, Plan, Progress, Quote, Reading, Report, Role, Target, Unit
from luoshi.writing.figures import target_words

# kind → what the legend says; also the order in which legends list them
LEGEND = {
    "task": "任务",
    "lead": "牵头单位",
    "unit": "其他单位",
    "leader": "领导",
    "due": "时限",
    "target": "指标",
    "flag": "存疑",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that was understood as `kind` (a key of `LEGEND`); `label` says more, for a tooltip."""

    kind: str
    place: Place
    label: str = ""


def _mark(kind: str, quote: Quote | None, label: str) -> Iterator[Mark]:
    if quote is not None and quote.place.start < quote.place.end:
        yield Mark(kind, quote.place, label)


def _unit_marks(units: Sequence[Unit]) -> Iterator[Mark]:
    for unit in units:
        is_lead = unit.role is Role.LEAD
        yield from _mark("lead" if is_lead else "unit", unit.quote, "牵头单位" if is_lead else "单位")


def _leader_marks(leaders: Sequence[Leader]) -> Iterator[Mark]:
    return chain.from_iterable(_mark("leader", leader.quote, leader.post or "领导") for leader in leaders)


def _due_marks(dues: Sequence[Due]) -> Iterator[Mark]:
    return chain.from_iterable(
        _mark("due", due.quote, f"时限 {due.by.isoformat()}" if due.by else "时限") for due in dues
    )


def _target_marks(targets: Sequence[Target]) -> Iterator[Mark]:
    for target in targets:
        yield from _mark("target", target.quote, f"指标 {target_words(target)}")


def _flag_marks(flags: Sequence[Flag]) -> Iterator[Mark]:
    return chain.from_iterable(_mark("flag", flag.quote, flag.message) for flag in flags)


def _plan_marks(plan: Plan) -> Iterator[Mark]:
    for index, task in enumerate(plan.tasks, start=1):
        yield from _mark("task", task.quote, f"第 {index} 项")
        yield from _leader_marks(task.leaders)
        yield from _unit_marks(task.units)
        yield from _target_marks(task.targets)
        yield from _due_marks(task.due)
        yield from _flag_marks(task.flags)


def _progress_marks(progress: Progress) -> Iterator[Mark]:
    for index, row in enumerate(progress.rows, start=1):
        yield from _mark("task", row.quote, f"第 {index} 行")
        yield from _leader_marks(row.leaders)
        yield from _unit_marks(row.units)
        yield from _target_marks(row.targets)
        yield from _flag_marks(row.flags)


def _action_marks(action: Action) -> Iterator[Mark]:
    for measure in action.measures:
        for commitment in measure.commitments:
            yield from _mark("task", commitment.quote, f"{action.name}　{measure.name or ''}".rstrip())
            yield from _target_marks(commitment.targets)
            yield from _due_marks(commitment.due)


def _marks(reading: Reading) -> Iterator[Mark]:
    if isinstance(reading, Plan):
        yield from _plan_marks(reading)
    elif isinstance(reading, Progress):
        yield from _progress_marks(reading)
    elif isinstance(reading, Report):
        yield from _target_marks((*reading.headline_targets, *reading.long_term_targets))
        yield from chain.from_iterable(map(_action_marks, reading.actions))
    yield from _flag_marks(reading.flags)


def collect_marks(reading: Reading) -> tuple[Mark, ...]:
    """Every passage that was understood, once each though many tasks may share it (a leader's heading), in order."""
    return tuple(dict.fromkeys(_marks(reading)))
