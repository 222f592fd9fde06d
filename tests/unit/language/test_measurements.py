"""The figures of a reply: what each answers, up to when it counts, and whether it is done or on its way."""

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from luoshi.language.measurements import MeasurementSpan, find_measurements
from luoshi.model import Place, Quote
from luoshi.reading.text import text_targets

PERIOD_END: Final = date(2026, 9, 30)


def measured(name: str, reply: str) -> list[MeasurementSpan]:
    quote = Quote(name, Place(0, 0, len(name)))
    targets = [replace(target, quote=quote) for target in text_targets((quote,))]
    return list(find_measurements(reply, targets, year=2026, latest=PERIOD_END))


def tied(name: str, reply: str) -> list[tuple[float, str, int]]:
    """Value, kind and target of each figure that answers one."""
    found = measured(name, reply)
    return [(float(each.value), each.kind, each.target) for each in found if each.target is not None]


@pytest.mark.parametrize(
    ("reply", "as_of"),
    [
        ("1-8月，建成公园16个。", date(2026, 8, 31)),
        ("1月至8月，建成公园16个。", date(2026, 8, 31)),
        ("截至8月底，建成公园16个。", date(2026, 8, 31)),
        ("截至9月25日，建成公园16个。", date(2026, 9, 25)),
        ("前三季度，建成公园16个。", PERIOD_END),
        ("上半年，建成公园16个。", date(2026, 6, 30)),
        ("建成公园16个。", PERIOD_END),
        ("1-8月完成选址。建成公园16个。", PERIOD_END),
        ("2025年底，建成公园16个。", date(2025, 12, 31)),
        ("比2025年底增加，建成公园16个。", PERIOD_END),
    ],
)
def test_a_figure_counts_up_to_the_time_that_its_sentence_names(reply: str, as_of: date) -> None:
    assert [each.as_of for each in measured("新建公园20个", reply)] == [as_of]


@pytest.mark.parametrize(
    ("name", "reply", "expected"),
    [
        ("出口增长8%", "出口额31亿元，增长7%。", [(7, "growth", 0)]),
        ("出口达到40亿元", "出口额31亿元，增长7%。", [(31, "count", 0)]),
        ("新建公园20个", "建成公园16个，完成率80%。", [(16, "count", 0), (80, "completion_rate", 0)]),
        ("新建公园20个", "完成年度任务的80%。", [(80, "completion_rate", 0)]),
        ("新建公园20个", "建成公园16个，其中社区公园5个。", [(16, "count", 0)]),
        ("新建公园20个", "本月建成公园2个，累计建成公园16个。", [(16, "count", 0)]),
        ("新建公园20个", "举办游园会16场，参加3200人次。", []),
        ("创建示范社区3个", "青桐社区、白露社区获评示范社区。", [(2, "named", 0)]),
        ("城乡居民收入倍差低于1.8", "城镇居民人均可支配收入5.1万元，农村居民人均可支配收入3万元。", [
            (5.1, "component", 0),
            (3, "component", 0),
        ]),
        ("PM2.5浓度降至26微克/立方米以下", "1-9月，PM2.5: 24。", [(24, "level", 0)]),
        ("完成投资12亿元", "完成投资9亿。", [(9, "count", 0)]),
        ("业务办理时限压缩至3天以内", "平均办理时限2.5天。", [(2.5, "level", 0)]),
    ],
)  # fmt: skip
def test_a_target_is_answered_by_a_figure_of_its_kind(
    name: str, reply: str, expected: list[tuple[float, str, int]]
) -> None:
    assert tied(name, reply) == expected


@pytest.mark.parametrize(
    ("name", "reply", "state"),
    [
        ("培育示范企业15家", "示范企业已申报18家。", "waiting"),
        ("培育示范企业15家", "18家示范企业正在评审中。", "waiting"),
        ("申报示范企业15家", "示范企业已申报18家。", "done"),
        ("新建公园20个", "公园已开工16个。", "waiting"),
        ("开工公园20个", "公园已开工16个。", "done"),
        ("新建公园20个", "完成公园16个的目标任务。", "done"),
        ("新建公园20个", "计划建设公园16个。", "waiting"),
        ("培育新行业3个", "完成3个新行业的培育方案。", "waiting"),
    ],
)
def test_what_is_on_its_way_is_not_done(name: str, reply: str, state: str) -> None:
    assert ["done" if each.is_done else "waiting" for each in measured(name, reply)] == [state]


def test_one_month_alone_is_no_running_total() -> None:
    found = measured("新建公园20个", "本月建成公园2个，累计建成公园16个。")
    assert [each.is_cumulative for each in found] == [False, True]


def test_a_fall_is_told_from_a_rise() -> None:
    falls = [each.is_falling for each in measured("出口增长8%", "出口下降3%，进口增长-2%，消费增长5%。")]
    assert falls == [True, True, False]


def test_every_quote_holds_its_figure() -> None:
    reply = "1.截至9月底，建成公园16个，完成率80%。\n2.公园内5座公厕完工，占地1.2万平方米。"
    found = {str(each.value): reply[each.start : each.end] for each in measured("新建公园20个", reply)}
    assert list(found) == ["16", "80", "5", "1.2"]
    assert all(value in quote for value, quote in found.items())
