"""Doubts about a plan's figures."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from luoshi.checking.check import PlanCase, PlanCheck, Remark, Rule, Severity, label
from luoshi.checking.passages import passages
from luoshi.language.metrics import MetricKey, metric_key
from luoshi.model import Comparator, Plan, SumCheck, Target, Task
from luoshi.reading.passage import tight
from luoshi.reading.tables.allocation import amount

_AMBIGUOUS_SHARES = "ambiguous-shares"


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
    """A row with more figures than columns: what was left out of it, and whether it could have been put otherwise."""
    rows: defaultdict[tuple[int, int | None], list[str]] = defaultdict(list)
    for quote in passages(case.source):
        rows[quote.place.block, quote.place.row].append(tight(quote.text))
    for task in case.reading.tasks:
        surplus = "”“".join(_surplus(task, rows[task.quote.place.block, task.quote.place.row]))
        if any(flag.code == _AMBIGUOUS_SHARES for flag in task.flags):
            left_out = f"（多出“{surplus}”）" if surplus else ""
            told = f"的数比列多{left_out}，能合上总数的放法不止一种"
        elif surplus:
            told = f"的数比列多，略去“{surplus}”才放得下"
        else:
            continue
        yield Remark(f"{label(task)}{told}，请核对各地任务数。", task.quote)


def _surplus(task: Task, cells: Sequence[str]) -> list[str]:
    """Figures of a row that was put right which are neither its number nor its total nor a share."""
    allocation = task.allocation
    if allocation is None or not allocation.is_shifted:
        return []
    used = Counter((str(task.number), allocation.printed, *(share.printed for share in allocation.shares)))
    return list((Counter(text for text in cells if amount(text) is not None) - used).elements())


# ── Against earlier years ────────────────────────────────────────────────────────────────────────────────────────────

_Key = tuple[MetricKey, Comparator]


def _targets(plan: Plan) -> Iterator[tuple[_Key, Task, Target]]:
    for task in plan.tasks:
        for target in task.targets:
            key = metric_key(target)
            if target.by is None and len(key[0]) > 1:
                yield (key, target.comparator), task, target


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


def _since(case: PlanCase) -> Iterator[tuple[Task, Target, Target, str]]:
    """Targets with the latest earlier year's for the same metric, and what that year is called."""
    earlier: dict[_Key, tuple[Target, str]] = {}
    for plan in sorted(case.earlier, key=lambda plan: plan.document.year or 0):
        year = f"{plan.document.year}年" if plan.document.year else "往年"
        earlier.update({key: (target, year) for key, (_, target) in _told_once(plan).items()})
    for key, (task, target) in _told_once(case.reading).items():
        if key in earlier:
            yield task, target, *earlier[key]


def find_lowered(case: PlanCase) -> Iterator[Remark]:
    """A target lower than the latest earlier year's for the same metric."""
    for task, target, before, year in _since(case):
        if _is_lower(target, before):
            told = f"“{target.metric}”定为{_printed(target)}，{year}是{_printed(before)}"
            yield Remark(f"{label(task)}{told}，目标放低了。", target.quote)


def _printed(target: Target) -> str:
    return f"{_plain(target.value)}{target.unit}"


def find_wrong_scales(case: PlanCase) -> Iterator[Remark]:
    """A target a hundred times the latest earlier year's for the same metric: 万 for 亿, or a digit too many."""
    many = case.thresholds.scales.plan
    for task, target, before, year in _since(case):
        ratio = target.amount / before.amount if before.amount else Decimal(1)
        if ratio >= many or ratio * many <= 1:
            told = f"“{target.metric}”定为{_printed(target)}，{year}是{_printed(before)}"
            yield Remark(f"{label(task)}{told}，相差百倍以上，请核对万和亿。", target.quote)


CHECKS = (
    PlanCheck(Rule("L040", "quota-sum", Severity.ERROR, "各地任务数加起来不等于总数。"), find_wrong_sums),
    PlanCheck(
        Rule("L041", "quota-unclear", Severity.WARNING, "一行的数比列多，要略去一个才放得下。"), find_unclear_shares
    ),
    PlanCheck(
        Rule("L043", "target-lowered", Severity.INFO, "同一指标的目标比往年低（要用 --against 给出往年的分解）。"),
        find_lowered,
    ),
    PlanCheck(
        Rule(
            "L044",
            "target-out-of-scale",
            Severity.WARNING,
            "同一指标与往年相差百倍以上，像是把亿写成了万（要用 --against）。",
        ),
        find_wrong_scales,
    ),
)
