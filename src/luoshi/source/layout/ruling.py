"""Straight edges → rules that lie or stand."""

from typing import Final

from luoshi.source.layout.shapes import Rule, Rules

THICKEST: Final = 3.0
"""Points: a bar so thin is a line."""

_SHORTEST: Final = 2.0


def add_rule(rules: Rules, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Add an edge (or the diagonal of a thin bar) to the rules, unless it is slanted or too short."""
    (left, right), (top, bottom) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    width, height = right - left, bottom - top
    if height <= THICKEST and width >= max(_SHORTEST, height):
        rules.lying.append(Rule((top + bottom) / 2, left, right))
    elif width <= THICKEST and height >= _SHORTEST:
        rules.standing.append(Rule((left + right) / 2, top, bottom))
