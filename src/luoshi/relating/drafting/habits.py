"""What each unit's tasks are about: the kinds of office whose words they use, and those that its name tells."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from luoshi.language.duties import list_kinds, weigh_duties
from luoshi.relating.drafting.examples import Example
from luoshi.relating.drafting.roll import Member, Roll

# As many tasks of a unit as its name is worth
_BY_NAME = 2.0
# What a kind's work says for the office that does it in its stead
_IN_STEAD = 0.8


def share_out(weights: Mapping[str, float], roll: Roll) -> Mapping[str, float]:
    """The weights of kinds of office; that of a kind that the roll has not goes to the kind that does its work."""
    present = {kind for member in roll.members.values() for kind in member.kinds}
    shared: dict[str, float] = defaultdict(float)
    for kind, weight in weights.items():
        stand_in = next((other for other in list_kinds()[kind].within if other in present), None)
        if kind in present:
            shared[kind] += weight
        elif stand_in:
            shared[stand_in] += _IN_STEAD * weight
    return shared


class Habits:
    """What each unit of a roll usually does."""

    def __init__(self, examples: Sequence[Example], roll: Roll) -> None:
        sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for example in examples:
            direction = _direction(weigh_duties(example.text))
            for unit in example.leads:
                _add(sums[unit], direction)
        for key, member in roll.members.items():
            _add(sums[key], _by_name(member))
        self._directions = {unit: _normal(weights) for unit, weights in sums.items()}

    def score(self, text: str) -> Mapping[str, float]:
        """How alike the text and each unit's habits are, from 0 to 1."""
        direction = _direction(weigh_duties(text))
        return {unit: _product(direction, own) for unit, own in self._directions.items()}


def _by_name(member: Member) -> dict[str, float]:
    listed = _direction(weigh_duties("，".join(member.duties)))
    own = {kind: _BY_NAME / len(member.kinds) for kind in member.kinds}
    _add(own, {kind: _BY_NAME * weight for kind, weight in listed.items()})
    return own


def _add(weights: dict[str, float], others: Mapping[str, float]) -> None:
    for kind, weight in others.items():
        weights[kind] = weights.get(kind, 0.0) + weight


def _direction(weights: Mapping[str, float]) -> dict[str, float]:
    return _normal({kind: math.sqrt(weight) for kind, weight in weights.items()})


def _normal(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {kind: weight / length for kind, weight in weights.items()}


def _product(some: Mapping[str, float], others: Mapping[str, float]) -> float:
    return sum(weight * others.get(kind, 0.0) for kind, weight in some.items())
