"""How sure the first name is, and when it may be filled in."""

import pytest

from luoshi.relating.drafting.examples import list_examples
from luoshi.relating.drafting.roll import call_roll
from luoshi.relating.drafting.suggesting import Chances, Query, Suggester
from luoshi.relating.drafting.tuning import LEARNED, Curve, odds
from tests.unit.relating.drafting.years import EARLIER


def suggester() -> Suggester:
    roll = call_roll(EARLIER)
    return Suggester(roll, list_examples(EARLIER, roll))


def test_a_curve_is_half_where_nothing_is_ahead() -> None:
    assert Curve(slope=1.0, offset=0.0).height(odds(0.5)) == 0.5


@pytest.mark.parametrize("probability", [0.0, 1e-9, 0.5, 1.0])
def test_odds_are_finite_for_every_probability(probability: float) -> None:
    assert abs(odds(probability)) < 20


def test_better_odds_make_surer() -> None:
    assert LEARNED.surety.height(odds(0.95)) > LEARNED.surety.height(odds(0.9))


def test_what_the_text_alone_does_not_put_first_is_never_sure() -> None:
    assert suggester().find_sure(Chances({"甲": 0.4, "乙": 0.6}, {"甲": 0.999, "乙": 0.001})) is None


def test_what_is_far_ahead_may_be_filled_in_and_what_is_hardly_ahead_not() -> None:
    chances = {"甲": 0.9, "乙": 0.1}
    assert suggester().find_sure(Chances(chances, chances, odds(0.99))) == "甲"
    assert suggester().find_sure(Chances(chances, chances, odds(0.6))) is None


def test_a_text_has_a_margin_where_both_ways_agree() -> None:
    (chances,) = suggester().weigh([Query("新建公办幼儿园3所。")])
    assert chances.margin is not None
    assert chances.margin > 0
