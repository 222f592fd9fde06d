"""Which earlier texts are most like a text: cosine of their runs of two and three characters, rare ones weigh more."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nlargest

from luoshi.language.shingles import letters

_FIGURE = re.compile(r"[0-9]+")
_LENGTHS = 2, 3


@lru_cache(maxsize=4096)
def _runs(text: str) -> Mapping[str, int]:
    """The runs of characters of a text with how often they stand there; figures, which change every year, are all 0."""
    bare = _FIGURE.sub("0", letters(text))
    return Counter(bare[place : place + length] for length in _LENGTHS for place in range(len(bare) - length + 1))


class Neighbours:
    """An index of texts."""

    def __init__(self, texts: Sequence[str]) -> None:
        runs = [_runs(text) for text in texts]
        self._texts_with = Counter(run for each in runs for run in each)
        self._number = len(texts)
        self._standing: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, each in enumerate(runs):
            for run, weight in self._weigh(each).items():
                self._standing[run].append((place, weight))

    def near(self, text: str, most: int) -> list[tuple[int, float]]:
        """The indices of the likest texts with their likeness, from 1 for the same words down."""
        likeness: dict[int, float] = defaultdict(float)
        for run, weight in self._weigh(_runs(text)).items():
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
