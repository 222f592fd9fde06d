"""Bytes → `Source`: the document's text and tables in reading order, then mended to what its author wrote."""

from luoshi.source.opening import open_bytes, open_source

__all__ = ["open_bytes", "open_source"]
