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
    """Rows of boxes, `None` where a box reaches in from above or from the left; the first `head` rows are the head."""

    rows: tuple[Row, ...]
    head: int

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0])


_FIGURE: Final = re.compile(r"[0-9.,]+[%％万亿]?")
_PADDING: Final = 1.0
"""Characters that the margins of a cell take."""
_SHORT: Final = 3.0
"""Characters of a text that is not cut at all."""
_PIECE: Final = 2.0
"""Characters of the shortest pieces that others are cut into."""
_WIDE_FIGURES: Final = 1.3
"""How much wider figures are than half a character in typefaces that stand in where Times is missing."""
_SAMPLE: Final = 100
"""Rows by which the columns of a long table are measured."""


def length(text: str) -> float:
    """The width of a text in characters, near enough and quickly: three bytes are a Chinese character, one is half."""
    return (len(text.encode(errors="replace")) + len(text)) / 4


def share_widths(grid: Grid, width: float) -> list[float]:
    """How many of the `width` characters of a table each of its columns gets, so that its rows are low.

    No figure and no very short text is cut. The rest is shared so that the cubes of the cells' numbers of lines have
    the least sum, which makes high cells rare: to each by the fourth root of the sum of its lengths' cubes.
    """
    columns = range(grid.width)
    least = [_least(grid, column) + _PADDING for column in columns]
    weights = [sum(length(box.text) ** 3 for box in _boxes(grid, column, 0)) ** 0.25 for column in columns]
    widths = [each * width / sum(least) for each in least]
    free = set(columns) if sum(least) < width else set[int]()
    while free:
        left = width - sum(least[column] for column in columns if column not in free) - _PADDING * len(free)
        share = left / (sum(weights[column] for column in free) or 1.0)
        tight = {column for column in free if weights[column] * share + _PADDING < least[column]}
        widths = [weights[column] * share + _PADDING if column in free else least[column] for column in columns]
        free = free - tight if tight else set()
    return widths


def balance_heads(grid: Grid, room: Sequence[float]) -> Grid:
    """The grid with headings that are too long for their columns in lines of like length."""
    head = tuple(tuple(map(_balanced, row, room)) for row in grid.rows[: grid.head])
    return replace(grid, rows=(*head, *grid.rows[grid.head :]))


def _balanced(box: Box | None, room: float) -> Box | None:
    return box._replace(text=_balance(box.text, room - _PADDING)) if box and box.columns == 1 else box


def _balance(heading: str, room: float) -> str:
    lines = ceil(len(heading) / max(1.0, room))
    step = ceil(len(heading) / lines)
    return "\n".join(heading[start : start + step] for start in range(0, len(heading), step))


def _least(grid: Grid, column: int) -> float:
    """What must not be cut: figures, and texts and halves of headings of a few characters."""
    heads = (min(length(box.text) / 2, _SHORT) for box in _boxes(grid, column, 0, grid.head))
    bodies = (_unbroken(box.text) for box in _boxes(grid, column, grid.head))
    return max((1.0, *heads, *bodies))


def _unbroken(text: str) -> float:
    whole = length(text)
    return max(
        (whole if whole <= _SHORT else _PIECE, *(_WIDE_FIGURES * length(found) for found in _FIGURE.findall(text)))
    )


def _boxes(grid: Grid, column: int, start: int, end: int | None = None) -> Iterator[Box]:
    """The boxes with a text that stand in one column alone; of a long table those of some rows."""
    step = max(1, len(grid.rows) // _SAMPLE) if end is None else 1
    boxes = (row[column] for row in grid.rows[start:end:step])
    return (box for box in boxes if box is not None and box.columns == 1 and box.text)
