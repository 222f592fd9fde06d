"""Where results go: standard output, standard error, or a file that is whole or not there."""

import io
import os
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from luoshi.errors import LuoshiError, tell_why

# Formats whose bytes no screen can show
_UNSHOWN = frozenset(("docx", "pdf", "png", "xlsx"))


class OutputError(LuoshiError):
    """The result cannot be written where it was asked for."""


def say(sentence: str) -> None:
    """Tell the user something on standard error, on one line and without what would steer the terminal."""
    shown = "".join(character if character.isprintable() or character == "　" else " " for character in sentence)
    sys.stderr.write(f"luoshi: {shown}\n")


def refuse_overwriting(output: Path, inputs: Iterable[Path]) -> None:
    """Raise `OutputError` when `output` is one of the files to be read, by whatever name."""
    if not output.exists():
        return
    for path in inputs:
        if path.exists() and output.samefile(path):
            raise OutputError(f"{output}：这正是要读的文件，写上去原件就没了。请换一个名字。")


def choose_format(asked: str | None, output: Path | None, formats: Collection[str]) -> str:
    """What was asked for, else what the output's suffix says (.txt: `table`), else `table`; raises `OutputError`."""
    if asked or output is None:
        return asked or "table"
    by_suffix = {".txt" if each == "table" else f".{each}": each for each in formats}
    chosen = by_suffix.get(output.suffix.lower())
    if chosen is None:
        told = "、".join(by_suffix)
        raise OutputError(f"{output}：看后缀不知道要写成什么。后缀可以是 {told}；要用别的后缀，请用 --format 指明。")
    return chosen


def check_output(chosen: str, output: Path | None, inputs: Iterable[Path], name: str) -> None:
    """Raise `OutputError` when the result would take a read file's place, or go to a screen that cannot show it.

    `name` is that of a file to propose, without its suffix.
    """
    if output is not None:
        refuse_overwriting(output, inputs)
    elif chosen in _UNSHOWN and sys.stdout.isatty():
        raise OutputError(f"{chosen} 不能显示在屏幕上，请用 -o 写到文件，如 -o {name}.{chosen}。")


def encode(text: str) -> bytes:
    """UTF-8; half a surrogate pair, as in a file name of another encoding, is written out as its JSON escape."""
    return text.encode("utf-8", "backslashreplace")


def encode_json(content: object) -> bytes:
    """JSON for programs that people can read, too."""
    import json

    return encode(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def write_shown(stream: BinaryIO, show: Callable[[IO[str]], None]) -> None:
    """Write what `show` prints; on a terminal it prints there itself, in its width and colours."""
    if stream is sys.stdout.buffer and sys.stdout.isatty():
        show(sys.stdout)
        return
    text = io.StringIO()
    show(text)
    stream.write(encode(text.getvalue()))


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "没有这个文件夹，请先建好"
        case PermissionError():
            return "没有写的权限，请换一个文件夹"
        case IsADirectoryError():
            return "这是一个文件夹，请写出文件名"
        case _:
            return f"写不进去（{tell_why(error)}）"


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """A file beside `target` that takes its place when all went well and is removed when not."""
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as stream:
            yield stream
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def open_output(output: Path | None) -> Iterator[BinaryIO]:
    """A binary stream to `output`, written whole or not at all, or to standard output; raises `OutputError`."""
    if output is None:
        yield sys.stdout.buffer
        return
    target = output.resolve()
    # A device or a pipe, such as /dev/null, cannot be replaced
    is_special = target.exists() and not target.is_file() and not target.is_dir()
    try:
        with target.open("wb") if is_special else _replacing(target) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{output}：{_reason(error)}。") from error
