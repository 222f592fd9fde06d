"""Units of measure: which one stands at a place of a text, and what it is worth in its base unit."""

import re
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from luoshi.language.lexicon import measures as words
from luoshi.language.lexicon.measures import COUNT, RATE, Dimension
from luoshi.language.lexicon.words import any_of

SCALE = re.compile("(?:10|十|百|千)?(?:万亿|万|亿)|[百千]")
PER = frozenset("/／每")
# An amount with more digits than this was never printed.
PRECISION = 60
# Most units are their own base, 亩 (666.66… 平方米) too: 1.5万亩 is 15000 亩.
WHOLE = Fraction(1)


class Measure(NamedTuple):
    """A unit: what it measures, its base unit, and how many of these it is worth."""

    dimension: Dimension
    base: str
    factor: Fraction


UNITS = {
    **{word: Measure(COUNT, word, WHOLE) for word in words.COUNTS},
    **{
        word: Measure(dimension, base, WHOLE if factor == "1" else Fraction(factor))
        for dimension, base, factor, line in words.FAMILIES
        for word in line.split()
    },
}

# How long the units are that begin with a character, the longest first: 4 (个百分点), 3, 2 and 1 (个).
LENGTHS = {
    initial: tuple(sorted({len(word) for word in UNITS if word[0] == initial}, reverse=True))
    for initial in {word[0] for word in UNITS}
}

# For each unit the words that begin like it: 人 → 人才, 人民, …
OTHERS: dict[str, tuple[str, ...]] = {}
for other in words.OTHER_WORDS:
    for unit in (other[:length] for length in range(1, len(other))):
        if unit in UNITS:
            OTHERS[unit] = (*OTHERS.get(unit, ()), other)


def unit_pattern() -> str:
    """An expression for the longest unit that begins where it is matched, as `read_unit` reads it before / or 每."""
    sizes = dict.fromkeys(word[0] for _, _, _, line in words.FAMILIES for word in line.split())
    return "|".join(_beginning(first) for first in dict.fromkeys((*sizes, *LENGTHS)))


def _beginning(first: str) -> str:
    """Units with one first character, the longest first, each unless another word goes on from it: 人(?!才|民|…)."""
    units = sorted((unit for unit in UNITS if unit[0] == first), key=len, reverse=True)
    tails = [re.escape(unit[1:]) + _unless(unit) for unit in units]
    return re.escape(first) + (f"(?:{'|'.join(tails)})" if len(tails) > 1 else tails[0])


def _unless(unit: str) -> str:
    others = OTHERS.get(unit, ())
    return f"(?!{any_of(other[len(unit) :] for other in others)})" if others else ""


def read_unit(text: str, start: int) -> tuple[int, Measure] | None:
    """Return the end and the measure of the unit that begins at `start`: 亩, 万元/亩 without its 万, 套（间）."""
    word = _word_at(text, start)
    if not word:
        return None
    end, measure = start + len(word), UNITS[word]
    return _divided(text, end, measure) if text[end : end + 1] in PER else (end, measure)


def _divided(text: str, end: int, measure: Measure) -> tuple[int, Measure]:
    """元/千瓦时, but 辆/千人 too; the unit alone where / or 每 is followed by none."""
    below = end + 1 if _word_at(text, end + 1) else _after_size(text, end + 1)
    closing = below + len(_word_at(text, below) or _period_at(text, below))
    if closing == below:
        return end, measure
    return closing, Measure(RATE, f"{measure.base}/{text[end + 1 : closing]}", measure.factor)


def _period_at(text: str, start: int) -> str:
    """月 of 元/月, which counts no months by itself."""
    return next((period for period in words.PERIODS if text.startswith(period, start)), "")


def exact(number: Fraction) -> Decimal | None:
    """Return a fraction as a decimal, None if it has no end."""
    with localcontext(prec=PRECISION):
        quotient = Decimal(number.numerator) / Decimal(number.denominator)
    if Fraction(quotient) != number:
        return None
    return rounded(quotient)


def rounded(number: Decimal) -> Decimal:
    """The same number without zeros behind its point."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _word_at(text: str, start: int) -> str:
    """The longest unit that begins at `start` and is not the beginning of another word (人 of 人才)."""
    for length in LENGTHS.get(text[start : start + 1], ()):
        word = text[start : start + length]
        if word in UNITS and not (word in OTHERS and text.startswith(OTHERS[word], start)):
            return word
    return ""


def _after_size(text: str, start: int) -> int:
    """Behind 千 of 辆/千人, 10万 of 例/10万人, 百亿 of 人/百亿元."""
    found = SCALE.match(text, start)
    return found.end() if found else start
