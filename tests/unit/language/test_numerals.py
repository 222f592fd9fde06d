"""Numbers as the genre prints them, and what only looks like one."""

from decimal import Decimal

import pytest

from luoshi.language.numerals import find_numerals, parse_numeral

PRINTED = [
    ("1,000", "1000"),
    ("1，000", "1000"),
    ("３．５", "3.5"),
    (" 12 ", "12"),
    ("1.5万", "15000"),
    ("百万", "1000000"),
    ("5千", "5000"),
    ("3亿5千万", "350000000"),
    ("2万亿", "2000000000000"),
    ("三", "3"),
    ("两", "2"),
    ("十", "10"),
    ("二十三", "23"),
    ("一百零五", "105"),
    ("三百二", "320"),
    ("三万五", "35000"),
    ("三万零五", "30005"),
    ("十二万五千亿", "12500000000000"),
    ("廿三", "23"),
    ("〇", "0"),
    ("二〇二四", "2024"),
    ("三点五亿", "350000000"),
    ("一半", "0.5"),
    ("半", "0.5"),
    ("百分之八十", "0.8"),
    ("千分之三", "0.003"),
    ("二分之一", "0.5"),
]

NO_NUMERALS = ["", "三个", "亿元", "十百", "一二百", "百千万", "1,0000", "3/4", "一般", "零分之一", "9" * 41]

SENTENCES = [
    ("一般公共预算收入增长5.5%以上", ["5.5"]),
    ("统一推进“一带一路”、三农工作，坚持三位一体", []),
    ("第一批、第3名、第十二届", []),
    ("新建三个平台、二十三座泵站、三百余家门店", ["三", "二十三", "三百"]),
    ("吸引客流超百万人次、突破万亿元", ["百万", "万亿"]),
    ("百家争鸣、千家万户、亿元以上企业", []),
    ("进一步完善，一次性建成，“四个一批”全覆盖", []),
    ("覆盖率百分之八十以上，三成以上为三分之一或一半", ["百分之八十", "三", "三分之一", "一半"]),
    ("投资3亿5千万元、1，200户、１．５万个", ["3亿5千万", "1，200", "１．５万"]),
    ("推进P2P整治和H5页面，2024.3.4", []),
]


@pytest.mark.parametrize(("text", "value"), PRINTED)
def test_a_printed_number_has_its_value(text: str, value: str) -> None:
    assert parse_numeral(text) == Decimal(value)


def test_a_third_is_a_third() -> None:
    assert parse_numeral("三分之一") == Decimal(1) / 3


@pytest.mark.parametrize("text", NO_NUMERALS)
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(("sentence", "printed"), SENTENCES)
def test_only_what_counts_is_found_in_a_sentence(sentence: str, printed: list[str]) -> None:
    assert [sentence[found.start : found.end] for found in find_numerals(sentence)] == printed


@pytest.mark.parametrize(
    ("sentence", "value", "multiplier"),
    [
        ("就业1.5万人", "1.5", "10000"),
        ("客流超百万人次", "100", "10000"),
        ("突破万亿元", "1", "1000000000000"),
        ("达百分之八十", "80", "0.01"),
        ("投资3亿5千万元", "350000000", "1"),
    ],
)
def test_the_printed_multiplier_is_kept_apart(sentence: str, value: str, multiplier: str) -> None:
    (found,) = find_numerals(sentence)
    assert (found.value, found.multiplier) == (Decimal(value), Decimal(multiplier))
    assert found.amount == Decimal(value) * Decimal(multiplier)
