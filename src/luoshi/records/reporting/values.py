"""Reports of a round as the values that the rooms below work with."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from luoshi.judgement import JudgedProgress, RowVerdict, Verdict
from luoshi.model import ProgressRow
from luoshi.records.register.models import Task
from luoshi.records.register.values import document_value, leader_values, quote_value, unit_values
from luoshi.records.reporting.models import Report, Round

_UNREPORTED = "本期没有填报"


def progress_value(
    shown: Round, tasks: Iterable[Task], reports: Mapping[int, Report], titles: Mapping[str, str]
) -> JudgedProgress:
    """The table of a round: a row a task, those that nobody reported on, too."""
    listed = list(tasks)
    document = replace(document_value(shown.plan), title=None, doc_number=None, issued_on=None, period=shown.period)
    return JudgedProgress(
        document,
        tuple(_row(task, reports.get(task.pk), titles) for task in listed),
        verdicts=tuple(_verdict(reports.get(task.pk)) for task in listed),
        as_of=shown.cutoff,
    )


def _row(task: Task, report: Report | None, titles: Mapping[str, str]) -> ProgressRow:
    return ProgressRow(
        task.number,
        task.text,
        report.text if report else "",
        quote_value(task.text),
        units=unit_values(task),
        leaders=leader_values(task, titles),
    )


def _verdict(report: Report | None) -> RowVerdict:
    if report is None:
        return RowVerdict(Verdict.NO_DATA, _UNREPORTED)
    gap = report.judged.get("gap")
    return RowVerdict(
        Verdict(report.verdict),
        report.judged["why"],
        depth=report.depth,
        gap=None if gap is None else Decimal(str(gap)),
        step=report.step or None,
    )
