"""Where everything stands on the picture, in pixels; nothing of how it is written to a file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from luoshi.lineage import Change, Comparison, MetricLine
from luoshi.writing.figures import figure_words
from luoshi.writing.folding import cell_width, fold
from luoshi.writing.lineages import WORDS, edition_words, latest

INK: Final = "#17212b"
FAINT: Final = "#56626e"
RULE: Final = "#d8dcdf"
PAPER: Final = "#ffffff"
# Only what was lowered is loud.
COLOURS: Final = {Change.LOWERED: "#98190f", Change.RAISED: "#17543a", Change.CONTINUED: "#46525d"}
TITLE, BODY, SMALL = 22, 15, 13

_MARGIN: Final = 32
_LABEL: Final = 300  # the metric's name
_COLUMN: Final = 170  # a document
_CHANGE: Final = 96
_HEAD: Final = 112
_ROW: Final = 80
_SWING: Final = 18  # how far a line goes up and down
_LINE: Final = 20
_BESIDE: Final = 15  # from a mark to the middle of its figure
# As many columns of the terminal as fit before the first figure
_NAME_WIDTH: Final = 34
_TEXT_WIDTH: Final = 40


@dataclass(frozen=True, slots=True)
class Text:
    """Words with their middle line at `y`; `anchor` is start, middle or end."""

    x: float
    y: float
    words: str
    size: int = BODY
    colour: str = INK
    anchor: str = "start"
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1


@dataclass(frozen=True, slots=True)
class Dot:
    """A round mark."""

    x: float
    y: float
    colour: str
    radius: float = 4


Shape = Text | Line | Dot


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture as shapes, later ones over earlier ones."""

    width: int
    height: int
    title: str
    shapes: tuple[Shape, ...]


def draw(comparison: Comparison) -> Drawing:
    """A row a metric: its name and its promise, a figure a document joined by a line, and what became of it."""
    told = ((line, latest(lineage).text) for lineage in comparison.lineages for line in lineage.metrics)
    # What was merged has the line of what it went into
    rows = list(dict.fromkeys(told))
    rows.sort(key=lambda row: list(WORDS).index(row[0].change))
    editions = [edition_words(document) for document in comparison.documents]
    width = 2 * _MARGIN + _LABEL + _COLUMN * len(editions) + _CHANGE
    height = _HEAD + _ROW * max(1, len(rows)) + _MARGIN
    title = f"{editions[0]}—{editions[-1]}指标对比"
    shapes = [*_head(title, editions, [line for line, _ in rows], width)]
    for place, (line, text) in enumerate(rows):
        shapes += _row(line, text, _HEAD + _ROW * place, width)
    return Drawing(width, height, title, tuple(shapes))


def _head(title: str, editions: Sequence[str], lines: Sequence[MetricLine], width: int) -> Iterator[Shape]:
    yield Text(_MARGIN, _MARGIN + TITLE / 2, title, TITLE, is_bold=True)
    told = [f"{WORDS[change]} {count}" for change in COLOURS if (count := sum(each.change is change for each in lines))]
    words = f"{len(lines)} 个指标：{'、'.join(told)}" if lines else "没有两年都出现的指标"
    yield Text(width - _MARGIN, _MARGIN + TITLE / 2, words, SMALL, FAINT, "end")
    base = _HEAD - 14
    for place, edition in enumerate(editions):
        yield Text(_middle(place), base - 12, edition, SMALL, FAINT, "middle")
    yield Line(_MARGIN, base, width - _MARGIN, base, INK)


def _middle(place: int) -> float:
    return _MARGIN + _LABEL + _COLUMN * (place + 0.5)


def _row(line: MetricLine, text: str, top: float, width: int) -> Iterator[Shape]:
    colour = COLOURS[line.change]
    middle = top + _ROW / 2 - 8
    yield Text(_MARGIN, middle - _LINE / 2, _cut(line.metric, _NAME_WIDTH))
    yield Text(_MARGIN, middle + _LINE / 2, _cut(text, _TEXT_WIDTH), SMALL, FAINT)
    yield from _curve(line, middle, colour)
    yield Text(width - _MARGIN, middle, WORDS[line.change], SMALL, colour, "end", is_bold=True)
    yield Line(_MARGIN, top + _ROW - 8, width - _MARGIN, top + _ROW - 8, RULE)


def _curve(line: MetricLine, middle: float, colour: str) -> Iterator[Shape]:
    """The figures, each on that side of its mark where the line is not."""
    points = _points(line, middle)
    for (x1, y1), (x2, y2) in pairwise(points.values()):
        yield Line(x1, y1, x2, y2, colour, 2)
    heights = [y for _, y in points.values()]
    for order, (place, (x, y)) in enumerate(points.items()):
        beside = [*heights[max(0, order - 1) : order], *heights[order + 1 : order + 2]]
        is_low = y > sum(beside) / len(beside)
        target = line.targets[place]
        yield Dot(x, y, colour)
        if target:
            words, is_last = figure_words(target), order == len(points) - 1
            yield Text(x, y + (_BESIDE if is_low else -_BESIDE), words, anchor="middle", is_bold=is_last)


def _cut(text: str, width: int) -> str:
    """One line; what does not fit ends in …"""
    first, *rest = fold(text, width)
    if not rest:
        return first
    while cell_width(first) > width - 2:
        first = first[:-1]
    return f"{first}…"


def _points(line: MetricLine, middle: float) -> dict[int, tuple[float, float]]:
    """Where each document's figure stands: the least at the bottom of the row, the greatest at the top."""
    amounts = {place: target.amount for place, target in enumerate(line.targets) if target}
    least, greatest = min(amounts.values()), max(amounts.values())
    span = greatest - least
    return {
        place: (
            _middle(place),
            middle + _SWING / 2 - float((amount - least) / span if span else Decimal("0.5")) * _SWING,
        )
        for place, amount in amounts.items()
    }
