"""A title → its lines: cut between phrases, of like length, as few as will do."""

import re
from collections.abc import Iterable
from itertools import combinations, pairwise
from typing import Final

from luoshi.language.lexicon.titles import CUTS
from luoshi.writing.folding import cell_width, fold

WIDTH: Final = 20
"""Characters of 2号 on a line of 156 mm."""

_CUTS: Final = tuple((re.compile(place), cost) for place, cost in CUTS)
_MOST_LINES: Final = 4
_MOST_PLACES: Final = 14
_LINE_COST: Final = 2.0
_AIR, _FULL_COST = 2, 3.0
"""Characters that a line should leave free, and what each costs that it takes of them."""


def break_title(title: str, width: int = WIDTH) -> str:
    """The title with a newline at the end of each line but the last, none wider than `width` characters."""
    places = _places(title)
    cuts = (chosen for count in range(_MOST_LINES) for chosen in combinations(places, count))
    choices = ((sum(places[place] for place in chosen), _cut(title, chosen)) for chosen in cuts)
    fitting = [(cost + _shape(lines, width), lines) for cost, lines in choices if _widest(lines) <= width]
    return "\n".join(min(fitting)[1] if fitting else fold(title, 2 * width))


def _places(title: str) -> dict[int, float]:
    """Offsets at which the title may be cut, with what each costs; the cheapest ones of a very long title."""
    costs: dict[int, float] = {}
    for pattern, cost in _CUTS:
        for found in pattern.finditer(title):
            if 0 < found.start() < len(title):
                costs[found.start()] = min(cost, costs.get(found.start(), cost))
    cheapest = sorted(costs, key=lambda place: (costs[place], place))[:_MOST_PLACES]
    return {place: costs[place] for place in sorted(cheapest)}


def _cut(title: str, cuts: Iterable[int]) -> tuple[str, ...]:
    return tuple(title[start:end] for start, end in pairwise((0, *cuts, len(title))))


def _widest(lines: Iterable[str]) -> float:
    return max(map(cell_width, lines)) / 2


def _shape(lines: tuple[str, ...], width: int) -> float:
    """What many lines, lines of unlike length, and lines from margin to margin cost."""
    widest = _widest(lines)
    unlike = widest - min(map(cell_width, lines)) / 2
    return _LINE_COST * len(lines) + unlike / 3 + _FULL_COST * max(0, widest - width + _AIR)
