"""The text of a Word paragraph: its runs as they are printed, without what is deleted, hidden or a footnote."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from luoshi.source.encoding import drop_unseen
from luoshi.source.wordml import MC, M, W, is_on, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

PAGE_END: Final = "\f"
"""Stands in the text where the author ended a page."""

RENDERED_END: Final = "\v"
"""Stands in the text where a page ended when Word last drew the document."""

SIGNS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": "",
    W + "lastRenderedPageBreak": RENDERED_END,
}

# Content that is not printed where it stands: properties, deletions, field codes, notes, the reading of a ruby.
UNPRINTED: Final = frozenset(
    W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "rt", "rubyPr",
        "footnoteReference", "endnoteReference", "annotationRef", "commentReference", "fldData",
    )
)  # fmt: skip

LEAVES: Final = frozenset({*SIGNS, W + "t", M + "t", W + "br", W + "sym", W + "txbxContent"})

# Signs that Word writes by their place in a symbol font: the mark of a lead unit is often one of these.
SYMBOLS: Final = {
    ("Wingdings 3", 0x70): "▲",
    ("Wingdings", 0xAB): "★",
    ("Wingdings", 0x6C): "●",
    ("Wingdings", 0x6E): "■",
    ("Wingdings", 0x75): "◆",
    ("Wingdings", 0xFC): "√",
    ("Wingdings 2", 0x50): "√",
    ("Wingdings 2", 0x52): "☑",
}

PRIVATE: Final = range(0xF000, 0xF100)
"""Where Word puts the characters of symbol fonts."""

SURROGATES: Final = range(0xD800, 0xE000)
"""Halves of characters, which are none by themselves."""


def read_runs(paragraph: "_Element", hidden: frozenset[str]) -> tuple[str, list["_Element"]]:
    """The paragraph's text, "\\n" at its line breaks, and the text boxes that are anchored in it.

    `hidden` names the character styles whose text is not shown.
    """
    pieces: list[str] = []
    boxes: list[_Element] = []
    for leaf in _leaves(paragraph, hidden):
        if leaf.tag == W + "txbxContent":
            boxes.append(leaf)
        else:
            pieces.append(_printed(leaf))
    return "".join(pieces), boxes


def read_hidden_styles(styles: "_Element | None") -> frozenset[str]:
    """Names of the character styles that hide their text."""
    nodes = () if styles is None else styles.iterfind(W + "style")
    return frozenset(node.get(W + "styleId") or "" for node in nodes if is_on(node.find(W + "rPr"), "vanish"))


def _leaves(paragraph: "_Element", hidden: frozenset[str]) -> Iterator["_Element"]:
    """What is printed of a paragraph, in order, without recursion."""
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.tag in LEAVES:
            yield node
        elif node.tag == MC + "AlternateContent":
            stack.extend(_chosen(node))
        elif node.tag not in UNPRINTED and not _is_hidden(node, hidden):
            stack.extend(reversed(node))


def _chosen(alternatives: "_Element") -> list["_Element"]:
    """One of the alternatives: they say the same for newer and older programs."""
    chosen = alternatives.find(MC + "Choice")
    if chosen is None:
        chosen = alternatives.find(MC + "Fallback")
    return [] if chosen is None else [chosen]


def _is_hidden(node: "_Element", hidden: frozenset[str]) -> bool:
    properties = node.find(W + "rPr") if node.tag == W + "r" else None
    return properties is not None and (is_on(properties, "vanish") or value_of(properties, "rStyle") in hidden)


def _printed(leaf: "_Element") -> str:
    if leaf.tag == W + "br":
        return "\n" + PAGE_END if leaf.get(W + "type") == "page" else "\n"
    if leaf.tag == W + "sym":
        return _symbol(leaf.get(W + "font") or "", leaf.get(W + "char") or "")
    if leaf.tag in SIGNS:
        return SIGNS[str(leaf.tag)]
    return drop_unseen(leaf.text or "").replace("\n", " ")


def _symbol(font: str, written: str) -> str:
    """A sign of a symbol font as a character, or nothing where none stands for it."""
    try:
        code = int(written[:4], 16)
    except ValueError:
        return ""
    known = SYMBOLS.get((font, code & 0xFF))
    if known or code in PRIVATE or not code:
        return known or ""
    return drop_unseen(chr(code)) if code not in SURROGATES else ""
