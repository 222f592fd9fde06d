"""`luoshi show`: a page on which everything that was understood is marked."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from luoshi.cli.inputs import try_file
from luoshi.cli.outputs import OutputError, open_output, refuse_overwriting, say
from luoshi.model import Format, Kind
from luoshi.writing.marks import collect_marks
from luoshi.writing.outcome import Failure, Success

_PAGE_SUFFIXES = (".html", ".htm")


def _draw(outcome: Success, path: Path) -> tuple[bytes, ...]:
    if outcome.source.format is not Format.PDF:
        raise OutputError(f"{outcome.name}：只有 PDF 能画成图片，请改写网页：-o {path.stem}.html。")
    from luoshi.writing.picture import draw_pages

    return draw_pages(path.read_bytes(), outcome.source, collect_marks(outcome.reading))


def _picture_paths(output: Path, count: int) -> list[Path]:
    if count == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{page}{output.suffix}") for page in range(1, count + 1)]


def _render(outcome: Success, path: Path, output: Path) -> Iterator[tuple[Path, bytes]]:
    """The files to write: one page, or a picture a page."""
    if output.suffix.lower() in _PAGE_SUFFIXES:
        from luoshi.writing.page import write_page

        yield output, write_page(outcome.reading, outcome.source)
    else:
        pictures: Sequence[bytes] = _draw(outcome, path)
        yield from zip(_picture_paths(output, len(pictures)), pictures, strict=True)


def run(options: Namespace) -> int:
    """Carry out the command: write the page or the pictures and print their paths."""
    path: Path = options.file
    output: Path = options.output or Path(f"{path.name}.luoshi.html")
    if output.suffix.lower() not in (*_PAGE_SUFFIXES, ".png"):
        raise OutputError(f"{output}：只能写成网页（.html）或图片（.png）。")
    outcome = try_file(path, kind=Kind(options.kind) if options.kind else None, as_of=options.as_of)
    if isinstance(outcome, Failure):
        say(f"{outcome.name}：{outcome.error}")
        return 2
    for target, content in _render(outcome, path, output):
        refuse_overwriting(target, [path])
        with open_output(target) as stream:
            stream.write(content)
        sys.stdout.write(f"{target}\n")
    return 0
