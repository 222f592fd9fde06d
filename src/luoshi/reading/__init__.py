"""A mended source → Plan | Progress | Report | Unknown, every value with its exact quote and place."""

from luoshi.reading.kind import read_source

__all__ = ["read_source"]
