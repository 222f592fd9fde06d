"""The files that a command line names, and what becomes of reading each."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from luoshi.errors import LuoshiError, tell_why
from luoshi.model import Kind, Plan, Progress
from luoshi.writing.outcome import Failure, Outcome, Success

# Suffixes that a folder is searched for; files without one are taken too, as their content tells what they are
_TEXTS = frozenset(("", ".txt", ".md", ".markdown", ".csv", ".tsv", ".htm", ".html"))
_OFFICE = frozenset((".docx", ".doc", ".wps", ".rtf", ".odt", ".xlsx", ".xls", ".et", ".ods", ".pdf", ".ofd"))
# Lock files of Word (~$责任分解.docx) and of LibreOffice (.~lock.责任分解.docx#) are no documents
_PASSED_OVER = (".", "~$")


def _is_document(name: str) -> bool:
    return not name.startswith(_PASSED_OVER) and Path(name).suffix.lower() in _TEXTS | _OFFICE


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(_PASSED_OVER))
        yield from (Path(parent, name) for name in sorted(names) if _is_document(name))


class InputError(LuoshiError):
    """A file is not what the command needs."""


def find_files(paths: Iterable[Path]) -> list[Path]:
    """Every file named, and in every folder named the documents at any depth, each once."""
    found = (file for path in paths for file in (_walk(path) if path.is_dir() else (path,)))
    return list(dict.fromkeys(found))


def read_file(path: Path, *, kind: Kind | None, as_of: date | None) -> Success:
    """Read one file; a progress table is judged, and each doubt about it told beside its row. Raises `LuoshiError`."""
    from luoshi.reading import read_source
    from luoshi.source import mend, open_source

    source = mend(open_source(path))
    reading = read_source(source, kind=kind, as_of=as_of)
    if isinstance(reading, Progress):
        from luoshi.checking import flag_rows
        from luoshi.judging import judge

        reading = flag_rows(judge(reading, as_of=as_of), source)
    return Success(path.name, source, reading)


def try_file(path: Path, *, kind: Kind | None, as_of: date | None) -> Outcome:
    """Read one file; whatever goes wrong becomes a sentence, so that one bad file never stops the others."""
    try:
        return read_file(path, kind=kind, as_of=as_of)
    except LuoshiError as error:
        return Failure(path.name, str(error))
    except OSError as error:
        return Failure(path.name, f"打不开这个文件：{tell_why(error)}。请看看它还在不在、能不能读。")
    except Exception as error:  # a defect met in one file must not lose the rest of a batch
        defect = f"{type(error).__name__}: {error}"
        return Failure(path.name, f"程序读到一半出了错（{defect}）。请把这句话和文件交给维护程序的人。")


def need_file(path: Path, *, kind: Kind | None = None) -> Success:
    """Read one file that a command cannot do without; raises `InputError` with its name."""
    outcome = try_file(path, kind=kind, as_of=None)
    if isinstance(outcome, Failure):
        raise InputError(f"{path}：{outcome.error}")
    return outcome


def need_lines(path: Path, use: str) -> Plan | Progress:
    """Read a plan or a progress table that a command cannot do without; `use` says in Chinese what for."""
    reading = need_file(path).reading
    if not isinstance(reading, Plan | Progress):
        raise InputError(f"{path}：不是责任分解，也不是进展情况汇总表，没法{use}。")
    return reading


def read_text(path: Path, what: str) -> str:
    """The text of a file that users write for the program; raises `InputError`, which calls it `what`."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = tell_why(error) if isinstance(error, OSError) else "不是 UTF-8 的文字"
        raise InputError(f"{path}：打不开{what}（{why}）。") from error


def read_template(path: Path | None) -> bytes | None:
    """The bytes of a template of the user's own, if one is named; raises `InputError`."""
    try:
        return path.read_bytes() if path else None
    except OSError as error:
        raise InputError(f"{path}：打不开这份模板（{tell_why(error)}）。") from error
