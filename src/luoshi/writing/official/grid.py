"""A printed table as rows of boxes, and how wide its columns are to be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, sqrt
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


_FIGURE: Final = re.compile(r"[0-9.,%％]+")
_PADDING: Final = 1.0
"""Characters that the margins of a cell take."""
_SHORT: Final = 5.0
"""Characters of a text that a column holds on one line."""
_SAMPLE: Final = 100
"""Rows by which the columns of a long table are measured."""


def length(text: str) -> float:
    """The width of a text in characters, near enough and quickly: three bytes are a Chinese character, one is half."""
    return (len(text.encode(errors="replace")) + len(text)) / 4


def share_widths(grid: Grid, width: float) -> list[float]:
    """How many of the `width` characters of a table each of its columns gets, so that its rows are low.

    What is short stays on one line; long texts share what is left, each by the root of its length: four times the text
    gets twice the room.
    """
    least = [_least(grid, column) + _PADDING for column in range(grid.width)]
    wanted = [_wanted(grid, column) for column in range(grid.width)]
    missing = [max(0.0, more - enough) for more, enough in zip(wanted, least, strict=True)]
    left = width - sum(least)
    if left <= 0 or not any(missing):
        return [each * width / sum(least) for each in least]
    return [enough + left * more / sum(missing) for enough, more in zip(least, missing, strict=True)]


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


def _wanted(grid: Grid, column: int) -> float:
    """The room that the longest text of a column would like to have."""
    longest = max((length(box.text) for box in _boxes(grid, column, grid.head)), default=0.0)
    return longest if longest <= 2 * _SHORT else 2 * _SHORT * sqrt(longest / (2 * _SHORT))


def _least(grid: Grid, column: int) -> float:
    """What must not be cut: a short text, a figure, half of a heading."""
    heads = (min(length(box.text) / 2, _SHORT) for box in _boxes(grid, column, 0, grid.head))
    bodies = (_unbroken(box) for box in _boxes(grid, column, grid.head))
    return max((1.0, *heads, *bodies))


def _unbroken(box: Box) -> float:
    figures = (length(found.group()) for found in _FIGURE.finditer(box.text))
    whole = length(box.text)
    return max((whole if whole <= _SHORT else 2.0, *figures))


def _boxes(grid: Grid, column: int, start: int, end: int | None = None) -> Iterator[Box]:
    """The boxes with a text that stand in one column alone; of a long table those of some rows."""
    step = max(1, len(grid.rows) // _SAMPLE) if end is None else 1
    boxes = (row[column] for row in grid.rows[start:end:step])
    return (box for box in boxes if box is not None and box.columns == 1 and box.text)
