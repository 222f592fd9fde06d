"""The figures that the review of a reference report tells are read as its gold says."""

from collections import Counter
from pathlib import Path

import pytest

from tests import reference
from tests.gold.readings import contract
from tests.gold.scoring import norm
from tests.reference import Json

pytestmark = pytest.mark.shared

LEAST = 0.9
REPORTS = [pair for pair in reference.gold_pairs() if reference.load(pair[0]).get("achievements")]


def _figures(report: Json) -> Counter[tuple[float, str]]:
    return Counter((float(each["value"]), norm(each["unit"])) for each in report["achievements"])


@pytest.mark.parametrize(
    ("gold", "document"), REPORTS or [pytest.param(None, None, marks=reference.absent.marks, id="absent")]
)
def test_the_figures_of_the_review_are_read(gold: Path, document: Path) -> None:
    wanted, given = _figures(reference.load(gold)), _figures(contract(document))
    found = (wanted & given).total()
    assert 2 * found / (wanted.total() + given.total()) >= LEAST, (wanted - given, given - wanted)
