"""Where on the page the characters of a block stand."""

from collections.abc import Iterator
from typing import Final

from luoshi.source.layout.arrangement import TableBlock, TextBlock
from luoshi.source.layout.lines import line_offsets, line_text
from luoshi.source.layout.shapes import Box, Fragment, Glyphs, Line

_ASCENT: Final = 0.9  # em
_DESCENT: Final = 0.16


def trace_text(block: TextBlock, glyphs: Glyphs, start: int, end: int) -> Iterator[Box]:
    """The box around the characters `start…end` of a line, if any were printed."""
    if block.line:
        indent = len(block.text) - len(line_text(block.line))
        yield from _trace_line(block.line, glyphs, (start - indent, end - indent), is_cell=False)


def trace_cell(block: TableBlock, glyphs: Glyphs, place: tuple[int, int], span: tuple[int, int]) -> Iterator[Box]:
    """The boxes, one a line, around characters of the cell at (row, column); `span` counts without white space."""
    cell = next((each for each in block.grid.cells if (each.row, each.column) == place), None)
    start = 0
    for line in cell.lines if cell else ():
        length = _printed(line_text(line, is_cell=True))
        low, high = max(span[0] - start, 0), min(span[1] - start, length)
        if low < high:
            yield from _trace_line(line, glyphs, _with_space(line, low, high), is_cell=True)
        start += length


def _printed(text: str) -> int:
    return sum(not char.isspace() for char in text)


def _with_space(line: Line, low: int, high: int) -> tuple[int, int]:
    """Offsets that count white space, from those that do not."""
    printed = [at for at, char in enumerate(line_text(line, is_cell=True)) if not char.isspace()]
    return printed[low], printed[high - 1] + 1


def _trace_line(line: Line, glyphs: Glyphs, span: tuple[int, int], *, is_cell: bool) -> Iterator[Box]:
    parts = [
        part
        for offset, fragment in zip(line_offsets(line, is_cell=is_cell), line.fragments, strict=True)
        for part in _trace_fragment(fragment, glyphs, span[0] - offset, span[1] - offset)
    ]
    if parts:
        top, bottom = line.base - _ASCENT * line.em, line.base + _DESCENT * line.em
        yield Box(min(left for left, _ in parts), top, max(right for _, right in parts), bottom)


def _trace_fragment(fragment: Fragment, glyphs: Glyphs, low: int, high: int) -> Iterator[tuple[float, float]]:
    """Left and right end of the glyphs `low…high` of a fragment."""
    first, last = fragment.start + max(low, 0), fragment.start + min(high, len(fragment.text))
    if first < last:
        yield glyphs.left[first], glyphs.right[last - 1]
