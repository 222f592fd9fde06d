"""Finding quantities: most are printed in digits with their unit right behind, and these are read in one match."""

import re
from decimal import Decimal
from functools import lru_cache

from luoshi.language.lexicon.measures import SHARE, TIME
from luoshi.language.lexicon.numerals import MEASURES, REACHES
from luoshi.language.lexicon.words import initials
from luoshi.language.numerals import SIZES, Numeral
from luoshi.language.quantities.measures import PER, UNITS, Measure, unit_pattern
from luoshi.language.quantities.spans import (
    BARE,
    LONGEST_SIGN,
    ONE,
    QuantitySpan,
    joined,
    measured,
    read_every_form,
    signed,
)

# What is told by more than digits and a unit: １０, 翻番, Ⅲ类, 前三, 第3位, 百分之八十, 一半, 三个, 超百家
FOLLOWERS = initials((*UNITS, *MEASURES)) + "余多来分成点半"
HAN = "〇零一二两三四五六七八九十廿卅"
REACHED = "".join(sorted({word[-1] for word in REACHES}))
WORDED = re.compile(
    rf"""
    [０-９ⅠⅡⅢⅣⅤ翻前第{HAN}百千万亿]
    (?: (?<=[０-９ⅠⅡⅢⅣⅤ翻])
      | (?<=前)[0-9{HAN}] | (?<=第)(?:[0-9]|[{HAN}]{{1,3}}[位名])
      | (?<=[{HAN}])(?<![第“「《〈‘].)[{FOLLOWERS}]
      | (?<=[百千])分之
      | (?<=[百千万亿])(?<=[{HAN}百千万亿{REACHED}].)(?<![0-9]万.)[{FOLLOWERS}]
    )
    """,
    re.VERBOSE,
)
# 1.5亿元 in one match: number, size, unit. `worded` is set for what takes more to read: 1,000, 3亿5千万, P2, 2024.3.4
PRINTED = re.compile(
    rf"""
    (?P<number> [0-9](?<![0-9].)
      (?: (?<![A-Za-z].) [0-9]{{0,19}}+ (?:\.[0-9]{{1,15}}+)?
          (?! (?>万亿|万|亿|) (?: [百万亿0-9] | 千(?![瓦伏米克]) | [.．,，][0-9] ) )
        | (?P<worded>) ) )
    (?P<size> 万亿|万|亿| )
    (?: \x20? (?P<unit> (?>{unit_pattern()}) (?![{"".join(sorted(PER))}]) ) )?
    """,
    re.VERBOSE,
)
# Of a number without a unit right behind it: a year, 300余家, 8/10万, a part of a code
UNTOLD = ("", BARE, None)


def find_quantities(text: str) -> tuple[QuantitySpan, ...]:
    """Return the quantities of `text` in order; they do not overlap."""
    spans = None if WORDED.search(text) else _read_printed(text)
    if spans is None:
        spans = read_every_form(text)
    return tuple(joined(text, spans) if len(spans) > 1 and _are_near(spans) else spans)


def _are_near(spans: list[QuantitySpan]) -> bool:
    """Whether any two stand so near each other that they may share a unit or be the ends of a range."""
    end = spans[0].end
    for span in spans[1:]:
        if span.start - end <= LONGEST_SIGN:
            return True
        end = span.end
    return False


def _read_printed(text: str) -> list[QuantitySpan] | None:
    """The quantities of a text that prints all of them as digits; None where one takes more to read."""
    spans: list[QuantitySpan] = []
    end = 0
    for match in PRINTED.finditer(text):
        number, worded, size, word = match.groups()
        if worded is not None:
            return None
        start, stop = match.span()
        if start < end:
            continue
        unit, measure, multiplier = _told(size, word) if word else UNTOLD
        if multiplier:
            value = Decimal(number)
            amount = value if multiplier is ONE else value * multiplier
            span = QuantitySpan(start, stop, value, unit, amount, measure.base, measure.dimension)
            spans.append(signed(text, span) if measure.dimension is SHARE else span)
            end = stop
        elif other := measured(text, Numeral(start, match.end("size"), Decimal(number), size)):
            spans.append(signed(text, other))
            end = other.end
    return spans


@lru_cache(maxsize=1024)
def _told(size: str, word: str) -> tuple[str, Measure, Decimal | None]:
    """A unit as printed, what it measures, and by what its 万 or 亿 multiplies; None where that is not all."""
    measure = UNITS[word]
    is_plain = measure.factor == 1 and measure.dimension is not TIME
    return (size + word).replace("％", "%"), measure, SIZES[size] if is_plain else None
