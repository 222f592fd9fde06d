"""Doubts about a plan's figures and dates."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from luoshi.checking.check import PlanCase, PlanCheck, Remark, Rule, Severity, label
from luoshi.language.dates import find_dues
from luoshi.language.metrics import normal_metric
from luoshi.model import Comparator, Plan, SumCheck, Target, Task

_AMBIGUOUS_SHARES = "ambiguous-shares"
# What a limit without a year is counted from, so that only those that name one are left
_NO_YEAR = 1000


def find_wrong_sums(case: PlanCase) -> Iterator[Remark]:
    """Shares that do not give their total."""
    for task in case.reading.tasks:
        allocation = task.allocation
        if allocation and allocation.sum_check is SumCheck.MISMATCH:
            shares = f"各地任务数合计{_plain(allocation.sum)}，全部任务写的是{allocation.printed}"
            off = f"，差{_plain(abs(allocation.sum - allocation.total))}" if allocation.sum and allocation.total else ""
            yield Remark(f"{label(task)}{shares}{off}，请核对。", task.quote)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def find_unclear_shares(case: PlanCase) -> Iterator[Remark]:
    """A row whose figures fit its columns in more than one way."""
    for task in case.reading.tasks:
        if any(flag.code == _AMBIGUOUS_SHARES for flag in task.flags):
            yield Remark(f"{label(task)}的数比列多，能合上总数的放法不止一种，请核对各地任务数。", task.quote)


def find_early_dates(case: PlanCase) -> Iterator[Remark]:
    """A task that was due before the document's year began."""
    year = case.reading.document.year
    if not year:
        return
    for task in case.reading.tasks:
        found = next((words for words, due in _dated(task) if _NO_YEAR < due.year < year), None)
        if found:
            yield Remark(f"{label(task)}的时限“{found}”早于{year}年，请核对。", task.quote)


def _dated(task: Task) -> Iterator[tuple[str, date]]:
    """The words of each time limit with its day; the reader passes over those of its text that lie in earlier years."""
    yield from ((due.quote.text, due.by) for due in task.due if due.by)
    for span in find_dues(task.text, year=_NO_YEAR):
        if span.by:
            yield task.text[span.phrase_start : span.phrase_end], span.by


# ── Against earlier years ────────────────────────────────────────────────────────────────────────────────────────────

_Key = tuple[str, str, str, Comparator]


def _targets(plan: Plan) -> Iterator[tuple[_Key, Task, Target]]:
    for task in plan.tasks:
        for target in task.targets:
            key = normal_metric(target.metric), target.base_unit, target.kind.value, target.comparator
            if target.by is None and len(key[0]) > 1:
                yield key, task, target


def _told_once(plan: Plan) -> dict[_Key, tuple[Task, Target]]:
    """Targets whose metric stands once in the plan, so that it is surely the same one next year."""
    found: dict[_Key, list[tuple[Task, Target]]] = {}
    for key, task, target in _targets(plan):
        found.setdefault(key, []).append((task, target))
    return {key: pairs[0] for key, pairs in found.items() if len({target.amount for _, target in pairs}) == 1}


def _is_lower(target: Target, before: Target) -> bool:
    """Whether less is promised: a smaller figure to reach, a larger one to stay under."""
    if target.comparator is Comparator.AT_MOST:
        return target.amount > before.amount
    return target.amount < before.amount


def find_lowered(case: PlanCase) -> Iterator[Remark]:
    """A target lower than the latest earlier year's for the same metric."""
    earlier: dict[_Key, tuple[Target, int | None]] = {}
    for plan in sorted(case.earlier, key=lambda plan: plan.document.year or 0):
        earlier.update({key: (target, plan.document.year) for key, (_, target) in _told_once(plan).items()})
    for key, (task, target) in _told_once(case.reading).items():
        before = earlier.get(key)
        if before and _is_lower(target, before[0]):
            year = f"{before[1]}年" if before[1] else "往年"
            sentence = (
                f"{label(task)}“{target.metric}”定为{_printed(target)}，{year}是{_printed(before[0])}，目标放低了。"
            )
            yield Remark(sentence, target.quote)


def _printed(target: Target) -> str:
    return f"{_plain(target.value)}{target.unit}"


CHECKS = (
    PlanCheck(Rule("L040", "quota-sum", Severity.ERROR, "各地任务数加起来不等于总数。"), find_wrong_sums),
    PlanCheck(Rule("L041", "quota-unclear", Severity.WARNING, "一行的数比列多，放法不止一种。"), find_unclear_shares),
    PlanCheck(Rule("L042", "date-before-year", Severity.WARNING, "时限早于文件的年度。"), find_early_dates),
    PlanCheck(
        Rule("L043", "target-lowered", Severity.INFO, "同一指标的目标比往年低（要用 --against 给出往年的分解）。"),
        find_lowered,
    ),
)
