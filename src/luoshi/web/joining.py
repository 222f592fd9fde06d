"""In a template a line break, with the blanks around it, is nothing: lines may be broken and indented anywhere.

A browser shows a line break between Chinese words as a blank, so that lines could not be broken where their structure
asks for it. A blank that is to be seen stands within a line, or is said: {{ " " }}. In an element's tag a line break
parts two attributes. Templates are joined once, when they are compiled; the numbers of lines stay those of the file.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.template import Node, NodeList, Origin, Template
from django.template.base import TextNode
from django.template.loaders import base, cached
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

# A break, blank lines, and the indentation of what follows; not the wide blank, which is a sign of the text
BREAK = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+")
# The marks between which an element's tag stands
EDGE = re.compile(r"([<>])")


def join_lines(text: str, *, is_in_tag: bool = False) -> tuple[str, bool]:
    """The text without line breaks, and whether it ends within an element's tag, as it may have begun."""
    joined = []
    for part in EDGE.split(text):
        is_in_tag = part == "<" or (is_in_tag and part != ">")
        joined.append(BREAK.sub(" " if is_in_tag else "", part))
    return "".join(joined), is_in_tag


class Joined(base.Loader):
    """A loader's templates, joined."""

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        """The template as the loader finds it."""
        template = super().get_template(template_name, skip)
        _join(template.nodelist, is_in_tag=False)
        return template


class Loader(cached.Loader, Joined):
    """What Django asks for: see TEMPLATES in the settings. Each template is joined when it is compiled, and kept."""


def _join(nodes: NodeList, *, is_in_tag: bool) -> bool:
    """Join the text among the nodes, in its order, and drop what is empty; whether it ends within an element's tag."""
    for node in nodes:
        if isinstance(node, TextNode):
            node.s, is_in_tag = join_lines(node.s, is_in_tag=is_in_tag)
        for inner in _lists(node):
            is_in_tag = _join(inner, is_in_tag=is_in_tag)
    nodes[:] = [node for node in nodes if not isinstance(node, TextNode) or node.s]
    return is_in_tag


def _lists(node: Node) -> Iterator[NodeList]:
    """What stands within a tag: of ours too, which do not name their lists of nodes as Django's do."""
    yield from (value for value in vars(node).values() if isinstance(value, NodeList))
    yield from (nodes for _, nodes in getattr(node, "conditions_nodelists", ()))


class JoinedLines(Extension):
    """The same for what Jinja2 compiles."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Any]:
        """The stream with the text between tags joined."""
        is_in_tag = False
        for token in stream:
            if token.type == "data":
                text, is_in_tag = join_lines(token.value, is_in_tag=is_in_tag)
                if text:
                    yield Token(token.lineno, "data", text)
            else:
                yield token
