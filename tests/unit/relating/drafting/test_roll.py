"""Which units a government has, by what names."""

from luoshi.relating.drafting.roll import call_roll
from tests.unit.relating.plans import plan

ROADS = "新建道路{}条。（责任单位：▲{}、财政局）"


def test_a_name_that_is_once_a_character_off_a_common_one_is_that_one() -> None:
    names = ("交通运输局", "交通运输局", "交通运轮局", "交通运输局")
    roll = call_roll([plan(2026, *(ROADS.format(place, name) for place, name in enumerate(names)))])
    assert roll.key_of("交通运轮局") == roll.key_of("交通运输局")
    assert "交通运轮局" not in [member.name for member in roll.members.values()]


def test_towns_that_differ_by_a_character_are_two() -> None:
    names = ("城东街道", "城东街道", "城东街道", "城西街道")
    roll = call_roll([plan(2026, *(ROADS.format(place, name) for place, name in enumerate(names)))])
    assert roll.key_of("城东街道") != roll.key_of("城西街道")


def test_a_renamed_unit_is_one_under_its_latest_name() -> None:
    plans = [plan(2025, ROADS.format(1, "行政执法局")), plan(2026, ROADS.format(2, "综合行政执法局"))]
    roll = call_roll(plans)
    key = roll.key_of("行政执法局")
    assert key == roll.key_of("综合行政执法局")
    assert key is not None
    assert roll.members[key].name == "综合行政执法局"
