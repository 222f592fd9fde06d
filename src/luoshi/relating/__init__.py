"""Years beside each other: what became of each promise."""

from luoshi.relating.compare import compare, trace
from luoshi.relating.promises import whole_text

__all__ = ["compare", "trace", "whole_text"]
