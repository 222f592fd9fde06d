"""A text → the words in it that are somebody's business, and how much they say for each kind of office."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from luoshi.language.duties.tables import list_kinds, list_words


def find_duties(text: str) -> Iterator[str]:
    """The words of the tables that stand in a text, the longest where several begin at one place.

    >>> list(find_duties("改造农村公厕12座"))
    ['改造', '农村公厕']
    """
    return vocabulary().find(text)


def weigh_duties(text: str) -> Mapping[str, float]:
    """How much the words of a text say for each kind of office; a word that is many kinds' business says less."""
    return vocabulary().weigh(text)


class Vocabulary:
    """Words with the kinds of office whose business each is, and how much it says for each."""

    def __init__(self, words: Mapping[str, Mapping[str, float]]) -> None:
        self._words = words
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in words:
            lengths[word[0]].add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._telling = {word: _telling(word, len(kinds) or 1) for word, kinds in words.items()}

    def find(self, text: str) -> Iterator[str]:
        """The words that stand in a text, in its order."""
        folded, place = unicodedata.normalize("NFKC", text), 0
        while place < len(folded):
            starting = (folded[place : place + length] for length in self._lengths.get(folded[place], ()))
            found = next((word for word in starting if word in self._words), None)
            if found:
                yield found
            place += len(found) if found else 1

    def weigh(self, text: str) -> Mapping[str, float]:
        """What they say together for each kind of office."""
        weights: dict[str, float] = defaultdict(float)
        for word in self.find(text):
            for kind, strength in self._words[word].items():
                weights[kind] += strength * self._telling[word]
        return dict(weights)


@cache
def vocabulary() -> Vocabulary:
    """The words of the tables."""
    return Vocabulary(list_words())


def _telling(word: str, kinds: int) -> float:
    """1 for a word of two characters that is one kind's business only, more for a longer one, less for a common one."""
    return (1 - math.log(kinds) / math.log(len(list_kinds()))) * math.sqrt(len(word) / 2)
