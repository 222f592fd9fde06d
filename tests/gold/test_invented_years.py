"""Who leads what in governments that nobody has seen is told by their years before."""

from functools import cache

import pytest

from luoshi.relating.drafting.tuning import LEARNED, UNLEARNED
from tests.gold.drafting import Measure, measure
from tests.gold.invented_years import KEPT_BACK, TO_LEARN, told_by_earlier, told_with_list, years


@cache
def told(government: str, learned: int) -> Measure:
    return measure(told_by_earlier(government, learned), LEARNED if learned else UNLEARNED)


@pytest.mark.parametrize("government", [KEPT_BACK, *TO_LEARN])
def test_each_task_of_each_year_is_read_with_its_leads(government: str) -> None:
    for learned in (1, 2):
        assert len(told_by_earlier(government, learned).questions) in {98, 100}
    assert [reading.document.year for reading in years(government)] == [2023, 2024, 2025]


@pytest.mark.parametrize(("learned", "first", "three"), [(2, 0.73, 0.9), (1, 0.64, 0.75), (0, 0.63, 0.71)])
def test_a_government_by_which_nothing_was_chosen_is_told(learned: int, first: float, three: float) -> None:
    found = told(KEPT_BACK, learned)
    assert found.first >= first
    assert found.three >= three


def test_more_years_tell_more() -> None:
    assert told(KEPT_BACK, 2).first > told(KEPT_BACK, 1).first
    assert told(KEPT_BACK, 2).three > told(KEPT_BACK, 0).three


def test_a_list_of_the_units_there_are_now_tells_more() -> None:
    listed = measure(told_with_list(KEPT_BACK, 2), LEARNED)
    assert listed.first > told(KEPT_BACK, 2).first
    assert listed.three > told(KEPT_BACK, 2).three


def test_what_is_filled_in_is_mostly_right_everywhere() -> None:
    found = [told(government, 2) for government in (KEPT_BACK, *TO_LEARN)]
    filled = sum(each.filled * each.tasks for each in found)
    right = sum(each.filled * each.tasks * each.precision for each in found)
    assert filled >= 90
    assert right / filled >= 0.9
