"""Doubts about what was not reported: targets that a judged row leaves without an answer."""

from collections.abc import Iterator

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.claims import is_empty_claim
from luoshi.checking.replies.rows import judged_rows, reply_of
from luoshi.judgement import RowVerdict, Verdict
from luoshi.model import ProgressRow, Target


def find_open_targets(case: ProgressCase) -> Iterator[Remark]:
    """A row that says something, and no figure for one of its targets; what nobody judged is let be."""
    for row, judged in judged_rows(case):
        if is_empty_claim(row):
            continue
        names = "”“".join(target.quote.text for target in _open_targets(row, judged))
        if names:
            yield Remark(f"{label(row)}没有回答“{names}”，请补报完成数。", reply_of(row))


def _open_targets(row: ProgressRow, judged: RowVerdict) -> Iterator[Target]:
    """Targets without a figure; one that was answered in another currency or unit is another doubt."""
    answered = {measurement.target for measurement in judged.measurements}
    for index, (target, verdict) in enumerate(zip(row.targets, judged.targets, strict=True)):
        if verdict.verdict is Verdict.NO_DATA and index not in answered:
            yield target


CHECKS = (
    ProgressCheck(
        Rule("L068", "target-unanswered", Severity.WARNING, "一行有几个指标，反馈没有回答其中的一个或几个。"),
        find_open_targets,
    ),
)
