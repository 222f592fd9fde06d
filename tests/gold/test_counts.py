"""As much is read of each reference document as the table of the domain says that it holds."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests import reference
from tests.gold.readings import contract
from tests.reference import Json

pytestmark = pytest.mark.shared

# | `a-2024-plan.txt` | breakdown | 202 tasks (159 重点工作 + 43 民生实事), 839 unit entries |
ROW: Final = re.compile(r"^\| `(?P<file>[^`]+)` \|[^|]+\|(?P<content>[^|]+)\|$", re.MULTILINE)
COUNT: Final = re.compile(
    r"(?P<count>\d+)(?: \+ (?P<more>\d+))? "
    r"(?P<noun>tasks(?! have)|重点工作|民生实事|table items|unit entries|rows|actions|measures)"
)


def _part(name: str) -> Callable[[Json], int]:
    return lambda read: sum(task["part"] == name for task in read["tasks"])


HOW: Final[dict[str, Callable[[Json], int]]] = {
    "tasks": lambda read: sum(task["allocation"] is None for task in read["tasks"]),
    "table items": lambda read: sum(task["allocation"] is not None for task in read["tasks"]),
    "重点工作": _part("重点工作"),
    "民生实事": _part("民生实事"),
    "unit entries": lambda read: sum(len(task["units"]) for task in read["tasks"]),
    "rows": lambda read: len(read["rows"]),
    "actions": lambda read: len(read["actions"]),
    "measures": lambda read: sum(len(action["measures"]) for action in read["actions"]),
}


def cases() -> list[object]:
    if not reference.IS_PRESENT:
        return [pytest.param("", "", 0, marks=reference.absent.marks, id="absent")]
    table = (reference.SHARED / "domain.md").read_text(encoding="utf-8")
    return [
        (row["file"], found["noun"], int(found["count"]) + int(found["more"] or 0))
        for row in ROW.finditer(table)
        for found in COUNT.finditer(row["content"])
    ]


@pytest.mark.parametrize(("file", "noun", "count"), cases())
def test_as_much_is_read_as_the_document_holds(file: str, noun: str, count: int) -> None:
    assert HOW[noun](contract(reference.CORPUS / file)) == count


def reports() -> list[object]:
    return list((reference.CORPUS / "reports").glob("*.txt")) or [reference.absent]


@pytest.mark.parametrize("path", reports(), ids=lambda path: getattr(path, "stem", "absent"))
def test_a_report_of_another_government_has_actions_with_measures(path: Path) -> None:
    read = contract(path)
    assert read["kind"] == "report"
    assert 4 <= len(read["actions"]) <= 20
    assert all(action["name"] and len(action["name"]) <= 40 for action in read["actions"])
    assert all(measure["commitments"] for action in read["actions"] for measure in action["measures"])
    assert all(action["measures"] for action in read["actions"])
