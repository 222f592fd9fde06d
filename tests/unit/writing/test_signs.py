"""How far behind is rounded as the reason beside it rounds."""

from decimal import Decimal

import pytest

from luoshi.judging.explain import points
from luoshi.writing.signs import tenths


@pytest.mark.parametrize(
    ("depth", "written"), [("31.25", "31.3"), ("31.35", "31.4"), ("31.249", "31.2"), ("7", "7.0"), ("0.05", "0.1")]
)
def test_points_are_rounded_as_by_hand(depth: str, written: str) -> None:
    assert str(tenths(Decimal(depth))) == written
    assert points(Decimal(depth)) == written.removesuffix(".0")
