"""`luoshi compare`: what became of each promise over the years."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from luoshi.cli.arguments.compare import FORMATS
from luoshi.cli.inputs import InputError, need_lines
from luoshi.cli.outputs import check_output, choose_format, encode_json, open_output, say, write_shown
from luoshi.lineage import Comparison

_FEWEST = 2


def _compare(paths: list[Path], about: str | None) -> Comparison:
    from luoshi.relating import compare

    if len(paths) < _FEWEST:
        raise InputError("要两份以上才能比，如 luoshi compare 责任分解2025.pdf 责任分解2026.xlsx。")
    comparison = compare(need_lines(path, "放在一起比") for path in paths)
    if not about:
        return comparison
    found = [each for each in comparison.lineages if any(about in promise.text for promise in each.promises if promise)]
    if not found:
        say(f"没有一项的文字里有“{about}”。")
    return replace(comparison, lineages=tuple(found))


def _write(comparison: Comparison, chosen: str, stream: BinaryIO) -> None:
    from luoshi.writing.lineages import list_lineages, print_comparison, write_comparison

    match chosen:
        case "json":
            stream.write(encode_json(write_comparison(comparison)))
        case "csv":
            from luoshi.writing.delimited import write_csv

            stream.write(write_csv(list_lineages(comparison)))
        case "xlsx":
            from luoshi.writing.workbook import write_xlsx

            stream.write(write_xlsx((list_lineages(comparison),)))
        case "svg" | "png":
            from luoshi.writing.trend import write_png, write_svg

            stream.write(write_svg(comparison) if chosen == "svg" else write_png(comparison))
        case _:
            write_shown(stream, lambda file: print_comparison(comparison, file))


def run(options: Namespace) -> int:
    """Carry out the command; raises `LuoshiError` when a file cannot be read or is of another kind."""
    chosen = choose_format(options.format, options.output, FORMATS)
    check_output(chosen, options.output, options.files, "历年对比")
    comparison = _compare(options.files, options.about)
    with open_output(options.output) as stream:
        _write(comparison, chosen, stream)
    return 0
