"""Promises of one year that go on in the next: those that a clerk took for one are found, look-alikes are not."""

import pytest

from tests import reference
from tests.gold.lineage import score_pairs

PRECISION, RECALL = 0.95, 0.85


@pytest.mark.skipif(not reference.IS_PRESENT, reason=reference.ABSENCE)
def test_what_a_clerk_took_for_one_promise_is_one_lineage() -> None:
    scores = [score for _, _, score in score_pairs()]
    right, wrong, missed = (sum(len(getattr(each, kind)) for each in scores) for kind in ("right", "wrong", "missed"))
    assert right + missed >= 50
    assert right >= PRECISION * (right + wrong), f"{wrong} of {right + wrong} are look-alikes"
    assert right >= RECALL * (right + missed), f"{missed} of {right + missed} missed"
