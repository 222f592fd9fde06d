"""Texts that say the same: found by the pairs of characters they share."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from luoshi.language.shingles import list_shingles

_NOT_A_WORD = re.compile(r"[^\w%]+")
# Two texts are one when they share this much of their pairs of characters
_ALIKE = 0.75
_CONTAINED = 0.95
_LONG = 16
_SHORTEST = 5
# A pair of characters that stands in more texts than this tells nothing of any of them
_COMMON = 24
_CANDIDATES = 3


def bare_words(text: str) -> str:
    """A text without marks and white space, of one width."""
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKC", text))


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Nearly the same, or the shorter one, if it is not too short, wholly in the other."""
    shared, shorter = len(one & other), min(len(one), len(other))
    return shared >= _ALIKE * len(one | other) or (shorter >= _LONG and shared >= _CONTAINED * shorter)


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each text that says what an earlier one says, with the first such: pairs of indexes (later, earlier)."""
    sets = [frozenset(list_shingles(bare_words(text))) for text in texts]
    index: dict[str, list[int]] = {}
    for later, shingles in enumerate(sets):
        if len(shingles) < _SHORTEST:
            continue
        shared = Counter(earlier for shingle in shingles for earlier in index.get(shingle, ()))
        likely = [
            earlier
            for earlier, count in shared.most_common(_CANDIDATES)
            if count * 2 >= min(len(shingles), len(sets[earlier]))
        ]
        near = [earlier for earlier in likely if _are_alike(shingles, sets[earlier])]
        if near:
            yield later, min(near)
        for shingle in shingles:
            met = index.setdefault(shingle, [])
            if len(met) < _COMMON:
                met.append(later)
