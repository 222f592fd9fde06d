"""The texts of a document, one a paragraph and one a cell."""

from collections.abc import Iterator

from luoshi.model import Paragraph, Place, Quote, Source, Table


def passages(source: Source) -> Iterator[Quote]:
    """Every paragraph and every cell, in order."""
    for index, block in enumerate(source.blocks):
        match block:
            case Paragraph():
                yield Quote(block.text, Place(index, 0, len(block.text), page=block.page))
            case Table():
                for cell in block.cells:
                    place = Place(index, 0, len(cell.text), cell.row, cell.column, block.page, block.sheet)
                    yield Quote(cell.text, place)
