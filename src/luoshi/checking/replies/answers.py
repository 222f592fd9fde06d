"""Doubts about what was not reported: targets that a judged row leaves without an answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.claims import is_empty_claim
from luoshi.checking.replies.rows import bigrams, judged_rows, reply_of
from luoshi.judgement import Measurement, MeasurementKind, RowVerdict, Verdict
from luoshi.language.metrics import normal_metric
from luoshi.model import ProgressRow, Target, TargetKind

# Two names share this much of the shorter one
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class OpenTarget:
    """A target that no figure answers; `instead` is one that goes by its name and answers none."""

    row: ProgressRow
    target: Target
    instead: Measurement | None


def list_open_targets(case: ProgressCase) -> Iterator[OpenTarget]:
    """The open targets of rows that say something; what nobody judged is let be."""
    for row, judged in judged_rows(case):
        if is_empty_claim(row):
            continue
        answered = {measurement.target for measurement in judged.measurements}
        for index, (target, verdict) in enumerate(zip(row.targets, judged.targets, strict=True)):
            if verdict.verdict is Verdict.NO_DATA and index not in answered:
                yield OpenTarget(row, target, _instead(target, judged))


def _instead(target: Target, judged: RowVerdict) -> Measurement | None:
    free = (each for each in judged.measurements if each.target is None)
    amounts = [each for each in free if each.unit and each.kind is not MeasurementKind.COMPLETION_RATE]
    closest = max(amounts, key=lambda each: _likeness(target, each), default=None)
    return closest if closest and _likeness(target, closest) >= _ALIKE else None


def _likeness(target: Target, said: Measurement) -> float:
    """How much the two names share of the shorter one."""
    name, other = bigrams(normal_metric(target.metric)), bigrams(normal_metric(said.metric))
    return len(name & other) / max(min(len(name), len(other)), 1)


def is_of_kind(target: Target, said: Measurement) -> bool:
    """Whether a figure has the target's unit and is a growth where that is one."""
    is_growth = said.kind is MeasurementKind.GROWTH
    return said.base_unit == target.base_unit and is_growth is (target.kind is TargetKind.GROWTH)


def find_open_targets(case: ProgressCase) -> Iterator[Remark]:
    """A row that says something, and nothing by the name of one of its targets."""
    for row, opened in groupby(list_open_targets(case), key=lambda each: each.row):
        by_quote = {
            each.target.quote.text: each.instead for each in sorted(opened, key=lambda each: each.instead is None)
        }
        names = "”“".join(quote for quote, instead in by_quote.items() if instead is None)
        if names:
            yield Remark(f"{label(row)}没有回答“{names}”，请补报完成数。", reply_of(row))


CHECKS = (
    ProgressCheck(
        Rule("L068", "target-unanswered", Severity.WARNING, "反馈没有回答目标里的一个或几个指标。"),
        find_open_targets,
    ),
)
