"""What a page carries besides its text: page numbers, and heads and feet that run through the document."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from luoshi.patterns import lazily
from luoshi.source.layout.lines import line_text
from luoshi.source.layout.shapes import Glyphs, Grid, Line

_EDGE = 0.13
"""Share of the page's height at its head and foot where furniture stands."""

_OUTERMOST = 2  # lines
_FEWEST_PAGES = 0.4
"""Share of the pages that a running head stands on: those of the left or of the right hand at least."""

_LARGER = 1.15

# — 3 —   -3-   3   第3页 共12页   第 3 页，共 12 页   3/12   Page 3 of 12
_PAGE_NUMBER = re.compile(
    r"[-—–－―·.•\s]{0,6}\d{1,4}[-—–－―·.•\s]{0,6}"
    r"|\d{1,4}\s?[/／]\s?\d{1,4}"
    r"|第\s?\d{1,4}\s?页(?:[\s,，、/／（(]{0,3}共\s?\d{1,4}\s?页[)）]?)?"
    r"|Page\s?\d{1,4}(?:\s?of\s?\d{1,4})?",
    re.IGNORECASE,
)
# 2026/3/1 10:04 云泽市人民政府 | https://….html 1/3 — what a browser prints around a page
_BROWSER = lazily(
    r"\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[,，]?\s*(?:[上下]午)?\s*\d{1,2}:\d{2}(?:\s*[AP]M)?(?:\s.*|[\u3000\u4e00-\u9fff].*)?"
    r"|(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?",
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
    first: dict[tuple[str, int], int] = {}
    for sheet in sheets:
        marks = {_mark(line) for line in _outer_lines(sheet)}
        seen.update(marks)
        for mark in marks:
            first.setdefault(mark, sheet.number)
    running = {mark for mark, count in seen.items() if count >= max(2, _FEWEST_PAGES * len(sheets))}
    return [_cleared(sheet, running, first) for sheet in sheets]


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


def _cleared(sheet: Sheet, running: set[tuple[str, int]], first: dict[tuple[str, int], int]) -> Sheet:
    """A page without its furniture; a title that a table repeats on every page stays where it first stands."""
    usual = _usual_em(sheet)
    dropped = set()
    for line in _outer_lines(sheet):
        is_first_title = line.em > _LARGER * usual and first[_mark(line)] == sheet.number
        is_running = _mark(line) in running and not is_first_title
        text = line_text(line)
        if is_running or _PAGE_NUMBER.fullmatch(text) or (":" in text and _BROWSER.fullmatch(text)):
            dropped.add(id(line))
    return sheet._replace(lines=[line for line in sheet.lines if id(line) not in dropped])


def _usual_em(sheet: Sheet) -> float:
    """The size of type that half the lines of a page, in its tables or outside, do not pass."""
    cells = (line for grid in sheet.grids for cell in grid.cells for line in cell.lines)
    sizes = sorted(line.em for line in chain(sheet.lines, cells))
    return sizes[len(sizes) // 2] if sizes else 0.0
