"""Who helps with a task, and which leader answers for it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

from luoshi.draft import Suggestion
from luoshi.relating.drafting.examples import Example
from luoshi.relating.drafting.neighbours import Neighbours
from luoshi.relating.drafting.roll import Roll

_NEIGHBOURS = 8
# Less than this is not worth a line; more units than that nobody reads
_LEAST_HELP, _MOST_HELPERS = 0.25, 6
_LEAST_LEADER, _MOST_LEADERS = 0.1, 2


class Helpers:
    """Which units stood beside which leads, and under which leader."""

    def __init__(self, roll: Roll, examples: Sequence[Example], neighbours: Neighbours) -> None:
        self._roll, self._examples, self._neighbours = roll, examples, neighbours
        self._beside: dict[str, Counter[str]] = defaultdict(Counter)
        self._led: Counter[str] = Counter()
        for example in examples:
            for lead in example.leads if example.others else ():
                self._led[lead] += 1
                self._beside[lead].update(example.others)
        self._leaders = _portfolios(roll, examples)

    def suggest(self, text: str, chances: Mapping[str, float]) -> tuple[Suggestion, ...]:
        """Units that helped with such tasks, and those that help the likely lead, the likeliest first."""
        lead = max(chances, key=lambda key: chances[key], default=None)
        likely = self._of_tasks_like(text)
        habitual = self._beside[lead] if lead else Counter[str]()
        times = self._led[lead] + 1 if lead else 1
        chance = {key: (likely[key] + habitual[key] / times) / 2 for key in (*likely, *habitual) if key != lead}
        best = nlargest(_MOST_HELPERS, chance.items(), key=lambda each: each[1])
        return tuple(Suggestion(self._roll.members[key].name, value) for key, value in best if value >= _LEAST_HELP)

    def _of_tasks_like(self, text: str) -> dict[str, float]:
        """For each unit how much of the likeness of the likest tasks is that of tasks that it had a part in."""
        shares: dict[str, float] = defaultdict(float)
        near = [(place, likeness**2) for place, likeness in self._neighbours.near(text, _NEIGHBOURS)]
        near = [(place, weight) for place, weight in near if self._examples[place].others]
        total = sum(weight for _, weight in near) or 1.0
        for place, weight in near:
            for key in (*self._examples[place].leads, *self._examples[place].others):
                shares[key] += weight / total
        return shares

    def suggest_leaders(self, chances: Mapping[str, float]) -> tuple[Suggestion, ...]:
        """The leaders in whose portfolios the likely leads are."""
        found: dict[str, float] = defaultdict(float)
        total = sum(chances.values()) or 1.0
        for key, chance in chances.items():
            for leader, share in self._leaders.get(key, {}).items():
                found[leader] += share * chance / total
        likely = nlargest(_MOST_LEADERS, found.items(), key=lambda each: each[1])
        return tuple(Suggestion(leader, chance) for leader, chance in likely if chance >= _LEAST_LEADER)


def _portfolios(roll: Roll, examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """For each unit the leaders whose tasks it led in the last year that names leaders, each with their share."""
    latest = max((example.year or 0 for example in examples if example.leaders), default=0)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        if example.leaders and (example.year or 0) == latest:
            for lead in example.leads:
                counts[lead].update(example.leaders)
    shares = {
        key: {leader: count / leaders.total() for leader, count in leaders.items()} for key, leaders in counts.items()
    }
    listed = {key: {member.leader: 1.0} for key, member in roll.members.items() if member.leader}
    return shares | listed
