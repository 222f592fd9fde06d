"""All checks in the order of their codes, and what they find in a reading."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from luoshi.checking import duties, figures, leads, limits, magnitudes, names, numbering, replies, totals, wording
from luoshi.checking.check import Check, PlanCase, PlanCheck, ProgressCase, ProgressCheck, Remark, Rule, Severity
from luoshi.checking.thresholds import DEFAULTS, Thresholds
from luoshi.model import Flag, Plan, Progress, ProgressRow, Quote, Reading, Source, Task

_FAMILIES = (names, duties, leads, numbering, wording, figures, limits, totals, magnitudes, replies)
CHECKS: tuple[Check, ...] = tuple(
    sorted((check for family in _FAMILIES for check in family.CHECKS), key=lambda check: check.rule.code)
)

# A clerk's own doing: a suppression without a reason lets nothing stand
UNEXPLAINED = Rule("L090", "suppression-unexplained", Severity.WARNING, "不再提示的设置没有写明理由，不起作用。")
RULES: tuple[Rule, ...] = (*dict.fromkeys(check.rule for check in CHECKS), UNEXPLAINED)

# Checks of what reading a task has flagged by itself
TOLD_BY_READING = {"L010": "no-lead", "L040": "sum-mismatch", "L041": "ambiguous-shares"}


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt, and the rule that raised it."""

    rule: Rule
    flag: Flag


def check_reading(
    reading: Reading,
    source: Source,
    *,
    earlier: Sequence[Plan | Progress] = (),
    checks: Sequence[Check] = CHECKS,
    thresholds: Thresholds = DEFAULTS,
) -> tuple[Finding, ...]:
    """What the checks find, in the order of print; documents that are neither plan nor progress give nothing."""
    found = [
        Finding(check.rule, Flag(check.rule.code, remark.message, remark.quote))
        for check in checks
        for remark in _remarks(check, reading, _Beside(source, tuple(earlier), thresholds))
    ]
    return tuple(sorted(found, key=_order))


def flag_rows(
    progress: Progress, source: Source, checks: Sequence[Check] = CHECKS, *, thresholds: Thresholds = DEFAULTS
) -> Progress:
    """The table with each finding among the flags of the row that it is about."""
    flags: defaultdict[tuple[int, int | None], list[Flag]] = defaultdict(list)
    for finding in check_reading(progress, source, checks=checks, thresholds=thresholds):
        if finding.flag.quote:
            flags[_line(finding.flag.quote)].append(finding.flag)
    return replace(progress, rows=tuple(_flagged(row, flags) for row in progress.rows))


def flag_tasks(plan: Plan, source: Source, *, thresholds: Thresholds = DEFAULTS) -> Plan:
    """The plan with each finding that is more than good to know among the flags of the task that it is about."""
    flags: defaultdict[tuple[int, int | None], list[Flag]] = defaultdict(list)
    for finding in check_reading(plan, source, thresholds=thresholds):
        if finding.flag.quote and finding.rule.severity is not Severity.INFO:
            flags[_line(finding.flag.quote)].append(finding.flag)
    return replace(plan, tasks=tuple(_doubted(task, flags.pop(_line(task.quote), ())) for task in plan.tasks))


def _doubted(task: Task, flags: Sequence[Flag]) -> Task:
    told = {flag.code for flag in task.flags}
    new = [flag for flag in flags if TOLD_BY_READING.get(flag.code) not in told]
    return replace(task, flags=(*task.flags, *new)) if new else task


def _flagged(row: ProgressRow, flags: Mapping[tuple[int, int | None], Sequence[Flag]]) -> ProgressRow:
    lines = dict.fromkeys(_line(quote) for quote in (row.quote, row.text_quote) if quote)
    return replace(row, flags=(*row.flags, *(flag for line in lines for flag in flags.get(line, ()))))


def _line(quote: Quote) -> tuple[int, int | None]:
    return quote.place.block, quote.place.row


@dataclass(frozen=True, slots=True)
class _Beside:
    """What a reading is looked through beside."""

    source: Source
    earlier: tuple[Plan | Progress, ...]
    thresholds: Thresholds


def _remarks(check: Check, reading: Reading, beside: _Beside) -> Iterator[Remark]:
    if isinstance(check, PlanCheck) and isinstance(reading, Plan):
        plans = tuple(each for each in beside.earlier if isinstance(each, Plan))
        yield from check.find(PlanCase(reading, beside.source, plans, beside.thresholds))
    elif isinstance(check, ProgressCheck) and isinstance(reading, Progress):
        yield from check.find(ProgressCase(reading, beside.source, beside.earlier, beside.thresholds))


def _order(finding: Finding) -> tuple[int, int, int, int, str]:
    quote = finding.flag.quote
    if quote is None:
        return (-1, 0, 0, 0, finding.rule.code)
    place = quote.place
    return (place.block, place.row or 0, place.column or 0, place.start, finding.rule.code)
