"""Newspaper columns: a page cut along a clear gutter, read column by column, what runs across it in between."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from luoshi.source.layout.lines import join_lines
from luoshi.source.layout.shapes import Fragment, Line

_FEWEST_LINES = 6
_NARROWEST_COLUMN = 8  # em
_NARROWEST_GUTTER = 2  # half em
_MOST_CROSSING = 0.12
_LEAST_FILLED = 0.6
"""Of a column's area; the columns of a table are emptier."""

_DEEPEST = 3


def split_columns(lines: list[Line], depth: int = 0) -> list[list[Line]]:
    """The lines of a page in regions to be read one after the other; one region where there is no gutter."""
    gutter = _find_gutter(lines) if depth < _DEEPEST else None
    if gutter is None:
        return [lines] if lines else []
    regions: list[list[Line]] = []
    for is_across, band in groupby(lines, key=lambda line: _is_across(line, gutter)):
        if is_across:
            regions.append(list(band))
            continue
        for side in _sides(band, gutter):
            regions += split_columns(join_lines(side), depth + 1)
    return regions


def _is_across(line: Line, gutter: float) -> bool:
    return any(fragment.left < gutter < fragment.right for fragment in line.fragments)


def _sides(lines: Iterable[Line], gutter: float) -> tuple[list[Fragment], list[Fragment]]:
    fragments = [fragment for line in lines for fragment in line.fragments]
    return [each for each in fragments if each.right <= gutter], [each for each in fragments if each.left >= gutter]


def _find_gutter(lines: list[Line]) -> float | None:
    """The middle of the widest gutter that parts two well filled columns."""
    if len(lines) < _FEWEST_LINES:
        return None
    em = sorted(line.em for line in lines)[len(lines) // 2]
    if em <= 0:
        return None
    for gutter in _blank_strips(lines, em):
        columns = _sides((line for line in lines if not _is_across(line, gutter)), gutter)
        if all(_is_column(fragments, em) for fragments in columns):
            return gutter
    return None


def _blank_strips(lines: Sequence[Line], em: float) -> Iterator[float]:
    """Middles of the strips that few lines run across, the widest first."""
    origin, half = min(line.left for line in lines), em / 2
    bins = min(int((max(line.right for line in lines) - origin) / half) + 2, 2_000)
    steps = [0] * (bins + 1)
    for line in lines:
        for fragment in line.fragments:
            steps[min(int((fragment.left - origin) / half), bins)] += 1
            steps[min(int((fragment.right - origin) / half) + 1, bins)] -= 1
    blank = [count <= _MOST_CROSSING * len(lines) for count in accumulate(steps[:bins])]
    strips, start = [], 0
    for is_blank, strip in groupby(blank):
        length = len(list(strip))
        if is_blank and length >= _NARROWEST_GUTTER and start > 0 and start + length < bins:
            strips.append((length, origin + (start + length / 2) * half))
        start += length
    return (middle for _, middle in sorted(strips, reverse=True))


def _is_column(fragments: list[Fragment], em: float) -> bool:
    """Whether fragments fill a column of running text."""
    if not fragments:
        return False
    width = max(each.right for each in fragments) - min(each.left for each in fragments)
    levels = len({round(each.base / em) for each in fragments})
    ink = sum(each.right - each.left for each in fragments)
    return width >= _NARROWEST_COLUMN * em and levels >= _FEWEST_LINES and ink >= _LEAST_FILLED * width * levels
