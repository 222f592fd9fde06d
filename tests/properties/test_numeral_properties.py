"""Numbers: written and read again they are the same; no text makes the reader raise."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from luoshi.language.numerals import find_numerals, parse_numeral

DIGITS = "零一二三四五六七八九"
PLACES = ("千", "百", "十", "")
BLOCKS = ("万亿", "亿", "万", "")
GENRE = "〇零一二两三四五六七八九十百千万亿廿半点分之第0123456789０９.,．，个家元人成以上超般带路统“”（ "


def write_block(block: int) -> str:
    """Write 1…9999 in Chinese: 305 → 三百零五, 10 → 一十."""
    written = ""
    for digit, place in zip(f"{block:04}", PLACES, strict=True):
        written += DIGITS[int(digit)] + (place if digit != "0" else "")
    while "零零" in written:
        written = written.replace("零零", "零")
    return written.rstrip("零") if written != "零" else ""


def write_numeral(number: int) -> str:
    """Write 0…10¹⁶ in Chinese, with 零 wherever a place is skipped."""
    blocks = [number // 10_000**power % 10_000 for power in (3, 2, 1, 0)]
    written = ""
    for block, name in zip(blocks, BLOCKS, strict=True):
        part = write_block(block)
        if part:
            written += (part.lstrip("零") if not written else part) + name
    return written or "零"


@given(st.integers(0, 10**12))
def test_a_number_written_in_chinese_is_read_back(number: int) -> None:
    assert parse_numeral(write_numeral(number)) == number


@given(st.decimals(0, 10**12, places=2), st.sampled_from([("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_a_number_printed_in_digits_is_read_back(number: Decimal, multiplier: tuple[str, int]) -> None:
    name, size = multiplier
    assert parse_numeral(f"{number:,}{name}") == number * size
    assert parse_numeral(f"{number:,}{name}".replace(",", "，").replace(".", "．")) == number * size


@given(st.text(alphabet=GENRE) | st.text())
def test_every_numeral_found_stands_in_the_text_and_reads_alone(text: str) -> None:
    end = 0
    for found in find_numerals(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end
        assert parse_numeral(text[found.start : found.end]) == found.amount


@given(st.text(alphabet=GENRE) | st.text())
def test_no_text_makes_the_reader_of_numbers_raise(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value >= 0
