"""Which earlier texts are most like a text: cosine of their runs of two and three characters, rare ones weigh more."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

from luoshi.relating.drafting.wording import list_runs


class Neighbours:
    """An index of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        runs = [list_runs(text, 2) for text in texts]
        self._texts_with = Counter(run for each in runs for run in each)
        self._number = len(texts)
        self._standing: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, each in enumerate(runs):
            for run, weight in self._weigh(each).items():
                self._standing[run].append((place, weight))

    def near(self, text: str, most: int) -> list[tuple[int, float]]:
        """The indices of the likest texts with their likeness, from 1 for the same words down."""
        likeness: dict[int, float] = defaultdict(float)
        for run, weight in self._weigh(list_runs(text, 2)).items():
            for place, other in self._standing.get(run, ()):
                likeness[place] += weight * other
        return nlargest(most, likeness.items(), key=lambda each: each[1])

    def _weigh(self, runs: Mapping[str, int]) -> dict[str, float]:
        """A unit vector: each run by how often it stands in the text and in how few texts."""
        weights = {
            run: (1 + math.log(count)) * math.log((1 + self._number) / (1 + self._texts_with[run]))
            for run, count in runs.items()
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {run: weight / length for run, weight in weights.items()}
