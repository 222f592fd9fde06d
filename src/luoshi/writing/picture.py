"""Pictures of a PDF's pages on which the passages that were understood are tinted, with a legend at the foot."""

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from luoshi.model import Paragraph, Place, Rest, Source, Table
from luoshi.source import sandbox
from luoshi.writing.marks import Mark

_LIMITS: Final = sandbox.Limits(seconds=180)

Spot = tuple[str, int, int, int, int | None, int | None]
"""Kind, raw block, start, end, and row and column in a table; ends in a cell count without white space."""


def draw_pages(content: bytes, source: Source, marks: Sequence[Mark]) -> tuple[bytes, ...]:
    """A PNG of each page of the PDF `content` with the marks on its mended `source` as tinted boxes.

    Raises the `SourceError` that reading raises.
    """
    spots = [spot for mark in marks for spot in _spots(mark, source)]
    request = json.dumps(spots, ensure_ascii=False).encode() + b"\n" + content
    head, _, pictures = sandbox.run("luoshi.writing.painter", request, _LIMITS).partition(b"\n")
    ends = accumulate(json.loads(head), initial=0)
    return tuple(pictures[start:end] for start, end in pairwise(ends))


def _spots(mark: Mark, source: Source) -> Iterator[Spot]:
    """Where a mark stands in the raw source."""
    block = source.blocks[mark.place.block]
    if isinstance(block, Paragraph):
        yield from _line_spots(mark.kind, mark.place, block)
    else:
        yield from _cell_spots(mark.kind, mark.place, block)


def _line_spots(kind: str, place: Place, paragraph: Paragraph) -> Iterator[Spot]:
    """One spot a piece of the paragraph; a raw paragraph is its own piece."""
    if not paragraph.origin:
        yield kind, place.block, place.start, place.end, None, None
    for piece in paragraph.origin:
        start = max(place.start, piece.start) - piece.start + piece.offset
        end = min(place.end, piece.start + piece.length) - piece.start + piece.offset
        if start < end:
            yield kind, piece.block, start, end, None, None


def _cell_spots(kind: str, place: Place, table: Table) -> Iterator[Spot]:
    """One spot a page that the cell stands on; mending moves only white space there: other characters are counted."""
    cell = next((each for each in table.cells if (each.row, each.column) == (place.row, place.column)), None)
    if cell is None:
        return
    first = Rest(0, place.block if table.origin is None else table.origin, cell.row)
    ends = [*(rest.start for rest in cell.rests), len(cell.text)]
    for rest, end in zip((first, *cell.rests), ends, strict=True):
        low, high = (min(max(offset, rest.start), end) for offset in (place.start, place.end))
        start, stop = (len("".join(cell.text[rest.start : offset].split())) for offset in (low, high))
        if start < stop:
            yield kind, rest.block, start, stop, rest.row, cell.column
