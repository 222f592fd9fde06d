"""Finding quantities: ranges (4.5%—5%), lists that share a unit (10、20家), ranks (前三), grades (Ⅲ类) and 翻番 too.

Years, days of the calendar and numbers within codes (3A, 4+X, 2.0版) are no quantities. Nothing raises on any text, and
all is linear in its length.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from luoshi.language.lexicon import measures as words
from luoshi.language.lexicon.measures import GRADE, NONE, RANK, RATE, SHARE, TIMES, Dimension
from luoshi.language.numerals import SIZES, Numeral, find_numerals, parse_numeral
from luoshi.language.quantities.measures import UNITS, WHOLE, Measure, exact, read_unit, rounded
from luoshi.patterns import lazily

ONE = SIZES[""]
BARE = Measure(NONE, "", WHOLE)
# 三分之一, 一半: a share without a sign
FRACTION = re.compile("分之|半")
# 千 of 4万千瓦 belongs to its unit, not to the number.
KILO = re.compile("(?<=[0-9０-９万亿])千(?=[瓦伏米克])")
# 二 of 二次供水 and 零 of 零部件 count nothing; amounts are 两 and 〇.
NO_AMOUNTS = ("二", "零")
GRADES = "ⅠⅡⅢⅣⅤ"

# 余 of 300余家, 多万 of 1000多万元
ROUGHLY = frozenset("余多来")
ROUGH = re.compile("[余多来](?P<size>万亿|万|亿)?")
# — of 4.5%—5%, 至 of 3至5个
RANGE_SIGN = re.compile(r"\s?[-—–－~～〜至到]{1,2}\s?")
LONGEST_SIGN = 4
# What stands between figures of one unit: 10、20家, 10和20家
LIST_SIGN = re.compile("[、和及与]")
# 9月 after 1 of 1—9月; 日 of 3日, 版 of 2.0版
DATED = re.compile(rf"(?:[-—–~～至到、和][0-9０-９]{{1,2}}){{0,3}}(?:{'|'.join(words.DATE_WORDS)})")
# A of 3A, X of 4+X
CODE = re.compile("[A-Za-z+＋.]")
# 回升至-1.5‰
MINUS = frozenset("-－−")
NEGATIVE = re.compile("(?<=[至到为在过于率达])[-−－]$")
# 死亡率控制在8/10万以内
SCALED = re.compile("[/／](?:10|十)?万")
LEADING_CODE = ("+", "＋", "-")

PLACED = re.compile("[第前翻ⅠⅡⅢⅣⅤ]")
# 第3位, 前三名, Ⅲ类, 翻一番
PLACING = lazily(
    r"""
      第 (?P<place> [0-9]{1,3} | [一二三四五六七八九十]{1,3} ) (?P<place_unit> 位|名 )
    | (?<![目当之以提空此年]) 前 (?P<first> [0-9]{1,3} | [一二三四五六七八九十]{1,3} ) (?P<first_unit> 位|名 )?
      (?! [0-9一二三四五六七八九十]|个|季|期|年|月|半|天|款|批|次|项|大|届|周|家|%|％|里|所|后|强|方)
    | (?P<grade> [ⅠⅡⅢⅣⅤ] ) 类
    | 翻 (?P<doubled> [一两二三四] )? 番
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class QuantitySpan:
    """`text[start:end]` prints `value` in `unit`; of a range `value` is the lower bound and `high` the upper.

    `amount` and `high_amount` are in `base_unit`: 1.5 万亩 is 15000 亩, 翻一番 is 100 %. Of a bare number there is no
    base unit, and the unit is its 万 or 亿 (突破400万: 400, 万, 4000000).
    """

    start: int
    end: int
    value: Decimal
    unit: str
    amount: Decimal
    base_unit: str
    dimension: Dimension
    high: Decimal | None = None
    high_amount: Decimal | None = None


def read_every_form(text: str) -> list[QuantitySpan]:
    """Return the quantities of `text` in order, however they are printed; `joined` makes lists and ranges of them."""
    placings = list(_placings(text)) if PLACED.search(text) else []
    hidden = KILO.sub("*", text) if "千" in text else text
    counted = _counted(text, find_numerals(hidden))
    if placings:
        taken = {place for span in placings for place in range(span.start, span.end)}
        counted = sorted(
            [*placings, *(span for span in counted if span.start not in taken)], key=lambda span: span.start
        )
    return counted


def joined(text: str, spans: list[QuantitySpan]) -> list[QuantitySpan]:
    """Give the numbers of a list the unit that they share, and make one quantity of the two ends of a range."""
    return _ranged(text, _shared(text, spans))


def _placings(text: str) -> Iterator[QuantitySpan]:
    for match in PLACING.finditer(text):
        if match["grade"]:
            value = Decimal(GRADES.index(match["grade"]) + 1)
            yield QuantitySpan(*match.span(), value, "类", value, "类", GRADE)
        elif match["place"] or match["first"]:
            value = parse_numeral(match["place"] or match["first"]) or Decimal(0)
            unit = match["place_unit"] or match["first_unit"] or ""
            yield QuantitySpan(*match.span(), value, unit, value, "位", RANK)
        else:
            times = parse_numeral(match["doubled"] or "一") or Decimal(1)
            yield QuantitySpan(*match.span(), times, "番", (2**times - 1) * 100, "%", TIMES)


def _counted(text: str, numerals: Sequence[Numeral]) -> list[QuantitySpan]:
    """The numbers that count something; the 10 of 8/10万 belongs to the unit before it."""
    spans: list[QuantitySpan] = []
    end = 0
    for numeral in numerals:
        span = measured(text, numeral) if numeral.start >= end else None
        if span:
            end = span.end
            spans.append(signed(text, span))
    return spans


def signed(text: str, span: QuantitySpan) -> QuantitySpan:
    """A share may be negative: 回升至-1.5‰."""
    is_marked = text[max(span.start - 1, 0) : span.start] in MINUS and span.dimension is SHARE
    if not is_marked or not NEGATIVE.search(text, max(span.start - 2, 0), span.start):
        return span
    return replace(span, start=span.start - 1, value=-span.value, amount=-span.amount)


def measured(text: str, numeral: Numeral) -> QuantitySpan | None:
    """Give a number the unit that follows it; None for a date or a part of a code."""
    start, end, value, size = numeral.start, numeral.end, numeral.value, numeral.size
    if size in UNITS:
        return _span(start, end, value, size, UNITS[size])
    if text[start:end] in NO_AMOUNTS:
        return None
    if value < 1 and FRACTION.search(text, start, end):
        return QuantitySpan(start, end, value, "", value * 100, "%", SHARE)
    rough = ROUGH.match(text, end) if text[end : end + 1] in ROUGHLY else None
    if rough and (found := read_unit(text, rough.end())):
        printed = size + (rough["size"] or "") + text[rough.end() : found[0]]
        return _span(start, found[0], value, printed, found[1])
    return _plain(text, numeral)


def _plain(text: str, numeral: Numeral) -> QuantitySpan | None:
    begin = numeral.end + text.startswith(" ", numeral.end)
    found = read_unit(text, begin)
    if found is None:
        return _without_unit(text, numeral, begin)
    end, measure = found
    if measure.base == "天" and text.startswith("日", begin):
        return _bare(text, numeral)
    if measure.base == "年" and numeral.value > words.LATEST_SPAN_OF_YEARS:
        return None
    return _span(numeral.start, end, numeral.value, numeral.size + text[begin:end], measure)


def _without_unit(text: str, numeral: Numeral, begin: int) -> QuantitySpan | None:
    scaled = SCALED.match(text, begin)
    if scaled is None:
        return _bare(text, numeral)
    measure = Measure(RATE, scaled[0], WHOLE)
    return _span(numeral.start, scaled.end(), numeral.value, scaled[0], measure)


def _bare(text: str, numeral: Numeral) -> QuantitySpan | None:
    if _is_code(text, numeral):
        return None
    return _span(numeral.start, numeral.end, numeral.value, numeral.size, BARE)


def _is_code(text: str, numeral: Numeral) -> bool:
    """Tell whether a number without a unit is a part of a date, of a version or of a code."""
    if DATED.match(text, numeral.end) or CODE.match(text, numeral.end):
        return True
    return text.startswith(LEADING_CODE, max(numeral.start - 1, 0))


def _span(start: int, end: int, value: Decimal, unit: str, measure: Measure) -> QuantitySpan:
    unit = unit.replace("％", "%")
    amount = amount_of(value, unit, measure.factor)
    return QuantitySpan(start, end, value, unit, amount, measure.base, measure.dimension)


def amount_of(value: Decimal, unit: str, factor: Fraction) -> Decimal:
    """`value` in the base unit; a third has no end as a decimal and stays as near as the context allows."""
    size = SIZES.get("万亿" if unit.startswith("万亿") else unit[:1], ONE)
    if factor is WHOLE or factor == 1:
        return value if size is ONE else value * size
    if factor.denominator == 1:
        return rounded(value * size * factor.numerator)
    whole = exact(Fraction(value) * factor * Fraction(size))
    return whole if whole is not None else value * size * factor.numerator / factor.denominator


def _shared(text: str, spans: list[QuantitySpan]) -> list[QuantitySpan]:
    """Give the numbers of a list the unit that only its last one prints: 10、20家."""
    shared: list[QuantitySpan] = []
    for span in reversed(spans):
        is_listed = shared and span.dimension is NONE and _lists(text, span, shared[-1])
        shared.append(_with_unit_of(shared[-1], span) if is_listed else span)
    return shared[::-1]


def _with_unit_of(after: QuantitySpan, span: QuantitySpan) -> QuantitySpan:
    is_sized = span.unit and after.unit.startswith(("万", "亿"))
    unit = after.unit if is_sized or not span.unit else span.unit + after.unit
    measure = Measure(after.dimension, after.base_unit, Fraction(_unit_amount(after)))
    return replace(_span(span.start, span.end, span.value, "", measure), unit=unit)


def _unit_amount(span: QuantitySpan) -> Decimal:
    return span.amount / span.value if span.value else Decimal(1)


def _lists(text: str, span: QuantitySpan, after: QuantitySpan) -> bool:
    return after.dimension is not NONE and LIST_SIGN.fullmatch(text, span.end, after.start) is not None


def _ranged(text: str, spans: list[QuantitySpan]) -> list[QuantitySpan]:
    """Join two figures to a range: 4.5%—5%, 1—2家; 由5%到6% and 3月到6月 are none."""
    joined: list[QuantitySpan] = []
    for span in spans:
        if joined and joined[-1].high is None and _is_range(text, joined[-1], span):
            joined[-1] = _range(joined[-1], span)
        else:
            joined.append(span)
    return joined


def _range(low: QuantitySpan, high: QuantitySpan) -> QuantitySpan:
    measure = Measure(high.dimension, high.base_unit, Fraction(_unit_amount(high)))
    low = low if low.base_unit else _span(low.start, low.end, low.value, "", measure)
    return replace(low, end=high.end, unit=high.unit, high=high.value, high_amount=high.amount)


def _is_range(text: str, low: QuantitySpan, high: QuantitySpan) -> bool:
    if high.start - low.end > LONGEST_SIGN or not high.unit:
        return False
    if low.unit not in {"", high.unit} or low.value >= high.value:
        return False
    return RANGE_SIGN.fullmatch(text, low.end, high.start) is not None and not text.endswith(("由", "从"), 0, low.start)
