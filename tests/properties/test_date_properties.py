"""Dates: printed and read again they are the same; no text makes a reader raise; spans stand in the text."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.dates import find_dues, find_year, parse_date, parse_due, parse_period

WORDS = [
    "2024", "二〇二五", "年", "6", "３", "十二", "月", "30", "日", "底", "前", "内", "末", "旬", "到", "至",
    "—", "-", ".", "一季度", "上半年", "国庆", "汛", "印发之日起", "个月", "周", "工作日", "，", "、", "。", "；",
    "（", "）", "“", "完成", "力争", "全年", "长期坚持", " ", "\n", "截至", "明年", "99", "999",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=20).map("".join) | st.text(max_size=40)
YEARS = st.none() | st.integers(-1, 10_001)
DAYS = st.none() | st.dates()
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_printed_day_is_read_back(on: date) -> None:
    printed = f"{on.year}年{on.month}月{on.day}日"
    assert {parse_date(form) for form in (printed, printed.translate(FULL_WIDTH), on.isoformat())} == {on}


@given(TEXTS, YEARS, DAYS)
def test_every_due_stands_in_the_text_around_its_words(text: str, year: int | None, issued_on: date | None) -> None:
    for read in (find_dues, parse_due):
        for due in read(text, year=year, issued_on=issued_on):
            assert 0 <= due.start <= due.phrase_start < due.phrase_end <= due.end <= len(text)
            assert due.by is None or isinstance(due.by, date)


@given(TEXTS)
def test_a_year_has_four_places_and_a_period_a_known_code(text: str) -> None:
    year, period = find_year(text), parse_period(text)
    assert year is None or 1900 <= year <= 2999
    assert period is None or re.fullmatch(r"Q[1-4]|H1|M(0[1-9]|1[0-2])", period)


@pytest.mark.parametrize("year", [1, 2024, 9999])
@given(month=st.integers(1, 12))
def test_the_end_of_a_month_is_its_last_day(year: int, month: int) -> None:
    (due,) = find_dues(f"{month}月底前完成", year=year)
    assert due.by is not None
    assert (due.by.year, due.by.month) == (year, month)
    assert due.by == date.max or date.fromordinal(due.by.toordinal() + 1).day == 1
