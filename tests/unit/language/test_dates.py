"""Days, years and periods as documents print them."""

from datetime import date

import pytest

from luoshi.language.dates import find_year, last_month, parse_date, parse_period


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("2024年3月4日", date(2024, 3, 4)),
        ("2024年 2月 21日", date(2024, 2, 21)),
        ("二〇二四年三月四日", date(2024, 3, 4)),
        ("二○二四年十二月三十一日", date(2024, 12, 31)),
        ("２０２４年３月４日", date(2024, 3, 4)),
        ("2024-03-04", date(2024, 3, 4)),
        ("2024.3.4", date(2024, 3, 4)),
        ("2024年2月30日", None),
        ("2024年3月", None),
        ("", None),
    ],
)
def test_a_printed_day_is_read(text: str, on: date | None) -> None:
    assert parse_date(text) == on


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2024年政府工作报告重点工作责任分解", 2024),
        ("二〇二四年政府工作报告", 2024),
        ("二O二四年工作要点", 2024),
        ("政府工作报告（2026）", 2026),
        ("2024—2026年行动计划", 2024),
        ("云政办发〔2024〕9号", 2024),
        ("关于印发责任分解的通知", None),
    ],
)
def test_a_title_names_its_year(title: str, year: int | None) -> None:
    assert find_year(title) == year


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("2024年一季度进展情况", "Q1"),
        ("第一季度", "Q1"),
        ("1-3月进展", "Q1"),
        ("二季度", "Q2"),
        ("上半年进展情况", "H1"),
        ("2024年1—6月", "H1"),
        ("2023年度重点工作三季度进展", "Q3"),
        ("前三季度", "Q3"),
        ("1至9月", "Q3"),
        ("下半年", "Q4"),
        ("2024年度完成情况", "Q4"),
        ("2024年度重点工作责任分解", None),
        ("1-12月", "Q4"),
        ("1-8月", "M08"),
        ("9月份通报", "M09"),
        ("截至2024年9月30日", "M09"),
        ("进展情况汇总表（2023年10月12日）", None),
        ("重点工作", None),
    ],
)
def test_a_title_names_its_period(title: str, period: str | None) -> None:
    assert parse_period(title) == period


@pytest.mark.parametrize(
    ("period", "month"),
    [
        ("Q1", 3),
        ("H1", 6),
        ("Q4", 12),
        ("M09", 9),
        ("M12", 12),
        ("M13", None),
        ("M", None),
        ("三季度", None),
        (None, None),
    ],
)
def test_a_period_ends_with_its_last_month(period: str | None, month: int | None) -> None:
    assert last_month(period) == month
