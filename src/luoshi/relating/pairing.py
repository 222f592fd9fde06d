"""Which promise of a later year goes on from which of an earlier one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter

from luoshi.relating.likeness import Profile, Weights, likeness

# Two promises at least so alike are one.
LEAST = 0.3
# A pair of characters that stands in more promises than this tells none apart.
COMMONEST = 60
# As many promises that share the most telling pairs are compared whole.
CLOSEST = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Places of an earlier and a later promise that are one; `is_main` where none of the earlier is more alike."""

    earlier: int
    later: int
    likeness: float
    is_main: bool


def find_pairs(earlier: Sequence[Profile], later: Sequence[Profile], weights: Weights) -> tuple[Pair, ...]:
    """The pairs in which at least one promise is the other's likest, the likest pair first.

    Each later promise has at most one main pair; in the others an earlier promise was merged into it.
    """
    near = find_near(earlier, later, weights)
    alike = ((likeness(earlier[before], later[after], weights), before, after) for before, after in near)
    scored = [each for each in alike if each[0] >= LEAST]
    scored.sort(key=lambda each: (-each[0], each[1], each[2]))
    likest: dict[int, int] = {}
    heir: dict[int, int] = {}
    for _, before, after in scored:
        likest.setdefault(after, before)
        heir.setdefault(before, after)
    return tuple(
        Pair(before, after, score, is_main=likest[after] == before)
        for score, before, after in scored
        if likest[after] == before or heir[before] == after
    )


def find_near(earlier: Sequence[Profile], later: Sequence[Profile], weights: Weights) -> Iterator[tuple[int, int]]:
    """Places of an earlier and a later promise, for each later one those that share the most telling words with it."""
    places: dict[str, list[int]] = {}
    for before, profile in enumerate(earlier):
        for each in profile.pairs:
            places.setdefault(each, []).append(before)
    for after, profile in enumerate(later):
        shared: dict[int, float] = defaultdict(float)
        # In the order of the text: of equals the same are compared each time
        for each in dict.fromkeys(profile.words):
            known = places.get(each, ())
            if len(known) <= COMMONEST:
                weight = weights.runs[each]
                for before in known:
                    shared[before] += weight
        for before, _ in nlargest(CLOSEST, shared.items(), key=itemgetter(1)):
            yield before, after
