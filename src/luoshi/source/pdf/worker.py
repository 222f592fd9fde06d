"""Reads a PDF, inside the sandbox."""

from luoshi.source.layout.arrangement import arrange
from luoshi.source.layout.wire import encode
from luoshi.source.pdf.library import load_library
from luoshi.source.pdf.pages import read_pages


def work(content: bytes) -> bytes:
    """The blocks of the document, as `wire` writes them. Raises `SourceError`."""
    return encode(arrange(read_pages(load_library(), content)))
