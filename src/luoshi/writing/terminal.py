"""A reading as people see it in a terminal or a text file: heading, what was read, doubts."""

import os
import sys
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import IO

from rich.console import Console
from rich.text import Text

from luoshi.judgement import JudgedProgress
from luoshi.model import Action, Document, Measure, Plan, Progress, Reading, Report, Task, Unknown
from luoshi.writing.columns import Column, fit, print_headings, print_rows
from luoshi.writing.doubts import Doubt, list_doubts
from luoshi.writing.folding import cell_width, fold, keep_together
from luoshi.writing.outcome import Failure, Outcome
from luoshi.writing.signs import verdict_cell, verdict_summary
from luoshi.writing.words import document_facts, due_words, lead_names, other_names, place_words, summary

# Without a terminal, as on paper: 100 columns
_PAGE_WIDTH = 100
# From here on lead and other units have a column each
_WIDE = 100
# As many other units are named; more are counted
_NAMED_UNITS = 3
# ↓ 欠进度·红
_VERDICT_WIDTH = 12
_HEADING, _DOUBT, _QUIET = "bold", "yellow", "dim"
_INDENT = "  "


def open_console(file: IO[str]) -> Console:
    """A console on a terminal with sparing colours; elsewhere plain text as wide as COLUMNS or a page."""
    if file.isatty():
        return Console(file=file, highlight=False, emoji=False)
    width = os.environ.get("COLUMNS", "")
    columns = int(width) if width.isdecimal() and int(width) else _PAGE_WIDTH
    return Console(file=file, highlight=False, emoji=False, width=columns, color_system=None, force_terminal=False)


def _print_folded(console: Console, text: str, *, style: str = "", hang: str = "", first: str = "") -> None:
    """Print a paragraph that begins with `first` and whose later lines begin with as many columns of space."""
    head = hang + first
    later = " " * cell_width(head)
    for index, line in enumerate(fold(text, console.width - cell_width(head))):
        console.print(Text((later if index else head) + line, style=style), soft_wrap=True)


# ── Heading and doubts ───────────────────────────────────────────────────────────────────────────────────────────────


def _print_heading(console: Console, name: str, document: Document) -> None:
    _print_folded(console, document.title or f"{name}（没有读到标题）", style=_HEADING)
    facts = "　".join(map(keep_together, document_facts(document)))
    if facts:
        _print_folded(console, facts, style=_QUIET)


def _print_doubts(console: Console, doubts: Sequence[Doubt]) -> None:
    if not doubts:
        return
    console.print(Text(f"\n存疑 {len(doubts)} 处", style=f"{_HEADING} {_DOUBT}"))
    width = len(str(doubts[-1].number))
    for doubt in doubts:
        place = place_words(doubt.quote.place if doubt.quote else None)
        told = f"{doubt.flag.message}（{place}）" if place else doubt.flag.message
        _print_folded(console, told, first=f"疑{doubt.number:<{width}} ", style=_DOUBT)


def _doubts_by_owner(doubts: Sequence[Doubt]) -> dict[int, str]:
    told: dict[int, list[str]] = {}
    for doubt in doubts:
        if doubt.owner is not None:
            told.setdefault(doubt.owner, []).append(f"疑{doubt.number}")
    return {owner: "\n".join(marks) for owner, marks in told.items()}


# ── Plan ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _leads(task: Task) -> str:
    return "\n".join(f"▲{name}" for name in lead_names(task.units))


def _others(task: Task) -> str:
    """The other units by name when few, else their number; unmarked ones are called so only where nobody leads."""
    names = other_names(task.units)
    word = "配合" if lead_names(task.units) else "未分主次"
    if len(names) > _NAMED_UNITS:
        return f"{word} {len(names)} 家"
    listed = "、".join(map(keep_together, names))
    return listed if not names or word == "配合" else f"{word}：{listed}"


def _text_with_shares(task: Task) -> str:
    name = f"{task.name}\n" if task.name and task.name not in task.text else ""
    if task.allocation is None:
        return name + task.text
    shares = "　".join(keep_together(f"{share.district} {share.printed}") for share in task.allocation.shares)
    total = f"总任务 {task.allocation.printed}"
    return f"{name}{task.text}\n{total}：{shares}" if shares else f"{name}{task.text}\n{total}"


def _number(task: Task) -> str:
    return str(task.number) if task.sub is None else f"{task.number}-{task.sub}"


def _plan_columns(plan: Plan, width: int, doubts: dict[int, str]) -> list[Column]:
    tasks, year = plan.tasks, plan.document.year
    leads, others = [_leads(task) for task in tasks], [_others(task) for task in tasks]
    dues = ["\n".join(due_words(due, year) for due in task.due) for task in tasks]
    numbers = Column("序号", [_number(task) for task in tasks], most=6)
    texts = Column("任务", [_text_with_shares(task) for task in tasks], fills=True)
    if width >= _WIDE:
        units = [Column("牵头", leads, most=width // 7), Column("配合", others, most=width // 6)]
    else:
        both = ["\n".join(filter(None, pair)) for pair in zip(leads, others, strict=True)]
        units = [Column("单位", both, most=width // 4)]
    last = Column("存疑", [doubts.get(index, "") for index in range(len(tasks))], most=5, style=_DOUBT)
    return [numbers, texts, *units, Column("时限", dues, most=10), last]


def _headings(task: Task) -> tuple[str | None, str | None]:
    return task.leader_heading, task.section


def _print_plan(console: Console, plan: Plan, doubts: dict[int, str]) -> None:
    columns = fit(_plan_columns(plan, console.width, doubts), console.width)
    for part, of_part in groupby(range(len(plan.tasks)), key=lambda index: plan.tasks[index].part):
        console.print(Text(f"\n【{part}】", style=_HEADING))
        print_headings(console, columns)
        above = None
        for (leader, section), rows in groupby(of_part, key=lambda index: _headings(plan.tasks[index])):
            if leader and leader != above:
                console.print()
                _print_folded(console, leader, style=_HEADING)
            if section:
                _print_folded(console, section, style=_HEADING)
            above = leader
            print_rows(console, columns, rows)


# ── Progress, report ─────────────────────────────────────────────────────────────────────────────────────────────────


def _print_progress(console: Console, progress: Progress, doubts: dict[int, str]) -> None:
    rows = progress.rows
    verdicts = progress.verdicts if isinstance(progress, JudgedProgress) else ()
    columns = [
        Column("序号", [str(row.number) for row in rows], most=6),
        Column("任务", [row.name for row in rows], most=console.width // 4),
        Column("牵头", ["\n".join(lead_names(row.units)) for row in rows], most=console.width // 7),
        Column("研判", [verdict_cell(each) for each in verdicts], most=_VERDICT_WIDTH),
        Column("进展", [row.text for row in rows], fills=True),
        Column("存疑", [doubts.get(index, "") for index in range(len(rows))], most=5, style=_DOUBT),
    ]
    console.print()
    fitted = fit(columns, console.width)
    print_headings(console, fitted)
    print_rows(console, fitted, range(len(rows)))


def _print_measure(console: Console, measure: Measure, year: int | None) -> None:
    if measure.name or measure.ordinal:
        heading = f"{measure.ordinal or ''} {measure.name or ''}".strip()
        _print_folded(console, f"{heading}（{len(measure.commitments)} 项）", hang=_INDENT)
    for index, commitment in enumerate(measure.commitments, start=1):
        dues = "、".join(due_words(due, year) for due in commitment.due)
        text = f"{commitment.text}（时限 {dues}）" if dues else commitment.text
        _print_folded(console, text, hang=_INDENT * 2, first=f"{index}. ")


def _print_action(console: Console, action: Action, year: int | None) -> None:
    slogan = f"　{action.slogan}" if action.slogan else ""
    console.print()
    _print_folded(console, f"{action.ordinal}、{action.name}{slogan}", style=_HEADING)
    for measure in action.measures:
        _print_measure(console, measure, year)


def print_reading(console: Console, name: str, reading: Reading) -> None:
    """Print the heading, one line that sums up, what was read, and the doubts with their places."""
    doubts = list_doubts(reading)
    _print_heading(console, name, reading.document)
    _print_folded(console, summary(reading, len(doubts)))
    if isinstance(reading, JudgedProgress):
        _print_folded(console, verdict_summary(reading))
    match reading:
        case Plan():
            _print_plan(console, reading, _doubts_by_owner(doubts))
        case Progress():
            _print_progress(console, reading, _doubts_by_owner(doubts))
        case Report():
            for action in reading.actions:
                _print_action(console, action, reading.document.year)
        case Unknown():
            pass
    _print_doubts(console, doubts)


def print_outcomes(outcomes: Iterable[Outcome], file: IO[str] | None = None) -> None:
    """Print one document after the other, each as it comes; a file that could not be read is told in its place."""
    console = open_console(file or sys.stdout)
    for index, outcome in enumerate(outcomes):
        if index:
            console.print()
        if isinstance(outcome, Failure):
            _print_folded(console, f"{outcome.name}：{outcome.error}", style=_DOUBT)
        else:
            print_reading(console, outcome.name, outcome.reading)
