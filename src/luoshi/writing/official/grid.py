"""A printed table as rows of boxes, and how wide its columns are to be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil
from typing import Final, NamedTuple


class Look(StrEnum):
    """How a box is set."""

    HEAD = "head"
    TEXT = "text"
    CENTRED = "centred"


class Box(NamedTuple):
    """A cell over `rows` and `columns`; newlines part the lines of its text. A tuple, as there are thousands."""

    text: str
    look: Look = Look.CENTRED
    rows: int = 1
    columns: int = 1


Row = tuple[Box | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of boxes, `None` where a box reaches in from above or from the left; the first `head` rows are the head.

    Rows whose numbers are `joined` belong on one page with the next, the last one with what stands below the table.
    """

    rows: tuple[Row, ...]
    head: int
    joined: frozenset[int] = frozenset()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0])


class _Need(NamedTuple):
    """Characters of the longest heading, of the names, and of the longest running text and figure of a column."""

    heading: float
    names: frozenset[float]
    text: float
    figure: float


class _Measure(NamedTuple):
    """Characters of headings, names and texts that are not cut, and how much wider than in Times figures may be."""

    heading: float
    name: float
    text: float
    figure: float


_UNCUT: Final = ((3.0, 5.0, 9.0), (3.0, 4.0, 8.0), (2.0, 5.0, 8.0), (2.0, 4.0, 8.0), (2.0, 4.0, 6.0), (2.0, 3.0, 6.0))
"""Characters of headings, names and texts that are not cut, from comfort to need."""
_MEASURES: Final = (
    tuple(_Measure(*each, 1.3) for each in _UNCUT),
    tuple(_Measure(*each, 1.15) for each in (*_UNCUT, (2.0, 2.0, 3.0))),
)
"""What is not cut: first with room for figures in typefaces that are wider than Times, where it is missing."""
_ROOMY: Final = _Measure(2.0, 4.0, 8.0, 1.15)
"""What a table needs to be read with ease."""
# LibreOffice ends no line between a figure and a bracket
_FIGURE: Final = re.compile(r"[0-9.,]+[%％万亿（]?")
# What headings end in that is read as one: 经济 | 开发区
_ENDINGS: Final = ("管委会", "开发区", "管理区", "街道", "园区", "新区", "林场", "农场")
_NAMES: Final = re.compile(r"[、\n]")
_PADDING: Final = 0.8125
"""Characters that the margins of a cell take."""
_SAMPLE: Final = 100
"""Rows by which the columns of a long table are measured."""


def length(text: str) -> float:
    """The width of a text in characters, near enough and quickly: three bytes are a Chinese character, one is half."""
    return (len(text.encode(errors="replace")) + len(text)) / 4


def has_room(grid: Grid, width: float) -> bool:
    """Whether a table so many characters wide is read with ease: headings of two lines, names whole or halved."""
    return sum(_least(_needs(grid, column), _ROOMY) + _PADDING for column in range(grid.width)) < width


def share_widths(grid: Grid, width: float) -> list[float]:
    """How many of the `width` characters of a table each of its columns gets, so that its rows are low.

    No figure and no short name is cut, no column of running text is too narrow to be read; where a table is crowded, of
    several ways the one that makes it lowest. The rest is shared so that the cubes of the cells' numbers of lines have
    the least sum, which makes high cells rare: to each by the fourth root of the sum of its lengths' cubes.
    """
    columns = range(grid.width)
    needs = [_needs(grid, column) for column in columns]
    weights = [sum(length(box.text) ** 3 for box in _boxes(grid, column, 0)) ** 0.25 for column in columns]
    least: list[float] = []
    for measures in _MEASURES:
        choices = [least := [_least(each, measure) + _PADDING for each in needs] for measure in measures]
        if sum(choices[0]) < width:
            return _share(choices[0], weights, width)
        shared = [_share(each, weights, width) for each in choices if sum(each) < width]
        if shared:
            return min(shared, key=lambda widths: _cost(grid, widths))
    return _share(least, weights, width)


def _share(least: Sequence[float], weights: Sequence[float], width: float) -> list[float]:
    """To each column the least that it needs, or its share of the rest."""
    columns = range(len(least))
    widths = [each * width / sum(least) for each in least]
    free = set(columns) if sum(least) < width else set[int]()
    while free:
        left = width - sum(least[column] for column in columns if column not in free) - _PADDING * len(free)
        share = left / (sum(weights[column] for column in free) or 1.0)
        tight = {column for column in free if weights[column] * share + _PADDING < least[column]}
        widths = [weights[column] * share + _PADDING if column in free else least[column] for column in columns]
        free = free - tight if tight else set()
    return widths


def _cost(grid: Grid, widths: Sequence[float]) -> int:
    """Lines of all rows, one more for each name whose last character stands alone; of a long table those of some."""
    rows = grid.rows[:: max(1, len(grid.rows) // _SAMPLE)]
    return sum(row_lines(row, widths) + sum(map(_is_torn, row, widths)) for row in rows)


def _is_torn(box: Box | None, width: float) -> bool:
    """老有所 | 养"""
    if box is None or box.look is not Look.CENTRED or box.columns > 1:
        return False
    size, room = len(box.text), int(width - _PADDING)
    return size > room > 1 and size % room == 1


def balance_heads(grid: Grid, room: Sequence[float]) -> Grid:
    """The grid with headings that are too long for their columns in lines of like length."""
    head = tuple(tuple(map(_balanced, row, room)) for row in grid.rows[: grid.head])
    return replace(grid, rows=(*head, *grid.rows[grid.head :]))


def _balanced(box: Box | None, room: float) -> Box | None:
    return box._replace(text=_balance(box.text, room - _PADDING)) if box and box.columns == 1 else box


def _balance(heading: str, room: float) -> str:
    """The heading in lines of like length; in two where its ending is a word of its own: 经济 | 开发区."""
    lines = ceil(len(heading) / max(1.0, room))
    step = ceil(len(heading) / lines)
    ending = next((word for word in _ENDINGS if heading.endswith(word)), "")
    if lines > 1 and ending and len(ending) <= room and 0 < len(heading) - len(ending) <= room:
        return f"{heading.removesuffix(ending)}\n{ending}"
    return "\n".join(heading[start : start + step] for start in range(0, len(heading), step))


def _least(need: _Need, measure: _Measure) -> float:
    """The characters that a column needs for what is not cut; a heading that is too long stands on two lines."""
    heading = need.heading if need.heading <= measure.heading else min(max(ceil(need.heading / 2), 2.0), 3.0)
    name = max((_folded(each, measure.name) for each in need.names), default=0.0)
    return max(1.0, heading, name, min(need.text, measure.text), need.figure * measure.figure)


def _folded(size: float, most: float) -> float:
    """The width of a name in as few lines of like length as hold it."""
    return size if size <= most else ceil(size / ceil(size / most))


def _needs(grid: Grid, column: int) -> _Need:
    bodies = list(_boxes(grid, column, grid.head))
    figures = [length(found) for box in bodies for found in _FIGURE.findall(box.text)]
    split = (_NAMES.split(box.text.replace("%", "％")) for box in bodies if box.look is not Look.TEXT)
    names = frozenset(length(name) for each in split for name in each)
    texts = [length(box.text) for box in bodies if box.look is Look.TEXT]
    heads = [length(box.text) for box in _boxes(grid, column, 0, grid.head)]
    heading, text, figure = (max(lengths, default=0.0) for lengths in (heads, texts, figures))
    return _Need(heading, names, text, figure)


def count_lines(box: Box, room: float) -> int:
    """Lines that a box fills of each of its rows, where a line has room for so many characters."""
    lines = sum([1 if len(line) <= room else ceil(length(line) / room) for line in box.text.split("\n")])
    return lines if box.rows == 1 else ceil(lines / box.rows)


def row_lines(row: Row, widths: Sequence[float]) -> int:
    """Lines that the highest box of a row fills; no character is wider than one."""
    lines = 1
    for column, box in enumerate(row):
        if box is not None:
            room = widths[column] if box.columns == 1 else sum(widths[column : column + box.columns])
            if len(box.text) >= room or "\n" in box.text:
                lines = max(lines, count_lines(box, room - _PADDING))
    return lines


def _boxes(grid: Grid, column: int, start: int, end: int | None = None) -> Iterator[Box]:
    """The boxes with a text that stand in one column alone; of a long table those of some rows."""
    step = max(1, len(grid.rows) // _SAMPLE) if end is None else 1
    boxes = (row[column] for row in grid.rows[start:end:step])
    return (box for box in boxes if box is not None and box.columns == 1 and box.text)
