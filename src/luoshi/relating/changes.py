"""What changed between promises that are one: figures, lead units, leaders."""

from collections.abc import Iterator, Sequence

from luoshi.language.metrics import MetricKey, metric_key
from luoshi.lineage import Change, MetricLine, Promise, Step
from luoshi.model import Comparator, Target
from luoshi.relating.units import share_one


def take_step(earlier: Promise, later: Promise, likeness: float, *, is_merged: bool) -> Step:
    """The step from one promise to the other."""
    before, after = _by_metric(earlier), _by_metric(later)
    changes = {_change(before[key], after[key]) for key in before.keys() & after.keys()}
    return Step(
        next((change for change in (Change.LOWERED, Change.RAISED) if change in changes), Change.CONTINUED),
        likeness,
        is_moved=bool(earlier.leads and later.leads) and not share_one(earlier.leads, later.leads),
        is_handed_over=bool(earlier.leaders and later.leaders) and not {*earlier.leaders} & {*later.leaders},
        is_merged=is_merged,
    )


def share_metric(earlier: Promise, later: Promise) -> bool:
    """Whether both have a target of one metric."""
    return not _by_metric(earlier).keys().isdisjoint(_by_metric(later))


def draw_lines(promises: Sequence[Promise | None], beside: Sequence[Sequence[Promise]]) -> Iterator[MetricLine]:
    """Each metric of the last of the promises that an earlier one has too, or one `beside` it that was merged in.

    What a promise had before it was split goes on in the other lineage.
    """
    known = [
        _by_metric(*merged, *(() if promise is None else (promise,)))
        for promise, merged in zip(promises, beside, strict=True)
    ]
    for key, last in known[max(place for place, promise in enumerate(promises) if promise)].items():
        line = tuple(targets.get(key) for targets in known)
        standing = [target for target in line if target]
        if len(standing) > 1:
            yield MetricLine(last.metric, line, _change(*standing[-2:]))


def _by_metric(*promises: Promise) -> dict[MetricKey, Target]:
    """The first target of each metric; the later promises' take the place of the others'."""
    found: dict[MetricKey, Target] = {}
    for promise in promises:
        own: dict[MetricKey, Target] = {}
        for target in promise.targets:
            own.setdefault(metric_key(target), target)
        found |= own
    return found


def _change(earlier: Target, later: Target) -> Change:
    """Whether more is promised: a larger figure to reach, a smaller one to stay under."""
    if earlier.amount == later.amount:
        return Change.CONTINUED
    is_larger = later.amount > earlier.amount
    return Change.RAISED if is_larger != (later.comparator is Comparator.AT_MOST) else Change.LOWERED
