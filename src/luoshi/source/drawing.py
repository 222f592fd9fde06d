"""OFD's text and path objects → glyphs and rules in points."""

import math
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from lxml import etree

from luoshi.source.layout.ruling import THICKEST, add_rule
from luoshi.source.layout.shapes import Rules

POINTS: Final = 72 / 25.4
"""Points in a millimetre, OFD's unit."""

_WIDE: Final = "\u2e80"
_LEVEL: Final = 0.02
_LARGEST: Final = 1e6
_MOST_NUMBERS: Final = 100_000

# 12.5   -3   .5
_NUMBER = re.compile(r"[-+]?(?:\d{1,9}\.?\d{0,12}|\.\d{1,12})")

# M 0 0 L 10 0 C
_STEP = re.compile(r"(?P<letter>[A-Za-z])|(?P<number>[-+]?(?:\d{1,9}\.?\d{0,12}|\.\d{1,12}))")

_OPERANDS: Final = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


class Ink(NamedTuple):
    """What a page collects while it is drawn, in points from its top left corner."""

    characters: list[str]
    left: list[float]
    right: list[float]
    base: list[float]
    rules: Rules


class _Frame(NamedTuple):
    """Object space → page: the matrix, then the corner of the boundary."""

    a: float
    b: float
    c: float
    d: float
    x: float
    y: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        return POINTS * (self.a * x + self.c * y + self.x), POINTS * (self.b * x + self.d * y + self.y)


def draw(ink: Ink, item: etree._Element) -> None:
    """Add what a TextObject or PathObject draws."""
    if etree.QName(item).localname == "TextObject":
        _draw_text(ink, item)
    else:
        _draw_path(ink, item)


def parse_numbers(text: str | None) -> list[float]:
    """The numbers in a list such as “0 0 210 297”."""
    return [float(match.group()) for match in islice(_NUMBER.finditer(text or ""), _MOST_NUMBERS)]


def _frame(item: etree._Element) -> _Frame:
    corner = [*parse_numbers(item.get("Boundary")), 0.0, 0.0][:2]
    matrix = parse_numbers(item.get("CTM"))
    a, b, c, d, e, f = matrix if len(matrix) == len(_Frame._fields) else (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return _Frame(a, b, c, d, e + corner[0], f + corner[1])


def _draw_text(ink: Ink, item: etree._Element) -> None:
    """Glyphs of the text codes; slanted text is a watermark or a stamp and is left out."""
    frame = _frame(item)
    if abs(math.atan2(frame.b, frame.a)) > _LEVEL:
        return
    size = (parse_numbers(item.get("Size")) or [0.0])[0]
    scale = (parse_numbers(item.get("HScale")) or [1.0])[0]
    pen = (0.0, 0.0)
    for code in item.iter("{*}TextCode"):
        starts = (parse_numbers(code.get(axis)) for axis in ("X", "Y"))
        pen = (next(starts) or [pen[0]])[0], (next(starts) or [pen[1]])[0]
        _draw_code(ink, code, frame, pen, (size * scale, size))


def _draw_code(
    ink: Ink, code: etree._Element, frame: _Frame, pen: tuple[float, float], size: tuple[float, float]
) -> None:
    """The characters of one code, each moved from the last by the deltas, or by its width where there are none."""
    text = code.text or ""
    across, down = (_deltas(code.get(name), len(text)) for name in ("DeltaX", "DeltaY"))
    x, y = pen
    for index, char in enumerate(text):
        width = size[0] if char >= _WIDE else size[0] / 2
        step = across[index] if index < len(across) else (0.0 if down else width)
        left, base = frame.place(x, y)
        right, _ = frame.place(x + (min(width, step) if step > 0 else width), y)
        if max(abs(left), abs(right), abs(base)) < _LARGEST:
            ink.characters.append(char)
            ink.left.append(left)
            ink.right.append(right)
            ink.base.append(base)
        x += step
        y += down[index] if index < len(down) else 0.0


def _deltas(text: str | None, most: int) -> list[float]:
    """The steps between characters; “g 3 4.2” stands for 4.2 4.2 4.2. No more than there are characters."""
    return list(islice(_spelt_out(iter((text or "").split())), most))


def _spelt_out(words: Iterator[str]) -> Iterator[float]:
    for word in words:
        if word == "g":
            count, value = parse_numbers(next(words, "")), parse_numbers(next(words, ""))
            for _ in range(int(count[0]) if count and value else 0):
                yield value[0]
        else:
            yield from parse_numbers(word)[:1]


def _draw_path(ink: Ink, item: etree._Element) -> None:
    """A thin path is a rule along it; of others the straight parts are, when they are stroked."""
    frame = _frame(item)
    edges = [
        (frame.place(*start), frame.place(*end)) for start, end in _edges(item.findtext("{*}AbbreviatedData") or "")
    ]
    if not edges:
        return
    xs, ys = zip(*(point for edge in edges for point in edge), strict=True)
    if max(map(abs, (*xs, *ys))) >= _LARGEST:
        return
    if max(xs) - min(xs) <= THICKEST or max(ys) - min(ys) <= THICKEST:
        add_rule(ink.rules, (min(xs), min(ys)), (max(xs), max(ys)))
    elif item.get("Stroke", "true") != "false":
        for start, end in edges:
            add_rule(ink.rules, start, end)


def _edges(data: str) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight parts of a path: M x y L x y … C."""
    start = pen = (0.0, 0.0)
    for letter, numbers in _steps(data):
        target = (numbers[-2], numbers[-1]) if numbers else start
        if letter in "LC":
            yield pen, target
        if letter in "MS":
            start = target
        pen = target


def _steps(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each letter of a path with its operands; one that lacks some is left out."""
    letter, numbers = "", list[float]()
    for match in islice(_STEP.finditer(data), _MOST_NUMBERS):
        if match["letter"]:
            letter, numbers = match["letter"].upper(), []
        else:
            numbers.append(float(match["number"]))
        if letter in _OPERANDS and len(numbers) == _OPERANDS[letter]:
            yield letter, numbers
            letter, numbers = "", []
