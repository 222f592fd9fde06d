"""Markdown: chapters as headings, a paragraph between empty lines, pipe tables with <br> within their cells."""

import re
from collections.abc import Sequence

from luoshi.model import Paragraph, Table
from tests.documents.grids import rows_of_texts

# 一、重点工作
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、[^。]{1,40}$")
_MARKS = re.compile(r"([\\*_|#~`<>\[\]])")


def write(blocks: Sequence[Paragraph | Table]) -> bytes:
    """A Markdown file in UTF-8; it begins with a heading, for that is what it is known by."""
    first, *rest = (_lines(block) for block in blocks)
    return "\n\n".join([f"# {first}" if isinstance(blocks[0], Paragraph) else f"# \n\n{first}", *rest]).encode()


def _lines(block: Paragraph | Table) -> str:
    if isinstance(block, Paragraph):
        return ("## " if _CHAPTER.match(block.text) else "") + _MARKS.sub(r"\\\1", block.text)
    rows = rows_of_texts(block)
    lines = ["| " + " | ".join(_MARKS.sub(r"\\\1", text).replace("\n", "<br>") for text in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])
