"""What a page carries besides its text: page numbers, and heads and feet that run through the document."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from luoshi.source.layout.lines import line_text
from luoshi.source.layout.shapes import Glyphs, Grid, Line

_EDGE = 0.13
"""Share of the page's height at its head and foot where furniture stands."""

_OUTERMOST = 2  # lines

# — 3 —   -3-   3   第3页 共12页   第 3 页，共 12 页   3/12   Page 3 of 12
_PAGE_NUMBER = re.compile(
    r"[-—–－―·.•\s]{0,6}\d{1,4}[-—–－―·.•\s]{0,6}"
    r"|\d{1,4}\s?[/／]\s?\d{1,4}"
    r"|第\s?\d{1,4}\s?页(?:[\s,，、/／（(]{0,3}共\s?\d{1,4}\s?页[)）]?)?"
    r"|Page\s?\d{1,4}(?:\s?of\s?\d{1,4})?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


class Sheet(NamedTuple):
    """A page with its tables and, outside them, its lines from top to bottom."""

    number: int
    width: float
    height: float
    glyphs: Glyphs
    grids: list[Grid]
    lines: list[Line]
    turn: int = 0


def drop_furniture(sheets: list[Sheet]) -> list[Sheet]:
    """The pages without what is no part of the text."""
    seen: Counter[tuple[str, int]] = Counter()
    for sheet in sheets:
        seen.update({_mark(line) for line in _outer_lines(sheet)})
    fewest = max(2, len(sheets) * 0.4)
    return [_cleared(sheet, lambda line: seen[_mark(line)] >= fewest) for sheet in sheets]


def _mark(line: Line) -> tuple[str, int]:
    """What a running head has in common on all pages: its words without figures, and its height."""
    return _DIGITS.sub("#", line_text(line)), round(line.base / 4)


def _outer_lines(sheet: Sheet) -> Sequence[Line]:
    """The lines that may be furniture: the outermost, near the head or foot of the page."""
    top, bottom = sheet.height * _EDGE, sheet.height * (1 - _EDGE)
    count = min(_OUTERMOST, len(sheet.lines))
    outer = dict.fromkeys([*range(count), *range(len(sheet.lines) - count, len(sheet.lines))])
    lines = (sheet.lines[index] for index in outer)
    return [line for line in lines if line.base < top or line.base - line.em > bottom]


def _cleared(sheet: Sheet, is_running: Callable[[Line], bool]) -> Sheet:
    dropped = {id(line) for line in _outer_lines(sheet) if is_running(line) or _PAGE_NUMBER.fullmatch(line_text(line))}
    return sheet._replace(lines=[line for line in sheet.lines if id(line) not in dropped])
