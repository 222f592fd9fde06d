"""A4 pages as an office prints them: lines wrapped at the margin, ruled tables, page numbers. Formats draw on it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from luoshi.model import Cell, Paragraph, Table
from tests.documents.grids import rows_of_cells, shape

WIDTH: Final = 595.0
HEIGHT: Final = 842.0
MARGIN: Final = 80.0
BODY: Final = 16.0
LEADING: Final = 28.0
SMALL: Final = 9.0
SMALLEST: Final = 4.5
LONGEST: Final = 24.0
PADDING: Final = 2.0
_LEAST_PART: Final = 3 * SMALL
INDENT: Final = 2 * BODY
TOP: Final = HEIGHT - 100
FOOT: Final = 90.0

# A word that is not broken, or one character
_WORD: Final = re.compile(r"[0-9A-Za-z.%+\-]+|.", re.DOTALL)
_CLOSING: Final = "，。；：、！？）〕】》”’%,.;:)"

Measure = Callable[[str, float], float]


@dataclass(frozen=True, slots=True)
class Line:
    """A text of a size that begins at (x, y), points from the lower left corner of the page."""

    x: float
    y: float
    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Box:
    """The borders of a cell."""

    x: float
    y: float
    width: float
    height: float


Page = list[Line | Box]


def lay_out(blocks: Sequence[Paragraph | Table], measure: Measure) -> list[Page]:
    """The blocks on as many pages as they take; `measure` gives the width of a text at a size."""
    pages: list[Page] = [[]]
    y = TOP
    for block in blocks:
        for strip in _strips(block, measure):
            parts = _parts(strip, y - FOOT)
            for order, (height, marks) in enumerate(parts):
                if order or y - height < FOOT:
                    pages.append([])
                    y = TOP
                y -= height
                pages[-1].extend(_lowered(mark, y) for mark in marks)
    for number, page in enumerate(pages, 1):
        page.append(Line(WIDTH / 2 - 14, 50, f"— {number} —", 14))
    return pages


def _parts(strip: tuple[float, Page], room: float) -> Iterator[tuple[float, Page]]:
    """A strip, in several parts where it is a table's and more than a few lines of it fit on the page."""
    height, marks = strip
    while height > room and any(isinstance(mark, Box) for mark in marks):
        cut = _cut(marks, height - room)
        if height - cut > _LEAST_PART:
            yield height - cut, [part for mark in marks for part in _above(mark, cut)]
            height, marks = cut, [part for mark in marks for part in _below(mark, cut)]
        room = TOP - FOOT
    yield height, marks


def _cut(marks: Page, least: float) -> float:
    """How high above its foot a strip is cut, `least` or more, so that no line of it is hurt."""
    cut = least
    for mark in sorted((mark for mark in marks if isinstance(mark, Line)), key=lambda mark: mark.y):
        if mark.y - 0.3 * mark.size < cut < mark.y + mark.size:
            cut = mark.y + mark.size
    return cut


def _above(mark: Line | Box, cut: float) -> Iterator[Line | Box]:
    if isinstance(mark, Line):
        if mark.y >= cut:
            yield Line(mark.x, mark.y - cut, mark.text, mark.size)
    elif mark.y + mark.height > cut + 1:
        low = max(mark.y, cut)
        yield Box(mark.x, low - cut, mark.width, mark.y + mark.height - low)


def _below(mark: Line | Box, cut: float) -> Iterator[Line | Box]:
    if isinstance(mark, Line):
        if mark.y < cut:
            yield mark
    elif mark.y < cut - 1:
        yield Box(mark.x, mark.y, mark.width, min(mark.y + mark.height, cut) - mark.y)


def _lowered(mark: Line | Box, y: float) -> Line | Box:
    if isinstance(mark, Line):
        return Line(mark.x, mark.y + y, mark.text, mark.size)
    return Box(mark.x, mark.y + y, mark.width, mark.height)


def _strips(block: Paragraph | Table, measure: Measure) -> Iterator[tuple[float, Page]]:
    """What no page's end may part: the lines of a paragraph, the rows of a table, each with its height."""
    if isinstance(block, Table):
        yield from _bands(block, measure)
        return
    for order, text in enumerate(wrap(block.text, BODY, WIDTH - 2 * MARGIN, measure, indent=INDENT)):
        yield LEADING, [Line(MARGIN + (0 if order else INDENT), 8, text, BODY)]


def wrap(text: str, size: float, width: float, measure: Measure, *, indent: float = 0.0) -> Iterator[str]:
    """Lines no wider than `width`; words and figures stay whole, and no line begins with a closing mark."""
    line: list[str] = []
    used = indent
    for word in _WORD.findall(text):
        wide = measure(word, size)
        if line and used + wide > width:
            carried = [line.pop()] if word[0] in _CLOSING and len(line) > 1 else []
            yield "".join(line)
            line = carried
            used = sum(measure(each, size) for each in carried)
        line.append(word)
        used += wide
    yield "".join(line)


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns of a table begin and the last ends, the size of its type, and how to measure it."""

    edges: Sequence[float]
    size: float
    measure: Measure

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return 1.4 * self.size

    def lines(self, cell: Cell) -> list[str]:
        """The lines of a cell, wrapped at its borders."""
        width = self.edges[cell.column + cell.column_span] - self.edges[cell.column] - 2 * PADDING
        return [line for text in cell.text.split("\n") for line in wrap(text, self.size, width, self.measure)]


def _grid(table: Table, measure: Measure) -> Grid:
    """The longer a column's texts the wider it is; the more there are of columns the smaller is the type."""
    width = shape(table)[1]
    longest = [3.0] * width
    for cell in table.cells:
        if cell.column_span == 1:
            longest[cell.column] = max(longest[cell.column], min(len(cell.text), LONGEST))
    room = WIDTH - MARGIN - 2 * PADDING * width
    scale = room / sum(longest)
    edges = [MARGIN / 2 + scale * sum(longest[:column]) + 2 * PADDING * column for column in range(width + 1)]
    return Grid(edges, max(SMALLEST, min(SMALL, scale)), measure)


def _bands(table: Table, measure: Measure) -> Iterator[tuple[float, Page]]:
    """Rows of a table; those that a merged cell holds together are one band."""
    grid = _grid(table, measure)
    rows = rows_of_cells(table)
    start = 0
    while start < len(rows):
        end = _band_end(rows, start)
        yield _band([cell for row in rows[start:end] for cell in row], start, end, grid)
        start = end
    yield LEADING, []


def _band_end(rows: Sequence[Sequence[Cell]], start: int) -> int:
    end = start + 1
    row = start
    while row < end:
        end = max([end, *(cell.row + cell.row_span for cell in rows[row])])
        row += 1
    return end


def _band(cells: Sequence[Cell], start: int, end: int, grid: Grid) -> tuple[float, Page]:
    texts = {cell: grid.lines(cell) for cell in cells}
    heights = [
        max((len(texts[cell]) for cell in cells if cell.row == row and cell.row_span == 1), default=1)
        for row in range(start, end)
    ]
    for cell in cells:
        lacking = len(texts[cell]) - sum(heights[cell.row - start : cell.row - start + cell.row_span])
        heights[cell.row - start + cell.row_span - 1] += max(lacking, 0)
    tops = [grid.leading * sum(heights[row:]) + 2 * PADDING * (end - start - row) for row in range(end - start + 1)]
    return tops[0], [mark for cell in cells for mark in _marks(cell, texts[cell], tops[cell.row - start :], grid)]


def _marks(cell: Cell, lines: Sequence[str], tops: Sequence[float], grid: Grid) -> Iterator[Line | Box]:
    """The box of a cell and the lines in it; `tops` are those of its rows and of the row below."""
    x, top, bottom = grid.edges[cell.column], tops[0], tops[cell.row_span]
    yield Box(x, bottom, grid.edges[cell.column + cell.column_span] - x, top - bottom)
    for order, line in enumerate(lines):
        if line:
            yield Line(x + PADDING, top - PADDING - grid.leading * (order + 1) + grid.size / 3, line, grid.size)
