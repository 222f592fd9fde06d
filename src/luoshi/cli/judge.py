"""`luoshi judge`: what was reported beside what was promised."""

from argparse import Namespace
from pathlib import Path
from typing import BinaryIO

from luoshi.cli.arguments.judge import FORMATS
from luoshi.cli.inputs import InputError, need_file
from luoshi.cli.outputs import check_output, choose_format, encode_json, open_output, write_shown
from luoshi.judgement import JudgedProgress
from luoshi.model import Kind, Plan, Progress
from luoshi.writing.contract import write_contract
from luoshi.writing.outcome import Success


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


def _write(judged: JudgedProgress, success: Success, chosen: str, stream: BinaryIO) -> None:
    if chosen == "json":
        stream.write(encode_json(write_contract(judged, success.source)))
        return
    from luoshi.writing.verdicts import list_verdicts, print_verdicts

    if chosen == "csv":
        from luoshi.writing.delimited import write_csv

        stream.write(write_csv(list_verdicts(judged)))
    elif chosen == "xlsx":
        from luoshi.writing.workbook import write_xlsx

        stream.write(write_xlsx((list_verdicts(judged),)))
    else:
        write_shown(stream, lambda file: print_verdicts(judged, success.name, file))


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when a file cannot be read or is of another kind."""
    chosen = choose_format(options.format, options.output, FORMATS)
    inputs = [path for path in (options.file, options.plan, options.rules) if path]
    check_output(chosen, options.output, inputs, "研判")
    success = need_file(options.file, kind=Kind(options.kind) if options.kind else None)
    judged = _judge(success, options)
    with open_output(options.output) as stream:
        _write(judged, success, chosen, stream)
    return 0
