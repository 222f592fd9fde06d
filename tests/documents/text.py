"""Plain text: a line a paragraph, tables cut by tabs with <br> between the lines of a cell."""

from collections.abc import Sequence

from luoshi.model import Paragraph, Table
from tests.documents.grids import rows_of_texts


def write(blocks: Sequence[Paragraph | Table]) -> bytes:
    """A text file in UTF-8."""
    return "\n".join(_lines(block) for block in blocks).encode()


def _lines(block: Paragraph | Table) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return "\n".join("\t".join(text.replace("\n", "<br>") for text in row) for row in rows_of_texts(block)) + "\n"
