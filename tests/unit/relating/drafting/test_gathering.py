"""What is drafted of a report: each promise once, wherever it stands."""

import pytest

from luoshi.relating.drafting.gathering import HEADLINE, list_promised, says_same
from tests.unit.relating.drafting.years import report


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("外贸进出口总额增长5%以上。", "外贸进出口总额增长5%以上。"),
        ("新建公园6个。", "全年新建公园6个，改造公园3个。"),
        ("新建公办幼儿园８所。", "新建公办幼儿园8所、小学2所。"),
    ],
)
def test_what_stands_within_the_other_with_its_figures_says_the_same(one: str, other: str) -> None:
    assert says_same(one, other)
    assert says_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("新建公园6个。", "新建公园8个。"),
        ("新建公办幼儿园6所。", "改造公办小学6所，新增学位800个。"),
        ("建公园。", "建公园6个。"),
    ],
)
def test_another_figure_or_another_thing_does_not(one: str, other: str) -> None:
    assert not says_same(one, other)


def test_a_headline_target_that_stands_again_among_the_commitments_is_one_task() -> None:
    promised = list_promised(report())
    trade = [each for each in promised if "外贸进出口总额" in each.text]
    assert [(each.heading, len(each.quotes)) for each in trade] == [(HEADLINE, 2)]
    assert len({(target.metric, target.value) for target in trade[0].targets}) == len(trade[0].targets)


def test_every_promise_ends_as_a_sentence_and_keeps_its_place() -> None:
    for each in list_promised(report()):
        assert each.text.endswith("。")
        assert not each.text.endswith(("。。", "；。"))
        assert each.quotes[0].text.rstrip("。；") in each.text
