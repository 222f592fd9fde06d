"""What stands in the margin: one entry a task, progress row or measure, with its fields in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from luoshi.model import Allocation, Due, Place, Plan, Progress, ProgressRow, Reading, Report, Role, Target, Task, Unit
from luoshi.writing.doubts import Doubt
from luoshi.writing.figures import target_words
from luoshi.writing.words import ROLES, SUM_CHECKS, unit_names

Fields = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """`name` is the address of its passage in the page or empty, `heading` 第 38 项, `fields` label and words.

    `place` is where the entry begins.
    """

    name: str
    heading: str
    subheading: str
    place: Place
    fields: Fields
    doubts: tuple[Doubt, ...] = ()


def _unit_fields(units: Sequence[Unit]) -> Fields:
    """A field a role; each lead unit bears its sign."""
    named = ((role, unit_names(units, role)) for role in ROLES)
    return tuple((ROLES[role], _listed(role, names)) for role, names in named if names)


def _listed(role: Role, names: Sequence[str]) -> str:
    sign = "▲" if role is Role.LEAD else ""
    return "、".join(sign + name for name in names)


def _due_field(dues: Sequence[Due]) -> Fields:
    told = [f"{due.by.isoformat()}（{due.quote.text}）" if due.by else due.quote.text for due in dues]
    return (("时限", "；".join(told)),) if told else ()


def _target_field(targets: Sequence[Target]) -> Fields:
    return (("指标", "；".join(map(target_words, targets))),) if targets else ()


def _allocation_field(allocation: Allocation | None) -> Fields:
    if allocation is None:
        return ()
    total = f"总任务 {allocation.printed}"
    if allocation.sum is None:
        return (("分配", total),)
    return (("分配", f"{total}，各地合计 {allocation.sum.normalize():,f}，{SUM_CHECKS[allocation.sum_check]}"),)


def _task_entry(index: int, task: Task, doubts: tuple[Doubt, ...]) -> Entry:
    number = f"{task.number}" if task.sub is None else f"{task.number} 之 {task.sub}"
    leaders = "、".join(f"{leader.name}{leader.post or ''}" for leader in task.leaders)
    fields = (
        *((("领导", leaders),) if leaders else ()),
        *_unit_fields(task.units),
        *_target_field(task.targets),
        *_due_field(task.due),
        *_allocation_field(task.allocation),
    )
    return Entry(f"t{index}", f"第 {index} 项", f"{task.part} {number}", task.quote.place, fields, doubts)


def _row_entry(index: int, row: ProgressRow, doubts: tuple[Doubt, ...]) -> Entry:
    leaders = "、".join(leader.name for leader in row.leaders)
    fields = (*((("领导", leaders),) if leaders else ()), *_unit_fields(row.units), *_target_field(row.targets))
    return Entry(f"t{index}", f"第 {index} 行", f"序号 {row.number}", row.quote.place, fields, doubts)


def _outlook_entries(report: Report) -> Iterator[Entry]:
    """The figures of the report's outlook, which belong to no action."""
    for heading, targets in (("预期目标", report.headline_targets), ("长远目标", report.long_term_targets)):
        if targets:
            yield Entry("", heading, "", targets[0].quote.place, _target_field(targets))


def _measure_entries(report: Report) -> Iterator[Entry]:
    numbers = count(1)
    for action in report.actions:
        for measure in action.measures:
            indices = [next(numbers) for _ in measure.commitments]
            if indices:
                heading = f"第 {indices[0]}—{indices[-1]} 项" if len(indices) > 1 else f"第 {indices[0]} 项"
                dues = _due_field([due for commitment in measure.commitments for due in commitment.due])
                targets = _target_field([each for commitment in measure.commitments for each in commitment.targets])
                name = f"{measure.ordinal or ''} {measure.name or ''}".strip()
                place = measure.commitments[0].quote.place
                yield Entry(f"t{indices[0]}", heading, name or action.name, place, targets + dues)


def list_entries(reading: Reading, doubts: Sequence[Doubt]) -> tuple[Entry, ...]:
    """The entries in printed order, each with its doubts."""
    owned: dict[int | None, list[Doubt]] = {}
    for doubt in doubts:
        owned.setdefault(doubt.owner, []).append(doubt)
    own = {owner: tuple(told) for owner, told in owned.items()}
    if isinstance(reading, Plan):
        return tuple(_task_entry(i + 1, task, own.get(i, ())) for i, task in enumerate(reading.tasks))
    if isinstance(reading, Progress):
        return tuple(_row_entry(i + 1, row, own.get(i, ())) for i, row in enumerate(reading.rows))
    return tuple(chain(_outlook_entries(reading), _measure_entries(reading))) if isinstance(reading, Report) else ()


def _numbered_places(reading: Reading) -> Iterator[tuple[Place, int | None]]:
    """Where each task, row or commitment begins, and its printed number."""
    if isinstance(reading, Plan):
        yield from ((task.quote.place, task.number) for task in reading.tasks)
    elif isinstance(reading, Progress):
        yield from ((row.quote.place, row.number) for row in reading.rows)
    elif isinstance(reading, Report):
        measures = chain.from_iterable(action.measures for action in reading.actions)
        yield from ((item.quote.place, None) for measure in measures for item in measure.commitments)


def number_places(reading: Reading) -> Mapping[Place, tuple[int, str]]:
    """Place of each task, row or commitment → its running number, and what is shown of it where that is not printed."""
    numbered = enumerate(_numbered_places(reading), start=1)
    told = [(place, (index, "" if index == printed else str(index))) for index, (place, printed) in numbered]
    return dict(reversed(told))
