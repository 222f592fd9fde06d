"""Texts that say the same: found by the pairs of characters they share."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from luoshi.checking.thresholds import Likeness
from luoshi.language.shingles import list_shingles

_NOT_A_WORD = re.compile(r"[^\w%]+")
# A pair of characters that stands in more texts than this tells nothing of any of them
_COMMON = 24
_CANDIDATES = 3


def bare_words(text: str) -> str:
    """A text without marks and white space, of one width."""
    return _NOT_A_WORD.sub("", unicodedata.normalize("NFKC", text))


def _are_alike(one: frozenset[str], other: frozenset[str], usual: Likeness) -> bool:
    """Nearly the same, or the shorter one, if it is not too short, wholly in the other."""
    shared, shorter = len(one & other), min(len(one), len(other))
    is_contained = shorter >= usual.long and shared >= usual.contained * shorter
    return shared >= usual.alike * len(one | other) or is_contained


def alike(texts: Sequence[str], usual: Likeness) -> Iterator[tuple[int, int]]:
    """Each text that says what an earlier one says, with the first such: pairs of indexes (later, earlier)."""
    sets = [frozenset(list_shingles(bare_words(text))) for text in texts]
    index: dict[str, list[int]] = {}
    for later, shingles in enumerate(sets):
        if len(shingles) < usual.shortest:
            continue
        shared = Counter(earlier for shingle in shingles for earlier in index.get(shingle, ()))
        likely = [
            earlier
            for earlier, count in shared.most_common(_CANDIDATES)
            if count * 2 >= min(len(shingles), len(sets[earlier]))
        ]
        near = [earlier for earlier in likely if _are_alike(shingles, sets[earlier], usual)]
        if near:
            yield later, min(near)
        for shingle in shingles:
            met = index.setdefault(shingle, [])
            if len(met) < _COMMON:
                met.append(later)
