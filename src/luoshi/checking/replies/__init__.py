"""The checks of progress tables: what a clerk would query in a reply."""

from luoshi.checking.check import ProgressCheck
from luoshi.checking.replies import (
    answers,
    claims,
    contradictions,
    dates,
    earlier,
    events,
    percentages,
    scope,
    sharing,
    standing,
    sums,
    twofold,
    units,
)

_MODULES = (
    claims,
    percentages,
    sharing,
    units,
    scope,
    dates,
    standing,
    answers,
    contradictions,
    twofold,
    sums,
    earlier,
    events,
)

CHECKS: tuple[ProgressCheck, ...] = tuple(
    sorted((check for module in _MODULES for check in module.CHECKS), key=lambda check: check.rule.code)
)
