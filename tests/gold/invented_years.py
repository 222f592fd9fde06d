"""Three years' plans of each of four invented governments: who leads what, and which promises go on.

They were written by people who saw neither the program nor its tables (`tests/gold/years/README.md`).
"""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from luoshi import read
from luoshi.model import Plan, Progress
from luoshi.relating.drafting.examples import list_examples
from luoshi.relating.drafting.roll import call_roll
from tests.gold.drafts import Trial, questions, with_list

FOLDER: Final = Path(__file__).parent / "years"
# One is kept back: neither constants nor words are chosen by it
KEPT_BACK: Final = "district"
TO_LEARN: Final = ("plain", "port", "steel")


@cache
def years(government: str) -> tuple[Plan | Progress, ...]:
    """A government's documents, the earliest first."""
    readings = tuple(read(path) for path in sorted((FOLDER / government).glob("20*")))
    assert all(isinstance(each, Plan | Progress) for each in readings)
    return tuple(each for each in readings if isinstance(each, Plan | Progress))


def told_by_earlier(government: str, learned: int) -> Trial:
    """The tasks of the year after so many years, told by these; by the kinds of office alone where they are none."""
    return _trial(years(government)[:learned], years(government)[learned or -1])


def told_with_list(government: str, learned: int) -> Trial:
    """The same where the units of that year are listed."""
    return with_list(years(government)[:learned], years(government)[learned])


def trials(governments: Sequence[str]) -> Iterator[Trial]:
    """For each government its second year told by the first, and its third by both."""
    return (told_by_earlier(government, learned) for government in governments for learned in (1, 2))


def _trial(learned: Sequence[Plan | Progress], asked: Plan | Progress) -> Trial:
    roll = call_roll(learned)
    return Trial(roll, list_examples(learned, roll), tuple(questions(asked)))
