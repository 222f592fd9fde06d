"""A quarter's table of an invented government is judged as somebody who had not seen the verdicts judged it."""

from tests.gold.invented_verdicts import compared

# The verdicts on rows, and on targets, that are right; the others are left to a person
LEAST_RIGHT = 0.97


def test_no_verdict_is_told_that_nobody_would_give() -> None:
    assert [one for one in compared() if one.is_wrong] == []


def test_nearly_all_verdicts_are_told() -> None:
    for part in ([one for one in compared() if not one.target], [one for one in compared() if one.target]):
        assert sum(one.is_right for one in part) >= LEAST_RIGHT * len(part)
