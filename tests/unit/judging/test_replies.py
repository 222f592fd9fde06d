"""Replies are judged as a supervisor would: which figure answers a target, and what becomes of it."""

import pytest

from tests.unit.judging.replies import HELD, OPEN, Answer, Reply
from tests.unit.judging.tables import answers, judged_row

# Of the replies that no rule was fitted to, at least this share of targets is judged right.
LEAST_HELD = 0.95


@pytest.mark.parametrize(("name", "reply", "expected"), OPEN, ids=[name for name, _, _ in OPEN])
def test_a_reply_is_judged_as_a_supervisor_would(name: str, reply: str, expected: tuple[Answer, ...]) -> None:
    assert answers(judged_row(name, reply)) == expected


def count_right(replies: tuple[Reply, ...]) -> tuple[int, int]:
    """How many targets of how many are judged right."""
    pairs = [(answers(judged_row(name, reply)), expected) for name, reply, expected in replies]
    right = sum(one == other for found, expected in pairs for one, other in zip(found, expected, strict=False))
    return right, sum(len(expected) for _, expected in pairs)


def test_replies_that_no_rule_was_fitted_to_are_judged_too() -> None:
    right, total = count_right(HELD)
    assert right / total >= LEAST_HELD
