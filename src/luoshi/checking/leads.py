"""Doubts about marks of leads (▲) that were lost: what the order of names in the other tasks says of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from luoshi.checking.check import PlanCase, PlanCheck, Remark, Rule, Severity, label
from luoshi.checking.passages import passages
from luoshi.checking.slips import folded_name
from luoshi.checking.thresholds import Leads
from luoshi.language.lexicon.units import LEAD_MARKS
from luoshi.model import Quote, Role, Task, Unit

# The order of so many names is looked at
_MOST = 40


def find_unmarked_leads(case: PlanCase) -> Iterator[Remark]:
    """A、▲B、C where marked names stand first; ▲A、C、B、D where B stands before C in all other tasks."""
    tasks = _marked_tasks(case)
    disordered = [task for task in tasks if _stray(task)]
    usual = case.thresholds.leads
    if len(tasks) >= usual.fewest and len(disordered) <= max((1 - usual.habit) * len(tasks), 1):
        for task in disordered:
            stray = _stray(task)
            told = f"{label(task)}的“{stray[0].name}”没有标记，却排在牵头单位前面"
            yield Remark(f"{told}，像是漏了牵头标记，请核对。", stray[0].quote)
        yield from _out_of_order([task for task in tasks if task not in disordered], usual)


def _marked_tasks(case: PlanCase) -> list[Task]:
    """Tasks with leads and others, where signs mark the leads; what a label or a column says has no such order."""
    texts = {_passage(quote): quote.text for quote in passages(case.source)}
    mixed = [task for task in case.reading.tasks if len({_is_lead(unit) for unit in task.units}) > 1]
    return [task for task in mixed if any(_is_marked(unit, texts[_passage(unit.quote)]) for unit in task.units)]


def _passage(quote: Quote) -> tuple[int, int | None, int | None]:
    return quote.place.block, quote.place.row, quote.place.column


def _is_lead(unit: Unit) -> bool:
    return unit.role is Role.LEAD


def _is_marked(unit: Unit, text: str) -> bool:
    return text[: unit.quote.place.start].rstrip(" *").endswith(tuple(LEAD_MARKS))


def _stray(task: Task) -> list[Unit]:
    """The units without a mark before the last one with a mark."""
    last = max(index for index, unit in enumerate(task.units) if _is_lead(unit))
    return [unit for unit in task.units[:last] if not _is_lead(unit)]


def _out_of_order(tasks: Sequence[Task], usual: Leads) -> Iterator[Remark]:
    """First names behind the leads that stand behind their neighbours in the other tasks, where names keep an order."""
    before = Counter(pair for task in tasks for pair in combinations(_helpers(task), 2))
    kept, told_apart = _order(before, before, usual)
    for task in tasks:
        first, *others = _helpers(task)
        against = sum(before[other, first] for other in others)
        # This task itself stands once for each pair
        in_order = sum(before[first, other] for other in others) - len(others)
        own_kept, own = _order(Counter(combinations(_helpers(task), 2)), before, usual)
        is_custom = kept - own_kept >= usual.habit * max(told_apart - own, 1)
        if against >= max(usual.often, usual.times * in_order) and is_custom:
            unit = next(unit for unit in task.units if not _is_lead(unit))
            told = f"{label(task)}的“{unit.name}”没有标记，排位却比别的任务靠前"
            yield Remark(f"{told}，像是漏了牵头标记，请核对。", unit.quote)


def _order(pairs: Counter[tuple[str, str]], before: Counter[tuple[str, str]], usual: Leads) -> tuple[int, int]:
    """How many of the pairs stand in their usual order, of those that stand together often enough to have one."""
    known = {pair: count for pair, count in pairs.items() if before[pair] + before[pair[::-1]] > usual.often}
    kept = sum(count for pair, count in known.items() if before[pair] > before[pair[::-1]])
    return kept, sum(known.values())


def _helpers(task: Task) -> list[str]:
    return list(dict.fromkeys(folded_name(unit.name) for unit in task.units if not _is_lead(unit)))[:_MOST]


CHECKS = (
    PlanCheck(
        Rule("L015", "lead-mark-lost", Severity.WARNING, "没有牵头标记的单位排在了牵头单位的位置，像是漏了标记。"),
        find_unmarked_leads,
    ),
)
