"""What the comparison with others counts, without the others."""

from decimal import Decimal

import pytest

from tests.bench.peers import Amount, amount, expression, targets
from tests.bench.quantities import tally
from tests.gold.sentences import Sentence

TEXT = "新建公园15个以上，投资1.5亿元，治理水土流失十二平方公里。"
GOLD = [{"value": 15, "unit": "个"}, {"value": 1.5, "unit": "亿元"}, {"value": 12, "unit": "平方公里"}]


@pytest.mark.parametrize(
    ("number", "unit", "whole"),
    [("1.5", "亿元", (Decimal(150_000_000), "元")), ("3", "万", (30_000, "")), ("8", "％", (8, "%"))],
)
def test_the_size_is_multiplied_out(number: str, unit: str, whole: Amount) -> None:
    assert amount(Decimal(number), unit) == whole


def test_the_plain_expression_reads_digits_alone() -> None:
    assert expression(TEXT) == [(Decimal(15), "个"), (Decimal(150_000_000), "元")]


def test_what_is_found_is_counted_against_the_gold() -> None:
    sentence = Sentence(TEXT, GOLD)
    assert tally(targets, [sentence], with_unit=True).f1 == 1
    plain = tally(expression, [sentence], with_unit=True)
    assert (plain.precision, plain.recall) == (1, 2 / 3)
    assert tally(lambda _: [(Decimal(15), "条")], [sentence], with_unit=False).found == 1
