"""Which units' tasks are worded so: a complement naive Bayes over runs of one to three characters."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from luoshi.language.shingles import letters
from luoshi.relating.drafting.examples import Example

_FIGURE = re.compile(r"[0-9]+")
_LONGEST_RUN = 3
_SMOOTHING = 0.3


@lru_cache(maxsize=4096)
def list_runs(text: str, shortest: int = 1) -> Mapping[str, int]:
    """The runs of characters of a text with how often they stand there; figures, which change every year, are all 0."""
    bare = _FIGURE.sub("0", letters(text))
    lengths = range(shortest, _LONGEST_RUN + 1)
    return Counter(bare[place : place + length] for length in lengths for place in range(len(bare) - length + 1))


class Wording:
    """How the tasks of each unit are worded, as those of all others are not."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._all: Counter[str] = Counter()
        self._of: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for example in examples:
            runs = list_runs(example.told)
            self._all.update(runs)
            for unit in example.leads:
                for run, count in runs.items():
                    self._of[unit][run] += count / len(example.leads)
        self._total = self._all.total()
        self._sizes = {unit: sum(runs.values()) for unit, runs in self._of.items()}

    def score(self, text: str) -> Mapping[str, float]:
        """How well a text goes with each unit that has led: 0 for the best, the others below it."""
        known = {run: count for run, count in list_runs(text).items() if run in self._all}
        length = sum(known.values()) or 1
        scores = {unit: self._unlike_others(unit, known, length) / math.sqrt(length) for unit in self._of}
        best = max(scores.values(), default=0.0)
        return {unit: score - best for unit, score in scores.items()}

    def _unlike_others(self, unit: str, runs: Mapping[str, int], length: int) -> float:
        """The more seldom the other units' tasks use these runs, the more."""
        others = self._total - self._sizes[unit] + _SMOOTHING * len(self._all)
        return length * math.log(others) + sum(self._rarer(unit, runs))

    def _rarer(self, unit: str, runs: Mapping[str, int]) -> Iterator[float]:
        own = self._of[unit]
        for run, count in runs.items():
            if run in own:
                everywhere = self._all[run] + _SMOOTHING
                yield count * (math.log(everywhere) - math.log(everywhere - own[run]))
