"""The texts of a document, one a paragraph and one a cell."""

from collections.abc import Iterator

from luoshi.model import Paragraph, Quote, Source
from luoshi.reading.passage import cell_quote, paragraph_quote


def passages(source: Source) -> Iterator[Quote]:
    """Every paragraph and every cell, in order."""
    for index, block in enumerate(source.blocks):
        if isinstance(block, Paragraph):
            yield paragraph_quote(source, index)
        else:
            yield from (cell_quote(block, index, cell) for cell in block.cells)
