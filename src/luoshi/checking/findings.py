"""All checks in the order of their codes, and what they find in a reading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.checking import duties, figures, names, numbering, replies, wording
from luoshi.checking.check import Check, PlanCase, PlanCheck, ProgressCase, ProgressCheck, Remark, Rule, Severity
from luoshi.model import Flag, Plan, Progress, Reading, Source

CHECKS: tuple[Check, ...] = (
    *names.CHECKS,
    *duties.CHECKS,
    *numbering.CHECKS,
    *wording.CHECKS,
    *figures.CHECKS,
    *replies.CHECKS,
)

# A clerk's own doing: a suppression without a reason lets nothing stand
UNEXPLAINED = Rule("L090", "suppression-unexplained", Severity.WARNING, "不再提示的设置没有写明理由，不起作用。")
RULES: tuple[Rule, ...] = (*(check.rule for check in CHECKS), UNEXPLAINED)


@dataclass(frozen=True, slots=True)
class Finding:
    """A doubt, and the rule that raised it."""

    rule: Rule
    flag: Flag


def check_reading(
    reading: Reading, source: Source, *, earlier: Sequence[Plan] = (), checks: Sequence[Check] = CHECKS
) -> tuple[Finding, ...]:
    """What the checks find, in the order of print; documents that are neither plan nor progress give nothing."""
    found = [
        Finding(check.rule, Flag(check.rule.code, remark.message, remark.quote))
        for check in checks
        for remark in _remarks(check, reading, source, tuple(earlier))
    ]
    return tuple(sorted(found, key=_order))


def _remarks(check: Check, reading: Reading, source: Source, earlier: tuple[Plan, ...]) -> Iterator[Remark]:
    if isinstance(check, PlanCheck) and isinstance(reading, Plan):
        yield from check.find(PlanCase(reading, source, earlier))
    elif isinstance(check, ProgressCheck) and isinstance(reading, Progress):
        yield from check.find(ProgressCase(reading, source))


def _order(finding: Finding) -> tuple[int, int, int, int, str]:
    quote = finding.flag.quote
    if quote is None:
        return (-1, 0, 0, 0, finding.rule.code)
    place = quote.place
    return (place.block, place.row or 0, place.column or 0, place.start, finding.rule.code)
