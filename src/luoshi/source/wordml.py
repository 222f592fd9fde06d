"""WordprocessingML in short: its names, and the values that its properties hold."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

STRICT: Final = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""The namespace of the same elements in a file saved as “Strict Open XML”."""

OFF: Final = frozenset({"0", "false", "off", "none"})

LONGEST_NUMBER: Final = 6
"""Digits of a number in a property."""


def transitional(part: bytes) -> bytes:
    """A part of the package with the namespace that the readers know."""
    return part.replace(STRICT, W[1:-1].encode())


def value_of(node: "_Element | None", name: str) -> str | None:
    """The value of the property `name` of `node`, if it has it."""
    child = None if node is None else node.find(W + name)
    return None if child is None else child.get(W + "val")


def number_of(node: "_Element | None", name: str) -> int | None:
    """The whole number that the property `name` of `node` holds, if it does."""
    return whole(value_of(node, name))


def whole(written: str | None) -> int | None:
    """`written` as a whole number that is not negative, if it is one."""
    is_number = written is not None and written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER
    return int(written) if is_number and written else None


def is_on(node: "_Element | None", name: str) -> bool:
    """Whether the switch `name` stands in the properties `node` and is not turned off."""
    child = None if node is None else node.find(W + name)
    return child is not None and child.get(W + "val") not in OFF
