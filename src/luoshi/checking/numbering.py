"""Doubts about the order of numbers: one left out, one given twice."""

from collections.abc import Iterator
from itertools import pairwise

from luoshi.checking.check import PlanCase, PlanCheck, ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.model import ProgressRow, Task

# So many pairs of rows may be out of the count anyhow
_FEWEST = 3


def _pairs(tasks: tuple[Task, ...]) -> Iterator[tuple[Task, Task]]:
    """Neighbours of one part that are numbered on their own; the lines of one item (3-1, 3-2) share its number."""
    for before, task in pairwise(tasks):
        if before.part == task.part and not (task.sub and before.number == task.number):
            yield before, task


def _is_one_run(before: Task, task: Task) -> bool:
    """Whether both stand under the same headings, so that the count must go on."""
    return (before.leader_heading, before.section) == (task.leader_heading, task.section)


def find_skipped(case: PlanCase) -> Iterator[Remark]:
    """1, 2, 4; or a list that begins with 2."""
    for before, task in _pairs(case.reading.tasks):
        if task.number > before.number + 1:
            yield Remark(f"序号从{before.number}跳到{task.number}，中间缺号，请核对是否漏了一项。", task.quote)
    for task in _late_starts(case.reading.tasks, case.thresholds.numbers.headings):
        yield Remark(
            f"{label(task)}是这一组的第一项，序号却从{task.number}起，前面缺号，请核对是否漏了几项。", task.quote
        )


def _late_starts(tasks: tuple[Task, ...], habit: int) -> Iterator[Task]:
    """First tasks of a part, or of a heading where each counts anew, whose number is neither 1 nor the next one.

    One that would be the next one is late where all other headings begin with 1, and so many that it is a habit.
    """
    parts = [(before, task) for before, task in pairwise(tasks) if before.part != task.part]
    groups = [(before, task) for before, task in _pairs(tasks) if not _is_one_run(before, task)]
    anew = [task for _, task in groups if task.number == 1]
    if tasks and tasks[0].number > 1:
        yield tasks[0]
    yield from (task for before, task in parts if task.number not in {1, before.number + 1})
    if len(anew) >= habit and len(anew) == len(groups) - 1:
        yield from (task for before, task in groups if task.number == before.number + 1 > 1)


def find_repeated(case: PlanCase) -> Iterator[Remark]:
    """1, 2, 2 or 1, 3, 2; a count that begins anew at 1 is a new list."""
    for before, task in _pairs(case.reading.tasks):
        is_repeated = task.number == before.number and (task.number > 1 or _is_one_run(before, task))
        if is_repeated or 1 < task.number < before.number:
            what = "重号" if is_repeated else "倒了回去"
            yield Remark(f"序号{before.number}之后又是{task.number}，{what}，请改正序号。", task.quote)


# ── Rows of a progress table ─────────────────────────────────────────────────────────────────────────────────────────


def find_skipped_rows(case: ProgressCase) -> Iterator[Remark]:
    """1, 2, 4 in a table that counts its rows on."""
    for before, row in _neighbours(case):
        if row.number > before.number + 1:
            yield Remark(f"序号从{before.number}跳到{row.number}，中间缺号，请核对是否漏了一项。", row.quote)


def find_repeated_rows(case: ProgressCase) -> Iterator[Remark]:
    """1, 2, 2 with two tasks, or 1, 3, 2; the lines of one task share its number and name, and 1 begins a new list."""
    for before, row in _neighbours(case):
        is_repeated = row.number == before.number and row.name != before.name
        if is_repeated or 1 < row.number < before.number:
            what = "重号" if is_repeated else "倒了回去"
            yield Remark(f"序号{before.number}之后又是{row.number}，{what}，请改正序号。", row.quote)


def _neighbours(case: ProgressCase) -> Iterator[tuple[ProgressRow, ProgressRow]]:
    """Those of a whole table, most rows of which are counted on; in one that is cut out of another gaps say nothing."""
    pairs = list(pairwise(case.reading.rows))
    counted_on = sum(row.number == before.number + 1 for before, row in pairs)
    if counted_on >= case.thresholds.numbers.counted_on * (len(pairs) - _FEWEST):
        yield from pairs


_SKIPPED = Rule("L020", "number-skipped", Severity.WARNING, "序号中间缺号。")
_REPEATED = Rule("L021", "number-repeated", Severity.WARNING, "序号重号或倒了回去。")
CHECKS = (
    PlanCheck(_SKIPPED, find_skipped),
    ProgressCheck(_SKIPPED, find_skipped_rows),
    PlanCheck(_REPEATED, find_repeated),
    ProgressCheck(_REPEATED, find_repeated_rows),
)
