"""Work reports: the year's chapter, its actions, their measures."""

import pytest

from luoshi.model import Report
from tests.unit.reading.passages import read


def report(*lines: str) -> Report:
    reading = read("政府工作报告", "各位代表：", *lines)
    assert isinstance(reading, Report)
    return reading


def outline(found: Report) -> list[tuple[str, str, str | None, list[tuple[str | None, str | None]]]]:
    return [
        (each.ordinal, each.name, each.slogan, [(measure.ordinal, measure.name) for measure in each.measures])
        for each in found.actions
    ]


CHAPTERS = (
    "一、2025年工作回顾",
    "（一）经济稳中有进。新建学校2所。",
    "二、2026年重点工作",
    "（一）扩大有效需求，巩固向好态势。着力抓好三件事。",
    "一是提振消费。举办活动60场；新增商圈3个。二是扩大投资。开工项目80个，建成水库1座。",
    "（二）办好民生实事",
    "着力发展教育。新建学校3所。改造食堂5个。",
    "三、加强自身建设",
    "（一）坚持依法行政。",
)


def test_the_actions_are_those_of_the_years_chapter() -> None:
    assert outline(report(*CHAPTERS)) == [
        ("一", "扩大有效需求", "巩固向好态势", [(None, None), ("一是", "提振消费"), ("二是", "扩大投资")]),
        ("二", "办好民生实事", None, [(None, "着力发展教育")]),
    ]


def test_each_point_may_stand_in_a_paragraph_of_its_own() -> None:
    points = ("一是提振消费。举办活动60场。", "二是扩大投资。开工项目80个。", "三是稳定外贸。新增企业5家。")
    measures = report("一、2026年重点工作", "（一）扩大有效需求", *points).actions[0].measures
    assert [(measure.ordinal, measure.name) for measure in measures] == [
        ("一是", "提振消费"),
        ("二是", "扩大投资"),
        ("三是", "稳定外贸"),
    ]


def test_chapters_may_have_no_numbers() -> None:
    chapters = ("2025年工作回顾", "新建学校2所。", "2026年主要任务", "一、大抓产业，建设实力云泽。新建基地3个。")
    assert outline(report(*chapters, "政府自身建设", "坚持依法行政。")) == [
        ("一", "大抓产业", "建设实力云泽", [(None, None)]),
    ]


def test_a_measure_has_its_commitments() -> None:
    measures = [measure for action in report(*CHAPTERS).actions for measure in action.measures]
    assert [[commitment.text for commitment in measure.commitments] for measure in measures] == [
        ["着力抓好三件事"],
        ["举办活动60场", "新增商圈3个"],
        ["开工项目80个", "建成水库1座"],
        ["新建学校3所", "改造食堂5个"],
    ]


def test_a_closing_remark_is_a_measure_of_its_own() -> None:
    found = report(
        "一、2026年重点工作",
        "（一）扩大需求。",
        "一是提振消费。举办活动60场。二是扩大投资。开工项目80个。同时，建成水库1座。",
    )
    assert [(each.ordinal, each.text) for each in found.actions[0].measures] == [
        ("一是", "举办活动60场。"),
        ("二是", "开工项目80个。"),
        (None, "建成水库1座。"),
    ]


def test_numbered_paragraphs_below_an_action_are_its_measures() -> None:
    found = report("一、2026年重点工作", "（一）扩大需求。", "1.提振消费。举办活动60场。", "2.扩大投资。开工项目80个。")
    assert [(each.ordinal, each.name) for each in found.actions[0].measures] == [("1", "提振消费"), ("2", "扩大投资")]


@pytest.mark.parametrize("heading", ["一、工作回顾", "一、过去五年成就"])
def test_a_report_without_the_years_chapter_says_so(heading: str) -> None:
    found = report(heading, "（一）经济稳中有进。新建学校2所。")
    assert (found.actions, [flag.code for flag in found.flags]) == ((), ["no-years-work"])


def test_the_speech_ends_before_the_foot_of_the_page() -> None:
    found = report("一、2026年重点工作", "（一）扩大需求。", "举办活动60场。", "各位代表！让我们团结一心。")
    assert [each.text for each in found.actions[0].measures] == ["举办活动60场。"]


def test_the_speech_goes_on_where_the_years_work_does() -> None:
    found = report(
        "一、2026年重点工作", "（一）改善民生。", "各位代表！今年，我们安排10件民生实事。", "各位代表！让我们团结一心。"
    )
    assert [each.text for each in found.actions[0].measures] == ["今年，我们安排10件民生实事。"]


def test_a_first_sentence_with_a_comma_is_no_name() -> None:
    found = report("一、2026年重点工作", "（一）改善民生。坚持民生为大，把实事办好。新建学校3所。")
    assert [(each.name, each.text) for each in found.actions[0].measures] == [
        (None, "坚持民生为大，把实事办好。新建学校3所。")
    ]


def test_short_sentences_of_one_paragraph_name_its_measures() -> None:
    told = "开展以旧换新活动，新增商圈{0}个。支持县域商业建设，改造市场{0}家。鼓励企业走出去，举办展会{0}场。"
    names = ("更大力度提振消费。", "着力扩大有效投资。", "推动外贸稳中提质。")
    paragraph = "坚持内需主导，增强经济动能。" + "".join(name + told.format(3) for name in names)
    measures = report("一、2026年重点工作", "（一）扩大有效需求", paragraph).actions[0].measures
    assert [measure.name for measure in measures] == [None, *(name[:-1] for name in names)]
    assert all(measure.text == told.format(3) for measure in measures[1:])
