"""Passages of a mended source: every value that is read is cut from one of these and keeps its place."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from luoshi.model import Cell, Paragraph, Place, Quote, Source, Table

_WHITE = re.compile(r"\s+")
# A gap between two Latin words or two figures is the author's: G60 and G25; a line ends between two words
_AUTHORS_GAP = re.compile(r"(?<=[0-9A-Za-z])[ \u00a0]+(?=[0-9A-Za-z])|(?<=[A-Za-z])\n(?=[A-Za-z])")


def paragraph_quote(source: Source, index: int) -> Quote:
    """The whole of paragraph `index`."""
    block = source.blocks[index]
    text = block.text if isinstance(block, Paragraph) else ""
    return Quote(text, Place(index, 0, len(text), page=block.page))


def cell_quote(table: Table, index: int, cell: Cell) -> Quote:
    """The whole of a cell of the table that is block `index`."""
    place = Place(index, 0, len(cell.text), row=cell.row, column=cell.column, page=table.page, sheet=table.sheet)
    return Quote(cell.text, place)


def cut(quote: Quote, start: int, end: int) -> Quote:
    """The characters `start:end` of a quote."""
    if start == 0 and end == len(quote.text):
        return quote
    at = quote.place
    place = Place(at.block, at.start + start, at.start + end, at.row, at.column, at.page, at.sheet)
    return Quote(quote.text[start:end], place)


class Unwrapped(NamedTuple):
    """A passage's text with the line ends of a cell taken out, and how to cut the passage by offsets of that text."""

    text: str
    quote: Quote
    positions: Sequence[int]

    def cut(self, start: int, end: int) -> Quote:
        """The passage that `text[start:end]` stands in."""
        return cut(self.quote, self.positions[start], self.positions[end - 1] + 1) if start < end else self.quote


def unwrapped(quote: Quote) -> Unwrapped:
    """A passage as one line."""
    if "\n" not in quote.text:
        return Unwrapped(quote.text, quote, range(len(quote.text)))
    positions = [index for index, char in enumerate(quote.text) if char != "\n"]
    return Unwrapped("".join(quote.text[index] for index in positions), quote, positions)


def trim(quote: Quote, marks: str = "") -> Quote:
    """A quote without white space, and without the given marks, at its ends."""
    return clip(quote, 0, len(quote.text), marks)


def clip(quote: Quote, start: int, end: int, marks: str = "") -> Quote:
    """The characters `start:end` of a quote, trimmed."""
    text = quote.text
    end = min(end, len(text))
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    return cut(quote, start, end)


def split(quote: Quote, pattern: re.Pattern[str]) -> Iterator[Quote]:
    """The trimmed, non-empty passages between matches of `pattern`."""
    start = 0
    for found in pattern.finditer(quote.text):
        yield from _non_empty(quote, start, found.start())
        start = found.end()
    yield from _non_empty(quote, start, len(quote.text))


def _non_empty(quote: Quote, start: int, end: int) -> Iterator[Quote]:
    piece = clip(quote, start, end)
    if piece.text:
        yield piece


def tight(text: str) -> str:
    """A value's text: without line ends and gaps, but for those that part two Latin words."""
    if _WHITE.search(text) is None:
        return text
    kept = _AUTHORS_GAP.sub("\0", text)
    return _WHITE.sub("", kept).replace("\0", " ")
