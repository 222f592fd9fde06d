"""What changed between two promises that are one: figures, lead units, leaders."""

from collections.abc import Iterator, Sequence

from luoshi.language.metrics import normal_metric
from luoshi.lineage import Change, MetricStep, Promise, Step
from luoshi.model import Comparator, Target, TargetKind
from luoshi.relating.units import share_one


def take_step(earlier: Promise, later: Promise, likeness: float, *, is_merged: bool) -> Step:
    """The step from one promise to the other."""
    metrics = tuple(_metrics(earlier.targets, later.targets))
    changes = [each.change for each in metrics]
    change = next((change for change in (Change.LOWERED, Change.RAISED) if change in changes), Change.CONTINUED)
    return Step(
        change,
        likeness,
        metrics,
        is_moved=bool(earlier.leads and later.leads) and not share_one(earlier.leads, later.leads),
        is_handed_over=bool(earlier.leaders and later.leaders) and not {*earlier.leaders} & {*later.leaders},
        is_merged=is_merged,
    )


def _metrics(earlier: Sequence[Target], later: Sequence[Target]) -> Iterator[MetricStep]:
    """The metrics that stand in both, each with the first target that has it."""
    before: dict[tuple[str, str, TargetKind], Target] = {}
    for target in earlier:
        before.setdefault(_key(target), target)
    for target in later:
        known = before.pop(_key(target), None)
        if known is not None:
            yield MetricStep(normal_metric(target.metric), known, target, _change(known, target))


def _key(target: Target) -> tuple[str, str, TargetKind]:
    return normal_metric(target.metric), target.base_unit, target.kind


def _change(earlier: Target, later: Target) -> Change:
    """Whether more is promised: a larger figure to reach, a smaller one to stay under."""
    if earlier.amount == later.amount:
        return Change.CONTINUED
    is_larger = later.amount > earlier.amount
    return Change.RAISED if is_larger != (later.comparator is Comparator.AT_MOST) else Change.LOWERED
