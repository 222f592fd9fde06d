"""Whether the indentation of a template shows its structure."""

import re
from collections.abc import Iterator
from typing import Final

STEP: Final = 2
# {% for task in tasks %}, {{ task.text }}, {# why #}, </li>, <li, > and />
TOKEN: Final = re.compile(
    r"""
      \{%-?\s*(?P<tag>\w+).*?%\} | \{\{.*?\}\} | \{\#.*?\#\}
    | </(?P<closed>[a-z]\w*)\s*>
    | <(?P<opened>[a-z]\w*)
    | (?P<end>/?>)
    """,
    re.VERBOSE | re.DOTALL,
)
# Elements that hold nothing
VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta"})
BRANCHES: Final = frozenset({"elif", "else", "empty"})


class Depth:
    """How many elements and tags are open at a place of a template."""

    def __init__(self, template: str) -> None:
        self.blocks = frozenset(re.findall(r"\{%-?\s*end(\w+)", template))
        self.open = 0
        self.element = ""
        """The element in whose tag the place is."""

    def column_of(self, line: str) -> int:
        """Where a line should begin: as deep as what is open before it, less what it begins by closing."""
        token = TOKEN.match(line.lstrip(" "))
        return STEP * (self.open - (token is not None and self._goes_back(token)))

    def _goes_back(self, token: re.Match[str]) -> bool:
        name = token["tag"] or ""
        is_end = bool(token["end"] and self.element)
        return is_end or bool(token["closed"]) or name in BRANCHES or name.removeprefix("end") in self.blocks - {name}

    def pass_over(self, token: re.Match[str]) -> None:
        """Take account of a token."""
        name = token["tag"] or ""
        if token["opened"]:
            self.open, self.element = self.open + 1, token["opened"]
        elif token["end"] and self.element:
            self.open -= token["end"] == "/>" or self.element in VOID
            self.element = ""
        elif token["closed"] or (name.startswith("end") and name.removeprefix("end") in self.blocks):
            self.open -= 1
        elif name in self.blocks:
            self.open += 1


def list_misplaced(template: str) -> Iterator[str]:
    """Lines that begin elsewhere than they should: their number, and the column that is theirs."""
    depth = Depth(template)
    for number, line in enumerate(template.splitlines(), 1):
        column = depth.column_of(line)
        if line and len(line) - len(line.lstrip(" ")) != column:
            yield f"{number}: {column}"
        for token in TOKEN.finditer(line):
            depth.pass_over(token)
    if depth.open:
        yield "open at the end"
