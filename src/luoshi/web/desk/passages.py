"""A document's own words around a line that was read from it, with what was understood marked in place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import Any

Json = Mapping[str, Any]

# As much of the own table as one reads to be sure
ROWS_AROUND = 2
# A cell of so many signs fits a narrow column
_SHORT = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; `mark` is empty, or what they are: text, unit, target, due. `key` is a field that begins here."""

    words: str
    mark: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Square:
    """A cell as pieces over so many columns; `is_carried` where it is merged with the one above."""

    pieces: tuple[Piece, ...]
    width: int = 1
    is_carried: bool = False

    @property
    def is_long(self) -> bool:
        """Whether it is more than a name or a figure, and needs a column to be read in."""
        return sum(len(piece.words) for piece in self.pieces) > _SHORT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its headings, or the row that was asked for, or one beside it."""

    squares: tuple[Square, ...]
    is_head: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph as pieces, or some rows of a table; `page` where another page begins."""

    pieces: tuple[Piece, ...] = ()
    rows: tuple[Row, ...] = ()
    page: int | None = None
    is_own: bool = False


def block_of(fields: Json) -> int:
    """The number of the block in which a line stands."""
    return int((fields.get("place") or {}).get("block", 0))


def list_passages(blocks: Mapping[int, Json], fields: Json) -> list[Passage]:
    """The paragraphs around a line's place, or its rows; its text, units and figures are marked."""
    place, own = fields.get("place") or {}, block_of(fields)
    spots = list(_spots(fields))
    passages, page = [], None
    for index, block in sorted(blocks.items()):
        new_page = block.get("page") if block.get("page") != page else None
        page = block.get("page")
        mine = [spot for spot in spots if spot.where["block"] == index]
        if "cells" in block and index != own:
            continue
        if "cells" in block:
            rows = _rows(block["cells"], mine, place.get("row"))
            passages.append(Passage(rows=rows, page=new_page, is_own=True))
        else:
            passages.append(Passage(_cut(block["text"], mine), page=new_page, is_own=index == own))
    return passages


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place with what stands there."""

    where: Json
    mark: str
    key: str


def _spots(fields: Json) -> Iterator[_Spot]:
    """What was understood where; words lie inside the text, so that they come first."""
    for mark, name in (("target", "targets"), ("unit", "units"), ("due", "due")):
        for order, each in enumerate(fields.get(name) or ()):
            if each.get("place"):
                yield _Spot(each["place"], mark, f"{mark}-{order}")
    if fields.get("place"):
        yield _Spot(fields["place"], "text", "text")


def _cut(text: str, spots: Sequence[_Spot]) -> tuple[Piece, ...]:
    """The text in pieces at the borders of the marks; of two marks on one piece the first counts."""
    borders = {0, len(text)}
    for spot in spots:
        borders |= {min(spot.where["start"], len(text)), min(spot.where["end"], len(text))}
    pieces, named = [], set()
    for start, end in pairwise(sorted(borders)):
        here = [spot for spot in spots if spot.where["start"] <= start < spot.where["end"]]
        key = next((spot.key for spot in here if spot.key not in named), "")
        named |= {spot.key for spot in here[:1]} | {key}
        pieces.append(Piece(text[start:end], here[0].mark if here else "", key))
    return tuple(pieces)


def _rows(cells: Sequence[Sequence[Any]], spots: Sequence[_Spot], own: int | None) -> tuple[Row, ...]:
    """The head of a table and the rows around a row; a merged cell is shown again in each row that it covers."""
    head, middle = head_row(cells), own or 0
    wanted = {head, *range(max(head, middle - ROWS_AROUND), middle + ROWS_AROUND + 1)}
    rows: dict[int, list[tuple[int, Square]]] = {}
    for top, column, text, height, width in cells:
        mine = [spot for spot in spots if (spot.where.get("row"), spot.where.get("column")) == (top, column)]
        for row in wanted.intersection(range(top, top + height)):
            pieces = _cut(text, mine) if row == top or mine else (Piece(text),)
            rows.setdefault(row, []).append((column, Square(pieces, width, is_carried=row != top and not mine)))
    return tuple(
        Row(tuple(square for _, square in sorted(rows[row], key=itemgetter(0))), row == head, row == own)
        for row in sorted(rows)
    )


def head_row(cells: Sequence[Sequence[Any]]) -> int:
    """The row of headings: the first with at least half as many cells as the widest row."""
    counts: dict[int, int] = {}
    for row, *_ in cells:
        counts[row] = counts.get(row, 0) + 1
    most = max(counts.values())
    return next(row for row in sorted(counts) if counts[row] * 2 >= most)
