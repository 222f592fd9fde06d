"""What became of a promise from year to year."""

import pytest

from tests.unit.relating.plans import lineages, plan, story

TRAINS = "“义联欧”班列全年开行{}列以上。（责任单位：▲{}）"
KINDERGARTENS = "新建公办幼儿园{}所，新增学位{}个。（责任单位：▲教育局）"


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ([TRAINS.format(1600, "商务局")], [TRAINS.format(1600, "商务局")], ["continued: 1 → 1"]),
        ([TRAINS.format(1600, "商务局")], [TRAINS.format(1670, "商务局")], ["raised: 1 → 1"]),
        ([TRAINS.format(1600, "商务局")], [TRAINS.format(1500, "商务局")], ["lowered: 1 → 1"]),
        ([TRAINS.format(1600, "商务局")], [TRAINS.format(1700, "陆港集团")], ["raised: 1 → 1 moved"]),
        ([KINDERGARTENS.format(5, 1800)], [KINDERGARTENS.format(6, 1500)], ["lowered: 1 → 1"]),
        (
            ["空气质量优良率达到95%以上，PM2.5浓度控制在28微克/立方米以下。（责任单位：▲生态环境局）"],
            ["空气质量优良率达到95%以上，PM2.5浓度控制在26微克/立方米以下。（责任单位：▲生态环境局）"],
            ["raised: 1 → 1"],
        ),
        (
            [TRAINS.format(1600, "商务局")],
            ["培育省级专精特新企业12家。（责任单位：▲经信局）"],
            ["new: — → 1", "dropped: 1 → —"],
        ),
        (
            ["建设智慧停车平台。（责任单位：▲公安局）", TRAINS.format(1600, "商务局")],
            [TRAINS.format(1600, "商务局"), "智慧停车平台投入使用。（责任单位：▲公安局）"],
            ["continued: 2 → 1", "continued: 1 → 2"],
        ),
    ],
)
def test_two_years(earlier: list[str], later: list[str], expected: list[str]) -> None:
    assert [story(each) for each in lineages(plan(2025, *earlier), plan(2026, *later))] == expected


def test_years_are_put_in_order() -> None:
    years = [plan(year, TRAINS.format(figure, "商务局")) for year, figure in ((2026, 1670), (2024, 1600), (2025, 1650))]
    (lineage,) = lineages(*years)
    assert [str(target.value) for target in lineage.metrics[0].targets if target] == ["1600", "1650", "1670"]


def test_a_promise_that_skipped_a_year_goes_on() -> None:
    years = plan(2024, TRAINS.format(1600, "商务局")), plan(2025), plan(2026, TRAINS.format(1670, "商务局"))
    assert [story(each) for each in lineages(*years)] == ["raised: 1 → — → 1"]


def test_one_promise_that_was_split_has_two_lineages() -> None:
    before = plan(2025, "建设云湖国际学校，改造云湖中心医院。（责任单位：▲云湖新区管委会）")
    after = plan(
        2026,
        "建设云湖国际学校二期。（责任单位：▲云湖新区管委会）",
        "云湖中心医院改造完工。（责任单位：▲云湖新区管委会）",
    )
    assert [story(each) for each in lineages(before, after)] == ["continued: 1 → 1", "continued: 1 → 2"]


def test_of_two_promises_made_one_the_less_alike_is_merged() -> None:
    before = plan(
        2025,
        "建设云湖国际学校。（责任单位：▲云湖新区管委会）",
        "云湖中心医院改造完工。（责任单位：▲云湖新区管委会）",
    )
    after = plan(2026, "建设云湖国际学校二期，云湖中心医院投用。（责任单位：▲云湖新区管委会）")
    stories = sorted(story(each) for each in lineages(before, after))
    assert len(stories) == 2
    assert sum(each.endswith("merged") for each in stories) == 1


def test_what_was_merged_goes_on_with_its_figures_in_what_it_went_into() -> None:
    first = plan(
        2024, TRAINS.format(1600, "商务局"), "“义联欧”班列争创集结中心示范工程，建设智慧场站。（责任单位：▲商务局）"
    )
    both = "“义联欧”班列全年开行1600列以上，争创集结中心示范工程，建设智慧场站。（责任单位：▲商务局）"
    years = first, plan(2025, both), plan(2026, "“义联欧”班列全年开行1670列以上，建设智慧场站。（责任单位：▲商务局）")
    found = lineages(*years)
    assert sorted(story(each) for each in found) == ["raised: 1 → 1 → 1", "raised: 2 → 1 → 1"]
    for each in found:
        assert [str(target.value) for target in each.metrics[0].targets if target] == ["1600", "1600", "1670"]
    assert sum(any(step.is_merged for step in each.steps) for each in found) == 1


def test_a_look_alike_of_another_thing_is_another_promise() -> None:
    before = plan(2025, "完成建设用地供应1.5万亩以上。（责任单位：▲自规局）")
    after = plan(2026, "新增建设用地指标6000亩以上。（责任单位：▲自规局）")
    assert [each.change.value for each in lineages(before, after)] == ["new", "dropped"]


def test_every_promise_stands_in_a_lineage() -> None:
    plans = plan(2025, TRAINS.format(1600, "商务局")), plan(2026, KINDERGARTENS.format(5, 1800))
    standing = [promise for lineage in lineages(*plans) for promise in lineage.promises if promise]
    assert len(standing) == 2
