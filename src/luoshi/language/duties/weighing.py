"""A text → the words in it that are somebody's business, and how much they say for each kind of office."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from luoshi.language.duties.tables import list_kinds, list_words

# Earlier tasks are looked through again for each part of them that is told by the others
_TEXTS_KEPT = 4096
# What a word says that stands in a longer one, beside what the longer one says: 停车 in 停车泊位
_INSIDE = 0.4


def find_duties(text: str) -> Iterator[str]:
    """The words of the tables that stand in a text, the longest where several begin at one place.

    >>> list(find_duties("改造农村公厕12座"))
    ['改造', '农村公厕']
    """
    return vocabulary().find(text)


def weigh_duties(text: str) -> Mapping[str, float]:
    """How much the words of a text say for each kind of office; a word that is many kinds' business says less."""
    weights: dict[str, float] = defaultdict(float)
    for _, says in weigh_words(text):
        for kind, weight in says.items():
            weights[kind] += weight
    return weights


def weigh_words(text: str) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Each word in a text, and each that stands in a longer one, with what it says for each kind of office."""
    return vocabulary().weigh(text)


class Vocabulary:
    """Words with the kinds of office whose business each is, and how much it says for each."""

    def __init__(self, words: Mapping[str, Mapping[str, float]]) -> None:
        self._words = words
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in words:
            lengths[word[0]].add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        self._says: dict[str, tuple[tuple[str, Mapping[str, float]], ...]] = {}
        self._list = lru_cache(_TEXTS_KEPT)(lambda text: tuple(self.find(text)))

    def find(self, text: str, longest: int | None = None) -> Iterator[str]:
        """The words that stand in a text, in its order, none longer than `longest`."""
        folded, place = unicodedata.normalize("NFKC", text), 0
        most = longest or len(folded)
        while place < len(folded):
            lengths = (length for length in self._lengths.get(folded[place], ()) if length <= most)
            starting = (folded[place : place + length] for length in lengths)
            found = next((word for word in starting if word in self._words), None)
            if found:
                yield found
            place += len(found) if found else 1

    def weigh(self, text: str) -> Iterator[tuple[str, Mapping[str, float]]]:
        """Each of these words and those within them, with what it says for each kind of office."""
        for word in self._list(text):
            yield from self._weigh_word(word)

    def _weigh_word(self, word: str) -> tuple[tuple[str, Mapping[str, float]], ...]:
        """The word, then the words within it, which say less; those in a word that is nobody's business nothing."""
        known = self._says.get(word)
        if known is None:
            kinds = self._words[word]
            own = {kind: strength * _telling(word, len(kinds)) for kind, strength in kinds.items()}
            inner = (each for part in self._inside(word) for each in self._weigh_word(part)) if own else ()
            less = ((part, {kind: _INSIDE * weight for kind, weight in says.items()}) for part, says in inner)
            known = self._says[word] = ((word, own), *less) if own else ()
        return known

    def _inside(self, word: str) -> Iterator[str]:
        return self.find(word, len(word) - 1) if len(word) > 1 else iter(())


@cache
def vocabulary() -> Vocabulary:
    """The words of the tables."""
    return Vocabulary(list_words())


def _telling(word: str, kinds: int) -> float:
    """1 for a word of two characters that is one kind's business only, more for a longer one, less for a common one."""
    return (1 - math.log(kinds) / math.log(len(list_kinds()))) * math.sqrt(len(word) / 2)
