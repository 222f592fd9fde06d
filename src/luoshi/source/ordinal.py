"""Counting numbers → the marks that word processors and browsers draw before list items."""

from collections.abc import Callable
from typing import Final

DIGITS: Final = "〇一二三四五六七八九"
LEGAL_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
BRANCHES: Final = "子丑寅卯辰巳午未申酉戌亥"
ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

LARGEST_COUNTED: Final = 9999
"""Above it no list counts in words; digits are written instead."""

LETTERS: Final = 26


def circled(number: int) -> str:
    """① to ㊿."""
    if number in range(1, 21):
        return chr(0x2460 + number - 1)
    if number in range(21, 36):
        return chr(0x3251 + number - 21)
    return chr(0x32B1 + number - 36) if number in range(36, 51) else str(number)


def chinese(number: int, digits: str = DIGITS, units: str = "千百十") -> str:
    """一, 十, 十一, 二十, 一百零三."""
    if not 0 < number <= LARGEST_COUNTED:
        return digits[0] if number == 0 else str(number)
    written = ""
    for place, unit in zip((1000, 100, 10, 1), (*units, ""), strict=True):
        digit = number // place % 10
        if digit:
            written += digits[digit] + unit
        elif written and number % place and not written.endswith("零"):
            written += "零"
    return written.removeprefix(digits[1]) if written.startswith(digits[1] + "十") else written


def legal(number: int) -> str:
    """壹, 壹拾壹."""
    return chinese(number, LEGAL_DIGITS, "仟佰拾")


def digital(number: int) -> str:
    """一, 一〇, 一一."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


def letter(number: int) -> str:
    """a to z, then aa, bb as word processors go on."""
    if number < 1 or number > LETTERS * 10:
        return str(number)
    return chr(ord("a") + (number - 1) % LETTERS) * ((number - 1) // LETTERS + 1)


def roman(number: int) -> str:
    """i, ii, iii, iv."""
    if not 0 < number <= LARGEST_COUNTED:
        return str(number)
    written = ""
    for value, mark in ROMAN:
        written += mark * (number // value)
        number %= value
    return written


def full_width(number: int) -> str:
    """１, １２."""
    return "".join(chr(0xFF10 + int(digit)) for digit in str(number))


def _from_row(first: int, count: int) -> Callable[[int], str]:
    """Marks that stand in a row of the character set: ⑴ to ⒇."""
    return lambda number: chr(first + number - 1) if 0 < number <= count else str(number)


def _around(names: str) -> Callable[[int], str]:
    """Names that begin anew when they are used up: 甲 to 癸."""
    return lambda number: names[(number - 1) % len(names)]


# The styles by their names in WordprocessingML (numFmt); those of HTML and CSS are mapped to them in `html`.
STYLES: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": full_width,
    "decimalFullWidth2": full_width,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": _from_row(0x2474, 20),
    "decimalEnclosedFullstop": _from_row(0x2488, 20),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "chineseLegalSimplified": legal,
    "ideographLegalTraditional": legal,
    "ideographDigital": digital,
    "japaneseDigitalTenThousand": digital,
    "taiwaneseDigital": digital,
    "ideographTraditional": _around(STEMS),
    "ideographZodiac": _around(BRANCHES),
    "ideographEnclosedCircle": _from_row(0x3280, 10),
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "bullet": lambda _: "",
    "none": lambda _: "",
}


def draw(style: str, number: int) -> str:
    """`number` in `style`; an unknown style counts in digits, a number below zero as well."""
    return STYLES.get(style, str)(number) if number >= 0 else str(number)
