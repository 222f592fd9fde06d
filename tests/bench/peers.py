"""What finds amounts in a sentence, luoshi and others: each a function from a text to numbers with their units.

The others come from the dependency group `bench`. One that is not installed, or does not start, is left out with a
word about why.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib import import_module
from typing import Any, Final

from luoshi.language.quantities import find_quantities
from luoshi.language.targets import find_targets

Amount = tuple[Decimal | None, str]
"""A number with its 万 or 亿 multiplied out, and the unit without it; None where a peer gives a unit alone."""

Finder = Callable[[str], list[Amount]]

SIZES: Final = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "": 1}
SIZED: Final = re.compile("(?P<size>万亿|亿|万|)(?P<unit>.*)", re.DOTALL)

# What a programmer would write at first: digits, 万 or 亿, a measure word of the usual ones, a comparator.
UNITS: Final = (
    "个百分点|百分点|平方公里|平方米|立方米|标准箱|千瓦时|标箱|公里|公顷|千瓦|兆瓦|人次|场次|学位|床位|车位|小时|分钟|"
    "元|美元|米|吨|人|名|户|家|个|项|所|座|处|场|次|件|台|套|辆|条|张|份|部|支|株|片|批|间|层|村|镇|亩|倍|岁|位|天|年|%|％"
)
EXPRESSION: Final = re.compile(
    rf"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<size>万亿|亿|万|)(?P<unit>{UNITS})(?P<mark>以上|以内|以下|左右)?"
)
# 公里 of “3.2公里”
PRINTED_UNIT: Final = re.compile(r"[0-9０-９.．,，〇零一二两三四五六七八九十百千万亿点 ]*(?P<unit>.*)", re.DOTALL)


def amount(number: Decimal, unit: str) -> Amount:
    """1.5 and 亿元 → 150000000 and 元."""
    found = SIZED.fullmatch(unit.replace("％", "%"))
    return (number * SIZES[found["size"]], found["unit"]) if found else (number, unit)


def targets(text: str) -> list[Amount]:
    """What luoshi takes for a target."""
    return [amount(each.value, each.unit) for each in find_targets(text)]


def quantities(text: str) -> list[Amount]:
    """Every quantity that luoshi finds, promised or not."""
    return [amount(each.value, each.unit) for each in find_quantities(text)]


def expression(text: str) -> list[Amount]:
    """What one plain regular expression finds."""
    return [
        (Decimal(each["number"]) * SIZES[each["size"]], each["unit"].replace("％", "%"))
        for each in EXPRESSION.finditer(text)
    ]


def _recognizers() -> Finder:
    """Microsoft's recognizers-text: currency, dimension and percentage, in Chinese."""
    units, numbers = import_module("recognizers_number_with_unit"), import_module("recognizers_number")
    culture = import_module("recognizers_text").Culture.Chinese
    found = (units.recognize_currency, units.recognize_dimension, numbers.recognize_percentage)
    return lambda text: [_recognized(each) for recognize in found for each in recognize(text, culture)]


def _recognized(found: Any) -> Amount:
    value, unit = found.resolution["value"], PRINTED_UNIT.fullmatch(found.text)
    if value is None:
        return None, found.text
    return Decimal(value.rstrip("%")), "%" if value.endswith("%") else unit["unit"] if unit else ""


def _jionlp() -> Finder:
    """jionlp's amounts of money."""
    extract = import_module("jionlp").ner.extract_money
    return lambda text: [_money(each["detail"]) for each in extract(text)]


def _money(detail: dict[str, Any]) -> Amount:
    number = detail["num"]
    return Decimal(number if isinstance(number, str) else number[0]), detail["case"]


def _cn2an() -> Finder:
    """cn2an turns Chinese numerals into digits, and the plain expression reads these."""
    transform = import_module("cn2an").transform
    return lambda text: expression(transform(text, "cn2an"))


def _quantulum() -> Finder:
    """quantulum3, made for English: it sees units in Latin letters."""
    parse = import_module("quantulum3.parser").parse
    return lambda text: [(Decimal(str(each.value)), each.unit.name) for each in parse(text)]


OTHERS: Final[dict[str, Callable[[], Finder]]] = {
    "recognizers-text": _recognizers,
    "jionlp extract_money": _jionlp,
    "cn2an + expression": _cn2an,
    "quantulum3": _quantulum,
}


def others() -> Iterator[tuple[str, Finder | str]]:
    """The peers by name; for one that cannot be had, why."""
    for name, load in OTHERS.items():
        try:
            finder = load()
            finder("投资1.5亿元")
        except Exception as error:  # whatever one raises, the others are measured
            yield name, f"{type(error).__name__}: {error}"
        else:
            yield name, finder
