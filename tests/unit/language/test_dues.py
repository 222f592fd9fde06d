"""The time limits that a sentence or a cell sets, for a document of 2024 issued on 4 March."""

from datetime import date

import pytest

from luoshi.language.dates import find_dues, is_only_due, parse_due

ISSUED_ON = date(2024, 3, 4)

LIMITS = [
    ("力争 6 月底完成泵站主体，尽早通过验收。", [("6 月底完成泵站主体", "2024-06-30")]),
    ("云湖馆等项目6月份整体投用,客流超5万人次", [("云湖馆等项目6月份整体投用", "2024-06-30")]),
    ("确保开工率一季度达到20%、二季度达到50%", [("一季度达到20%", "2024-03-31"), ("二季度达到50%", "2024-06-30")]),
    ("A路3月底前开工、B路上半年完工", [("A路3月底前开工", "2024-03-31"), ("B路上半年完工", "2024-06-30")]),
    ("进度安排：6月底前封顶；年底前投用", [("6月底前封顶", "2024-06-30"), ("年底前投用", "2024-12-31")]),
    ("到2030年，产值突破800亿元，人口稳定", [("到2030年，产值突破800亿元", "2030-12-31")]),
    ("6月底前：完成主体", [("6月底前：完成主体", "2024-06-30")]),
    ("东环路（6月底前完成）改造", [("6月底前完成", "2024-06-30")]),
    ("西环路（一期）12月底前通车", [("西环路（一期）12月底前通车", "2024-12-31")]),
    ("2025年3月底前开工、6月底前完工", [("2025年3月底前开工", "2025-03-31"), ("6月底前完工", "2025-06-30")]),
    ("2025年3月底前开工。9月底前验收", [("2025年3月底前开工", "2025-03-31"), ("9月底前验收", "2024-09-30")]),
    ("2024年6月20日前交付", [("2024年6月20日前交付", "2024-06-20")]),
    ("6月中旬前交付", [("6月中旬前交付", "2024-06-20")]),
    ("9月18日竣工", [("9月18日竣工", "2024-09-18")]),
    ("二〇二五年底前建成", [("二〇二五年底前建成", "2025-12-31")]),
    ("２０２４年６月底前建成", [("２０２４年６月底前建成", "2024-06-30")]),
    ("2024.6.30前建成", [("2024.6.30前建成", "2024-06-30")]),
    ("年内新建3座", [("年内新建3座", "2024-12-31")]),
    ("明年6月底前建成", [("明年6月底前建成", "2025-06-30")]),
    ("3月至6月底前建成", [("3月至6月底前建成", "2024-06-30")]),
    ("国庆前开园、春节前完工", [("国庆前开园", "2024-09-30"), ("春节前完工", None)]),
    ("“五一”前开园", [("“五一”前开园", "2024-04-30")]),
    ("确保入汛前排水能力恢复", [("入汛前排水能力恢复", None)]),
    ("自印发之日起30日内报送", [("自印发之日起30日内报送", "2024-04-03")]),
    ("印发后一个月内报送", [("印发后一个月内报送", "2024-04-04")]),
    ("印发之日起10个工作日内报送", [("印发之日起10个工作日内报送", None)]),
    ("加强巡查（长期坚持）", [("长期坚持", None)]),
    ("加强巡查，全年持续推进。", [("全年持续推进", "2024-12-31")]),
]

NO_LIMITS = [
    "农村低保标准提高到每年5700元。",
    "2024年完成1000家以上",
    "全年减负80亿元以上",
    "全年，新增10家",
    "持续推进公共服务改革",
    "1-9月，完成投资3亿元",
    "1-9月完成投资3亿元",
    "截至9月底，完成10家",
    "前三季度完成投资3亿元",
    "2023年底完成10家",
    "比2023年底下降3%",
    "较去年底增长5%",
    "提高到2025年的60%",
    "自2024年6月1日起施行",
    "3月至6月开展整治",
    "9月18日，与甲公司合作",
    "商业街已于4月29日正式开业",
    "2024年3月4日印发",
    "离校2年内未就业毕业生",
    "“十四五”规划和三年行动",
    "一季度“开门红”",
    "开展汛前检查",
    "治理2025年内涝点位",
    "守住底线、到底到边",
    "春节前夕慰问",
    "改造2005年以前建成的老旧院落65个",
    "对6月底前到期的合同全部续签",
]

CELLS = [
    ("2024年12月", [("2024年12月", "2024-12-31")]),
    ("  2024年 ", [("2024年", "2024-12-31")]),
    ("12月底", [("12月底", "2024-12-31")]),
    ("6月底前完成主体，12月底前投用", [("6月底前完成主体", "2024-06-30"), ("12月底前投用", "2024-12-31")]),
    ("3月底 9月底", [("3月底", "2024-03-31"), ("9月底", "2024-09-30")]),
    ("2024.12", [("2024.12", "2024-12-31")]),
    ("2024-06-30 00:00:00", [("2024-06-30 00:00:00", "2024-06-30")]),
    ("20241231", [("20241231", "2024-12-31")]),
    ("2025年1-11月", [("2025年1-11月", "2025-11-30")]),
    ("2024年1月—2025年6月", [("2024年1月—2025年6月", "2025-06-30")]),
    ("年底前", [("年底前", "2024-12-31")]),
    ("全年", [("全年", "2024-12-31")]),
    ("长期", [("长期", None)]),
    ("持续推进", [("持续推进", None)]),
    ("按上级要求时间", [("按上级要求时间", None)]),
    ("2024年6月起", [("2024年6月起", None)]),
    ("/", []),
    ("", []),
]


@pytest.mark.parametrize(("sentence", "expected"), LIMITS)
def test_a_sentence_sets_limits_for_its_clauses(sentence: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_dues(sentence, year=2024, issued_on=ISSUED_ON)
    assert [(sentence[due.start : due.end], due.by and due.by.isoformat()) for due in found] == expected


@pytest.mark.parametrize("sentence", NO_LIMITS)
def test_a_time_that_limits_nothing_is_no_due(sentence: str) -> None:
    assert find_dues(sentence, year=2024, issued_on=ISSUED_ON) == ()


@pytest.mark.parametrize(("cell", "expected"), CELLS)
def test_every_time_in_a_cell_is_a_limit(cell: str, expected: list[tuple[str, str | None]]) -> None:
    found = parse_due(cell, year=2024, issued_on=ISSUED_ON)
    assert [(cell[due.start : due.end], due.by and due.by.isoformat()) for due in found] == expected


def test_the_words_of_time_have_their_own_span() -> None:
    sentence = "云湖馆6月份投用"
    (due,) = find_dues(sentence, year=2024)
    assert sentence[due.phrase_start : due.phrase_end] == "6月份"


def test_without_a_year_the_day_of_issue_gives_it() -> None:
    assert [due.by for due in find_dues("6月底前建成", year=None, issued_on=ISSUED_ON)] == [date(2024, 6, 30)]
    assert [due.by for due in find_dues("6月底前建成", year=None)] == [None]


@pytest.mark.parametrize(
    ("issued_on", "by"), [(date(2024, 1, 31), date(2024, 2, 29)), (date(2024, 12, 5), date(2025, 1, 5))]
)
def test_a_month_from_issue_ends_in_the_calendar(issued_on: date, by: date) -> None:
    assert [due.by for due in find_dues("印发后1个月内报送", year=None, issued_on=issued_on)] == [by]


@pytest.mark.parametrize("text", ["9月底前完成", "2024年12月底前全面完成。", "力争6月底前完成", "长期坚持，", "年底前"])
def test_a_clause_may_set_a_limit_and_promise_nothing(text: str) -> None:
    assert is_only_due(text)


@pytest.mark.parametrize("text", ["9月底前完成主体", "主体9月底前完成", "完成主体", ""])
def test_a_clause_that_promises_something_is_no_mere_limit(text: str) -> None:
    assert not is_only_due(text)
