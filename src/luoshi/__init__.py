"""Luoshi (落实) reads Chinese governments' work reports and their breakdowns as a careful clerk would.

>>> from luoshi import read
>>> reading = read("责任分解.docx")
>>> reading.kind, len(reading.tasks)
"""

from datetime import date
from os import PathLike
from pathlib import Path

from luoshi.errors import LuoshiError, SourceError
from luoshi.model import Flag, Kind, Plan, Progress, Reading, Report, Source, Task, Unknown

__version__ = "0.1.0"
__all__ = [
    "Flag",
    "Kind",
    "LuoshiError",
    "Plan",
    "Progress",
    "Reading",
    "Report",
    "Source",
    "SourceError",
    "Task",
    "Unknown",
    "read",
]


def read(path: str | PathLike[str], *, kind: Kind | None = None, as_of: date | None = None) -> Reading:
    """Read one document; `kind` overrules what is recognised, `as_of` is the day from which it is looked at.

    Raises `SourceError`, whose text is a Chinese sentence for the user, when the file cannot be read as a document.
    """
    from luoshi.reading import read_source
    from luoshi.source import mend, open_source

    return read_source(mend(open_source(Path(path))), kind=kind, as_of=as_of)
