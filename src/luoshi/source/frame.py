"""Tables that a text file draws with ┌─┬─┐ or +---+ → cells; a border that is missing has merged what it parted."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final, NamedTuple
from unicodedata import east_asian_width

from luoshi.model import Cell

# The top of a frame: "┌──┬──┐", "+----+----+"
TOP: Final = re.compile(r"[ \t　]*(?:[┌┏╔╭][─━═┬┳╦┈┄]+[┐┓╗╮]|\+[-=+]{2,}\+)\s*")

# Any line of a frame: it begins with a border.
LINE: Final = re.compile(r"[ \t　]*[│┃║├┣╠└┗╚╰┌┏╔╭|+]")

EDGE: Final = re.compile(r"[│┃║├┣╠└┗╚╰┌┏╔╭┤┫╣┘┛╝╯┐┓╗╮┬┳╦┴┻╩┼╋╬|]|\+(?=[-=+\s]|$)")

# What stands between two edges where a border runs: "────"
RULE: Final = re.compile(r"[─━═┈┄=-]+")

FEWEST_LINES: Final = 3
FEWEST_EDGES: Final = 3
"""A frame with one column is a box around a text."""

FEW_RULES: Final = 3
"""Borders of a table whose rows are not parted: over the head, under it, and at the bottom."""


class Widths(NamedTuple):
    """Columns of the screen that a border takes, and a mark (“ ” …) that is narrow in some fonts and wide in others."""

    border: int
    mark: int


WIDTHS: Final = (Widths(2, 2), Widths(1, 2), Widths(1, 1), Widths(2, 1))


@dataclass(frozen=True, slots=True)
class Segment:
    """What a line shows between two edges, given by their numbers from the left."""

    first: int
    last: int
    text: str

    @property
    def is_rule(self) -> bool:
        """Whether a border runs here."""
        return RULE.fullmatch(self.text) is not None


@dataclass(slots=True)
class Draft:
    """A cell whose lower border has not come yet."""

    row: int
    last: int
    lines: list[str]


def find_frame(texts: list[str]) -> tuple[Cell, ...]:
    """The cells of the frame that `texts` draw, or none where they draw no table."""
    width = _widths(texts)
    lines = [text.strip() for text in texts]
    edges = sorted({place for line in lines if _is_full(line) for place in _edges(line, width)})
    if len(lines) < FEWEST_LINES or len(edges) < FEWEST_EDGES:
        return ()
    segments = [_segments(line, edges, width) for line in lines]
    return _cells(_part_rows(segments))


def take_frame(texts: list[str], start: int) -> int:
    """The index behind the frame whose top is line `start`; `start` itself where none begins there."""
    if not TOP.fullmatch(texts[start]):
        return start
    end = start + 1
    while end < len(texts) and LINE.match(texts[end]):
        end += 1
        if texts[end - 1].lstrip()[0] in "└┗╚╰":
            break
    return end


def _widths(texts: list[str]) -> Widths:
    """The widths with which the lines end at one place."""
    return min(WIDTHS, key=lambda widths: len({_screen_width(text.strip(), widths) for text in texts}))


def _screen_width(text: str, widths: Widths) -> int:
    return sum(_character_width(character, widths) for character in text)


def _character_width(character: str, widths: Widths) -> int:
    if "\u2500" <= character <= "\u257f":
        return widths.border
    width = east_asian_width(character)
    return widths.mark if width == "A" else 2 if width in "WF" else 1


def _is_full(line: str) -> bool:
    """Whether a line is nothing but border."""
    return not EDGE.sub("", RULE.sub("", line)).strip()


def _edges(line: str, width: Widths) -> list[int]:
    """Where on the screen the edges of a line stand."""
    places: list[int] = []
    place = 0
    edges = {edge.start() for edge in EDGE.finditer(line)}
    for index, character in enumerate(line):
        if index in edges:
            places.append(place)
        place += _character_width(character, width)
    return places


def _segments(line: str, edges: list[int], width: Widths) -> list[Segment]:
    """The parts of a line between its edges; an edge out of place is taken for the nearest."""
    places = [_nearest(edges, place) for place in _edges(line, width)]
    parts = EDGE.split(line)[1:-1]
    return [
        Segment(first, last, part.strip())
        for first, last, part in zip(places, places[1:], parts, strict=False)
        if last > first
    ]


def _nearest(edges: list[int], place: int) -> int:
    after = bisect_left(edges, place)
    candidates = [index for index in (after - 1, after) if 0 <= index < len(edges)]
    return min(candidates, key=lambda index: abs(edges[index] - place))


def _part_rows(lines: list[list[Segment]]) -> list[list[Segment]]:
    """Where only the head has a border below it, each line that fills the first column is a row."""
    rules = [index for index, line in enumerate(lines) if line and all(part.is_rule for part in line)]
    if len(rules) != FEW_RULES:
        return lines
    parted: list[list[Segment]] = []
    for index, line in enumerate(lines):
        if rules[1] + 1 < index < rules[2] and line and line[0].text:
            parted.append(lines[rules[0]])
        parted.append(line)
    return parted


def _cells(lines: list[list[Segment]]) -> tuple[Cell, ...]:
    """Cells from one border to the next, as wide as the edges of their first line are apart."""
    cells: list[Cell] = []
    drafts: dict[int, Draft] = {}
    row = -1
    for line in lines:
        row += any(part.is_rule for part in line)
        for part in line:
            if part.is_rule:
                _close(cells, drafts, row, part)
            elif part.first in drafts:
                drafts[part.first].lines.append(part.text)
            else:
                drafts[part.first] = Draft(max(row, 0), part.last, [part.text])
    _close(cells, drafts, row + 1, Segment(0, max((draft.last for draft in drafts.values()), default=0), ""))
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _close(cells: list[Cell], drafts: dict[int, Draft], row: int, rule: Segment) -> None:
    """Make cells of the drafts that `rule` ends."""
    for column in range(rule.first, rule.last):
        draft = drafts.pop(column, None)
        if draft is not None:
            text = "\n".join(filter(None, draft.lines))
            cells.append(Cell(draft.row, column, text, max(1, row - draft.row), draft.last - column))
