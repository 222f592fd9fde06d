"""The reference progress table is judged as its gold says, and the demo city's as one would."""

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from luoshi.checking import flag_rows
from luoshi.judging import judge
from luoshi.model import Plan, Progress, Reading
from luoshi.reading import read_source
from luoshi.source import mend, open_source
from luoshi.writing.contract import write_contract
from tests import reference
from tests.gold.reference_score import covered, scorer
from tests.reference import Json

# The share of the rows with a doubt that are queried, and of the queried that have one
LEAST_QUERIED: Final = 0.8
LEAST: Final = {"row verdict": 0.95, "target verdict": 0.93, "measurements tied to a target": 0.9}


def read(path: Path) -> Reading:
    return read_source(mend(open_source(path)))


def judged(path: Path, plan: Plan | None = None) -> Json:
    source = mend(open_source(path))
    reading = read_source(source)
    assert isinstance(reading, Progress)
    return write_contract(flag_rows(judge(reading, plan=plan), source), source)


@cache
def gold_and_found() -> tuple[Json, Json]:
    gold_file, document = next(pair for pair in reference.gold_pairs() if "rows" in reference.load(pair[0]))
    gold = reference.load(gold_file)
    return gold, covered(gold, judged(document))


@pytest.mark.shared
@pytest.mark.skipif(not reference.IS_PRESENT, reason=reference.ABSENCE)
@pytest.mark.parametrize("facet", LEAST)
def test_a_facet_of_the_reference_table_is_judged_as_its_gold_says(facet: str) -> None:
    score = scorer().score(*gold_and_found())
    assert score.f1(facet) >= LEAST[facet], score.misses[facet]


@pytest.mark.shared
@pytest.mark.skipif(not reference.IS_PRESENT, reason=reference.ABSENCE)
def test_no_row_that_is_behind_is_called_done() -> None:
    gold, found = gold_and_found()
    behind = {row["number"] for row in gold["rows"] if row["verdict"] == "behind"}
    assert not behind & {row["number"] for row in found["rows"] if row["verdict"] == "done"}


@pytest.mark.shared
@pytest.mark.skipif(not reference.IS_PRESENT, reason=reference.ABSENCE)
def test_rows_that_are_queried_are_those_that_a_clerk_would_query() -> None:
    gold, found = gold_and_found()
    wanted = {row["number"] for row in gold["rows"] if row["flags"]}
    queried = {row["number"] for row in found["rows"] if row["flags"]}
    assert len(queried & wanted) >= LEAST_QUERIED * len(wanted), wanted - queried
    assert len(queried & wanted) >= LEAST_QUERIED * len(queried), queried - wanted


# What one finds who goes through the three tables by hand; 早稻 alone is no answer for all grain.
BEHIND: Final = {
    "q1": {
        1, 2, 5, 7, 8, 10, 11, 12, 14, 15, 19, 20, 21, 22, 23, 24, 25, 26, 27, 29, 30, 31, 32, 34, 35, 36, 37, 38,
        40, 42, 43, 44, 45, 46, 47, 49, 50, 52, 54, 56, 58,
    },
    "q2": {2, 4, 5, 8, 10, 12, 14, 17, 20, 21, 22, 23, 24, 25, 27, 29, 32, 34, 35, 36, 37, 38, 40, 42, 44, 45, 56},
    "q3": {4, 10, 14, 15, 16, 19, 28, 35, 55},
}  # fmt: skip


@pytest.mark.parametrize(("quarter", "behind"), BEHIND.items())
def test_the_rows_of_the_demo_city_that_are_behind_are_found(quarter: str, behind: set[int]) -> None:
    plan = read(reference.DEMO / "plan-2026.xlsx")
    assert isinstance(plan, Plan)
    found = judged(reference.DEMO / f"progress-2026-{quarter}.xlsx", plan)
    assert behind == {row["number"] for row in found["rows"] if row["verdict"] == "behind"}
