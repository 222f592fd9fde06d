"""Verdicts as people see them: a table with the weakest first, and one line a target for spreadsheets."""

from collections.abc import Iterator
from decimal import Decimal
from typing import IO

from rich.text import Text

from luoshi.judgement import JudgedProgress, Measurement, MeasurementKind, RowVerdict, TargetVerdict
from luoshi.model import ProgressRow, Target
from luoshi.writing.columns import Column, fit, print_headings, print_rows
from luoshi.writing.ledger import Row, Sheet, sheet_of
from luoshi.writing.signs import WEAKEST_FIRST, behind, verdict_cell, verdict_summary
from luoshi.writing.terminal import open_console
from luoshi.writing.values import number
from luoshi.writing.words import lead_names, place_words, verdict_words


def print_verdicts(judged: JudgedProgress, name: str, file: IO[str]) -> None:
    """Print what became of each row, the weakest first: sign, word and figure, and why."""
    console = open_console(file)
    console.print(Text(judged.document.title or name, style="bold"))
    console.print(Text(verdict_summary(judged)), soft_wrap=True)
    console.print()
    order = sorted(range(len(judged.rows)), key=lambda index: _weakness(judged.verdicts[index]))
    columns = fit(_columns(judged, console.width), console.width)
    print_headings(console, columns)
    print_rows(console, columns, order)


def _weakness(judged: RowVerdict) -> tuple[int, Decimal]:
    return WEAKEST_FIRST.index(judged.verdict), -(judged.depth or Decimal(0))


def _columns(judged: JudgedProgress, width: int) -> list[Column]:
    return [
        Column("研判", [verdict_cell(each) for each in judged.verdicts], most=16),
        Column("序号", [str(row.number) for row in judged.rows], most=6),
        Column("任务", [row.name for row in judged.rows], most=width // 3),
        Column("牵头", ["\n".join(lead_names(row.units)) for row in judged.rows], most=width // 8),
        Column("为什么", [each.why for each in judged.verdicts], fills=True),
    ]


# ── One line a target ────────────────────────────────────────────────────────────────────────────────────────────────


def list_verdicts(judged: JudgedProgress) -> Sheet:
    """A line a target; a row without targets has one line of its own."""
    lines = [line for row, each in zip(judged.rows, judged.verdicts, strict=True) for line in _lines(row, each)]
    return sheet_of("研判", lines)


def _lines(row: ProgressRow, judged: RowVerdict) -> Iterator[Row]:
    head: Row = {"序号": row.number, "任务": row.name, "牵头单位": "、".join(lead_names(row.units))}
    if not row.targets:
        yield {**head, **_line(None, judged, None), "出处": place_words(row.quote.place)}
    for place, (target, each) in enumerate(zip(row.targets, judged.targets, strict=True)):
        yield {**head, **_line(target, each, _answer(judged, place)), "出处": place_words(row.quote.place)}


def _answer(judged: RowVerdict, target: int) -> Measurement | None:
    """The figure that a target is judged by."""
    tied = [each for each in judged.measurements if each.target == target]
    figures = [each for each in tied if each.kind is not MeasurementKind.COMPLETION_RATE]
    return next(iter([*(each for each in figures if each.is_done), *tied]), None)


def _line(target: Target | None, judged: RowVerdict | TargetVerdict, answer: Measurement | None) -> Row:
    ratio, expected = (judged.ratio, judged.expected) if isinstance(judged, TargetVerdict) else (None, None)
    return {
        "指标": target.metric if target else None,
        "目标": f"{target.comparator.value}{number(target.value)}{target.unit}" if target else None,
        "完成数": f"{number(answer.value)}{answer.unit}" if answer else None,
        "截至": answer.as_of if answer else None,
        "完成比例": None if ratio is None else number(round(ratio, 4)),
        "序时": None if expected is None else number(round(expected, 4)),
        "研判": verdict_words(judged),
        "欠点数": None if (points := behind(judged)) is None else number(points),
        "为什么": judged.why,
        "原文": answer.quote.text if answer else None,
    }
