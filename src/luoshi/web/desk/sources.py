"""Where a task stands in the document that it was read from: its paragraph, or its row cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from luoshi.model import Place
from luoshi.records.register.models import Task
from luoshi.records.register.queries.blocks import blocks_around
from luoshi.records.register.standing import standing_shares, standing_targets, standing_units
from luoshi.web.desk.passages import Passage, Piece, head_row, list_passages
from luoshi.writing.words import place_words

Json = Mapping[str, Any]

_NEAR = 1
"""Paragraphs before and after that are shown."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the row with the heading that it stands under."""

    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The words of the document: `where` is 第 3 页, 工作表“重点工作”第 5 行; cells or passages, one of them empty."""

    where: str
    passages: tuple[Passage, ...] = ()
    cells: tuple[Cell, ...] = ()


def find_origin(task: Task, *, is_whole: bool) -> Origin | None:
    """The task's words in its document; what stands around them only where the person may see everything (`is_whole`).

    The cells of districts are left out: the page shows them as a table.
    """
    place = task.place
    near = _NEAR if is_whole else 0
    blocks = blocks_around(task.document or task.plan, place["block"], near, near) if place else {}
    if not blocks:
        return None
    block, fields = blocks[place["block"]], _fields(task)
    where = place_words(Place(**place))
    if "cells" in block:
        return Origin(where, cells=tuple(_cells(block["cells"], fields, _districts(task))))
    return Origin(where, passages=tuple(list_passages(blocks, fields)))


def _fields(task: Task) -> Json:
    """The places of a task, as an import has them."""
    units = standing_units(task)
    targets = standing_targets(task)
    return {
        "place": task.place,
        "units": [{"place": unit.place} for unit in units],
        "targets": [{"place": target.place} for target in targets],
    }


def _districts(task: Task) -> frozenset[str]:
    return frozenset(share.unit.name for share in standing_shares(task))


def _cells(cells: Sequence[Sequence[Any]], fields: Json, districts: frozenset[str]) -> Iterator[Cell]:
    """The cells that cover the task's row, each under its heading."""
    own = fields["place"]["row"]
    head = head_row(cells)
    for row, column, text, height, _ in cells:
        if row <= own < row + height and row > head and text.strip():
            heading = _heading(cells, head, column, own)
            if heading not in districts:
                yield Cell(heading, _pieces(text, fields, row, column))


def _heading(cells: Sequence[Sequence[Any]], head: int, column: int, own: int) -> str:
    """What stands over a column: of headings over each other the lower one, where it stands over fewer columns."""
    found, width = "", 0
    for row, left, text, _, span in cells:
        is_over = head <= row < own and left <= column < left + span
        if is_over and (not found or (span < width and row == head + 1)):
            found, width = "".join(text.split()), span
    return found


def _pieces(text: str, fields: Json, row: int, column: int) -> tuple[Piece, ...]:
    """A cell's text, cut where something in it was understood."""

    def within(place: Json | None) -> Json | None:
        is_here = place and (place.get("row"), place.get("column")) == (row, column)
        return {"block": 0, "start": place["start"], "end": place["end"]} if place and is_here else None

    here = {
        "place": within(fields["place"]),
        "units": [{"place": within(each["place"])} for each in fields["units"]],
        "targets": [{"place": within(each["place"])} for each in fields["targets"]],
    }
    return list_passages({0: {"text": text}}, here)[0].pieces
