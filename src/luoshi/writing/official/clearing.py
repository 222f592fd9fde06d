"""What Word leaves in a template that was changed, put right before it is filled in: tracked changes, odd gaps."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from luoshi.source.wordml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_ADDED: Final = (W + "ins", W + "moveTo")
_TAKEN: Final = (W + "del", W + "moveFrom")
_OF_MARKS: Final = frozenset({W + "rPr", W + "trPr"})
"""Where a change is that of a paragraph's end, or of a row."""
_NOTES: Final = tuple(
    W + name
    for name in (
        *(f"{kind}Change" for kind in ("rPr", "pPr", "sectPr", "tblPr", "tblGrid", "tcPr", "trPr", "tblPrEx")),
        *(f"{kind}Range{edge}" for kind in ("moveFrom", "moveTo") for edge in ("Start", "End")),
    )
)
# {{ 标题 }}, whatever it is filled with
_WHOLE: Final = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}")
_GAPS: Final = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000"), " ") | dict.fromkeys(
    map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), ""
)
"""What stands for a space, and what nobody sees, within braces."""


def clear(part: "_Element") -> None:
    """Accept what was changed under Word's eyes, and make the gaps within braces plain spaces."""
    for taken in list(part.iter(*_TAKEN)):
        _take_away(taken)
    for added in list(part.iter(*_ADDED)):
        _let_stand(added)
    for note in list(part.iter(*_NOTES)):
        _remove(note)
    for paragraph in part.iter(W + "p"):
        _plain_gaps([node for node in paragraph.iter(W + "t") if node.text])


def _take_away(taken: "_Element") -> None:
    """What was deleted: a text, a row, or the end of a paragraph, which goes where nothing is left in it."""
    above = taken.getparent()
    if above is None:
        return
    if above.tag == W + "trPr":
        _remove(next(taken.iterancestors(W + "tr")))
        return
    _remove(taken)
    if above.tag == W + "rPr":
        paragraph = next(above.iterancestors(W + "p"), None)
        if paragraph is not None and not any(True for _ in _content(paragraph)):
            _remove(paragraph)


def _content(paragraph: "_Element") -> Iterator["_Element"]:
    return (each for each in paragraph if each.tag not in {W + "pPr", *_TAKEN})


def _let_stand(added: "_Element") -> None:
    """What was inserted stands as if it always had."""
    above = added.getparent()
    if above is not None and above.tag not in _OF_MARKS:
        for child in list(added):
            added.addprevious(child)
    _remove(added)


def _remove(element: "_Element") -> None:
    above = element.getparent()
    if above is not None:
        above.remove(element)


def _plain_gaps(nodes: list["_Element"]) -> None:
    """The gaps within the braces of a paragraph, whose text is cut over several nodes."""
    text = "".join(node.text or "" for node in nodes)
    if text.translate(_GAPS) == text:
        return
    inside = frozenset(place for found in _WHOLE.finditer(text) for place in range(*found.span()))
    start = 0
    for node in nodes:
        old = node.text or ""
        places = enumerate(old, start)
        node.text = "".join(each.translate(_GAPS) if place in inside else each for place, each in places)
        start += len(old)
