"""Quantities of a sentence: each number with its unit, resolved to a base unit (1.5万亩 → 15000 亩)."""

from luoshi.language.quantities.finding import find_quantities
from luoshi.language.quantities.measures import rounded
from luoshi.language.quantities.spans import QuantitySpan

__all__ = ["QuantitySpan", "find_quantities", "rounded"]
