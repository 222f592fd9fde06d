"""Word's style of titles, and those made from it: where a line ends in one of them is a matter of layout."""

from typing import TYPE_CHECKING, Final

from luoshi.source.wordml import W, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

TITLE: Final = "title"
"""What Word calls its own style of titles, in every language."""


def read_title_styles(styles: "_Element | None") -> frozenset[str]:
    """Keys of the style of titles, and of those that are made from it."""
    nodes = {} if styles is None else {node.get(W + "styleId") or "": node for node in styles.iterfind(W + "style")}
    found = {key for key, node in nodes.items() if (value_of(node, "name") or "").lower() == TITLE}
    made: dict[str, set[str]] = {}
    for key, node in nodes.items():
        made.setdefault(value_of(node, "basedOn") or "", set()).add(key)
    waiting = list(found)
    while waiting:
        new = made.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return frozenset(found)
