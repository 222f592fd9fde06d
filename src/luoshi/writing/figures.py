"""The figures of a reading: which line commits to which target."""

from collections.abc import Iterator

from luoshi.model import Comparator, Plan, Progress, Reading, Report, Target, TargetKind
from luoshi.reading.addresses import number_tasks

TARGET_KINDS = {TargetKind.COUNT: "数量", TargetKind.LEVEL: "水平", TargetKind.GROWTH: "增长"}


def list_targets(reading: Reading) -> Iterator[tuple[str, Target]]:
    """Each target with the address of the line that commits to it, in printed order."""
    if isinstance(reading, Plan):
        for task, address in zip(reading.tasks, number_tasks(reading.tasks), strict=True):
            yield from ((address, target) for target in task.targets)
    elif isinstance(reading, Progress):
        for row in reading.rows:
            yield from ((str(row.number), target) for target in row.targets)
    elif isinstance(reading, Report):
        yield from _report_targets(reading)


def _report_targets(report: Report) -> Iterator[tuple[str, Target]]:
    yield from (("预期目标", target) for target in report.headline_targets)
    yield from (("长远目标", target) for target in report.long_term_targets)
    for action in report.actions:
        for order, measure in enumerate(action.measures, start=1):
            for index, commitment in enumerate(measure.commitments, start=1):
                address = f"{action.ordinal}/{order}/{index}"
                yield from ((address, target) for target in commitment.targets)


def figure_words(target: Target) -> str:
    """≥8%, 30处, ≥4.5—5%: a figure as one reads it."""
    sign = "" if target.comparator is Comparator.EQUAL else target.comparator.value
    upper = "" if target.high is None else f"—{target.high}"
    return f"{sign}{target.value}{upper}{target.unit}"


def target_words(target: Target) -> str:
    """地区生产总值 ≥8%, 新建公园 30处: the metric and the figure."""
    return f"{target.metric} {figure_words(target)}"
