"""What speaks for two promises of two years being one."""

import pytest

from luoshi.relating.likeness import Profile, Signs, find_signs, likeness, weigh
from luoshi.relating.promises import list_promises
from tests.unit.relating.plans import plan

LEAD = "（责任单位：▲{}）"
LIFTS = "既有住宅加装电梯{}部。（责任单位：▲住建局）"


def profiles(*tasks: str) -> list[list[Profile]]:
    """The promises of one plan a task, the task first."""
    return [[Profile(promise) for promise in list_promises(plan(2025, task))] for task in tasks]


def signs_of(earlier: str, later: str) -> Signs:
    before, after = profiles(earlier, later)
    signs = find_signs(before[0], after[0], weigh(before, after))
    assert signs
    return signs


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        (LIFTS.format(120), LIFTS.format(120), 1.0),
        (LIFTS.format(120), LIFTS.format(90), 0.75),
        (LIFTS.format(90), LIFTS.format(120), 0.75),
        (LIFTS.format(120), LIFTS.format(12), 0.1),
        (LIFTS.format("120部、改造电梯30"), LIFTS.format("36部、改造电梯600"), 30 / 36),
        (LIFTS.format(120), "为既有住宅120户加装电梯。（责任单位：▲住建局）", 0.0),
        (LIFTS.format(0), LIFTS.format(0), 1.0),
    ],
)
def test_figures_of_one_unit_are_the_more_alike_the_nearer_they_are(earlier: str, later: str, expected: float) -> None:
    assert signs_of(earlier, later).figures == pytest.approx(expected)


def test_figures_of_a_unit_that_many_promises_have_tell_less() -> None:
    roads = "新建城市绿道{}公里。（责任单位：▲城管局）"
    assert 0 < signs_of(roads.format(30), roads.format(30)).figures < 1


def test_a_reworded_promise_keeps_its_characters() -> None:
    signs = signs_of("培育拟上市企业。" + LEAD.format("金融局"), "上市公司有新突破。" + LEAD.format("金融局"))
    assert signs.letters > signs.covered > 0


@pytest.mark.parametrize(
    ("earlier", "later", "speaks_for"),
    [
        ("高新技术企业达到80家。", "高新技术企业达到95家。", True),
        ("高新技术企业达到80家。", "新增高新技术企业研发机构9家。", False),
    ],
)
def test_the_same_metric_speaks_for_one_promise_another_against_it(
    earlier: str, later: str, *, speaks_for: bool
) -> None:
    signs = signs_of(earlier + LEAD.format("科技局"), later + LEAD.format("科技局"))
    assert (signs.metric > 0) is speaks_for
    assert (signs.metric < 0) is not speaks_for


@pytest.mark.parametrize(("lead", "expected"), [("市住建局", 1.0), ("交通运输局", -1.0)])
def test_the_lead_speaks_for_it_or_against_it(lead: str, expected: float) -> None:
    assert signs_of(LIFTS.format(120), LIFTS.format(90).replace("住建局", lead)).lead == expected


def test_likeness_reaches_from_nothing_to_the_same_words() -> None:
    whole = "实施既有住宅加装电梯120部，建立业主协商、资金补助、维护保养的长效机制，让老人上下楼更方便。" + LEAD.format(
        "住建局"
    )
    same, again, other = profiles(whole, whole, "办好龙舟赛。" + LEAD.format("文旅局"))
    assert likeness(same[0], again[0], weigh(same, again)) > 0.95
    assert likeness(same[0], other[0], weigh(same, other)) == 0.0
