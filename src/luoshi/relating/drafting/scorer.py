"""A text → what speaks for each unit, and how likely that makes each: signs, weighed as told earlier years best."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter, mul
from types import MappingProxyType

from luoshi.language.duties import weigh_duties
from luoshi.relating.drafting.customs import Customs
from luoshi.relating.drafting.examples import Example
from luoshi.relating.drafting.habits import Habits, share_out
from luoshi.relating.drafting.neighbours import Neighbours
from luoshi.relating.drafting.roll import Member, Roll

_NEIGHBOURS = 10
# What keeps a logarithm from running away where there is no sign at all
_NO_DUTY, _NO_CUSTOM, _NO_NEIGHBOUR = 0.5, 0.05, 0.01


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for one unit; or how much each of these signs weighs.

    `duty`: words that are its kind's business; `share`: how much of all such words; `custom`: who led tasks with these
    words; `habit`: its tasks were about such things; `likeness`: the likest ones were its own; `presence`: it had a
    part in them; `naming`: the text says its name; `part`: it does only a part of its kind's work.
    """

    duty: float = 0.0
    share: float = 0.0
    custom: float = 0.0
    habit: float = 0.0
    likeness: float = 0.0
    presence: float = 0.0
    naming: float = 0.0
    part: float = 0.0


# All signs in their order; `astuple` copies each figure, which takes longer than all the rest
_in_order = attrgetter(*(sign.name for sign in fields(Signs)))


class Scorer:
    """What tells the lead of a text, learned from examples."""

    def __init__(self, roll: Roll, examples: Sequence[Example]) -> None:
        self._roll, self._examples = roll, examples
        self._habits, self._customs = Habits(examples, roll), Customs(examples, roll)
        self._neighbours = Neighbours([example.told for example in examples])

    def read_signs(self, text: str) -> dict[str, Signs]:
        """What speaks for each unit of the roll."""
        duties = share_out(weigh_duties(text), self._roll)
        total = sum(duties.values()) or 1.0
        customs = self._customs.score(text)
        habits = self._habits.score(text)
        likeness, presence = self._votes(text)
        return {
            key: Signs(
                duty=math.log(_duty(member, duties) + _NO_DUTY),
                share=_duty(member, duties) / total,
                custom=math.log(customs.get(key, 0.0) + _NO_CUSTOM),
                habit=habits[key],
                likeness=math.log(likeness.get(key, 0.0) + _NO_NEIGHBOUR),
                presence=math.log(presence.get(key, 0.0) + _NO_NEIGHBOUR),
                naming=float(bool(member.core) and member.core in text),
                part=float(member.is_part),
            )
            for key, member in self._roll.members.items()
        }

    def _votes(self, text: str) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """The likest examples vote for their leads; and for all that had a part in them."""
        near = [(likeness, self._examples[place]) for place, likeness in self._neighbours.near(text, _NEIGHBOURS)]
        leads = _count_votes((likeness, example.leads) for likeness, example in near)
        everybody = _count_votes((likeness, (*example.leads, *example.others)) for likeness, example in near)
        return leads, everybody


def _count_votes(votes: Iterable[tuple[float, tuple[str, ...]]]) -> dict[str, float]:
    """What each unit gets of votes for several at once, each weighing the square of its likeness."""
    counted: dict[str, float] = defaultdict(float)
    for likeness, units in votes:
        for unit in units:
            counted[unit] += likeness * likeness
    return counted


def _duty(member: Member, duties: Mapping[str, float]) -> float:
    return max((duties.get(kind, 0.0) for kind in member.kinds), default=0.0)


def probabilities(
    signs: Mapping[str, Signs], weights: Signs, balance: Mapping[str, float] = MappingProxyType({})
) -> dict[str, float]:
    """The probability of each unit by what speaks for it, together 1; `balance` is added to what its signs weigh."""
    weighing = _in_order(weights)
    scores = {
        unit: sum(map(mul, weighing, _in_order(own)), start=balance.get(unit, 0.0)) for unit, own in signs.items()
    }
    highest = max(scores.values(), default=0.0)
    parts = {unit: math.exp(score - highest) for unit, score in scores.items()}
    total = sum(parts.values()) or 1.0
    return {unit: part / total for unit, part in parts.items()}
