"""Readings as flat rows: what CSV and workbooks hold, one sheet a kind of line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from luoshi.judgement import JudgedProgress
from luoshi.model import Allocation, Due, Plan, Progress, Report, Target, Task
from luoshi.reading.addresses import number_tasks
from luoshi.writing.doubts import list_doubts
from luoshi.writing.figures import TARGET_KINDS, list_targets, target_words
from luoshi.writing.outcome import Failure, Outcome, Success
from luoshi.writing.values import number
from luoshi.writing.words import KINDS, SUM_CHECKS, lead_names, other_names, period_words, place_words, verdict_words

Value = str | int | float | date | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled table; each row holds as many values as there are columns."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)


def _names(parts: Iterable[str]) -> str:
    return "、".join(parts)


def _target_lines(targets: Sequence[Target]) -> str:
    return _lines(map(target_words, targets))


def _due_fields(dues: Sequence[Due]) -> Row:
    dates = [due.by for due in dues if due.by is not None]
    return {"时限": max(dates, default=None), "时限原文": _lines(due.quote.text for due in dues)}


def _task_row(task: Task, address: str) -> Row:
    return {
        "编号": address,
        "部分": task.part,
        "领导分工": task.leader_heading,
        "领导": _names(leader.name for leader in task.leaders),
        "领域": task.section,
        "序号": task.number,
        "子项": task.sub,
        "项目": task.name,
        "任务": task.text,
        "牵头单位": _names(lead_names(task.units)),
        "其他单位": _names(other_names(task.units)),
        "指标": _target_lines(task.targets),
        **_due_fields(task.due),
        "存疑": _lines(flag.message for flag in task.flags),
        "出处": place_words(task.quote.place),
    }


def _task_rows(outcome: Success) -> Iterator[Row]:
    if isinstance(outcome.reading, Plan):
        tasks = outcome.reading.tasks
        yield from map(_task_row, tasks, number_tasks(tasks))


def _progress_rows(outcome: Success) -> Iterator[Row]:
    if not isinstance(outcome.reading, Progress):
        return
    for index, row in enumerate(outcome.reading.rows):
        yield {
            "序号": row.number,
            "任务": row.name,
            "领导": _names(leader.name for leader in row.leaders),
            "牵头单位": _names(lead_names(row.units)),
            "其他单位": _names(other_names(row.units)),
            "指标": _target_lines(row.targets),
            "进展": row.text,
            **_verdict_fields(outcome.reading, index),
            "存疑": _lines(flag.message for flag in row.flags),
            "出处": place_words(row.quote.place),
        }


def _verdict_fields(progress: Progress, index: int) -> Row:
    if not isinstance(progress, JudgedProgress):
        return {}
    judged = progress.verdicts[index]
    return {"研判": verdict_words(judged), "为什么": judged.why}


def _commitment_rows(outcome: Success) -> Iterator[Row]:
    if not isinstance(outcome.reading, Report):
        return
    for action in outcome.reading.actions:
        for measure in action.measures:
            for index, commitment in enumerate(measure.commitments, start=1):
                yield {
                    "方面": f"{action.ordinal}、{action.name}",
                    "举措": f"{measure.ordinal or ''} {measure.name or ''}".strip(),
                    "序号": index,
                    "承诺": commitment.text,
                    "指标": _target_lines(commitment.targets),
                    **_due_fields(commitment.due),
                    "出处": place_words(commitment.quote.place),
                }


def _share_values(allocation: Allocation) -> Row:
    return {
        share.district: share.printed if share.value is None else number(share.value) for share in allocation.shares
    }


def _allocation_rows(outcome: Success) -> Iterator[Row]:
    if not isinstance(outcome.reading, Plan):
        return
    tasks = outcome.reading.tasks
    for task, address in zip(tasks, number_tasks(tasks), strict=True):
        if task.allocation is not None:
            total = number(task.allocation.total)
            yield {
                "编号": address,
                "任务": task.text,
                "总任务": task.allocation.printed if total is None else total,
                "各地合计": number(task.allocation.sum),
                "合计核对": SUM_CHECKS[task.allocation.sum_check],
                **_share_values(task.allocation),
            }


def _target_rows(outcome: Success) -> Iterator[Row]:
    for address, target in list_targets(outcome.reading):
        yield {
            "编号": address,
            "指标": target.metric,
            "比较": target.comparator.value,
            "数值": number(target.value),
            "上限": number(target.high),
            "单位": target.unit,
            "性质": TARGET_KINDS[target.kind],
            "期限": target.by,
            "原文": target.quote.text,
            "出处": place_words(target.quote.place),
        }


def _doubt_rows(outcome: Success) -> Iterator[Row]:
    for doubt in list_doubts(outcome.reading):
        yield {
            "序号": doubt.number,
            "说明": doubt.flag.message,
            "原文": doubt.quote.text if doubt.quote else None,
            "出处": place_words(doubt.quote.place if doubt.quote else None),
            "类别": doubt.flag.code,
        }


def _document_row(outcome: Success) -> Row:
    document = outcome.reading.document
    return {
        "类型": KINDS[outcome.reading.kind],
        "标题": document.title,
        "发文机关": document.issuer,
        "文号": document.doc_number,
        "印发日期": document.issued_on,
        "年度": document.year,
        "填报期": period_words(document.period) if document.period else None,
        "公开": "是" if document.is_public else None,
        "抄送": _names(document.cc),
        "协助说明": _lines(document.assist_notes),
        "存疑": len(list_doubts(outcome.reading)),
        "sha256": outcome.source.sha256,
    }


def sheet_of(title: str, rows: Sequence[Row]) -> Sheet:
    """Lines as a table: a column for whatever any of them tells, in the order in which it is first told."""
    columns = tuple(dict.fromkeys(chain.from_iterable(rows)))
    return Sheet(title, columns, tuple(tuple(row.get(column) for column in columns) for row in rows))


_LINES = {
    "任务": _task_rows,
    "分县任务数": _allocation_rows,
    "进展": _progress_rows,
    "承诺": _commitment_rows,
    "指标": _target_rows,
    "存疑": _doubt_rows,
}
_MAIN = ("任务", "进展", "承诺")


def _line_rows(outcomes: Sequence[Outcome], title: str) -> list[Row]:
    """Rows of one sheet; when there are several documents each row begins with its file's name."""
    read = [outcome for outcome in outcomes if isinstance(outcome, Success)]
    with_file = len(outcomes) > 1
    return [_with_file(it, row) if with_file else row for it in read for row in _LINES[title](it)]


def _with_file(outcome: Outcome, row: Row) -> Row:
    return {"文件": outcome.name, **row}


def _file_rows(outcomes: Iterable[Outcome]) -> list[Row]:
    failed = "没有读成"
    return [
        _with_file(it, {"类型": failed, "标题": it.error} if isinstance(it, Failure) else _document_row(it))
        for it in outcomes
    ]


def list_sheets(outcomes: Sequence[Outcome]) -> tuple[Sheet, ...]:
    """The sheets that have rows, tasks first and the files themselves last."""
    sheets = [sheet_of(title, rows) for title in _LINES if (rows := _line_rows(outcomes, title))]
    return (*sheets, sheet_of("文件", _file_rows(outcomes)))


def list_lines(outcomes: Sequence[Outcome]) -> Sheet:
    """Tasks, progress rows and commitments in one table for formats without sheets; the files where there are none."""
    rows = [row for title in _MAIN for row in _line_rows(outcomes, title)]
    return sheet_of("台账", rows or _file_rows(outcomes))
