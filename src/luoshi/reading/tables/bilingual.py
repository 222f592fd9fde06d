"""A table in Chinese and another language → its Chinese: 序号⏎No. | 重点任务⏎Task."""

import re
from dataclasses import replace

from luoshi.reading.passage import clip
from luoshi.reading.tables.grid import Grid, Slot

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_FOREIGN = re.compile(r"(?=[^\u4e00-\u9fff]*[A-Za-zА-Яа-я]{2})[^\u4e00-\u9fff]+")
_FEWEST_HEADINGS = 2


def in_chinese(grid: Grid) -> Grid:
    """The grid with the Chinese lines of its cells alone, if each of its headings is told in two languages."""
    headings = [slot.text for slot in grid.rows[0] if slot.text] if grid.rows else []
    if len(headings) < _FEWEST_HEADINGS or not all(map(_is_told_twice, headings)):
        return grid
    return replace(grid, rows=tuple(tuple(map(_chinese, row)) for row in grid.rows))


def _is_told_twice(text: str) -> bool:
    lines = text.split("\n")
    kinds = [bool(_CHINESE.search(line)) for line in lines]
    return len(set(kinds)) > 1 and all(_FOREIGN.fullmatch(line) for line in lines if not _CHINESE.search(line))


def _chinese(slot: Slot) -> Slot:
    """A cell from its first line in Chinese to its last, unless all of its lines are of one kind."""
    quote = slot.quote
    if quote is None or not _is_told_twice(slot.text):
        return slot
    spans = [found.span() for found in re.finditer(r"[^\n]+", quote.text) if _CHINESE.search(found.group())]
    return slot._replace(quote=clip(quote, spans[0][0], spans[-1][1]))
