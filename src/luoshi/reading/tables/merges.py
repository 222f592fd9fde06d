"""Merged cells that a page's end has cut: what stands in the upper part holds for the rows of the lower part too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from luoshi.model import Quote
from luoshi.reading.tables.grid import Slot
from luoshi.reading.tables.rows import Entry


def with_merges(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The rows, with the cell above in place of an empty one that runs on from the page before."""
    merged = _merged_columns(entries)
    cells: dict[Quote | None, Slot] = {}
    above: Entry | None = None
    for entry, below in zip_longest(entries, entries[1:]):
        if above and entry.begins_page and entry.block != above.block and not above.is_banner:
            cells |= _running_cells(above, entry, merged | _tall_columns(entry, below))
        above = replace(entry, slots=tuple(cells.get(slot.quote, slot) for slot in entry.slots)) if cells else entry
        yield above


def _merged_columns(entries: Sequence[Entry]) -> set[int]:
    """The columns in which cells are merged and none is left empty but at a page's top."""
    tall = (_tall_columns(above, below) for above, below in pairwise(entries))
    empty = (_empty_columns(entry) for entry in entries if not entry.begins_page)
    return set().union(*tall).difference(*empty)


def _tall_columns(above: Entry, below: Entry | None) -> set[int]:
    """The columns in which one cell stands in both rows."""
    slots = zip(above.slots, below.slots if below else (), strict=False)
    return {index for index, (upper, lower) in enumerate(slots) if upper.quote is lower.quote is not None}


def _empty_columns(entry: Entry) -> set[int]:
    return {index for index, slot in enumerate(entry.slots) if slot.quote and not slot.is_covered and not slot.text}


def _running_cells(above: Entry, entry: Entry, columns: set[int]) -> dict[Quote | None, Slot]:
    """The empty cells of a page's first row, each with the one that runs on in it."""
    return {
        entry.slots[index].quote: Slot(above.slots[index].quote, is_covered=True)
        for index in columns & _empty_columns(entry)
        if index < len(above.slots) and above.slots[index].text
    }
