"""`luoshi judge`: what was reported beside what was promised."""

import io
import json
import sys
from argparse import Namespace
from pathlib import Path

from luoshi.cli.inputs import InputError, need_file
from luoshi.cli.outputs import choose_format, open_output, refuse_overwriting, refuse_screen
from luoshi.judgement import JudgedProgress
from luoshi.model import Kind, Plan, Progress
from luoshi.writing.contract import write_contract
from luoshi.writing.outcome import Success

_BY_SUFFIX = {".json": "json", ".csv": "csv", ".xlsx": "xlsx", ".txt": "table"}


def _plan(path: Path | None) -> Plan | None:
    if path is None:
        return None
    reading = need_file(path).reading
    if not isinstance(reading, Plan):
        raise InputError(f"{path}：不是责任分解，没法拿它的指标来研判。")
    return reading


def _judge(success: Success, options: Namespace) -> JudgedProgress:
    from luoshi.judging import judge, read_rules

    if not isinstance(success.reading, Progress):
        raise InputError(f"{options.file}：没有认出是进展情况汇总表。确实是的话请加 --kind progress。")
    return judge(success.reading, as_of=options.as_of, rules=read_rules(options.rules), plan=_plan(options.plan))


def _write(judged: JudgedProgress, success: Success, chosen: str) -> bytes:
    if chosen == "json":
        text = json.dumps(write_contract(judged, success.source), ensure_ascii=False, indent=2) + "\n"
        return text.encode("utf-8", "backslashreplace")
    from luoshi.writing.verdicts import list_verdicts, print_verdicts

    if chosen == "csv":
        from luoshi.writing.delimited import write_csv

        return write_csv(list_verdicts(judged))
    if chosen == "xlsx":
        from luoshi.writing.workbook import write_xlsx

        return write_xlsx((list_verdicts(judged),))
    told = io.StringIO()
    print_verdicts(judged, success.name, told)
    return told.getvalue().encode("utf-8", "backslashreplace")


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when a file cannot be read or is of another kind."""
    chosen = choose_format(options.format, options.output, _BY_SUFFIX)
    inputs = [path for path in (options.file, options.plan, options.rules) if path]
    if options.output is not None:
        refuse_overwriting(options.output, inputs)
    elif chosen == "xlsx":
        refuse_screen(chosen, "研判.xlsx")
    success = need_file(options.file, kind=Kind(options.kind) if options.kind else None)
    judged = _judge(success, options)
    if chosen == "table" and options.output is None and sys.stdout.isatty():
        from luoshi.writing.verdicts import print_verdicts

        print_verdicts(judged, success.name, sys.stdout)
        return 0
    with open_output(options.output) as stream:
        stream.write(_write(judged, success, chosen))
    return 0
