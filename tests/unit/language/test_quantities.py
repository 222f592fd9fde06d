"""Quantities of a sentence: value, unit, base unit, and what is no quantity."""

from decimal import Decimal

import pytest

from luoshi.language.quantities import QuantitySpan, find_quantities

# Each quantity as “value unit amount base unit”.
FOUND = [
    ("流转土地1.5万亩", ["1.5 万亩 15000 亩"]),
    ("浓度降至26微克/立方米", ["26 微克/立方米 26 微克/立方米"]),
    ("电价降至0.5元/千瓦时", ["0.5 元/千瓦时 0.5 元/千瓦时"]),
    ("游客100万人次、8.8万标箱", ["100 万人次 1000000 人次", "8.8 万标箱 88000 标箱"]),
    ("吞吐量150万TEU，10平方公里", ["150 万TEU 1500000 标箱", "10 平方公里 15000 亩"]),
    ("腾出用能2.5万吨标煤，装机4万千瓦", ["2.5 万吨标煤 25000 吨标准煤", "4 万千瓦 40000 千瓦"]),
    ("提高2个百分点，5‰，８％", ["2 个百分点 2 个百分点", "5 ‰ 0.5 %", "8 % 8 %"]),
    ("一半以上、三分之一", ["0.5  50 %", "0.3333333333333333333333333333  33.33333333333333333333333333 %"]),
    ("建成三个中心、两家医院", ["3 个 3 个", "2 家 2 家"]),
    ("２００家，１，０００户", ["200 家 200 家", "1000 户 1000 户"]),
    ("超百万人次，1000多万元，300余家", ["100 万人次 1000000 人次", "1000 万元 10000000 元", "300 家 300 家"]),
    ("百分之八十，三成以上", ["80 % 80 %", "3 成 30 %"]),
    ("保障房1.5万套（间）", ["1.5 万套（间） 15000 套（间）"]),
    ("转口翻番，产值翻两番，增长1.5倍", ["1 番 100 %", "2 番 300 %", "1.5 倍 1.5 倍"]),
    ("水质Ⅲ类以上，第3位，前三", ["3 类 3 类", "3 位 3 位", "3  3 位"]),
    ("60、40、50亿元", ["60 亿元 6000000000 元", "40 亿元 4000000000 元", "50 亿元 5000000000 元"]),
    ("10、20家和5个", ["10 家 10 家", "20 家 20 家", "5 个 5 个"]),
    ("突破400万", ["400 万 4000000 "]),
    ("投资100亿美元，3000公斤", ["100 亿美元 10000000000 美元", "3000 公斤 3 吨"]),
    ("造林2公顷，道路1千米，5千克", ["2 公顷 30 亩", "1 千米 1000 米", "5 千克 0.005 吨"]),
    ("亩均税收2万元/亩，用电1亿千瓦时", ["2 万元/亩 20000 元/亩", "1 亿千瓦时 100000000 千瓦时"]),
    ("500人才、20家庭农场、10项目", ["500  500 ", "20  20 ", "10  10 "]),
    ("由5%到6%", ["5 % 5 %", "6 % 6 %"]),
]

NOT_FOUND = [
    "2024年3月1日，1-9月，3、4月份，一季度，前三季度",
    "3A级景区、4+X、5+2、2.0版、500强、5G、P2P",
    "二次供水和零部件，十四五，第三批，目前",
    "统一推进一般工作",
    "",
]

RANGES = [
    ("增长4.5%—5%", "4.5", "5", "%"),
    ("增长4.5-5%", "4.5", "5", "%"),
    ("13—14岁女生", "13", "14", "岁"),
    ("引进3至5个", "3", "5", "个"),
    ("建设1～2家", "1", "2", "家"),
]


def written(quantity: QuantitySpan) -> str:
    amount = f"{quantity.amount:f}"
    amount = amount.rstrip("0").rstrip(".") if "." in amount else amount
    return f"{quantity.value} {quantity.unit} {amount} {quantity.base_unit}"


@pytest.mark.parametrize(("sentence", "quantities"), FOUND)
def test_a_number_is_found_with_its_unit(sentence: str, quantities: list[str]) -> None:
    assert [written(quantity) for quantity in find_quantities(sentence)] == quantities


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_dates_ordinals_and_codes_are_no_quantities(sentence: str) -> None:
    assert find_quantities(sentence) == ()


@pytest.mark.parametrize(("sentence", "low", "high", "unit"), RANGES)
def test_a_range_is_one_quantity_with_two_bounds(sentence: str, low: str, high: str, unit: str) -> None:
    (found,) = find_quantities(sentence)
    assert (found.value, found.high, found.unit) == (Decimal(low), Decimal(high), unit)


def test_a_range_shares_its_size() -> None:
    (found,) = find_quantities("安排3—5亿元")
    assert (found.amount, found.high_amount) == (Decimal(300_000_000), Decimal(500_000_000))
