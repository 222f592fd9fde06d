"""What a report sets for the whole: the year's expected goals, and those of the years beyond."""

from collections.abc import Iterable

from luoshi.model import Report, Target
from tests.unit.reading.passages import read

WORK = ("（一）扩大需求。", "新建商圈3个。")
GOALS = "今年是“十五五”开局之年。今年经济社会发展主要预期目标是：地区生产总值增长5%左右；城镇新增就业3万人。"


def report(*lines: str) -> Report:
    reading = read("2026年政府工作报告", "各位代表：", *lines)
    assert isinstance(reading, Report)
    return reading


def told(targets: Iterable[Target]) -> list[str]:
    return [
        f"{each.metric}{each.comparator}{each.value}{each.unit}" + (f"@{each.by.year}" if each.by else "")
        for each in targets
    ]


def test_the_years_goals_stand_in_its_chapter() -> None:
    found = report("一、“十五五”时期主要目标", "到2030年，绿地达到90公顷。", "二、2026年重点工作", GOALS, *WORK)
    assert told(found.headline_targets) == ["地区生产总值≈5%", "城镇新增就业=3万人"]
    assert told(found.long_term_targets) == ["绿地=90公顷@2030"]


def test_goals_without_figures_and_those_of_a_plan_do_not_hide_the_years() -> None:
    found = report(
        "一、“十五五”时期目标任务和2026年工作安排",
        "《纲要（草案）》提出了经济社会发展奋斗目标：全市实力显著增强。",
        "《纲要（草案）》明确了主要指标：地区生产总值年均增长5%，提出6项指标，其中预期性指标4项。",
        GOALS,
        *WORK,
    )
    assert told(found.headline_targets) == ["地区生产总值≈5%", "城镇新增就业=3万人"]
    assert told(found.long_term_targets) == ["地区生产总值=5%@2030"]


def test_a_chapter_on_what_was_and_what_comes_gives_what_comes() -> None:
    found = report(
        "一、“十四五”时期发展成就和“十五五”时期主要目标",
        "“十四五”时期是极不平凡的五年，城镇化率达到60%。",
        "这五年，我们锐意改革，新增绿地30公顷。",
        "“十五五”时期是关键时期。",
        "围绕目标，《纲要》设置了9项指标，包括：全员劳动生产率达20万元/人左右，到2035年城镇化率达到75%。",
        "二、2026年重点工作",
        GOALS,
        *WORK,
    )
    assert told(found.long_term_targets) == ["全员劳动生产率≈20万元/人@2030", "城镇化率=75%@2035"]
