"""What the signs weigh, and how sure the program must be: constants told by earlier years alone.

`python -m tests.gold.drafting --fit` finds them again: each year's tasks told by the other's, and by the rest of both.
"""

import math
from dataclasses import dataclass

from luoshi.relating.drafting.scorer import Signs


@dataclass(frozen=True, slots=True)
class Tuning:
    """`slope` and `offset` make of a score's probability how often such suggestions were right.

    From `sure` on nineteen of twenty were right, and a lead is filled in. `company` is how much the tasks beside one
    in its document say of its lead.
    """

    weights: Signs
    slope: float
    offset: float
    sure: float
    company: float

    def calibrate(self, probability: float) -> float:
        """How often a suggestion of this probability was right."""
        return 1 / (1 + math.exp(-(self.slope * _logit(probability) + self.offset)))


def _logit(probability: float) -> float:
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(kept / (1 - kept))


LEARNED = Tuning(
    Signs(
        duty=1.42,
        share=0.54,
        habit=1.0,
        kinship=0.22,
        wording=0.57,
        likeness=0.35,
        presence=0.65,
        practice=0.1,
        naming=0.4,
        part=-0.51,
    ),
    slope=0.657,
    offset=0.0,
    sure=0.881,
    company=0.8,
)
# Without earlier years nothing is sure enough to be filled in
UNLEARNED = Tuning(
    Signs(
        duty=1.86,
        share=1.01,
        habit=1.43,
        kinship=0.0,
        wording=0.0,
        likeness=0.0,
        presence=0.0,
        practice=0.0,
        naming=0.0,
        part=-0.17,
    ),
    slope=0.628,
    offset=0.063,
    sure=1.1,
    company=0.8,
)
