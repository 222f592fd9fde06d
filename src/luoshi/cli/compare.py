"""`luoshi compare`: what became of each promise over the years."""

import io
import json
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from luoshi.cli.inputs import InputError, need_file
from luoshi.cli.outputs import choose_format, open_output, refuse_overwriting, refuse_screen
from luoshi.lineage import Comparison
from luoshi.model import Plan, Progress

_BY_SUFFIX = {
    ".json": "json",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".txt": "table",
    ".svg": "svg",
    ".png": "png",
}
_FEWEST = 2


def _read(path: Path) -> Plan | Progress:
    reading = need_file(path).reading
    if not isinstance(reading, Plan | Progress):
        raise InputError(f"{path}：不是责任分解，也不是进展情况，没法放在一起比。")
    return reading


def _compare(paths: list[Path], about: str | None) -> Comparison:
    from luoshi.relating import compare

    if len(paths) < _FEWEST:
        raise InputError("要两份以上才能比，如 luoshi compare 责任分解2025.pdf 责任分解2026.xlsx。")
    comparison = compare(map(_read, paths))
    if not about:
        return comparison
    found = [each for each in comparison.lineages if any(about in promise.text for promise in each.promises if promise)]
    return replace(comparison, lineages=tuple(found))


def _write(comparison: Comparison, chosen: str) -> bytes:
    match chosen:
        case "json":
            from luoshi.writing.lineages import write_comparison

            text = json.dumps(write_comparison(comparison), ensure_ascii=False, indent=2) + "\n"
            return text.encode("utf-8", "backslashreplace")
        case "csv":
            from luoshi.writing.delimited import write_csv
            from luoshi.writing.lineages import list_lineages

            return write_csv(list_lineages(comparison))
        case "xlsx":
            from luoshi.writing.lineages import list_lineages
            from luoshi.writing.workbook import write_xlsx

            return write_xlsx((list_lineages(comparison),))
        case "svg" | "png":
            from luoshi.writing.trend import write_png, write_svg

            return write_svg(comparison) if chosen == "svg" else write_png(comparison)
    from luoshi.writing.lineages import print_comparison

    told = io.StringIO()
    print_comparison(comparison, told)
    return told.getvalue().encode("utf-8", "backslashreplace")


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when a file cannot be read or is of another kind."""
    chosen = choose_format(options.format, options.output, _BY_SUFFIX)
    if options.output is not None:
        refuse_overwriting(options.output, options.files)
    elif chosen in ("xlsx", "png"):
        refuse_screen(chosen, f"历年对比.{chosen}")
    comparison = _compare(options.files, options.about)
    if chosen == "table" and options.output is None and sys.stdout.isatty():
        from luoshi.writing.lineages import print_comparison

        print_comparison(comparison, sys.stdout)
        return 0
    with open_output(options.output) as stream:
        stream.write(_write(comparison, chosen))
    return 0
