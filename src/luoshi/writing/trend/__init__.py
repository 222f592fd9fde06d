"""The metrics of several years as a picture: a line a metric, every figure written out."""

from luoshi.writing.trend.png import write_png
from luoshi.writing.trend.svg import write_svg

__all__ = ["write_png", "write_svg"]
