"""What became of one file: a reading with its mended source, or the sentence that says why there is none."""

from dataclasses import dataclass

from luoshi.model import Reading, Source


@dataclass(frozen=True, slots=True)
class Success:
    """A file that was read."""

    name: str
    source: Source
    reading: Reading


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not; `error` is a sentence for the user."""

    name: str
    error: str


Outcome = Success | Failure
