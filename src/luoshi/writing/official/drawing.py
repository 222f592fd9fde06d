"""A grid → a table of WordprocessingML, in the styles of the template that it stands in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Final

from luoshi.writing.official.grid import Box, Grid, Look, balance_heads, has_room, row_lines, share_widths

STYLES: Final = {Look.HEAD: "表头", Look.TEXT: "表格正文", Look.CENTRED: "表格居中"}
# The size of type, in twentieths of a point, by the number of columns up to which it is taken, and how its styles end
SIZES: Final = ((8, 240, ""), (14, 210, "（小）"), (1000, 180, "（特小）"))
TABLE: Final = "公文表格"
_TOGETHER: Final = 20
"""Lines of type that stand on one page where they belong together: what a wide page holds below a head."""

_ILLEGAL: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """A text without the characters that XML does not know; what is all printable, as nearly every text, has none."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def draw(grid: Grid, widths: tuple[int, int], styles: Mapping[str, str]) -> str:
    """The element `w:tbl`; `widths` are what a sheet and the next larger one hold, in twentieths of a point.

    `styles` gives the key of each style by its name.
    """
    width, size, end = _choose_size(grid, *widths)
    keys = {look: styles[name + end] for look, name in STYLES.items()}
    room = share_widths(grid, width / size)
    columns = [int(share * size) for share in room]
    properties = (
        f'<w:tblStyle w:val="{styles[TABLE]}"/><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
    )
    drawn = "".join(f'<w:gridCol w:w="{each}"/>' for each in columns)
    rows = _draw_rows(balance_heads(grid, room), columns, keys, _kept(grid, room))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{drawn}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _choose_size(grid: Grid, width: int, wider: int) -> tuple[int, int, str]:
    """The width of the table, its size of type, and how the styles end.

    The largest type in which it is read with ease, down to the smallest; then the same on larger paper.
    """
    tried = [(width, size, end) for most, size, end in SIZES if grid.width <= most]
    tried += [(wider, size, end) for _, size, end in SIZES[1:]]
    return next((each for each in tried if has_room(grid, each[0] / each[1])), tried[-1])


def _kept(grid: Grid, room: Sequence[float]) -> frozenset[int]:
    """The rows that no page parts from the next: those that belong together where a page holds them, else the first.

    The last row is never alone on a page.
    """
    last_but_one = len(grid.rows) - 2
    kept = {last_but_one} if last_but_one >= grid.head and _lines(grid, last_but_one, room) <= _TOGETHER else set[int]()
    rows = iter(sorted(grid.joined))
    for _, group in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        run = [row for _, row in group]
        lines = _lines(grid, run[0], room, run[-1] + 2)
        kept.update(run if lines <= _TOGETHER else run[:1])
    return frozenset(kept)


def _lines(grid: Grid, start: int, room: Sequence[float], end: int | None = None) -> int:
    """Lines of type that rows fill."""
    return sum(row_lines(row, room) for row in grid.rows[start:end])


def _draw_rows(grid: Grid, widths: list[int], keys: Mapping[Look, str], kept: frozenset[int]) -> Iterator[str]:
    """Rows; `above` holds by column the box that reaches down into the next row."""
    above: dict[int, Box] = {}
    for index, row in enumerate(grid.rows):
        cells, column = [], 0
        while column < grid.width:
            begun = row[column]
            box = begun or above[column]
            width = sum(widths[column : column + box.columns])
            style = f'<w:pStyle w:val="{keys[box.look]}"/>' + ("<w:keepNext/>" if index in kept else "")
            cells.append(_draw_cell(box, width, style, is_continued=begun is None))
            above[column] = box
            column += box.columns
        head = "<w:tblHeader/>" if index < grid.head else ""
        yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"


def _draw_cell(box: Box, width: int, style: str, *, is_continued: bool) -> str:
    span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
    begun = '<w:vMerge w:val="restart"/>' if box.rows > 1 else ""
    merge = "<w:vMerge/>" if is_continued else begun
    lines = [""] if is_continued else clean(box.text).split("\n")
    texts = "".join(_draw_line(line, style) for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}</w:tcPr>{texts}</w:tc>'


def _draw_line(line: str, style: str) -> str:
    return f'<w:p><w:pPr>{style}</w:pPr><w:r><w:t xml:space="preserve">{escape(line, quote=False)}</w:t></w:r></w:p>'
