"""How alike two promises of two years are: by the words that few promises share, their figures and their leads."""

import math
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import mul
from typing import NamedTuple

from luoshi.language.metrics import normal_metric
from luoshi.language.shingles import letters, list_shingles
from luoshi.lineage import Promise
from luoshi.relating.units import share_one

# The figures change from year to year; they do not tell what is promised.
FIGURE = re.compile("[0-9]+")


class Signs(NamedTuple):
    """What speaks for two promises being one, each up to 1; the last two are below 0 where they speak against it.

    `covered`: how much of the shorter text they share, by its pairs of characters; `shared`: how much that is, whatever
    else stands there; `letters`: how many characters of both, which reworded texts keep (上市企业, 上市公司); `name`:
    pairs that no other promise has; `figures`: how near two of one unit are; `metric`, `lead`: one metric, one lead.
    """

    covered: float
    shared: float
    letters: float
    name: float
    figures: float
    metric: float
    lead: float


# What each sign adds: found by annotated pairs of years (docs/comparing.md) with logistic regression, then rounded
ADDS = Signs(covered=0.10, shared=0.24, letters=0.38, name=0.06, figures=0.13, metric=0.06, lead=0.03)
# Who shares so many pairs of characters that no other promise has shares as much as can be told
MANY = 16
# So many of them are a name
NAMING = 3
# A metric whose name is the end of the other's (贷款, 普惠贷款); another metric of the unit, if it were all of a text
NARROWER, OTHER = 0.7, -5.0
# A metric that stands in more promises (完成投资) says nothing of either.
COMMONEST_METRIC = 3
# A shorter name (贷款, 投资) is no metric of its own.
SPECIFIC = 4


@dataclass(frozen=True, slots=True)
class Weights:
    """What each character and pair of them tells: the fewer promises have it, the more; and what else tells something.

    `names` are the pairs that stand in one promise of each document at most, as the names of a road or a hospital do.
    `units`: how rare figures of a base unit are, up to 1; `telling`: what a pair tells that only two promises have.
    """

    runs: Mapping[str, float]
    names: frozenset[str]
    metrics: frozenset[tuple[str, str]]
    units: Mapping[str, float]
    telling: float
    totals: dict[frozenset[str], float] = field(default_factory=dict)

    def of(self, runs: Iterable[str]) -> float:
        """The weight of these together, the same in whatever order they come."""
        return math.fsum(map(self.runs.__getitem__, runs))

    def of_all(self, runs: frozenset[str]) -> float:
        """The weight of all of a promise, added up once."""
        total = self.totals.get(runs)
        if total is None:
            total = self.totals[runs] = self.of(runs)
        return total


@dataclass(frozen=True)
class Profile:
    """A promise with what is compared of it."""

    promise: Promise

    @cached_property
    def words(self) -> list[str]:
        """The pairs of characters of the text in order, without its figures."""
        return list_shingles(self._bare)

    @cached_property
    def pairs(self) -> frozenset[str]:
        """The same, each once."""
        return frozenset(self.words)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The characters, each once."""
        return frozenset(self._bare)

    @cached_property
    def metrics(self) -> frozenset[tuple[str, str]]:
        """Metrics in their normal form, each with its base unit."""
        return frozenset((normal_metric(target.metric), target.base_unit) for target in self.promise.targets)

    @cached_property
    def figures(self) -> Mapping[str, Sequence[float]]:
        """The amounts of the targets by their base unit, the smallest first."""
        amounts: dict[str, list[float]] = {}
        for target in self.promise.targets:
            amounts.setdefault(target.base_unit, []).append(abs(float(target.amount)))
        return {unit: sorted(each) for unit, each in amounts.items()}

    @cached_property
    def _bare(self) -> str:
        return FIGURE.sub("", letters(self.promise.text))


def weigh(*documents: Sequence[Profile]) -> Weights:
    """The weights of words among the promises of these documents."""
    profiles = [profile for document in documents for profile in document]
    counts = [Counter(pair for profile in document for pair in profile.pairs) for document in documents]
    counted = Counter(run for profile in profiles for run in chain(profile.pairs, profile.letters))
    metrics = Counter(metric for profile in profiles for metric in profile.metrics)
    units = Counter(unit for profile in profiles for unit in profile.figures)
    telling = math.log(max(2.0, len(profiles) / 2))
    return Weights(
        {run: math.log(len(profiles) / count) for run, count in counted.items()},
        frozenset(pair for pair in set().union(*counts) if all(own[pair] <= 1 for own in counts)),
        frozenset(metric for metric, count in metrics.items() if count <= COMMONEST_METRIC),
        {unit: min(1.0, math.log(len(profiles) / count) / telling) for unit, count in units.items()},
        telling,
    )


def likeness(one: Profile, other: Profile, weights: Weights) -> float:
    """From 0, nothing in common, to 1, the same words, figures and leads."""
    signs = find_signs(one, other, weights)
    return max(0.0, math.fsum(map(mul, ADDS, signs))) if signs else 0.0


def find_signs(one: Profile, other: Profile, weights: Weights) -> Signs | None:
    """What speaks for the two being one; none where they share no word that tells anything."""
    common = one.pairs & other.pairs
    shared = weights.of(common)
    least = min(weights.of_all(one.pairs), weights.of_all(other.pairs))
    if not shared or not least:
        return None
    return Signs(
        covered=shared / least,
        shared=min(1.0, shared / (MANY * weights.telling)),
        letters=_letters(one, other, weights),
        name=min(1.0, weights.of(common & weights.names) / (NAMING * weights.telling)),
        figures=_figures(one, other, weights),
        metric=_metrics(one, other, weights),
        lead=_lead(one.promise, other.promise),
    )


def _letters(one: Profile, other: Profile, weights: Weights) -> float:
    both = weights.of_all(one.letters) + weights.of_all(other.letters)
    return 2 * weights.of(one.letters & other.letters) / both if both else 0.0


def _lead(one: Promise, other: Promise) -> float:
    if not one.leads or not other.leads:
        return 0.0
    return 1.0 if share_one(one.leads, other.leads) else -1.0


def _figures(one: Profile, other: Profile, weights: Weights) -> float:
    """How near the nearest figures of one unit are (管道130公里, 100公里), the more the rarer the unit is."""
    units = one.figures.keys() & other.figures.keys()
    return max((weights.units[unit] * _nearest(one.figures[unit], other.figures[unit]) for unit in units), default=0.0)


def _nearest(some: Sequence[float], others: Sequence[float]) -> float:
    """The smaller of two amounts in order by the larger, of those that are nearest."""
    places = ((amount, bisect(others, amount)) for amount in some)
    beside = ((amount, known) for amount, place in places for known in others[max(0, place - 1) : place + 1])
    return max(min(pair) / max(pair) if any(pair) else 1.0 for pair in beside)


def _metrics(one: Profile, other: Profile, weights: Weights) -> float:
    """The same metric speaks for one promise; metrics of one unit that are not the same, against it.

    It speaks the more against it, the more of the promise the metric is.
    """
    if any(len(metric) >= SPECIFIC for metric, _ in one.metrics & other.metrics & weights.metrics):
        return 1.0
    rivals = [(name, known) for name, unit in one.metrics for known, base in other.metrics if unit == base]
    if not rivals:
        return 0.0
    if any(name.endswith(known) or known.endswith(name) for name, known in rivals):
        return NARROWER
    names, others = zip(*rivals, strict=True)
    return OTHER * min(_extent(names, one), _extent(others, other))


def _extent(names: Sequence[str], profile: Profile) -> float:
    """How much of a promise the longest of these names is."""
    return max(map(len, names)) / len(profile.words)
