"""A document's own words around a line that was read from it, with what was understood marked in place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Json = Mapping[str, Any]

# As much as one reads to be sure: paragraphs before and after, rows of the own table
BEFORE, AFTER = 3, 4
ROWS_AROUND = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `mark` is empty, or what they are: text, unit, target."""

    words: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as pieces, or some rows of a table, each cell as pieces; `page` where another page begins."""

    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[tuple[Piece, ...], ...], ...] = ()
    page: int | None = None
    is_own: bool = False


def list_passages(blocks: Sequence[Json], fields: Json) -> list[Passage]:
    """The paragraphs around a line's place, or its rows; its text, units and figures are marked."""
    place = fields.get("place") or {}
    own = place.get("block", 0)
    first, last = max(0, own - BEFORE), min(len(blocks), own + AFTER + 1)
    spots = list(_spots(fields))
    passages, page = [], None
    for index in range(first, last):
        block = blocks[index]
        new_page = block.get("page") if block.get("page") != page else None
        page = block.get("page")
        mine = [(where, mark) for where, mark in spots if where["block"] == index]
        if "cells" in block and index != own:
            continue
        if "cells" in block:
            rows = _rows(block["cells"], mine, place.get("row"))
            passages.append(Passage(rows=rows, page=new_page, is_own=True))
        else:
            passages.append(Passage(_cut(block["text"], mine), page=new_page, is_own=index == own))
    return passages


def _spots(fields: Json) -> Iterator[tuple[Json, str]]:
    """Places with what stands there; the words lie inside the text, so that they come first."""
    for target in fields.get("targets") or ():
        if target.get("place"):
            yield target["place"], "target"
    for unit in fields.get("units") or ():
        if unit.get("place"):
            yield unit["place"], "unit"
    if fields.get("place"):
        yield fields["place"], "text"


def _cut(text: str, spots: Sequence[tuple[Json, str]]) -> tuple[Piece, ...]:
    """The text in pieces at the borders of the marks; of two marks on one piece the first counts."""
    borders = {0, len(text)}
    for where, _ in spots:
        borders |= {min(where["start"], len(text)), min(where["end"], len(text))}
    edges = sorted(borders)
    return tuple(
        Piece(text[start:end], next((mark for where, mark in spots if where["start"] <= start < where["end"]), ""))
        for start, end in pairwise(edges)
    )


def _rows(
    cells: Sequence[Sequence[Any]], spots: Sequence[tuple[Json, str]], own: int | None
) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    """The head of a table and the rows around a row."""
    wanted = {0, *range((own or 0) - ROWS_AROUND, (own or 0) + ROWS_AROUND + 1)}
    rows: dict[int, list[tuple[Piece, ...]]] = {}
    for row, column, text, *_ in cells:
        if row in wanted:
            mine = [(where, mark) for where, mark in spots if (where.get("row"), where.get("column")) == (row, column)]
            rows.setdefault(row, []).append(_cut(text, mine))
    return tuple(tuple(rows[row]) for row in sorted(rows))
