"""What the signs weigh, and how sure the program must be: constants told by learning documents alone.

`python -m tests.gold.drafting --fit` finds them again: each year's tasks told by the other's, and by the rest of both,
another city's by the rest of its plan.
"""

import math
from dataclasses import dataclass

from luoshi.relating.drafting.scorer import Signs


@dataclass(frozen=True, slots=True)
class Tuning:
    """`slope` and `offset` make of a score's probability how often such suggestions were right.

    From `sure` on 97 of 100 were right there, and a lead is filled in. `company` is how much the tasks beside one
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
        duty=0.81,
        share=0.22,
        custom=0.73,
        habit=0.69,
        kinship=0.28,
        wording=0.09,
        likeness=0.24,
        presence=0.46,
        practice=-0.12,
        naming=0.48,
        part=-0.19,
    ),
    slope=0.856,
    offset=0.174,
    sure=0.899,
    company=0.4,
)
# Without earlier years nothing is sure enough to be filled in
UNLEARNED = Tuning(
    Signs(
        duty=1.84,
        share=1.28,
        custom=0.0,
        habit=1.56,
        kinship=0.0,
        wording=0.0,
        likeness=0.0,
        presence=0.0,
        practice=0.0,
        naming=0.0,
        part=-0.48,
    ),
    slope=0.567,
    offset=0.063,
    sure=1.1,
    company=1.0,
)
