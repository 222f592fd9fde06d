"""Numbers as lists draw them."""

import pytest

from luoshi.source.ordinal import STYLES, draw

DRAWN = [
    ("decimal", 12, "12"),
    ("decimalZero", 3, "03"),
    ("decimalFullWidth", 12, "１２"),
    ("decimalEnclosedCircle", 1, "①"),
    ("decimalEnclosedCircle", 20, "⑳"),
    ("decimalEnclosedCircle", 21, "㉑"),
    ("decimalEnclosedCircle", 50, "㊿"),
    ("decimalEnclosedCircle", 51, "51"),
    ("decimalEnclosedParen", 2, "⑵"),
    ("chineseCounting", 1, "一"),
    ("chineseCounting", 10, "十"),
    ("chineseCounting", 21, "二十一"),
    ("chineseCountingThousand", 110, "一百一十"),
    ("chineseCountingThousand", 203, "二百零三"),
    ("chineseCountingThousand", 1003, "一千零三"),
    ("chineseLegalSimplified", 10, "壹拾"),
    ("ideographDigital", 10, "一〇"),
    ("ideographTraditional", 11, "甲"),
    ("lowerLetter", 27, "aa"),
    ("upperLetter", 2, "B"),
    ("lowerRoman", 14, "xiv"),
    ("upperRoman", 1999, "MCMXCIX"),
    ("bullet", 1, ""),
    ("unheard-of", 7, "7"),
]


@pytest.mark.parametrize(("style", "number", "drawn"), DRAWN)
def test_a_number_is_drawn_in_its_style(style: str, number: int, drawn: str) -> None:
    assert draw(style, number) == drawn


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", [0, 10_000, 999_999])
def test_no_number_is_too_large_or_small_to_draw(style: str, number: int) -> None:
    assert len(draw(style, number)) < 10
