"""What stands on a page: glyphs, fragments of lines, rulings, cells."""

from collections.abc import Sequence
from typing import NamedTuple


class Glyphs(NamedTuple):
    """The characters of a page in the order they were drawn, as columns of equal length.

    `base` is the height of the baseline. Position `i` of `text` is the glyph from `left[i]` to `right[i]`.
    """

    text: str
    left: Sequence[float]
    right: Sequence[float]
    base: Sequence[float]


class Fragment(NamedTuple):
    """Glyphs `start…stop` that follow each other on one baseline without a gap; `em` is the size of its type.

    `space` is the width of the space before them: 0 for one that was not drawn but concluded, None where there is none.
    """

    text: str
    left: float
    right: float
    base: float
    em: float
    start: int
    space: float | None

    @property
    def middle(self) -> float:
        """Half the height of a full-width character above its foot."""
        return self.base - 0.38 * self.em


class Line(NamedTuple):
    """A physical line: its fragments from left to right."""

    fragments: tuple[Fragment, ...]
    left: float
    right: float
    base: float
    em: float


class Rule(NamedTuple):
    """A ruling line from `low` to `high`: at height `at` when it lies, so far from the left when it stands."""

    at: float
    low: float
    high: float


class Rules(NamedTuple):
    """The ruling lines of a page."""

    lying: list[Rule]
    standing: list[Rule]


class Box(NamedTuple):
    """A rectangle on the page."""

    left: float
    top: float
    right: float
    bottom: float


class GridCell(NamedTuple):
    """A cell of a table with the lines that stand in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box
    lines: tuple[Line, ...]


class Column(NamedTuple):
    """A stretch of the width of a table that gutters part from the next."""

    left: float
    right: float


class Grid(NamedTuple):
    """A table; one that has no walls may go on in the same columns on the next page."""

    box: Box
    cells: tuple[GridCell, ...]
    columns: tuple[Column, ...] = ()


class Page(NamedTuple):
    """What was drawn on a page; `number` counts from 1."""

    number: int
    width: float
    height: float
    glyphs: Glyphs
    rules: Rules
    turn: int = 0
