"""How much more or less each unit led than the earlier tasks, told by one another, would give it.

The signs say who does such work elsewhere or did it before; what a government leaves to a body of its own against all
custom they see too little of, whatever they weigh.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from luoshi.relating.drafting.examples import Example
from luoshi.relating.drafting.roll import Roll
from luoshi.relating.drafting.scorer import Scorer, Signs, probabilities

# The latest so many tasks tell enough, each part of them told by the others
_MOST, _PARTS = 480, 6
# As many tasks as a unit needs before what it led counts half
_DOUBT = 3.0

Told = tuple[Example, Mapping[str, Signs]]


def tell_again(roll: Roll, examples: Sequence[Example]) -> Iterator[Told]:
    """The latest of the earlier tasks, each with what the others of them make speak for each unit."""
    latest = sorted(examples, key=lambda example: -(example.year or 0))[:_MOST]
    size = -(-len(latest) // _PARTS) or 1
    for start in range(0, len(latest), size):
        others = Scorer(roll, (*latest[:start], *latest[start + size :]))
        yield from ((each, others.read_signs(each.text)) for each in latest[start : start + size])


def find_balance(told: Iterable[Told], weights: Signs) -> dict[str, float]:
    """For each unit the logarithm of how much of the leads it had against how much it was given."""
    led: dict[str, float] = defaultdict(lambda: _DOUBT)
    given: dict[str, float] = defaultdict(lambda: _DOUBT)
    for example, signs in told:
        for unit in example.leads:
            led[unit] += 1 / len(example.leads)
        for unit, chance in probabilities(signs, weights).items():
            given[unit] += chance
    return {unit: math.log(led[unit] / given[unit]) for unit in given}
