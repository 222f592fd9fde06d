"""Bytes → `Source`: the document's text and tables in reading order, then mended to what its author wrote."""

from luoshi.source.mend import mend
from luoshi.source.opening import open_bytes, open_source

__all__ = ["mend", "open_bytes", "open_source"]
