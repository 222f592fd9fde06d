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

# Each part of the earlier tasks is told by the others; so many tasks of a part tell enough
_PARTS, _MOST = 6, 80
# As many tasks as a unit needs before what it led counts half
_DOUBT = 3.0

Told = tuple[Example, Mapping[str, Signs]]


def tell_again(roll: Roll, examples: Sequence[Example]) -> Iterator[Told]:
    """Some of the earlier tasks, from all parts of them, with what the other parts make speak for each unit."""
    size = -(-len(examples) // _PARTS)
    step = -(-size // _MOST)
    for start in range(0, len(examples), size or 1):
        others = Scorer(roll, (*examples[:start], *examples[start + size :]))
        yield from ((each, others.read_signs(each.text)) for each in examples[start : start + size : step or 1])


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
