"""`luoshi read`: documents → register."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

from luoshi.cli.arguments.read import FORMATS
from luoshi.cli.inputs import InputError, find_files, try_file
from luoshi.cli.outputs import check_output, choose_format, encode, encode_json, open_output, say, write_shown
from luoshi.model import Kind, Unknown
from luoshi.writing.contract import write_outcome
from luoshi.writing.outcome import Failure, Outcome


def _write_json(outcomes: Iterable[Outcome], stream: BinaryIO, *, is_batch: bool) -> None:
    contracts = [write_outcome(outcome) for outcome in outcomes]
    stream.write(encode_json(contracts if is_batch else contracts[0]))


def _write_jsonl(outcomes: Iterable[Outcome], stream: BinaryIO) -> None:
    for outcome in outcomes:
        line = json.dumps(write_outcome(outcome), ensure_ascii=False, separators=(",", ":"))
        stream.write(encode(line + "\n"))
        stream.flush()


def _write_csv(outcomes: Iterable[Outcome], stream: BinaryIO) -> None:
    from luoshi.writing.delimited import write_csv
    from luoshi.writing.ledger import list_lines

    stream.write(write_csv(list_lines(list(outcomes))))


def _write_xlsx(outcomes: Iterable[Outcome], stream: BinaryIO) -> None:
    from luoshi.writing.ledger import list_sheets
    from luoshi.writing.workbook import write_xlsx

    stream.write(write_xlsx(list_sheets(list(outcomes))))


def _write_table(outcomes: Iterable[Outcome], stream: BinaryIO) -> None:
    from luoshi.writing.terminal import print_outcomes

    write_shown(stream, lambda file: print_outcomes(outcomes, file))


def _choose_format(options: Namespace, *, is_batch: bool) -> str:
    """As other commands do; many files go to other programs line by line."""
    is_piped = options.output is None and not sys.stdout.isatty()
    return choose_format(options.format or ("jsonl" if is_batch and is_piped else None), options.output, FORMATS)


def _writer(name: str, *, is_batch: bool) -> Callable[[Iterable[Outcome], BinaryIO], None]:
    writers = {"jsonl": _write_jsonl, "csv": _write_csv, "xlsx": _write_xlsx, "table": _write_table}
    return partial(_write_json, is_batch=is_batch) if name == "json" else writers[name]


def _tell(outcome: Outcome) -> None:
    if isinstance(outcome, Failure):
        say(f"{outcome.name}：{outcome.error}")
    elif isinstance(outcome.reading, Unknown):
        say(f"{outcome.name}：没有认出是哪一类文件。知道的话请用 --kind 指明（plan、progress 或 report）。")


def _counted(files: Sequence[Path], output: Path | None) -> Iterable[Path]:
    """The files one by one, with a bar on standard error where somebody looks at it and at nothing else."""
    if not sys.stderr.isatty() or (output is None and sys.stdout.isatty()) or len(files) == 1:
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, description="正在读", console=Console(stderr=True), transient=True)


def _read_files(files: Sequence[Path], options: Namespace, failures: list[str]) -> Iterator[Outcome]:
    """Read one after the other, telling at once what failed; `failures` collects the names of those."""
    kind = Kind(options.kind) if options.kind else None
    for file in _counted(files, options.output):
        outcome = try_file(file, kind=kind, as_of=options.as_of)
        _tell(outcome)
        if isinstance(outcome, Failure):
            failures.append(outcome.name)
        yield outcome


def run(options: Namespace) -> int:
    """Carry out the command; the exit code is 2 when any file could not be read."""
    is_batch = len(options.files) > 1 or options.files[0].is_dir()
    chosen = _choose_format(options, is_batch=is_batch)
    files = find_files(options.files)
    if not files:
        raise InputError("这里没有能读的文件。")
    check_output(chosen, options.output, files, "台账")
    failures: list[str] = []
    outcomes: Iterable[Outcome] = _read_files(files, options, failures)
    if not is_batch:
        outcomes = list(outcomes)
        if failures:
            return 2
    with open_output(options.output) as stream:
        _writer(chosen, is_batch=is_batch)(outcomes, stream)
    return 2 if failures else 0
