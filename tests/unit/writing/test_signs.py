"""How far behind is told in a table as in the reason beside it."""

from decimal import Decimal

import pytest

from luoshi.judgement import RowVerdict, Verdict
from luoshi.judging.explain import points
from luoshi.writing.signs import behind, verdict_cell


@pytest.mark.parametrize(
    ("depth", "written"), [("31.25", "31.3"), ("31.35", "31.4"), ("31.249", "31.2"), ("7", "7"), ("0.0312", "0.031")]
)
def test_points_are_rounded_as_by_hand_and_the_smallest_keep_a_figure(depth: str, written: str) -> None:
    assert points(Decimal(depth)) == written


def test_what_is_shown_is_what_the_reason_tells() -> None:
    judged = RowVerdict(Verdict.BEHIND, "", depth=Decimal("31.24996"), gap=Decimal("-31.2"), step="红")
    assert verdict_cell(judged) == "↓ 欠进度·红\n  欠 31.2 点"
    assert behind(RowVerdict(Verdict.ON_TRACK, "", gap=Decimal("0.3"))) is None
