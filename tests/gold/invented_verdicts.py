"""A quarter's table of an invented government beside the verdicts of somebody who had not seen the program's.

`python -m tests.gold.invented_verdicts` prints how many are right, and what differs.
"""

import json
import sys
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from luoshi import read
from luoshi.judgement import RowVerdict, Verdict
from luoshi.judging import judge
from luoshi.model import Progress, ProgressRow
from tests.gold.invented_years import FOLDER
from tests.reference import Json

TABLE: Final = FOLDER / "plain" / "2024.txt"
GOLD: Final = FOLDER / "plain" / "verdicts.json"
# Said of what a person has to look at: no wrong verdict, only none
OPEN: Final = frozenset({Verdict.NO_DATA, Verdict.QUALITATIVE})


class Compared(NamedTuple):
    """A verdict of a row, or of its `target`: as somebody would judge it, and as the program does (None: no target)."""

    number: int
    target: str
    expected: str
    found: Verdict | None

    @property
    def is_right(self) -> bool:
        """Whether both are the same; what is open is open, whatever it is called."""
        is_open = self.expected in {"not_quantified", *OPEN} and self.found in {None, *OPEN}
        return is_open or self.found == self.expected

    @property
    def is_wrong(self) -> bool:
        """Whether a verdict is told that nobody would give."""
        return not self.is_right and self.found not in {None, *OPEN}


@cache
def compared() -> tuple[Compared, ...]:
    """The verdicts on rows, then those on targets."""
    progress = read(TABLE)
    assert isinstance(progress, Progress)
    judged = judge(progress)
    places = {row.number: place for place, row in enumerate(judged.rows)}
    rows: list[Compared] = []
    targets: list[Compared] = []
    for gold in json.loads(GOLD.read_text(encoding="utf-8")):
        place = places[gold["number"]]
        if "verdict" in gold:
            rows.append(Compared(gold["number"], "", gold["verdict"], judged.verdicts[place].verdict))
        targets.extend(_targets(gold, judged.rows[place], judged.verdicts[place]))
    return (*rows, *targets)


def _targets(gold: Json, row: ProgressRow, judged: RowVerdict) -> Iterator[Compared]:
    left = [(f"{target.value:g}{target.unit}", one) for target, one in zip(row.targets, judged.targets, strict=True)]
    for wanted in gold["targets"]:
        found = next((each for each in left if each[0] == wanted["target"]), None)
        if found:
            left.remove(found)
        yield Compared(gold["number"], wanted["target"], wanted["verdict"], found[1].verdict if found else None)


def told(part: list[Compared]) -> Iterator[str]:
    """What `python -m` prints of the rows, or of the targets."""
    right, wrong = sum(one.is_right for one in part), sum(one.is_wrong for one in part)
    yield f"{right} of {len(part)}, wrong {wrong}"
    yield from (f"  {one.number} {one.target}: {one.expected}, found {one.found}" for one in part if not one.is_right)


if __name__ == "__main__":
    rows, targets = [[one for one in compared() if bool(one.target) is is_target] for is_target in (False, True)]
    sys.stdout.write("\n".join([*told(rows), *told(targets), ""]))
