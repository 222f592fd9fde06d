"""What the review of a report tells."""

import pytest

from luoshi.model import Achievement, Report
from tests.unit.reading.passages import read

WORK = ("二、2026年重点工作", "（一）扩大需求。", "新建商圈3个。")


def achievements(*review: str) -> tuple[Achievement, ...]:
    reading = read("2026年政府工作报告", "各位代表：", *review, *WORK)
    assert isinstance(reading, Report)
    return reading.achievements


def told(found: tuple[Achievement, ...]) -> list[str]:
    return [f"{each.metric}={each.value}{each.unit}" for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地区生产总值突破900亿元、增长6.1%。", ["地区生产总值=900亿元", "地区生产总值=6.1%"]),
        ("新建学校3所，改造小区5个。", ["新建学校=3所", "小区=5个"]),
        ("全市生产总值连续跨越500亿元、700亿元、900亿元三个大台阶。", ["全市生产总值=900亿元"]),
        ("我们也清醒地看到，仍有3个乡镇存在问题。", []),
        ("民生持续改善。", []),
    ],
)
def test_the_figures_of_the_review_are_achievements(text: str, expected: list[str]) -> None:
    assert told(achievements("一、2025年工作回顾", text)) == expected


def test_without_a_chapter_on_the_past_the_preface_tells_it() -> None:
    assert told(achievements("五年来，新建学校3所。")) == ["新建学校=3所"]


def test_the_years_goals_are_no_achievements() -> None:
    assert told(achievements("一、“十五五”时期主要目标", "到2030年，绿地达到90公顷。")) == []


def test_an_achievement_has_its_quote() -> None:
    found = achievements("一、2025年工作回顾", "新建学校3所，改造小区5个。")
    assert [each.quote.text for each in found] == ["新建学校3所", "改造小区5个"]
