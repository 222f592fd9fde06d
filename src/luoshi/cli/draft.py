"""`luoshi draft`: from a report to the draft of its breakdown, and the departments' opinions of it."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from luoshi.cli.arguments.draft import FORMATS
from luoshi.cli.inputs import InputError, need_file, need_lines, read_template
from luoshi.cli.outputs import OutputError, check_output, choose_format, encode_json, open_output, say, write_shown
from luoshi.model import Report

if TYPE_CHECKING:
    from luoshi.draft import Draft, Merged, Reply

_PAPER = ("docx", "pdf")


# ── Drafting ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _report(path: Path | None) -> Report:
    if path is None:
        raise InputError("还缺政府工作报告，如 luoshi draft 报告.docx --learn 责任分解.xlsx -o 责任分解稿.docx。")
    reading = need_file(path).reading
    if not isinstance(reading, Report):
        raise InputError(f"{path}：没有认出是政府工作报告。")
    return reading


def _draft(options: Namespace) -> "Draft":
    from luoshi.relating.drafting import draft, read_units

    listed = read_units(options.units) if options.units else ()
    earlier = [need_lines(path, "照着学") for path in options.learn]
    drafted = draft(_report(options.file), earlier, listed, sure=options.sure)
    if not drafted.tasks:
        raise InputError(f"{options.file}：报告里没有读出承诺，无从分解；可以先用 luoshi read 看看读成了什么。")
    return drafted


def _write_draft(drafted: "Draft", options: Namespace, chosen: str, stream: BinaryIO) -> None:
    from luoshi.writing.drafts import print_draft, write_draft

    match chosen:
        case "json":
            stream.write(encode_json(write_draft(drafted)))
        case "xlsx":
            from luoshi.writing.circular import circular_of, write_circular

            stream.write(write_circular(circular_of(drafted)))
        case "docx" | "pdf":
            stream.write(_write_paper(drafted, options, chosen))
        case _:
            write_shown(stream, lambda file: print_draft(drafted, file))


def _write_paper(drafted: "Draft", options: Namespace, chosen: str) -> bytes:
    from luoshi.writing.official.draft import write_draft_plan
    from luoshi.writing.official.letterhead import letterhead_of
    from luoshi.writing.official.printing import print_pdf

    template = read_template(options.template)
    written = write_draft_plan(drafted, letterhead_of(drafted.document), template=template)
    return print_pdf(written) if chosen == "pdf" else written


# ── Opinions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _merged(options: Namespace) -> "Merged":
    from luoshi.relating.opinions import merge

    sent = _reply(options.file) if options.file else None
    return merge([_reply(path) for path in options.merge], sent)


def _reply(path: Path) -> "Reply":
    from luoshi.errors import SourceError
    from luoshi.reading.reply import read_reply
    from luoshi.source import open_source

    try:
        return read_reply(open_source(path))
    except SourceError as error:
        raise InputError(f"{path}：{error}") from error


def _write_merged(merged: "Merged", chosen: str, stream: BinaryIO) -> None:
    from luoshi.writing.opinions import circular_of_merged, print_opinions, summary, write_opinions

    match chosen:
        case "json":
            stream.write(encode_json(write_opinions(merged)))
        case "xlsx":
            from luoshi.writing.circular import write_circular

            say(summary(merged))
            stream.write(write_circular(circular_of_merged(merged)))
        case _:
            write_shown(stream, lambda file: print_opinions(merged, file))


# ── The command ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _merge(options: Namespace, chosen: str) -> int:
    if chosen in _PAPER:
        raise OutputError(f"合并意见只能写成 .xlsx 或 .json，不能写成 .{chosen}；定稿后再用 luoshi write plan。")
    merged = _merged(options)
    with open_output(options.output) as stream:
        _write_merged(merged, chosen, stream)
    return 0


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when a file cannot be read or is of another kind."""
    chosen = choose_format(options.format, options.output, FORMATS)
    given = [path for path in (options.file, *options.learn, options.units, *(options.merge or ())) if path]
    check_output(chosen, options.output, given, "责任分解稿")
    if options.merge:
        return _merge(options, chosen)
    drafted = _draft(options)
    with open_output(options.output) as stream:
        _write_draft(drafted, options, chosen, stream)
    return 0
