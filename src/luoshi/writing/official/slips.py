"""Slips in a template that would spoil a document without a complaint: told before it is filled in."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from luoshi.source.wordml import W
from luoshi.writing.official.faults import ADVICE, list_parts, say_where, text_of

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_WHOLE: Final = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
# {{ 标题 } | { 标题 }} | ｛｛ 标题 ｝｝, where \0 stands for what is whole
_TORN: Final = re.compile(r"[{｛][{｛%][^\0]*|[^\0]*?[}%｝][}｝]")
# Three braces: 关于{{{ 标题 }}}的
_THREE: Final = re.compile(r"\{{3,}[^{}]*\}*|\{\{[^{}]*\}{3,}")
# {%p if 红头 %}, {{p 附.表格 }}: the whole paragraph, row or cell gives way to it
_GREEDY: Final = re.compile(r"\{[{%](?P<kind>p|tr|tc) [^{}]*[%}]\}")
# {% for 行 in 各行 %} or {%p if 有 %}: what begins in a cell of a table ends there
_BLOCK: Final = re.compile(r"\{%p?\s+(?P<word>if|for|endif|endfor)\b[^{}]*%\}")
_ROOMS: Final = {"p": "一段", "tr": "表格的一行", "tc": "表格的一格"}


def find_slip(document: "Document") -> str | None:
    """The sentence that tells of the first slip, `None` where there is none."""
    return next((slip for part in list_parts(document) for slip in _slips(part)), None)


def _slips(part: "_Element") -> Iterator[str]:
    for paragraph in part.iter(W + "p"):
        text = text_of(paragraph)
        if "{" in text or "｝" in text or "}" in text:
            yield from _torn(text)
            yield from _crowded(paragraph, text)
    for cell in part.iter(W + "tc"):
        yield from _unended(text_of(cell))


def _torn(text: str) -> Iterator[str]:
    """Braces that are not in pairs, or not the narrow ones."""
    for found in _THREE.finditer(text):
        told = f"模板里的“{found.group()}”多了大括号，{say_where(text)}"
        yield f"{told}；前后各要两个，写成 {{{{ 标题 }}}} 这样。{ADVICE}"
    for found in _TORN.finditer(_WHOLE.sub("\0", text)):
        yield (
            f"模板里的“{found.group().strip()}”大括号不成对，{say_where(text)}；"
            f"要用半角的，写成 {{{{ 标题 }}}}、{{%p if 红头 %}} 这样。{ADVICE}"
        )


def _crowded(paragraph: "_Element", text: str) -> Iterator[str]:
    """An instruction for a whole paragraph, row or cell that has something beside it, which would be lost."""
    for found in _GREEDY.finditer(text):
        room, kind = _ROOMS[found["kind"]], found["kind"]
        whole = paragraph if kind == "p" else next(paragraph.iterancestors(W + kind), None)
        if whole is None:
            yield f"模板里的“{found.group()}”只能写在表格里，{say_where(text)}；正文里用 {{%p … %}}。{ADVICE}"
        elif text_of(whole).strip() != found.group():
            yield f"模板里的“{found.group()}”要单独占{room}，旁边不能有别的字，{say_where(text)}。{ADVICE}"


def _unended(text: str) -> Iterator[str]:
    """An instruction of a cell that nothing in the cell ends."""
    opened: list[str] = []
    for found in _BLOCK.finditer(text):
        if not found["word"].startswith("end"):
            opened.append(found.group())
        elif opened:
            opened.pop()
    for said in opened:
        yield (
            f"模板里的“{said}”在表格的一格里有头没有尾，{say_where(text)}；"
            f"整行重复的写成 {{%tr for … %}}，整行有无的写成 {{%tr if … %}}，头尾各占一行。{ADVICE}"
        )
