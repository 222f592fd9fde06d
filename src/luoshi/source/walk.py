"""A page's tree in reading order without recursion: pages nest as deep as their makers like."""

import re
from collections.abc import Container, Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Elements that a browser puts on lines of their own.
BREAKING: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr", "ul",
})  # fmt: skip

# Elements whose text is not the document's.
UNREAD: Final = frozenset({
    "-comment", "button", "canvas", "colgroup", "head", "iframe", "map", "math", "nav", "noscript", "object",
    "script", "select", "style", "svg", "template", "textarea",
})  # fmt: skip

# A style that hides: "color: red; display : none"
CONCEALED: Final = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)

LONGEST_NUMBER: Final = 5
"""Digits of a number in an attribute; no list and no span is longer."""


def walk(root: "LexborNode", closed: Container[int]) -> Iterator[tuple["LexborNode", bool]]:
    """Each visible node under `root` as (node, True), and once more as (node, False) behind what it holds.

    What nodes with a `mem_id` in `closed` hold is passed over.
    """
    node = root.child
    depth = 1
    while node is not None and depth:
        is_seen = is_visible(node)
        if is_seen:
            yield node, True
        if is_seen and node.mem_id not in closed and node.child is not None:
            node, depth = node.child, depth + 1
            continue
        while node.next is None and depth > 1 and node.parent is not None:
            node, depth = node.parent, depth - 1
            yield node, False
        node = node.next


def is_visible(node: "LexborNode") -> bool:
    """Whether a browser shows the node."""
    if node.is_text_node:
        return True
    if node.tag is None or node.tag in UNREAD:
        return False
    attributes = node.attributes
    return "hidden" not in attributes and not CONCEALED.search(attributes.get("style") or "")


def is_break(node: "LexborNode") -> bool:
    """Whether a line ends where the node begins or ends."""
    return node.tag in BREAKING


def read_number(node: "LexborNode", name: str, otherwise: int) -> int:
    """The whole number that attribute `name` says, or `otherwise`."""
    written = (node.attributes.get(name) or "").strip()
    is_number = written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER
    return int(written) if is_number else otherwise
