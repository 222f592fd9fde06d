"""`make demo`: reads the demo city's documents, shows what is in them and says where the files are."""

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from os.path import relpath
from pathlib import Path

from rich.console import Console
from rich.text import Text

from luoshi.cli.inputs import find_files, try_file
from luoshi.model import Plan, Progress, Reading, Report
from luoshi.writing.columns import Column, fit, print_headings, print_rows
from luoshi.writing.contract import write_outcome
from luoshi.writing.doubts import list_doubts
from luoshi.writing.figures import list_targets
from luoshi.writing.folding import cell_width
from luoshi.writing.ledger import list_sheets
from luoshi.writing.outcome import Failure, Outcome, Success
from luoshi.writing.page import write_page
from luoshi.writing.terminal import open_console, print_reading
from luoshi.writing.words import KINDS, lead_names, period_words
from luoshi.writing.workbook import write_xlsx

DOCUMENTS = Path(__file__).parent / "documents"
OUT = Path(__file__).parents[1] / "out" / "demo"
SHOWN_TASKS = 6
# Titles are told where there is room for them
ROOM_FOR_TITLES = 96


# ── The table of documents ───────────────────────────────────────────────────────────────────────────────────────────


def _tasks(reading: Reading) -> int:
    """Tasks of a plan, rows of a progress table, commitments of a report."""
    match reading:
        case Plan():
            return len(reading.tasks)
        case Progress():
            return len(reading.rows)
        case Report():
            return sum(len(measure.commitments) for action in reading.actions for measure in action.measures)
        case _:
            return 0


def _leads(reading: Reading) -> int:
    items = reading.tasks if isinstance(reading, Plan) else reading.rows if isinstance(reading, Progress) else ()
    return len({name for item in items for name in lead_names(item.units)})


def _year(reading: Reading) -> str:
    document = reading.document
    return f"{document.year or '—'}{period_words(document.period or '')}"


def _figures(heading: str, count: Callable[[Reading], int], readings: Sequence[Reading], style: str = "") -> Column:
    """A column of counts; none is a dash."""
    return Column(heading, [str(count(reading) or "—") for reading in readings], most=8, style=style)


def _print_table(console: Console, successes: Sequence[Success]) -> None:
    readings = [success.reading for success in successes]
    titles = [reading.document.title or "—" for reading in readings]
    columns = fit(
        [
            Column("文件", [success.name for success in successes], most=24),
            Column("读作", [KINDS[reading.kind] for reading in readings], most=12),
            Column("年度", [_year(reading) for reading in readings], most=12),
            Column("标题", titles if console.width >= ROOM_FOR_TITLES else [], fills=True),
            _figures("任务", _tasks, readings),
            _figures("牵头单位", _leads, readings),
            _figures("指标", lambda reading: sum(1 for _ in list_targets(reading)), readings),
            _figures("存疑", lambda reading: len(list_doubts(reading)), readings, style="yellow"),
        ],
        console.width,
    )
    print_headings(console, columns)
    print_rows(console, columns, range(len(readings)))


# ── A part of one breakdown ──────────────────────────────────────────────────────────────────────────────────────────


def _newest(successes: Sequence[Success]) -> tuple[Success, Plan]:
    """This year's breakdown."""
    plans = [(success, success.reading) for success in successes if isinstance(success.reading, Plan)]
    return max(plans, key=lambda pair: pair[1].document.year or 0)


def _print_part(console: Console, name: str, plan: Plan) -> None:
    """Its first tasks and those in doubt."""
    shown = tuple(task for index, task in enumerate(plan.tasks) if index < SHOWN_TASKS or task.flags)
    told = f"{name} 的前 {SHOWN_TASKS} 项和存疑的任务，luoshi read 这样显示："
    console.print(Text(f"\n{told}\n", style="dim"), soft_wrap=True)
    print_reading(console, name, replace(plan, tasks=shown))


# ── The files ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _write_files(successes: Sequence[Success], shown: Success, folder: Path) -> list[tuple[Path, str]]:
    """Write the results; each path with what it holds."""
    folder.mkdir(parents=True, exist_ok=True)
    page, book = folder / f"{Path(shown.name).stem}.html", folder / "register.xlsx"
    page.write_bytes(write_page(shown.reading, shown.source))
    book.write_bytes(write_xlsx(list_sheets(successes)))
    for success in successes:
        contract = json.dumps(write_outcome(success), ensure_ascii=False, indent=2)
        (folder / f"{Path(success.name).stem}.json").write_text(contract + "\n", encoding="utf-8")
    return [
        (page, f"{shown.name} 的原文，读懂的地方都标着；用浏览器打开"),
        (book, "全部文件的台账"),
        (folder / "*.json", "每份文件一个，给程序看"),
    ]


def _print_pairs(console: Console, heading: str, pairs: Sequence[tuple[str, str]]) -> None:
    console.print(Text(f"\n{heading}", style="bold"))
    width = max(cell_width(first) for first, _ in pairs)
    is_narrow = any(width + cell_width(second) + 4 > console.width for _, second in pairs)
    for first, second in pairs:
        gap = "\n      " if is_narrow else " " * (width - cell_width(first) + 2)
        console.print(Text.assemble(f"  {first}{gap}", (second, "dim")), soft_wrap=True)


def _commands() -> list[tuple[str, str]]:
    program = relpath(Path(sys.executable).with_name("luoshi"))
    plan = relpath(DOCUMENTS / "plan-2024.docx")
    return [
        (f"{program} read {plan}", "整份读出来，按领导排列"),
        (f"{program} show {plan}", "在原文上看读懂了什么"),
        (f"{program} check {relpath(DOCUMENTS / 'plan-2026.xlsx')}", "印发之前，看看还有哪里要核对"),
        (f"{program} judge {relpath(DOCUMENTS / 'progress-2026-q3.xlsx')}", "谁慢了，慢多少，怎么算的"),
        (f"{program} read 您的文件.docx -o 台账.xlsx", "换成自己的文件，写成 Excel 台账"),
        (f"{program} --help", "其余用法"),
    ]


def run_demo(console: Console, folder: Path) -> int:
    """Print what was read of the demo documents and write the files to `folder`; 2 when a document was not read."""
    outcomes: list[Outcome] = [*map(partial(try_file, kind=None, as_of=None), find_files([DOCUMENTS]))]
    successes = [outcome for outcome in outcomes if isinstance(outcome, Success)]
    console.print(Text("映川市（虚构）：三年的责任分解、三个季度的进展、下一年的政府工作报告\n", style="bold"))
    _print_table(console, successes)
    shown, plan = _newest(successes)
    _print_part(console, shown.name, plan)
    written = _write_files(successes, shown, folder)
    _print_pairs(console, "写好的文件", [(relpath(path), told) for path, told in written])
    _print_pairs(console, "接着可以试", _commands())
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    for failure in failures:
        console.print(Text(f"{failure.name}：{failure.error}", style="yellow"), soft_wrap=True)
    return 2 if failures else 0


if __name__ == "__main__":
    sys.exit(run_demo(open_console(sys.stdout), OUT))
