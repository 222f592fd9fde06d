"""The reference documents are read as their gold says, facet by facet."""

from collections.abc import Iterator
from functools import cache
from typing import Final

import pytest

from tests import reference
from tests.gold.reference_score import Sheet, reference_score, sheets
from tests.gold.scoring import Score

pytestmark = pytest.mark.shared

# The least F1 that each facet may have; facets of targets and verdicts are not read yet.
_TEXT: Final = dict.fromkeys(
    (
        "document fields", "tasks found", "task text exact", "task number", "task leaders", "task section",
        "units name", "units name+role", "due dates",
    ),
    1.0,
)  # fmt: skip
_TABLE: Final = {
    "document fields": 1.0,
    "tasks found": 0.98,
    "task text exact": 0.98,
    "task number": 0.98,
    "task leaders": 0.98,
    "task section": 1.0,
    "units name": 0.98,
    "units name+role": 0.95,
    "due dates": 1.0,
    "quota cells": 0.99,
    "quota sum check": 1.0,
}
_ROWS: Final = dict.fromkeys(("rows found", "row name exact", "row lead unit", "row text exact"), 1.0)
_REPORT: Final = {
    "actions": 1.0,
    "measures": 1.0,
    "commitments (similarity>=.75)": 0.95,
    "commitments exact": 0.95,
}
LEAST: Final = {"text": _TEXT, "table": _TABLE, "rows": _ROWS, "report": _REPORT}

# (form, facet): why it is missed today
KNOWN_MISSES: Final = {
    ("table", "task section"): "the category of the last rows of a page is printed on the next page",
}


def cases() -> Iterator[object]:
    if not reference.IS_PRESENT:
        yield pytest.param(*reference.absent.values, "", marks=reference.absent.marks, id="absent")
    for sheet in sheets():
        for facet in LEAST[sheet.form]:
            reason = KNOWN_MISSES.get((sheet.form, facet))
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            yield pytest.param(sheet, facet, marks=marks, id=f"{sheet.name}-{facet}")


@cache
def scored(name: str) -> Score:
    return reference_score(next(sheet for sheet in sheets() if sheet.name == name))


@pytest.mark.parametrize(("sheet", "facet"), list(cases()))
def test_a_facet_of_a_reference_document_is_read_as_its_gold_says(sheet: Sheet, facet: str) -> None:
    tally = scored(sheet.name).get(facet)
    if tally is None:
        pytest.skip("the gold of this part has nothing of the kind")
    assert tally.f1 >= LEAST[sheet.form][facet], (tally.missing[:5], tally.extra[:5])
