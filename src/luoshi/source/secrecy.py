"""Secrecy marks: a document that bears one may not be on this system and is refused."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from luoshi.errors import Classified
from luoshi.model import Paragraph, Table

_HEAD = 30  # blocks, lines or cells: where a mark is printed

# 机密★10年 | 密级：秘密 | 绝 密
_MARK = re.compile(r"(?:密\s*级\s*[：:]\s*)?(?P<degree>绝\s*密|机\s*密|秘\s*密)\s*(?:[★☆*]\s*.{0,8})?")


def refuse_classified(blocks: Sequence[Paragraph | Table]) -> None:
    """Raises `Classified` when a line or a cell of the document's head is a secrecy mark and nothing else."""
    for text in islice(_head_texts(blocks), _HEAD):
        found = _MARK.fullmatch(text.strip())
        if found:
            degree = "".join(found["degree"].split())
            raise Classified(f"文件标有“{degree}”，不得在本系统中处理；请删除这份副本，按保密规定办理。")


def _head_texts(blocks: Sequence[Paragraph | Table]) -> Iterator[str]:
    for block in islice(blocks, _HEAD):
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for cell in islice(block.cells, _HEAD))
