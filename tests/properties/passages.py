"""Quotes within values, and the passages of a source that they must be."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from luoshi.model import Format, Paragraph, Piece, Place, Quote, Source, Table


def quotes(value: object) -> Iterator[Quote]:
    """Every quote within a value, however deep."""
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from quotes(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from quotes(getattr(value, field.name))


def passage(source: Source, place: Place) -> str:
    """What stands at a place."""
    block = source.blocks[place.block]
    if isinstance(block, Paragraph):
        assert (place.row, place.column) == (None, None)
        return block.text[place.start : place.end]
    assert place.sheet == block.sheet
    cells = {(cell.row, cell.column): cell.text for cell in block.cells}
    if place.row is None or place.column is None:
        return ""
    return cells[place.row, place.column][place.start : place.end]


def source_of(text: str) -> Source:
    """A raw source: a paragraph a line, neighbouring lines with tabs a table."""
    blocks: list[Paragraph | Table] = []
    from luoshi.source.text import gather, split_lines

    blocks.extend(gather(split_lines(text)))
    return Source("text.txt", Format.TXT, tuple(blocks), "")


def texts(source: Source) -> list[str | tuple[str, ...]]:
    """The text of each block."""
    return [
        block.text if isinstance(block, Paragraph) else tuple(cell.text for cell in block.cells)
        for block in source.blocks
    ]


def original(raw: Source, piece: Piece) -> str:
    """The raw characters that a piece of a mended text comes from."""
    block = raw.blocks[piece.block]
    assert isinstance(block, Paragraph)
    return block.text[piece.offset : piece.offset + piece.length]
