"""Years beside each other: what became of each promise."""

from luoshi.relating.compare import compare

__all__ = ["compare"]
