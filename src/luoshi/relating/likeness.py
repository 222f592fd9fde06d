"""How alike two promises of two years are: by the words that few promises share, their figures and their leads."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from luoshi.language.metrics import normal_metric
from luoshi.language.shingles import letters, list_shingles
from luoshi.lineage import Promise
from luoshi.relating.units import share_one

# The figures change from year to year; they do not tell what is promised.
FIGURE = re.compile("[0-9]+")
# What each sign adds: how much of the shorter text is shared, how much of both, the longest shared phrase, a name, …
COVERED, SHARED, PHRASE, NAME = 0.5, 0.5, 0.15, 0.2
METRIC, NARROWER_METRIC, OTHER_METRIC, LEAD, OTHER_LEAD = 0.15, 0.1, -0.4, 0.1, -0.1
# A phrase that weighs so much is as telling as a phrase can be.
TELLING = 30.0
# What no other promise of its year has is a name from such a weight on: three pairs of characters among 300 promises.
NAMING = 15.0
# As much as all signs together can give.
MOST = COVERED + SHARED + PHRASE + NAME + METRIC + LEAD

# A metric that stands in more promises (完成投资) says nothing of either.
COMMONEST_METRIC = 3
# A shorter name (贷款, 投资) is no metric of its own.
SPECIFIC = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """What each pair of characters tells: the fewer promises have it, the more; and the metrics that tell something.

    `names` are the pairs that stand in one promise of each document at most, as the names of a road or a hospital do.
    """

    pairs: Mapping[str, float]
    names: frozenset[str]
    metrics: frozenset[tuple[str, str]]
    totals: dict[frozenset[str], float] = field(default_factory=dict)

    def of(self, pairs: Iterable[str]) -> float:
        """The weight of these pairs of characters together, the same in whatever order they come."""
        return math.fsum(map(self.pairs.__getitem__, pairs))

    def of_all(self, profile: "Profile") -> float:
        """The weight of a whole promise, added up once."""
        total = self.totals.get(profile.pairs)
        if total is None:
            total = self.totals[profile.pairs] = self.of(profile.pairs)
        return total


@dataclass(frozen=True)
class Profile:
    """A promise with what is compared of it."""

    promise: Promise

    @cached_property
    def words(self) -> list[str]:
        """The pairs of characters of the text in order, without its figures."""
        return list_shingles(FIGURE.sub("", letters(self.promise.text)))

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The same, each once."""
        return frozenset(self.words)

    @cached_property
    def metrics(self) -> frozenset[tuple[str, str]]:
        """Metrics in their normal form, each with its base unit."""
        return frozenset((normal_metric(target.metric), target.base_unit) for target in self.promise.targets)


def weigh(*documents: Sequence[Profile]) -> Weights:
    """The weights of words among the promises of these documents."""
    profiles = [profile for document in documents for profile in document]
    counts = [Counter(pair for profile in document for pair in profile.pairs) for document in documents]
    counted = Counter(pair for profile in profiles for pair in profile.pairs)
    metrics = Counter(metric for profile in profiles for metric in profile.metrics)
    return Weights(
        {pair: math.log(len(profiles) / count) for pair, count in counted.items()},
        frozenset(pair for pair in counted if all(own[pair] <= 1 for own in counts)),
        frozenset(metric for metric, count in metrics.items() if count <= COMMONEST_METRIC),
    )


def likeness(one: Profile, other: Profile, weights: Weights) -> float:
    """From 0, nothing in common, to 1, the same words, figures' names and leads."""
    common = one.pairs & other.pairs
    shared = weights.of(common)
    both = weights.of_all(one), weights.of_all(other)
    if not shared or not all(both):
        return 0.0
    lead = _lead(one.promise, other.promise)
    phrase = min(1.0, _longest(one, other, weights) / TELLING)
    name = min(1.0, weights.of(common & weights.names) / NAMING)
    signs = COVERED * shared / min(both) + SHARED * 2 * shared / sum(both) + PHRASE * phrase + NAME * name
    return max(0.0, signs + lead + _metrics(one, other, weights)) / MOST


def _lead(one: Promise, other: Promise) -> float:
    if not one.leads or not other.leads:
        return 0.0
    return LEAD if share_one(one.leads, other.leads) else OTHER_LEAD


def _metrics(one: Profile, other: Profile, weights: Weights) -> float:
    """The same metric speaks for one promise; metrics of one unit that are not the same, against it.

    It speaks the more against it, the more of the promise the metric is.
    """
    if any(len(metric) >= SPECIFIC for metric, _ in one.metrics & other.metrics & weights.metrics):
        return METRIC
    rivals = [(name, known) for name, unit in one.metrics for known, base in other.metrics if unit == base]
    if not rivals:
        return 0.0
    if any(name.endswith(known) or known.endswith(name) for name, known in rivals):
        return NARROWER_METRIC
    names, others = zip(*rivals, strict=True)
    return OTHER_METRIC * min(_extent(names, one), _extent(others, other))


def _extent(names: Sequence[str], profile: Profile) -> float:
    """How much of a promise the longest of these names is."""
    return max(map(len, names)) / len(profile.words)


def _longest(one: Profile, other: Profile, weights: Weights) -> float:
    """The weight of the longest run of shared pairs of characters in the second text."""
    best = run = 0.0
    shared, known = one.pairs, weights.pairs
    for pair in other.words:
        if pair in shared:
            run += known[pair]
        elif run:
            best, run = max(best, run), 0.0
    return max(best, run)
