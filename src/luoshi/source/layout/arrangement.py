"""Pages → blocks in reading order: physical lines with the signs of a paragraph's start, and tables in their place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from luoshi.source.layout.alignment import find_aligned
from luoshi.source.layout.columns import split_columns
from luoshi.source.layout.fragments import find_fragments
from luoshi.source.layout.furniture import Sheet, drop_furniture
from luoshi.source.layout.grid import find_grids
from luoshi.source.layout.lines import join_lines, line_text
from luoshi.source.layout.shapes import Column, Grid, Line, Page

INDENT = "　　"
"""Before a line that begins further in than the others."""

_INDENTED = 1.5  # em
_CENTRED_FROM = 2.6  # em: an indent of two characters is none
_LARGER = 1.15
_STEP = 1.7
"""Of the usual distance between lines: beyond it something else begins."""


_FEWEST_LINES = 4
"""Fewer say nothing of a page's margins."""

_DEEPEST_INDENT = 4.5  # em
_FEWEST_INDENTED = 3  # lines
_SAME_EDGE = 1.5  # points


class TextBlock(NamedTuple):
    """A physical line, or (without `line`) an empty one that keeps apart what stands before and after."""

    page: int
    text: str
    line: Line | None


class TableBlock(NamedTuple):
    """A table."""

    page: int
    grid: Grid


class _Body(NamedTuple):
    """How the running text of a region stands: its margins, its size, the usual step from line to line.

    `indent` is where first lines begin, the left margin where they do not begin further in.
    """

    left: float
    right: float
    em: float
    step: float
    indent: float


def arrange(pages: Iterable[Page]) -> Iterator[TextBlock | TableBlock]:
    """The blocks of a document."""
    sheets = drop_furniture([_sheet(page) for page in pages])
    body = _body([line for sheet in sheets for line in sheet.lines if len(line_text(line)) > 1])
    open_columns: Sequence[Column] = ()
    for sheet in sheets:
        blocks = list(_blocks(sheet, body, open_columns))
        yield from blocks
        last = blocks[-1] if blocks else None
        open_columns = last.grid.columns if isinstance(last, TableBlock) else ()


def _sheet(page: Page) -> Sheet:
    grids, fragments = find_grids(page.rules, find_fragments(page.glyphs), page.glyphs)
    return Sheet(page.number, page.width, page.height, page.glyphs, grids, join_lines(fragments), page.turn)


def _blocks(sheet: Sheet, body: _Body, columns: Sequence[Column]) -> Iterator[TextBlock | TableBlock]:
    """The blocks of a page: what stands above each table, the table, what stands below the last.

    `columns` are those of a table that may go on at its top.
    """
    rest = sheet.lines
    for grid in sheet.grids:
        above = [line for line in rest if line.base <= grid.box.top]
        rest = [line for line in rest if line.base > grid.box.top]
        yield from _text_blocks(sheet.number, above, body, columns)
        columns = ()
        yield TableBlock(sheet.number, grid)
    yield from _text_blocks(sheet.number, rest, body, columns)


def _text_blocks(
    number: int, lines: list[Line], body: _Body, columns: Sequence[Column]
) -> Iterator[TextBlock | TableBlock]:
    regions = split_columns(lines)
    for region in regions:
        run: list[Line] = []
        frame = _region_body(region, body, is_only=len(regions) == 1)
        for item in find_aligned(region, columns if len(regions) == 1 else ()):
            if isinstance(item, Line):
                run.append(item)
                continue
            yield from _marked(number, run, frame)
            yield TableBlock(number, item)
            run = []
        yield from _marked(number, run, frame)


def _body(lines: list[Line]) -> _Body:
    """The margins that enough lines keep to."""
    if not lines:
        return _Body(0.0, 0.0, 0.0, 0.0, 0.0)
    em = sorted(line.em for line in lines)[len(lines) // 2]
    steps = sorted(after.base - before.base for before, after in pairwise(lines) if after.base > before.base)
    step = steps[len(steps) // 4] if steps else 0.0
    lefts = Counter(round(line.left) for line in lines)
    rights = Counter(round(line.right) for line in lines)
    fewest = max(2.0, 0.04 * len(lines))
    left = min((x for x in lefts if _support(lefts, x) >= fewest), default=min(lefts))
    right = max((x for x in rights if _support(rights, x) >= fewest), default=max(rights))
    return _Body(left, right, em, step, _indent(lefts, left, em))


def _indent(lefts: Counter[int], left: int, em: float) -> int:
    """Where most lines begin of those that begin a little further in, if they are several."""
    indents = [x for x in lefts if em < x - left < _DEEPEST_INDENT * em and _support(lefts, x) >= _FEWEST_INDENTED]
    return max(indents, key=lambda x: _support(lefts, x), default=left)


def _support(edges: Counter[int], x: int) -> int:
    return edges[x - 1] + edges[x] + edges[x + 1]


def _region_body(lines: list[Line], body: _Body, *, is_only: bool) -> _Body:
    """The margins of a page or column; the document's where the page only seems to be indented as a whole."""
    own = _body(lines)
    if is_only and (
        len(lines) < _FEWEST_LINES or body.left - body.em < own.left < body.left + _DEEPEST_INDENT * body.em
    ):
        return body
    return own._replace(step=body.step)


def _marked(number: int, lines: list[Line], body: _Body) -> Iterator[TextBlock]:
    """The lines with indents as signs, and empty lines around titles and after wide gaps."""
    before: Line | None = None
    for line in lines:
        is_apart = _is_title(line, body)
        if before and _is_parted(before, line, body):
            yield TextBlock(number, "", None)
        is_indented = not is_apart and line.left - body.left >= _INDENTED * body.em
        text = line_text(line)
        yield TextBlock(number, INDENT + text if is_indented else text, line)
        before = line


def _is_parted(before: Line, line: Line, body: _Body) -> bool:
    was_title, is_title = _is_title(before, body), _is_title(line, body)
    if was_title != is_title or line.base - before.base > _STEP * max(body.step, line.em):
        return True
    return is_title and abs(before.em - line.em) > 0.1 * line.em


def _is_title(line: Line, body: _Body) -> bool:
    """Whether a line is set in the middle of the measure, or in larger type."""
    if line.em > _LARGER * body.em and len(line_text(line)) > 1:
        return True
    left, right = line.left - body.left, body.right - line.right
    is_indent = abs(line.left - body.indent) <= _SAME_EDGE
    return left > _CENTRED_FROM * body.em and abs(left - right) < body.em and not is_indent
