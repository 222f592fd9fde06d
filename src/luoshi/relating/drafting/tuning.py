"""What the signs weigh, and how sure the program must be: constants told by learning documents alone.

`python -m tests.gold.drafting --fit` finds them again: each year's tasks told by the other's, and by the rest of both,
another city's by the rest of its plan, and invented governments' plans by those of the years before.
"""

import math
from dataclasses import dataclass

from luoshi.relating.drafting.scorer import Signs


@dataclass(frozen=True, slots=True)
class Curve:
    """How probable odds, logarithmic, make what they speak for: a logistic curve."""

    slope: float
    offset: float

    def height(self, level: float) -> float:
        """How often what had such odds was right."""
        return 1 / (1 + math.exp(-self.slope * level - self.offset))


@dataclass(frozen=True, slots=True)
class Tuning:
    """`chance` makes of a unit's odds how often such a suggestion was right, `surety` of the first one's margin.

    From a surety of `sure` on a lead is filled in: there so many were right that it is 95 of 100 by the lower end of
    what they prove. `company` is how much the tasks beside one in its document say of its lead.
    """

    weights: Signs
    company: float
    chance: Curve
    surety: Curve
    sure: float

    def calibrate(self, probability: float) -> float:
        """How often a suggestion of this probability was right."""
        return self.chance.height(odds(probability))


def odds(probability: float) -> float:
    """The logarithm of a probability's odds, nowhere infinite."""
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(kept / (1 - kept))


LEARNED = Tuning(
    Signs(
        duty=0.5,
        share=0.16,
        custom=0.93,
        habit=1.17,
        likeness=0.5,
        presence=0.61,
        naming=0.51,
        part=-0.16,
    ),
    company=0.4,
    chance=Curve(slope=0.881, offset=0.204),
    surety=Curve(slope=0.864, offset=0.215),
    sure=0.906,
)
# Without earlier years nothing is sure enough to be filled in
UNLEARNED = Tuning(
    Signs(duty=1.8, share=1.26, habit=1.53, part=-0.62),
    company=1.0,
    chance=Curve(slope=0.605, offset=0.074),
    surety=Curve(slope=1.0, offset=0.0),
    sure=1.1,
)
