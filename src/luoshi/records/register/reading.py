"""Bytes that somebody uploaded → what the program reads in them, as plain values that can be kept."""

from dataclasses import dataclass
from typing import Any

from luoshi.model import Kind, Plan, Reading, Source, Table
from luoshi.records.refusals import NotValid

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Received:
    """A file that could be read: its mended text, the reading, and both as plain values."""

    name: str
    content: bytes
    source: Source
    reading: Reading
    contract: Json

    @property
    def kind(self) -> Kind:
        """What kind of document it is."""
        return self.reading.kind


def receive(name: str, content: bytes, *, rules: str = "") -> Received:
    """Read an uploaded file; doubts are raised by a government's own `rules`.

    Raises `SourceError` for what is no document, `NotValid` for one of another genre.
    """
    from luoshi.checking import flag_tasks, thresholds_in
    from luoshi.reading import read_source
    from luoshi.source import mend, open_bytes
    from luoshi.writing.contract import write_contract

    source = mend(open_bytes(content, name=name))
    reading = read_source(source)
    if reading.kind is Kind.UNKNOWN:
        raise NotValid("没有认出这是责任分解、进展情况汇总表还是政府工作报告，台账没有变动。")
    if isinstance(reading, Plan):
        reading = flag_tasks(reading, source, thresholds=thresholds_in(rules))
    return Received(name, content, source, reading, write_contract(reading, source))


def keep_order(fields: Json) -> Json:
    """A task's values with the order of its districts beside them: PostgreSQL keeps the members of JSON in its own."""
    allocation = fields.get("allocation")
    if not allocation:
        return fields
    return {**fields, "allocation": {**allocation, "places": list(allocation["cells"])}}


def cells_of(fields: Json) -> dict[str, Any]:
    """What is printed for each district of a task's quota, in printed order."""
    allocation = fields.get("allocation") or {}
    cells: dict[str, Any] = allocation.get("cells") or {}
    return {name: cells[name] for name in allocation.get("places") or cells if name in cells}


def list_blocks(source: Source) -> list[Json]:
    """The mended text as plain values: a paragraph is {"text", "page"}, a table {"cells": [[row, column, text, …]]}."""
    return [
        {
            "cells": [[cell.row, cell.column, cell.text, cell.row_span, cell.column_span] for cell in block.cells],
            "page": block.page,
            "sheet": block.sheet,
        }
        if isinstance(block, Table)
        else {"text": block.text, "page": block.page}
        for block in source.blocks
    ]
