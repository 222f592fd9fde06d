"""Who led earlier tasks with a text's words: what the tables say of a word, put right by what the government did."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from luoshi.language.duties import weigh_words
from luoshi.relating.drafting.examples import Example
from luoshi.relating.drafting.habits import share_out
from luoshi.relating.drafting.roll import Member, Roll

# As many earlier tasks with a word as one point of what the tables say of it is worth
_TABLES = 0.15
# What a unit that does a part of its kind's work has of its words, beside the office that does the whole
_PART = 0.25

Shares = Mapping[str, float]


class Customs:
    """For each word of the tables the units that led tasks with it."""

    def __init__(self, examples: Sequence[Example], roll: Roll) -> None:
        self._roll = roll
        self._of_kind = _sharers(roll)
        self._tasks: Counter[str] = Counter()
        self._led: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._tabled: dict[str, Shares] = {}
        for example in examples:
            for word in {word for word, _ in weigh_words(example.text)}:
                self._tasks[word] += 1
                for unit in example.leads:
                    self._led[word][unit] += 1 / len(example.leads)

    def score(self, text: str) -> Shares:
        """How much the words of a text say for each unit, by who led tasks with them."""
        scores: dict[str, float] = defaultdict(float)
        for word, says in weigh_words(text):
            weight = max(says.values())
            for unit, share in self._share(word, says, _TABLES * weight).items():
                scores[unit] += weight * share
        return scores

    def _share(self, word: str, says: Mapping[str, float], tables: float) -> Shares:
        """How much of the tasks with a word each unit led; `tables` is how many tasks the tables are worth."""
        shares = self._tabled.get(word)
        if shares is None:
            shares = self._tabled[word] = self._by_tables(says)
        led, tasks = self._led.get(word, {}), self._tasks[word]
        units = dict.fromkeys((*shares, *led))
        return {unit: (led.get(unit, 0.0) + tables * shares.get(unit, 0.0)) / (tasks + tables) for unit in units}

    def _by_tables(self, says: Mapping[str, float]) -> Shares:
        shares: dict[str, float] = defaultdict(float)
        total = sum(says.values())
        for kind, weight in share_out(says, self._roll).items():
            for unit, share in self._of_kind[kind].items():
                shares[unit] += share * weight / total
        return shares


def _sharers(roll: Roll) -> Mapping[str, Shares]:
    """For each kind of office the units that share its work, together 1."""
    units: dict[str, dict[str, float]] = defaultdict(dict)
    for key, member in roll.members.items():
        for kind in member.kinds:
            units[kind][key] = _claim(member)
    totals = {kind: sum(claims.values()) for kind, claims in units.items()}
    return {kind: {key: claim / totals[kind] for key, claim in claims.items()} for kind, claims in units.items()}


def _claim(member: Member) -> float:
    return (_PART if member.is_part else 1.0) / len(member.kinds)
