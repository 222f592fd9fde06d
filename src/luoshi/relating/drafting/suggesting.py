"""Texts in the order of their document → for each the likeliest leads, with how likely and on what grounds."""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest

from luoshi.draft import Basis, Suggestion
from luoshi.language.duties import find_duties, weigh_duties
from luoshi.relating.drafting.balance import find_balance, tell_again
from luoshi.relating.drafting.examples import Example
from luoshi.relating.drafting.habits import share_out
from luoshi.relating.drafting.neighbours import Neighbours
from luoshi.relating.drafting.roll import Member, Roll
from luoshi.relating.drafting.scorer import Scorer, probabilities
from luoshi.relating.drafting.tuning import LEARNED, UNLEARNED, Tuning, odds

OFFERED = 3
# The tasks on either side of one that are looked at, and what is left to a unit that leads none of them
_BESIDE, _NONE_BESIDE = 2, 0.05
# Texts less alike than this are no grounds for anything
_LEAST_ALIKE = 0.15
_MOST_WORDS = 4
# A name that is less likely is not worth reading
_LEAST_CHANCE = 0.02

Probabilities = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Query:
    """A text to be led; what stands in one `group` stands under one heading."""

    text: str
    group: Hashable = None


@dataclass(frozen=True, slots=True)
class Chances:
    """For one text the probability of each unit, alone and in the light of the texts beside it; both calibrated.

    `margin` is how far the likeliest in that light is ahead of all others together, as the logarithm of its odds; none
    where the text alone puts another first.
    """

    alone: Probabilities
    together: Probabilities
    margin: float | None = None


class Suggester:
    """What suggests leads: the roll of units, what earlier years teach of them, and how sure that makes one."""

    def __init__(
        self, roll: Roll, examples: Sequence[Example], tuning: Tuning | None = None, *, sure: float | None = None
    ) -> None:
        self.roll, self.examples = roll, examples
        known = tuning or (LEARNED if examples else UNLEARNED)
        self.tuning = replace(known, sure=sure) if sure and examples else known
        self.scorer = Scorer(roll, examples)
        self.balance = find_balance(tell_again(roll, examples), self.tuning.weights)
        self.neighbours = Neighbours([example.text for example in examples])

    def weigh(self, queries: Sequence[Query]) -> list[Chances]:
        """The chances of every unit for each text."""
        alone = [self._alone(query.text) for query in queries]
        together = [self._beside(alone, queries, place) for place in range(len(queries))]
        return [
            Chances(self._calibrated(own), self._calibrated(beside), _margin(own, beside))
            for own, beside in zip(alone, together, strict=True)
        ]

    def find_sure(self, chances: Chances) -> str | None:
        """The unit that may be filled in: the likeliest both ways, and far enough ahead of the others."""
        surety = 0.0 if chances.margin is None else self.tuning.surety.height(chances.margin)
        return max(chances.together, key=chances.together.__getitem__) if surety >= self.tuning.sure else None

    def _alone(self, text: str) -> Probabilities:
        return probabilities(self.scorer.read_signs(text), self.tuning.weights, self.balance)

    def _calibrated(self, chances: Probabilities) -> dict[str, float]:
        return {unit: self.tuning.calibrate(chance) for unit, chance in chances.items()}

    def _beside(self, alone: Sequence[Probabilities], queries: Sequence[Query], place: int) -> dict[str, float]:
        """A text's probabilities in the light of those of the texts beside it under its heading."""
        span = range(max(0, place - _BESIDE), min(len(queries), place + _BESIDE + 1))
        beside = [other for other in span if other != place and queries[other].group == queries[place].group]
        leaning: dict[str, float] = defaultdict(float)
        for other in beside:
            for unit, chance in alone[other].items():
                leaning[unit] += chance / len(beside)
        raised = {
            unit: chance * (leaning[unit] + _NONE_BESIDE) ** self.tuning.company
            for unit, chance in alone[place].items()
        }
        total = sum(raised.values()) or 1.0
        return {unit: chance / total for unit, chance in raised.items()}

    def explain(self, text: str, chances: Chances) -> tuple[Suggestion, ...]:
        """The likeliest units with what speaks for them."""
        best = nlargest(OFFERED, chances.together.items(), key=lambda each: each[1])
        near = dict(self.neighbours.near(text, len(self.examples)))
        return tuple(
            Suggestion(self.roll.members[key].name, chance, self._basis(key, near), self._words(text, key))
            for rank, (key, chance) in enumerate(best)
            if rank == 0 or chance >= _LEAST_CHANCE
        )

    def _basis(self, key: str, near: Mapping[int, float]) -> Basis | None:
        """The likest task that a unit led, the latest where several are as like."""
        led = [place for place in near if key in self.examples[place].leads and near[place] >= _LEAST_ALIKE]
        if not led:
            return None
        place = max(led, key=lambda place: (round(near[place], 2), self.examples[place].year or 0, -place))
        example = self.examples[place]
        return Basis(example.year, example.part, example.number, example.text, near[place])

    def _words(self, text: str, key: str) -> tuple[str, ...]:
        member = self.roll.members[key]
        found = dict.fromkeys(word for word in find_duties(text) if self._is_business(word, member))
        return tuple(found)[:_MOST_WORDS]

    def _is_business(self, word: str, member: Member) -> bool:
        duties = share_out(weigh_duties(word), self.roll)
        return any(kind in member.kinds and weight >= _TELLING for kind, weight in duties.items())


def _margin(alone: Probabilities, together: Probabilities) -> float | None:
    """How far the likeliest unit in the light of the texts beside is ahead, none where it is not the text's own."""
    likeliest = max(together, key=together.__getitem__)
    return odds(together[likeliest]) if alone[likeliest] == max(alone.values()) else None


# A hint (企业, 建设) is no ground
_TELLING = 0.6
