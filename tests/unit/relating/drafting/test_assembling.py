"""A report and earlier years' plans → the draft of this year's."""

from datetime import date

import pytest

from luoshi.relating.drafting.roll import ListedUnit
from tests.unit.relating.drafting.years import EARLIER, about, drafted


@pytest.mark.parametrize(("words", "unit"), [("班列", "商务局"), ("幼儿园", "教育局"), ("高级中学", "教育局")])
def test_the_likeliest_lead_is_who_led_such_things_or_whose_business_it_is(words: str, unit: str) -> None:
    assert about(drafted(*EARLIER), words).candidates[0].name == unit


def test_what_is_sure_is_filled_in_with_the_latest_task_that_it_rests_on() -> None:
    task = about(drafted(*EARLIER), "幼儿园")
    assert task.leads == ("教育局",)
    assert task.leader == "邬景行副市长"
    basis = task.candidates[0].basis
    assert basis is not None
    assert (basis.year, basis.number) == (2026, 1)
    assert 0.5 < basis.similarity <= 1


def test_units_that_stood_beside_the_lead_are_offered() -> None:
    names = [each.name for each in about(drafted(*EARLIER), "幼儿园").cooperating]
    assert names == ["建设局"]


def test_what_nobody_led_is_left_open_and_says_so() -> None:
    task = about(drafted(*EARLIER), "前瞻")
    assert task.leads == ()
    assert task.leader is None
    assert 0 < max(each.probability for each in task.candidates) < 0.9


def test_without_earlier_years_kinds_of_office_are_offered_and_nothing_is_filled_in() -> None:
    made = drafted()
    assert not any(task.leads for task in made.tasks)
    assert about(made, "幼儿园").candidates[0].name == "教育局"
    assert about(made, "幼儿园").candidates[0].basis is None
    assert "幼儿园" in about(made, "幼儿园").candidates[0].words[0]


def test_the_units_that_are_listed_are_those_that_may_be_chosen() -> None:
    listed = (ListedUnit("市教育体育局", ("教育局",), leader="温以宁副市长"), ListedUnit("市商务局"))
    made = drafted(*EARLIER, listed=listed)
    assert made.units == ("市教育体育局", "市商务局")
    task = about(made, "幼儿园")
    assert task.candidates[0].name == "市教育体育局"
    assert task.leaders[0].name == "温以宁副市长"


def test_the_draft_is_headed_as_the_last_plan_was() -> None:
    made = drafted(*EARLIER)
    assert made.document.title == "云泽市2027年政府工作报告重点工作责任分解"
    assert made.document.year == 2027
    assert [document.year for document in made.learned] == [2025, 2026]


def test_targets_and_dates_are_those_of_the_report() -> None:
    made = drafted(*EARLIER)
    assert [str(target.value) for target in about(made, "幼儿园").targets] == ["8", "2000"]
    assert [due.by for due in about(made, "高级中学").due] == [date(2027, 8, 31)]
