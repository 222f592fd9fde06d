"""Which of many texts is nearest to one: a task that was reworded is found again."""

from collections import Counter
from collections.abc import Iterator, Sequence

from luoshi.language.shingles import letters, list_shingles

# Two texts that share this much of their pairs of characters are one task.
LEAST = 0.5
# A pair of characters that stands in more texts than this tells none apart.
COMMONEST = 60
# As many texts that share the most telling pairs are compared whole.
CLOSEST = 8


def find_closest(texts: Sequence[str], among: Sequence[str]) -> Iterator[int | None]:
    """For each text the place of the one that is most like it, the first of equals; None where none is like it."""
    pairs = [_pairs(text) for text in among]
    places: dict[str, list[int]] = {}
    for place, each in enumerate(pairs):
        for pair in each:
            places.setdefault(pair, []).append(place)
    for text in texts:
        yield _closest(_pairs(text), pairs, places)


def _closest(own: frozenset[str], pairs: Sequence[frozenset[str]], places: dict[str, list[int]]) -> int | None:
    telling = (places[pair] for pair in own if len(places.get(pair, ())) in range(1, COMMONEST + 1))
    shared = Counter(place for listed in telling for place in listed)
    scores = [
        (2 * len(own & pairs[place]) / (len(own) + len(pairs[place])), -place)
        for place, _ in shared.most_common(CLOSEST)
    ]
    score, place = max(scores, default=(0.0, 0))
    return -place if score >= LEAST else None


def _pairs(text: str) -> frozenset[str]:
    return frozenset(list_shingles(letters(text)))
