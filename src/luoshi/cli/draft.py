"""`luoshi draft`: from a report to the draft of its breakdown, and the departments' opinions of it."""

import io
import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from luoshi.cli.inputs import InputError, need_file
from luoshi.cli.outputs import OutputError, choose_format, open_output, refuse_overwriting, refuse_screen, say
from luoshi.errors import tell_why
from luoshi.model import Plan, Progress, Report

if TYPE_CHECKING:
    from luoshi.draft import Draft, Merged, Reply

_BY_SUFFIX = {
    ".json": "json",
    ".txt": "table",
    ".docx": "docx",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
}
_PAPER = ("docx", "pdf")


# ── Drafting ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _report(path: Path | None) -> Report:
    if path is None:
        raise InputError("还缺政府工作报告，如 luoshi draft 报告.docx --learn 责任分解.xlsx -o 责任分解稿.docx。")
    reading = need_file(path).reading
    if not isinstance(reading, Report):
        raise InputError(f"{path}：没有认出是政府工作报告。")
    return reading


def _earlier(path: Path) -> Plan | Progress:
    reading = need_file(path).reading
    if not isinstance(reading, Plan | Progress):
        raise InputError(f"{path}：不是责任分解，也不是进展情况，没法照着学。")
    return reading


def _draft(options: Namespace) -> "Draft":
    from luoshi.relating.drafting import draft, read_units

    listed = read_units(options.units) if options.units else ()
    drafted = draft(_report(options.file), [_earlier(path) for path in options.learn], listed, sure=options.sure)
    if not drafted.tasks:
        raise InputError(f"{options.file}：报告里没有读出承诺，无从分解；可以先用 luoshi read 看看读成了什么。")
    return drafted


def _write_draft(options: Namespace, chosen: str) -> bytes:
    drafted = _draft(options)
    match chosen:
        case "json":
            from luoshi.writing.drafts import write_draft

            return _json(write_draft(drafted))
        case "xlsx":
            from luoshi.writing.circular import circular_of, write_circular

            return write_circular(circular_of(drafted))
        case "docx" | "pdf":
            return _write_paper(drafted, options, chosen)
    from luoshi.writing.drafts import print_draft

    told = io.StringIO()
    print_draft(drafted, sys.stdout if _is_shown(options) else told)
    return told.getvalue().encode("utf-8", "backslashreplace")


def _write_paper(drafted: "Draft", options: Namespace, chosen: str) -> bytes:
    from luoshi.writing.official.draft import write_draft_plan
    from luoshi.writing.official.letterhead import letterhead_of
    from luoshi.writing.official.printing import print_pdf

    template = _template(options.template)
    written = write_draft_plan(drafted, letterhead_of(drafted.document), template=template)
    return print_pdf(written) if chosen == "pdf" else written


def _template(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path else None
    except OSError as error:
        raise InputError(f"{path}：打不开这份模板（{tell_why(error)}）。") from error


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


def _write_merged(options: Namespace, chosen: str) -> bytes:
    merged = _merged(options)
    match chosen:
        case "json":
            from luoshi.writing.opinions import write_opinions

            return _json(write_opinions(merged))
        case "xlsx":
            from luoshi.writing.circular import write_circular
            from luoshi.writing.opinions import circular_of_merged, summary

            say(summary(merged))
            return write_circular(circular_of_merged(merged))
        case "docx" | "pdf":
            raise OutputError(f"合并意见只能写成 .xlsx 或 .json，不能写成 .{chosen}；定稿后再用 luoshi write plan。")
    from luoshi.writing.opinions import print_opinions

    told = io.StringIO()
    print_opinions(merged, sys.stdout if _is_shown(options) else told)
    return told.getvalue().encode("utf-8", "backslashreplace")


# ── The command ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _json(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _is_shown(options: Namespace) -> bool:
    return options.output is None and sys.stdout.isatty()


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when a file cannot be read or is of another kind."""
    chosen = choose_format(options.format, options.output, _BY_SUFFIX)
    given = [path for path in (options.file, *options.learn, options.units, *(options.merge or ())) if path]
    if options.output is not None:
        refuse_overwriting(options.output, given)
    elif chosen in (*_PAPER, "xlsx"):
        refuse_screen(chosen, f"责任分解稿.{chosen}")
    written = (_write_merged if options.merge else _write_draft)(options, chosen)
    with open_output(options.output) as stream:
        stream.write(written)
    return 0
