"""Tables whose cells stand one below the other with no blank line between, each wrapped at the width of its column.

Where a cell ends is told by the shape of the records: their numbers count up, the head says how many cells a row has, a
column is as wide in one row as in another, and its lines are full but for the last of a cell.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from luoshi.source.wrap import Line, first_word, width

_NUMBERS = re.compile(r"序号|编号|序")
_FEWEST_ROWS = 3
_FEWEST_CELLS, _MOST_CELLS = 2, 12
"""Of a row, without its number."""
_MOST_LINES = 60  # of a row
_DEEPEST = 16  # lines of a cell
_WIDEST_HEADING = 8  # em
_SLACK = 1.5  # em: what justification and marks that are not broken take from a line
_PASSES = 2
_UNSURE = 1.5  # the cost from which a row's cells are not taken as told

_ENDS = "。；！"
# …局 | 市财政局、… — a name ends and another begins; a date begins
_NAME_END = tuple("局委办厅府部会院所站社团司心道镇乡行校联")
_NAME_START = tuple("市县区省州旗各国")
_DATE = re.compile(r"(?:\d{4}年|\d{1,2}月|第?[一二三四]季度|全年|年[底内]|上半年|下半年|长期|持续)")
_DATE_END = tuple("底前月年日期末内")
_SHORT = 4  # em: a cell of so little may end with any sign, as a name of a person does
_JOINS = "、，,（(“《"
_CLOSING = "、，。；：）)”》"


class _Way(NamedTuple):
    """What a division of a row's lines costs, where its cells begin, and where the last of them ends."""

    cost: float
    starts: tuple[int, ...]
    end: int


class _Row(NamedTuple):
    start: int
    end: int


def cells_filled(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of the lines that go on in a cell which the line before began; none where the shape is not sure."""
    found: set[int] = set()
    behind = 0
    for head, cells in _heads(lines):
        if head < behind:
            continue
        rows = _rows(lines, head + cells + 1)
        behind = rows[-1].end
        if len(rows) >= _FEWEST_ROWS:
            found |= _continued(lines, rows, cells)
    return frozenset(found)


def _heads(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where a run of headings begins with that of a number, with how many others stand between it and the number 1."""
    for index, line in enumerate(lines):
        if _NUMBERS.fullmatch(line.text):
            headings = lines[index + 1 : index + _MOST_CELLS + 2]
            cells = next((order for order, each in enumerate(headings) if each.text == "1"), 0)
            if cells >= _FEWEST_CELLS and all(width(each.text) <= _WIDEST_HEADING for each in headings[:cells]):
                yield index, cells


def _rows(lines: Sequence[Line], start: int) -> list[_Row]:
    """The rows 1, 2, 3, …, each without its number; the last ends before a gap or where the lines end."""
    starts = [start]
    for index in range(start + 1, len(lines)):
        if lines[index].text == str(len(starts) + 1):
            starts.append(index)
        elif index - starts[-1] > _MOST_LINES:
            break
    rows = [_Row(before + 1, after) for before, after in pairwise(starts)]
    longest = 2 * max((row.end - row.start for row in rows), default=0)
    behind = range(starts[-1] + 2, min(starts[-1] + 2 + longest, len(lines)))
    end = next((index for index in behind if lines[index].is_apart), min(starts[-1] + 1 + longest, len(lines)))
    return [*rows, _Row(starts[-1] + 1, end)]


def _continued(lines: Sequence[Line], rows: Sequence[_Row], cells: int) -> set[int]:
    """The lines of the rows but for the first of each cell, if the cells of all rows are told by their widths."""
    texts = [[line.text for line in lines[row.start : row.end]] for row in rows]
    if all(len(each) <= cells for each in texts) or any(len(each) < cells for each in texts[:-1]):
        return set()
    widths = [max((width(each[order]) for each in texts if len(each) == cells), default=0.0) for order in range(cells)]
    for _ in range(_PASSES):
        ways = [*(_split(each, widths) for each in texts[:-1]), _split_last(texts[-1], widths)]
        widths = _widths(texts, ways, widths)
    if any(cost >= _UNSURE for cost, _, _ in ways):
        return set()
    return {
        row.start + index
        for row, (_, starts, end) in zip(rows, ways, strict=True)
        for index in range(end)
        if index not in starts
    }


def _widths(texts: Sequence[Sequence[str]], ways: Sequence[_Way], widths: Sequence[float]) -> list[float]:
    """How wide each column is by the widest line of its cells."""
    found = list(widths)
    for each, (_, starts, stop) in zip(texts, ways, strict=True):
        for column, (first, end) in enumerate(pairwise((*starts, stop))):
            found[column] = max(found[column], *map(width, each[first:end]))
    return found


def _split(texts: Sequence[str], widths: Sequence[float]) -> _Way:
    """The cheapest way to divide the lines of a row into cells, one a column."""
    return _ways(texts, widths).get(len(texts), _Way(_UNSURE, (), len(texts)))


def _split_last(texts: Sequence[str], widths: Sequence[float]) -> _Way:
    """The way to divide the lines of the last row that takes most of them: behind it other lines may stand."""
    sure = [way for way in _ways(texts, widths).values() if way.cost < _UNSURE]
    return max(sure, key=lambda way: way.end, default=_Way(_UNSURE, (), len(texts)))


def _ways(texts: Sequence[str], widths: Sequence[float]) -> dict[int, _Way]:
    """The cheapest way to divide so many of the lines into cells, one a column, by where the last cell ends."""
    best = {0: _Way(0.0, (), 0)}
    for column, usual in enumerate(widths):
        reached: dict[int, _Way] = {}
        left = len(widths) - column - 1
        for start, (cost, starts, _) in best.items():
            for end in range(start + 1, min(start + _DEEPEST, len(texts) - left) + 1):
                way = _Way(cost + _cell_cost(texts[start:end], usual), (*starts, start), end)
                reached[end] = min(way, reached.get(end, way))
        best = reached
    return best


def _cell_cost(texts: Sequence[str], usual: float) -> float:
    """What speaks against lines being one cell of a column that is at least `usual` em wide elsewhere."""
    widest = max(*map(width, texts), usual)
    room = [widest - width(text) - width(first_word(after)) for text, after in pairwise(texts)]
    torn = sum(1 if each <= _SLACK else 3 for each in room if each >= 0)
    ended = sum(text[-1] in _ENDS for text in texts[:-1])
    is_cut = texts[-1][-1] in _JOINS or texts[0][0] in _CLOSING or (len(texts[0]) == 1 and not texts[0].isdigit())
    is_full = len(texts) > 1 and texts[-1][-1] not in _ENDS and width(texts[-1]) + 1 > widest
    ended += sum(_parts(text, after) for text, after in pairwise(texts))
    is_broken = not texts[-1].endswith((*_ENDS, *_NAME_END, *_DATE_END)) and sum(map(len, texts)) > _SHORT
    return torn + 2 * ended + 4 * is_cut + (is_full or is_broken) / 2 + is_broken + (widest - usual) / 5


def _parts(text: str, after: str) -> bool:
    """Whether a line ends as a unit's name and the next begins as one, or begins with a date."""
    return (text.endswith(_NAME_END) and after.startswith(_NAME_START)) or _DATE.match(after) is not None
