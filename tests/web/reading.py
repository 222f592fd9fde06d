"""What stands on a page, by CSS selectors."""

from typing import Protocol

from django.http.response import ResponseHeaders
from selectolax.lexbor import LexborHTMLParser, LexborNode


class Answer(Protocol):
    """What a browser of the tests got."""

    status_code: int
    headers: ResponseHeaders

    @property
    def content(self) -> bytes:
        """The page."""


def find(response: Answer, selector: str) -> list[LexborNode]:
    """The elements of a page."""
    assert response.status_code == 200, response.status_code
    return LexborHTMLParser(response.content.decode()).css(selector)


def texts(response: Answer, selector: str) -> list[str]:
    """The words of the elements, their white space tidied."""
    return [" ".join(node.text().split()) for node in find(response, selector)]


def values(response: Answer, selector: str, name: str) -> list[str]:
    """An attribute of the elements."""
    return [node.attributes.get(name) or "" for node in find(response, selector)]
