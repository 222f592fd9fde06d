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
# What can be said of a reply by itself, without other rows or tables beside it
OF_ONE = tuple(check for check in CHECKS if not check.compares)


def seen_of_name(name: str, text: str) -> tuple[object, ...]:
    """What these see of a task's name beside a reply: two names of which they see the same raise the same doubts."""
    return tuple(module.seen_of_name(name, text) for module in (claims, answers, scope))
