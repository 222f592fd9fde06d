"""Quotas: figures of cells, sums, and surplus figures."""

from decimal import Decimal

import pytest

from luoshi.model import SumCheck
from luoshi.reading.tables.allocation import amount, find_measure, read_allocation, surplus_choices
from luoshi.reading.tables.grid import Slot
from tests.unit.reading.passages import quote


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("12", "12"),
        ("1,200", "1200"),
        ("1，200", "1200"),
        ("3.5", "3.5"),
        ("14.66万", "146600"),
        ("2亿", "200000000"),
        ("≥95%", "95"),
        ("4700（集聚区）", "4700"),
        ("30公里", "30"),
        ("/", None),
        ("无任务", None),
        ("按需", None),
        ("", None),
    ],
)
def test_a_cell_holds_a_figure_or_none(printed: str, value: str | None) -> None:
    assert amount(printed) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("total", "shares", "check", "summed"),
    [
        ("30", "12 18", SumCheck.OK, "30"),
        ("30", "12 17", SumCheck.MISMATCH, "29"),
        ("30", "12 / 18", SumCheck.OK, "30"),
        ("95%", "95% 95%", SumCheck.NOT_APPLICABLE, None),
        ("3万", "1万 2万", SumCheck.OK, "30000"),
        ("3", "1万 2万", SumCheck.OK, "3"),
        ("按需", "1 2", SumCheck.NOT_APPLICABLE, None),
        ("30公里", "12 18", SumCheck.OK, "30"),
        ("5", "", SumCheck.NOT_APPLICABLE, None),
    ],
)
def test_shares_are_added_up_and_compared(total: str, shares: str, check: SumCheck, summed: str | None) -> None:
    slots = [(f"{index}区", Slot(quote(share))) for index, share in enumerate(shares.split())]
    allocation = read_allocation(total, slots, "个", is_shifted=False)
    assert allocation is not None
    assert (allocation.sum_check, allocation.sum) == (check, None if summed is None else Decimal(summed))


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("改造老旧小区30个", "个"),
        ("改造老旧小区30个，6月底前完工。", "个"),
        ("培训3万人次以上", "万人次"),
        ("建设农村公路1,200公里", "公里"),
        ("为65岁老人体检", ""),
        ("2026年补种树木", ""),
    ],
)
def test_what_is_counted_is_told_by_the_text(text: str, measure: str) -> None:
    assert find_measure(text) == measure


def test_what_is_counted_is_the_figure_that_is_the_total() -> None:
    text = "建成中小学、幼儿园3所，新增学位2400个。"
    assert (find_measure(text, "2400"), find_measure(text, "3"), find_measure(text, "7")) == ("个", "所", "所")


def test_a_row_without_total_and_shares_has_no_allocation() -> None:
    shares = [("甲区", Slot(None)), ("乙区", Slot(quote("尽快")))]
    assert read_allocation("", shares, "棵", is_shifted=False) is None


def test_a_total_keeps_its_own_unit_over_shares_in_another() -> None:
    shares = [("甲区", Slot(quote("32,000"))), ("乙区", Slot(quote("20,000")))]
    allocation = read_allocation("5.2亿元", shares, "万元", is_shifted=False)
    assert allocation is not None
    assert (allocation.total, allocation.measure, allocation.sum_check) == (Decimal("5.2"), "亿元", SumCheck.OK)


def test_a_merged_cell_is_owed_once() -> None:
    merged = quote("5")
    shares = [("甲区", Slot(merged)), ("乙区", Slot(merged, is_covered=True))]
    allocation = read_allocation("5", shares, "所", is_shifted=False)
    assert allocation is not None
    assert [share.printed for share in allocation.shares] == ["5", ""]


@pytest.mark.parametrize(
    ("values", "total", "choices"),
    [
        ("3 5 7", "12", (0,)),
        ("0 3 0 0 5", "8", (3, 2, 0)),
        ("3 3 5", "8", (1, 0)),
        ("3 5 7", "11", ()),
        ("/ 3 5", "8", (0,)),
        ("3 5", "按需", ()),
    ],
)
def test_a_surplus_figure_is_told_by_the_sum(values: str, total: str, choices: tuple[int, ...]) -> None:
    assert surplus_choices(values.split(), total) == choices
