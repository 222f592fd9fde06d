"""All doubts of a reading in one numbered list, each knowing the task or row that it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from luoshi.model import Flag, Plan, Progress, ProgressRow, Quote, Reading, Task


@dataclass(frozen=True, slots=True)
class Doubt:
    """A flag with its number in the list, from 1; `owner` counts the task or row from 0 (None: the whole document)."""

    number: int
    flag: Flag
    owner: int | None
    quote: Quote | None


def _items(reading: Reading) -> Sequence[Task | ProgressRow]:
    if isinstance(reading, Plan):
        return reading.tasks
    return reading.rows if isinstance(reading, Progress) else ()


def _owned(reading: Reading) -> Iterator[tuple[Flag, int | None, Quote | None]]:
    for flag in reading.flags:
        yield flag, None, flag.quote
    for index, item in enumerate(_items(reading)):
        for flag in item.flags:
            yield flag, index, flag.quote or item.quote


def list_doubts(reading: Reading) -> tuple[Doubt, ...]:
    """Those of the whole document first, then those of each task or row in order; a flag told in both counts once."""
    owned = {id(flag) for flag, owner, _ in _owned(reading) if owner is not None}
    told = [entry for entry in _owned(reading) if entry[1] is not None or id(entry[0]) not in owned]
    return tuple(Doubt(number, flag, owner, quote) for number, (flag, owner, quote) in enumerate(told, start=1))
