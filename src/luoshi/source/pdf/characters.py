"""The characters of a PDF page with their places, fetched in bulk."""

import ctypes
import math
import re
import sys
import unicodedata
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Final

from luoshi.errors import TooLarge
from luoshi.source.layout.shapes import Box, Glyphs

PAGE_CHARACTERS: Final = 300_000
"""Characters that one page may hold; a newspaper's has ten thousand."""

# Radicals that a font's table gives in place of the characters they look like: ⼯⻚ for 工页
_RADICAL = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_LOOKS_LIKE: Final = dict(
    zip(
        "⺠⺟⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "民母西见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)

# A hyphen at the end of a line, as PDFium reports it.
_HYPHENS: Final = str.maketrans("\x02\ufffe", "--")

_MOST_ODD: Final = 0.5
"""Share of the glyphs that stand alone on their baselines: beyond it the whole page is set sideways."""

_LARGEST_STEP: Final = 0.15
"""In widths of a glyph: further up or down, and another baseline begins."""

_LEVEL: Final = 0.02
"""Radians within which text lies level."""


def read_glyphs(library: ctypes.CDLL, page: int, frame: Box, turn: int) -> tuple[Glyphs, int]:
    """The glyphs of a page in its frame, turned by quarters clockwise, and by how many more quarters its text was set.

    Raises `TooLarge` for more than `PAGE_CHARACTERS`.
    """
    text_page = library.FPDFText_LoadPage(page)
    if not text_page:
        return Glyphs("", (), (), ()), 0
    try:
        count = max(library.FPDFText_CountChars(text_page), 0)
        if count > PAGE_CHARACTERS:
            raise TooLarge("有一页的文字多得不像正常文档；请拆分后，或重新导出后再试。")
        text = _text(library, text_page, count)
        boxes, origins = _places(library, text_page, count)
        glyphs = _turned(text, boxes, origins, frame, turn)
        odd = _off_level(glyphs)
        angles = {index: library.FPDFText_GetCharAngle(text_page, index) for index in odd}
        more = _quarters(angles.values()) if len(odd) > _MOST_ODD * len(text) else 0
        if more:
            glyphs = _turned(text, boxes, origins, frame, (turn + more) % 4)
        return _without(glyphs, [index for index, angle in angles.items() if _is_slanted(angle)]), more
    finally:
        library.FPDFText_ClosePage(text_page)


def _text(library: ctypes.CDLL, text_page: int, count: int) -> str:
    """One character a glyph: in bulk where PDFium's text and its glyphs correspond, else one by one."""
    buffer = (ctypes.c_uint16 * (count + 1))()
    length = library.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(length - 1, 0)].decode("utf-16-le", "replace")
    if len(text) != count:
        text = "".join(_character(library.FPDFText_GetUnicode(text_page, index)) for index in range(count))
    return _RADICAL.sub(_plain, text.translate(_HYPHENS))


def _character(code: int) -> str:
    is_surrogate = "\ud800" <= chr(min(max(code, 0), sys.maxunicode)) <= "\udfff"
    return chr(code) if 0 < code <= sys.maxunicode and not is_surrogate else " "


def _plain(match: re.Match[str]) -> str:
    plain = _LOOKS_LIKE.get(match.group()) or unicodedata.normalize("NFKC", match.group())
    return plain if len(plain) == 1 else match.group()


def _places(library: ctypes.CDLL, text_page: int, count: int) -> tuple[Sequence[float], Sequence[float]]:
    """Four numbers a glyph (left, top, right, bottom) and two (x, y of its origin), on the page as PDF counts it.

    The loops run in C: the functions are mapped over addresses inside one array.
    """
    boxes, origins = (ctypes.c_float * (4 * count))(), (ctypes.c_double * (2 * count))()
    box, origin = ctypes.addressof(boxes), ctypes.addressof(origins)
    slots = range(box, box + 16 * count, 16)
    deque(map(library.FPDFText_GetLooseCharBox, repeat(text_page), range(count), slots), 0)
    xs, ys = range(origin, origin + 16 * count, 16), range(origin + 8, origin + 8 + 16 * count, 16)
    deque(map(library.FPDFText_GetCharOrigin, repeat(text_page), range(count), xs, ys), 0)
    return boxes[:], origins[:]


def _turned(text: str, boxes: Sequence[float], origins: Sequence[float], frame: Box, turn: int) -> Glyphs:
    """The glyphs as they stand on the page once turned; `frame` is what the page shows, y upwards."""
    lefts, tops, rights, bottoms = (boxes[side::4] for side in range(4))
    xs, ys = origins[0::2], origins[1::2]
    match turn:
        case 0:
            base = _less(frame.top, ys)
            return Glyphs(text, [x - frame.left for x in lefts], [x - frame.left for x in rights], base)
        case 1:
            base = [x - frame.left for x in xs]
            return Glyphs(text, [y - frame.bottom for y in bottoms], [y - frame.bottom for y in tops], base)
        case 2:
            base = [y - frame.bottom for y in ys]
            return Glyphs(text, _less(frame.right, rights), _less(frame.right, lefts), base)
        case _:
            return Glyphs(text, _less(frame.top, tops), _less(frame.top, bottoms), _less(frame.right, xs))


def _less(edge: float, values: Sequence[float]) -> list[float]:
    return [edge - value for value in values]


def _off_level(glyphs: Glyphs) -> list[int]:
    """The glyphs that share their baseline neither with the one before nor with the one after."""
    base = glyphs.base
    widths = (right - left for left, right in zip(glyphs.left, glyphs.right, strict=True))
    blank = [char.isspace() for char in glyphs.text]
    falls = [
        is_blank or will_be or abs(after - before) > _LARGEST_STEP * width
        for is_blank, will_be, before, after, width in zip(blank, blank[1:], base, base[1:], widths, strict=False)
    ]
    sides = zip([True, *falls], [*falls, True], blank, strict=False)
    return [index for index, (before, after, is_blank) in enumerate(sides) if before and after and not is_blank]


def _quarters(angles: Iterable[float]) -> int:
    """How many quarters to turn the page so that most of what lies across it stands upright."""
    turns = Counter(round(angle / (math.pi / 2)) % 4 for angle in angles if not _is_slanted(angle))
    return -turns.most_common(1)[0][0] % 4 if turns else 0


def _is_slanted(angle: float) -> bool:
    """Whether text runs neither along the page nor across it: a watermark."""
    return abs(math.remainder(angle, math.pi / 2)) > _LEVEL


def _without(glyphs: Glyphs, dropped: list[int]) -> Glyphs:
    """The glyphs with some made blank."""
    if not dropped:
        return glyphs
    characters = list(glyphs.text)
    for index in dropped:
        characters[index] = " "
    return glyphs._replace(text="".join(characters))
