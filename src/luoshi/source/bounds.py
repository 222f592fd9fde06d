"""How much Luoshi takes in: each bound is far above any real document and far below what would harm a machine."""

from typing import Final

from luoshi.errors import TooLarge
from luoshi.model import Paragraph, Table

MEBIBYTE: Final = 1024 * 1024

FILE_BYTES: Final = 64 * MEBIBYTE
"""Bytes of a file as it comes."""

TEXT_BYTES: Final = 32 * MEBIBYTE
"""Bytes of a plain text, Markdown, CSV or HTML file."""

UNPACKED_BYTES: Final = 256 * MEBIBYTE
"""Bytes of all members of an archive (docx, xlsx, ods, ofd) once unpacked."""

MEMBERS: Final = 10_000
"""Members of an archive."""

UNPACKING_RATIO: Final = 200
"""Unpacked bytes for each packed byte of an archive, asked only beyond `UNPACKING_GRACE`."""

UNPACKING_GRACE: Final = 8 * MEBIBYTE
"""Unpacked bytes below which the ratio does not matter: a sheet of equal cells packs very well."""

CHARACTERS: Final = 4_000_000
"""Characters of text in all blocks: a hundred breakdowns of a large city."""

BLOCKS: Final = 200_000
"""Paragraphs and tables."""

CELLS: Final = 500_000
"""Cells of all tables."""

AREA: Final = 4_000_000
"""Rows times columns of one table: spans and far-off cells make a small file describe a vast one."""

CONVERSION_SECONDS: Final = 120
"""Time for LibreOffice to convert a file of the old Word format."""

CONVERSION_BYTES: Final = 4096 * MEBIBYTE
"""Address space for LibreOffice while it converts."""


def check_bytes(count: int, bound: int = FILE_BYTES) -> None:
    """Raise `TooLarge` when `count` bytes pass `bound`."""
    if count > bound:
        raise TooLarge(f"文件超过{bound // MEBIBYTE}兆字节，请拆分后，或只导出正文和表格后再导入。")


def check_blocks(blocks: tuple[Paragraph | Table, ...]) -> None:
    """Raise `TooLarge` when the blocks are too many or hold too many cells or characters."""
    cells = sum(len(block.cells) for block in blocks if isinstance(block, Table))
    if len(blocks) > BLOCKS or cells > CELLS or sum(map(_length, blocks)) > CHARACTERS:
        limits = f"{CHARACTERS // 10_000}万字、{CELLS // 10_000}万个单元格或{BLOCKS // 10_000}万段"
        raise TooLarge(f"文件内容超过{limits}，请拆分后再导入。")
    for block in blocks:
        if isinstance(block, Table):
            height = max((cell.row + cell.row_span for cell in block.cells), default=0)
            check_area(height, max((cell.column + cell.column_span for cell in block.cells), default=0))


def check_area(height: int, width: int) -> None:
    """Raise `TooLarge` when a table of `height` rows and `width` columns is larger than any that people fill in."""
    if height * width > AREA:
        raise TooLarge("表格的行列过多（可能在很远的空白处留有内容），请删去多余的行和列后再导入。")


def _length(block: Paragraph | Table) -> int:
    """Characters of text in one block."""
    if isinstance(block, Paragraph):
        return len(block.text)
    return sum(len(cell.text) for cell in block.cells)
