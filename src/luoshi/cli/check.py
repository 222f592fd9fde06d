"""`luoshi check`: doubts about documents, before they are issued or accepted."""

import json
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from luoshi import __version__
from luoshi.checking.check import Check, Rule, Severity, lines_of
from luoshi.checking.findings import CHECKS, RULES, check_reading
from luoshi.checking.report import Checked, count_severities, write_json, write_sarif, write_text
from luoshi.checking.suppression import SuppressionError, parse_suppressions, suppress
from luoshi.checking.thresholds import Thresholds, read_thresholds
from luoshi.cli.inputs import InputError, find_files, need_lines, read_text, try_file
from luoshi.cli.outputs import say
from luoshi.model import Kind, Plan, Progress, Unknown
from luoshi.writing.outcome import Failure, Success

_SIDECAR = ".luoshi.toml"
_UNKNOWN = (
    "不像责任分解，也不像进展情况汇总表，没有检查；确实是的话，请加 --kind plan（责任分解）或 --kind progress（进展）。"
)
_EMPTY = "没有读到一项任务，没有检查；请核对是不是这份文件，或换一种格式（Word、Excel）再试。"
_NO_FILES = "没有写要检查的文件，或者文件夹里没有能读的文件。"
_NO_FILES_BESIDE = "没有写要检查的文件：--against 后面的都算作往年的文件，请把要检查的写在 --against 前面。"


def _explain(code: str) -> int:
    rule = _rule(code)
    sys.stdout.write(f"{rule.code} {rule.name}（{rule.severity}）\n{rule.description}\n")
    return 0


def _rule(code: str) -> Rule:
    found = next((rule for rule in RULES if rule.code == code.upper()), None)
    if found is None:
        raise InputError(f"没有 {code} 这个代码。全部代码：{'、'.join(rule.code for rule in RULES)}。")
    return found


def _codes(text: str | None) -> frozenset[str]:
    """L001,L033 → both, each of which must exist."""
    codes = (code.strip() for code in (text or "").replace("，", ",").split(","))
    return frozenset(_rule(code).code for code in codes if code)


def _chosen(options: Namespace) -> tuple[Check, ...]:
    selected, ignored = _codes(options.select), _codes(options.ignore)
    return tuple(
        check for check in CHECKS if (not selected or check.rule.code in selected) and check.rule.code not in ignored
    )


def _read(path: Path, options: Namespace) -> Success | None:
    """The file's reading; None, with a sentence on standard error, when it cannot be read or is of another genre."""
    outcome = try_file(path, kind=Kind(options.kind) if options.kind else None, as_of=options.as_of)
    if isinstance(outcome, Failure):
        say(f"{path}：{outcome.error}")
        return None
    if isinstance(outcome.reading, Unknown):
        say(f"{path}：{_UNKNOWN}")
        return None
    if isinstance(outcome.reading, Plan | Progress) and not lines_of(outcome.reading):
        say(f"{path}：{_EMPTY}")
        return None
    return outcome


@dataclass(frozen=True, slots=True)
class _Looking:
    """What a file is looked through by, and beside."""

    checks: Sequence[Check]
    earlier: Sequence[Plan | Progress]
    thresholds: Thresholds


def _check(path: Path, success: Success, by: _Looking) -> Checked:
    found = check_reading(
        success.reading, success.source, earlier=by.earlier, checks=by.checks, thresholds=by.thresholds
    )
    sidecar = path.with_name(path.name + _SIDECAR)
    if not sidecar.is_file():
        return Checked(str(path), found)
    try:
        suppressions = parse_suppressions(read_text(sidecar, "不再提示的设置"))
    except SuppressionError as error:
        raise InputError(f"{sidecar}：{error}") from error
    return Checked(str(path), *suppress(found, suppressions))


def _write(files: Sequence[Checked], chosen: str, unchecked: int) -> None:
    if chosen == "text":
        is_coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        sys.stdout.write(write_text(files, is_coloured=is_coloured, unchecked=unchecked))
        return
    content = write_json(files) if chosen == "json" else write_sarif(files, RULES, __version__)
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def run(options: Namespace) -> int:
    """Carry out the command: 0 no error stands, 1 one does, 2 a file could not be read."""
    if options.explain:
        return _explain(options.explain)
    paths = find_files(options.files)
    if not paths:
        raise InputError(_NO_FILES_BESIDE if options.against and not options.files else _NO_FILES)
    earlier = [need_lines(path, "对照") for path in options.against]
    by = _Looking(_chosen(options), earlier, read_thresholds(options.rules))
    read = [(path, _read(path, options)) for path in paths]
    files = [_check(path, success, by) for path, success in read if success]
    _write(files, options.format, len(paths) - len(files))
    if len(files) < len(paths):
        return 2
    return 1 if count_severities(files)[Severity.ERROR] else 0
