"""What changed between promises that are one: figures, lead units, leaders."""

from collections.abc import Iterator, Sequence

from luoshi.language.metrics import normal_metric
from luoshi.lineage import Change, MetricLine, Promise, Step
from luoshi.model import Comparator, Target, TargetKind
from luoshi.relating.units import share_one

Key = tuple[str, str, TargetKind]


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


def draw_lines(promises: Sequence[Promise | None]) -> Iterator[MetricLine]:
    """Each metric of the last of the promises that an earlier one has too, as printed last.

    What a promise had before it was split goes on in the other lineage.
    """
    known = [_by_metric(promise) if promise else {} for promise in promises]
    for key, last in known[max(place for place, promise in enumerate(promises) if promise)].items():
        line = tuple(targets.get(key) for targets in known)
        standing = [target for target in line if target]
        if len(standing) > 1:
            yield MetricLine(last.metric, line, _change(*standing[-2:]))


def _by_metric(promise: Promise) -> dict[Key, Target]:
    """The first target of each metric."""
    found: dict[Key, Target] = {}
    for target in promise.targets:
        found.setdefault((normal_metric(target.metric), target.base_unit, target.kind), target)
    return found


def _change(earlier: Target, later: Target) -> Change:
    """Whether more is promised: a larger figure to reach, a smaller one to stay under."""
    if earlier.amount == later.amount:
        return Change.CONTINUED
    is_larger = later.amount > earlier.amount
    return Change.RAISED if is_larger != (later.comparator is Comparator.AT_MOST) else Change.LOWERED
