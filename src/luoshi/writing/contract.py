"""Reading → the JSON contract: plain dicts, lists, strings and numbers, printed by `luoshi read --format json`."""

from collections.abc import Sequence
from decimal import Decimal

from luoshi.judgement import JudgedProgress, Measurement, RowVerdict, TargetVerdict
from luoshi.model import (
    Achievement,
    Action,
    Allocation,
    Commitment,
    Measure,
    Plan,
    Progress,
    ProgressRow,
    Reading,
    Report,
    Source,
    Target,
    Task,
    Unknown,
)
from luoshi.reading.addresses import number_tasks
from luoshi.writing.outcome import Failure, Outcome
from luoshi.writing.values import (
    Json,
    number,
    write_document,
    write_dues,
    write_flags,
    write_phrases,
    write_place,
    write_quoted,
    write_targets,
    write_unit,
)
from luoshi.writing.words import lead_names

# ── Judgement: what was reported, measured against the targets; a table that nobody judged says so ────────────────────


def _no_judgement(targets: Sequence[Target]) -> Json:
    return {
        "measurements": [],
        "verdict": "not_quantified",
        "verdict_by_target": ["no_data"] * len(targets),
        "why": "尚未研判：读出了指标，没有读取完成数。",
    }


def _judgement(judged: RowVerdict) -> Json:
    return {
        "measurements": [_measurement(each) for each in judged.measurements],
        "verdict": judged.verdict.value,
        "depth": _points(judged.depth),
        "gap": _points(judged.gap),
        "colour": judged.colour,
        "verdict_by_target": [each.verdict.value for each in judged.targets],
        "arithmetic": [_arithmetic(each) for each in judged.targets],
        "why": judged.why,
    }


def _measurement(measurement: Measurement) -> Json:
    return {
        "metric": measurement.metric,
        "value": number(measurement.value),
        "unit": measurement.unit,
        "kind": measurement.kind.value,
        "for": measurement.target,
        "as_of": measurement.as_of.isoformat() if measurement.as_of else None,
        "amount": number(measurement.amount),
        "base_unit": measurement.base_unit,
        "cumulative": measurement.is_cumulative,
        "done": measurement.is_done,
        "falling": measurement.is_falling,
        **write_quoted(measurement.quote),
    }


def _arithmetic(judged: TargetVerdict) -> Json:
    return {
        "verdict": judged.verdict.value,
        "ratio": _points(judged.ratio),
        "expected": _points(judged.expected),
        "depth": _points(judged.depth),
        "gap": _points(judged.gap),
        "colour": judged.colour,
        "why": judged.why,
    }


def _points(value: Decimal | None) -> int | float | None:
    return None if value is None else number(round(value, 4))


# ── Parts that every kind has ────────────────────────────────────────────────────────────────────────────────────────


# ── One function a kind ──────────────────────────────────────────────────────────────────────────────────────────────


def _allocation(allocation: Allocation | None) -> Json | None:
    if allocation is None:
        return None
    total = {"value": number(allocation.total), "unit": allocation.measure, "printed": allocation.printed}
    return {
        "total": total,
        "cells": {share.district: share.printed for share in allocation.shares},
        "sum": number(allocation.sum),
        "sum_check": allocation.sum_check.value,
        "shifted": allocation.is_shifted,
    }


def _task(task: Task, address: str) -> Json:
    sub = {} if task.sub is None else {"sub": task.sub}
    return {
        "id": address,
        "part": task.part,
        "leader_heading": task.leader_heading,
        "leaders": [leader.name for leader in task.leaders],
        "section": task.section,
        "number": task.number,
        **sub,
        "name": task.name,
        "text": task.text,
        "units": [write_unit(unit) for unit in task.units],
        "targets": write_targets(task.targets),
        "qualitative": write_phrases(task.qualitative),
        "due": write_dues(task.due),
        "allocation": _allocation(task.allocation),
        "flags": write_flags(task.flags),
        **write_quoted(task.quote),
    }


def _plan(plan: Plan) -> Json:
    addresses = number_tasks(plan.tasks)
    return {"tasks": [_task(task, address) for task, address in zip(plan.tasks, addresses, strict=True)]}


def _row(row: ProgressRow, judged: RowVerdict | None) -> Json:
    return {
        "number": row.number,
        "name": row.name,
        "lead_unit": "、".join(lead_names(row.units)),
        "units": [write_unit(unit) for unit in row.units],
        "leaders": [leader.name for leader in row.leaders],
        "text": row.text,
        "targets": write_targets(row.targets),
        **(_judgement(judged) if judged else _no_judgement(row.targets)),
        "flags": write_flags(row.flags),
        **write_quoted(row.quote),
    }


def _progress(progress: Progress) -> Json:
    if not isinstance(progress, JudgedProgress):
        return {"rows": [_row(row, None) for row in progress.rows]}
    rows = [_row(row, judged) for row, judged in zip(progress.rows, progress.verdicts, strict=True)]
    return {"as_of": progress.as_of.isoformat() if progress.as_of else None, "rows": rows}


def _commitment(commitment: Commitment, address: str) -> Json:
    return {
        "id": address,
        "text": commitment.text,
        "targets": write_targets(commitment.targets),
        "qualitative": write_phrases(commitment.qualitative),
        "due": write_dues(commitment.due),
        **write_quoted(commitment.quote),
    }


def _measure(measure: Measure, address: str) -> Json:
    return {
        "ordinal": measure.ordinal,
        "name": measure.name,
        "text": measure.text,
        "commitments": [_commitment(item, f"{address}/{i}") for i, item in enumerate(measure.commitments, start=1)],
        "place": write_place(measure.quote.place),
    }


def _action(action: Action) -> Json:
    return {
        "ordinal": action.ordinal,
        "name": action.name,
        "slogan": action.slogan,
        "measures": [_measure(item, f"{action.ordinal}/{i}") for i, item in enumerate(action.measures, start=1)],
        "place": write_place(action.quote.place),
    }


def _achievement(achievement: Achievement) -> Json:
    return {
        "metric": achievement.metric,
        "value": number(achievement.value),
        "unit": achievement.unit,
        **write_quoted(achievement.quote),
    }


def _report(report: Report) -> Json:
    return {
        "headline_targets": write_targets(report.headline_targets),
        "long_term_targets": write_targets(report.long_term_targets),
        "achievements": [_achievement(each) for each in report.achievements],
        "actions": [_action(action) for action in report.actions],
    }


def _content(reading: Reading) -> Json:
    match reading:
        case Plan():
            return _plan(reading)
        case Progress():
            return _progress(reading)
        case Report():
            return _report(reading)
        case Unknown():
            return {}


def write_contract(reading: Reading, source: Source) -> Json:
    """The contract of one reading, with the name, format and sha256 of the file that it was read from."""
    return {
        "kind": reading.kind.value,
        "source": {"name": source.name, "format": source.format.value, "sha256": source.sha256, "pages": source.pages},
        "document": write_document(reading.document),
        **_content(reading),
        "flags": write_flags(reading.flags),
    }


def write_outcome(outcome: Outcome) -> Json:
    """The contract of a file that was read, or `{"kind": "error", …}` for one that was not."""
    if isinstance(outcome, Failure):
        return {"kind": "error", "source": {"name": outcome.name}, "error": outcome.error}
    return write_contract(outcome.reading, outcome.source)
