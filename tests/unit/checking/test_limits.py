"""Time limits that lie before or after what a document plans for."""

import pytest

from luoshi.model import Kind
from tests.unit.checking.looking import codes, look_at, look_at_tasks

ISSUED = """青川市人民政府办公室关于印发2026年政府工作报告重点工作责任分解的通知

各镇人民政府，各街道办事处，市政府各部门：

现将《2026年政府工作报告重点工作责任分解》印发给你们，请认真贯彻执行。

青川市人民政府办公室

2026年3月4日

青川市2026年政府工作报告重点工作责任分解

1.{limit}新建口袋公园12个。（责任单位：▲建设局、财政局）
2.改造农村公路40公里以上。（责任单位：▲交通运输局、财政局）
"""


def limited(*limits: str) -> list[str]:
    things = ("幼儿园", "停车场", "养老院", "图书馆", "体育馆")
    pairs = zip(limits, things, strict=False)
    return [f"{limit}新建{thing}12个。（责任单位：▲建设局、财政局）" for limit, thing in pairs]


@pytest.mark.parametrize(
    ("limit", "found"),
    [
        ("2025年10月底前", ["L042"]),
        ("2024年底前", ["L042"]),
        ("2018年，", ["L042"]),
        ("2026年，", []),
        ("2036年6月底前", ["L045"]),
        ("2027年底前", ["L045"]),
        ("到2030年", []),
        ("10月底前", []),
        ("2026年底前", []),
        ("改造2005年以前建成的院落，", []),
        ("对2025年底前到期的合同续签，", []),
    ],
)
def test_a_limit_lies_in_the_year_that_is_planned(limit: str, found: list[str]) -> None:
    assert codes(look_at_tasks(limited(limit))) == found


def test_a_plan_that_looks_ahead_has_only_its_far_limits_told() -> None:
    ahead = limited("2027年底前", "2028年底前", "2027年6月底前", "2028年6月底前", "2046年底前")
    findings = look_at_tasks(ahead)
    assert codes(findings) == ["L045"]
    assert "2046年底前" in findings[0].flag.message


@pytest.mark.parametrize(("limit", "found"), [("2月底前", ["L042"]), ("3月底前", [])])
def test_a_limit_lies_after_the_day_of_issue(limit: str, found: list[str]) -> None:
    findings = look_at(ISSUED.format(limit=limit), kind=Kind.PLAN)
    assert codes(findings) == found
    assert all("早于印发日期（2026年3月4日）" in finding.flag.message for finding in findings)
