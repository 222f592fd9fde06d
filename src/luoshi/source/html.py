"""HTML → blocks: a paragraph a block element, a table a grid; a page laid out with tables is no table."""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from luoshi.model import Cell, Paragraph, Table
from luoshi.source import sandbox
from luoshi.source.encoding import decode_page
from luoshi.source.grid import find_grids, read_grid
from luoshi.source.ordinal import draw
from luoshi.source.walk import is_break, read_number, walk

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# White space that a browser folds to one space; the ideographic indent stays.
FOLDED: Final = re.compile(r"[ \t\n\r\f]+")

# A list item whose author wrote the number as text: "1. 新建公园", "（一）…"
NUMBERED: Final = re.compile(r"[（(]?[\d一二三四五六七八九十]{1,4}[.．、)）]")

TRUSTED_CHARACTERS: Final = 49_152
"""Characters of a page that is read in our own process: parsing takes time with the square of the depth of nesting."""

LINE: Final = "\n"

DEFINITIONS: Final = frozenset({"dt", "dd"})

# <b>责任单位</b><span>…
LABEL: Final = re.compile(r"[\u4e00-\u9fff]{2,10}")

LONGEST_COUNT: Final = 4
"""Figures of the number of an item."""

NEAR: Final = 8
"""Nodes looked at to find how a list item begins."""

# How HTML names the styles of `ordinal`.
LIST_TYPES: Final = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """Blocks of a page; scripts, navigation and what is hidden are left out. Raises `UnknownFormat` for no text."""
    return read_page(decode_page(content))


def read_page(text: str) -> tuple[Paragraph | Table, ...]:
    """Blocks of a page, or of a piece of one, that is text already; a large one is read in the sandbox."""
    if len(text) <= TRUSTED_CHARACTERS:
        return tuple(parse_page(text))
    return tuple(
        Paragraph(block) if isinstance(block, str) else Table(tuple(_cell(*cell) for cell in block))
        for block in json.loads(sandbox.run("luoshi.source.page", text.encode()))
    )


def parse_page(text: str) -> Iterator[Paragraph | Table]:
    """Blocks of a page, read here and now."""
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(text).body
    return iter(()) if body is None else _blocks(body)


def _cell(row: int, column: int, row_span: int, column_span: int, text: str) -> Cell:
    return Cell(row, column, text, row_span, column_span)


def _blocks(body: "LexborNode") -> Iterator[Paragraph | Table]:
    pieces: list[str] = []
    for token in _tokens(body, find_grids(body)):
        if isinstance(token, str) and token != LINE:
            pieces.append(token)
            continue
        yield from map(Paragraph, fold("".join(pieces)))
        pieces.clear()
        if not isinstance(token, str):
            yield Table(read_grid(token, _cell_text))
    yield from map(Paragraph, fold("".join(pieces)))


def fold(line: str) -> Iterator[str]:
    """The text of a line as a browser shows it, if it shows any."""
    shown = FOLDED.sub(" ", line).strip(" ").replace("\xa0", " ").rstrip()
    if shown.strip():
        yield shown


def _cell_text(cell: "LexborNode") -> str:
    """Lines of a cell; a table inside one is its text."""
    text = "".join(token for token in _tokens(cell, frozenset()) if isinstance(token, str))
    return LINE.join(shown.strip() for line in text.split(LINE) for shown in fold(line))


def _tokens(root: "LexborNode", grids: frozenset[int]) -> Iterator["str | LexborNode"]:
    """The text under `root` cut by `LINE` where a line ends, and each grid as its node."""
    counts: dict[int, int] = {}
    mark = ""
    is_defined = False  # within an item of a definition list
    for node, is_entering in walk(root, grids):
        if is_defined and is_entering:
            yield _joint(node)
        if node.is_text_node:
            words = node.text_content or ""
            yield from (mark, *_words(node, words)) if words.strip() else (" ",)
            mark = "" if words.strip() else mark
        elif is_entering and node.mem_id in grids:
            yield from (LINE, node)
        elif is_break(node):
            yield LINE
            mark = _item_mark(node, counts) if is_entering and node.tag == "li" else mark
            is_defined = is_entering and node.tag in DEFINITIONS


def _joint(node: "LexborNode") -> str:
    """What a style sheet shows between the first element of an item of a definition list and what stands behind it.

    A number ends with a stop, as in <dt><em>1</em>新建公园; a label with a colon: <dd><b>责任单位</b><span>水利局.
    """
    before, item = node.prev, node.parent
    if before is None or before.is_text_node or before.prev is not None or item is None:
        return ""
    if item.tag not in DEFINITIONS or is_break(before):
        return ""
    words = before.text().strip()
    if words.isdecimal() and len(words) < LONGEST_COUNT:
        return ". "
    return "：" if not node.is_text_node and LABEL.fullmatch(words) else ""


def _words(node: "LexborNode", words: str) -> Iterator[str]:
    """The words of a text node; in “pre” each line is one."""
    if node.parent is not None and node.parent.tag == "pre":
        yield from re.split(f"({LINE})", words)
    else:
        yield FOLDED.sub(" ", words)


def _item_mark(item: "LexborNode", counts: dict[int, int]) -> str:
    """The number that a browser draws before `item`; bullets are dropped, and numbers that the author wrote stay."""
    parent = item.parent
    if parent is None or parent.tag != "ol":
        return ""
    count = counts.get(parent.mem_id, read_number(parent, "start", 1) - 1) + 1
    count = counts[parent.mem_id] = read_number(item, "value", count)
    if "none" in (parent.attributes.get("style") or "") or NUMBERED.match(_first_words(item)):
        return ""
    return draw(LIST_TYPES.get(parent.attributes.get("type") or "", "decimal"), count) + ". "


def _first_words(item: "LexborNode") -> str:
    """What a list item begins with, as far as it stands near the surface."""
    node = item.child
    for _ in range(NEAR):
        if node is None or (node.is_text_node and (node.text_content or "").strip()):
            break
        node = node.next if node.is_text_node else node.child
    return (node.text_content or "").strip() if node is not None else ""
