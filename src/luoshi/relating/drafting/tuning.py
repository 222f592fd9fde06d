"""What the signs weigh, and how sure the program must be: constants told by learning documents alone.

`python -m tests.gold.drafting --fit` finds them again: each year's tasks told by the other's, and by the rest of both,
another city's by the rest of its plan.
"""

import math
from dataclasses import dataclass

from luoshi.relating.drafting.scorer import Signs


@dataclass(frozen=True, slots=True)
class Margin:
    """How far the likeliest unit of a text is ahead; or how much each of these weighs.

    `odds`: its chance in the light of the texts beside, against all others', logarithmic; `kinship`: by how much it is
    before the next in this sign, or behind the first. Tasks about one thing vote for one unit however many there are:
    where the odds rest on that, they are less sure.
    """

    odds: float
    kinship: float = 0.0


@dataclass(frozen=True, slots=True)
class Curve:
    """How much of `along` makes how probable: a logistic curve."""

    along: Margin
    offset: float

    def height(self, margin: Margin) -> float:
        """How often what is ahead by such a margin was right."""
        level = self.along.odds * margin.odds + self.along.kinship * margin.kinship + self.offset
        return 1 / (1 + math.exp(-level))


@dataclass(frozen=True, slots=True)
class Tuning:
    """`chance` makes of a unit's odds how often such a suggestion was right, `surety` of the first one's margin.

    From a surety of `sure` on a lead is filled in: there so many were right that it is 97 of 100 by the lower end of
    what they prove. `company` is how much the tasks beside one in its document say of its lead.
    """

    weights: Signs
    company: float
    chance: Curve
    surety: Curve
    sure: float

    def calibrate(self, probability: float) -> float:
        """How often a suggestion of this probability was right."""
        return self.chance.height(Margin(odds(probability)))


def odds(probability: float) -> float:
    """The logarithm of a probability's odds, nowhere infinite."""
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(kept / (1 - kept))


LEARNED = Tuning(
    Signs(
        duty=0.77,
        share=0.21,
        custom=0.73,
        habit=0.63,
        kinship=0.29,
        likeness=0.29,
        presence=0.47,
        naming=0.52,
        part=-0.17,
    ),
    company=0.4,
    chance=Curve(Margin(odds=0.876), offset=0.192),
    surety=Curve(Margin(odds=1.162, kinship=-0.253), offset=-0.033),
    sure=0.933,
)
# Without earlier years nothing is sure enough to be filled in
UNLEARNED = Tuning(
    Signs(duty=1.80, share=1.26, habit=1.53, part=-0.58),
    company=1.0,
    chance=Curve(Margin(odds=0.607), offset=0.076),
    surety=Curve(Margin(odds=0.0), offset=0.0),
    sure=1.1,
)
