"""Promises of one year that go on in the next: those that a clerk took for one are found, look-alikes are not."""

import pytest

from luoshi.relating.likeness import ADDS
from tests import reference
from tests.gold.invented_years import KEPT_BACK, TO_LEARN
from tests.gold.lineage import invented, score, sheet, sum_up
from tests.gold.lineage_fitting import at_hand, fit

PRECISION, RECALL = 0.95, 0.85


@pytest.mark.skipif(not reference.IS_PRESENT, reason=reference.ABSENCE)
def test_what_a_clerk_took_for_one_promise_is_one_lineage() -> None:
    found = sum_up(score(step) for step in sheet() if step.sort != "edge")
    assert len(found.right) + len(found.missed) >= 90
    assert found.precision >= PRECISION, f"look-alikes: {found.wrong}"
    assert found.recall >= RECALL, f"missed: {found.missed}"


@pytest.mark.skipif(not reference.IS_PRESENT, reason=reference.ABSENCE)
def test_documents_that_the_rules_were_not_chosen_by_are_paired_as_well() -> None:
    for step in sheet():
        found = score(step)
        if step.sort == "held back":
            assert found.precision >= PRECISION, f"{step.name}: {found.wrong}"
            assert found.recall >= RECALL, f"{step.name}: {found.missed}"


def test_what_goes_on_in_governments_by_which_the_signs_were_weighed_is_found() -> None:
    found = sum_up(map(score, invented(*TO_LEARN)))
    assert len(found.right) + len(found.missed) >= 200
    assert found.precision >= PRECISION, f"wrong: {found.wrong}"
    assert found.recall >= RECALL, f"missed: {found.missed}"


def test_in_a_government_that_was_kept_back_as_much_goes_on_but_one_pair_in_ten_is_none() -> None:
    found = sum_up(map(score, invented(KEPT_BACK)))
    assert found.precision >= 0.9
    assert found.recall >= 0.84


@pytest.mark.skipif(not reference.IS_PRESENT, reason=reference.ABSENCE)
def test_what_each_sign_adds_is_what_the_annotated_pairs_say() -> None:
    assert tuple(fit(at_hand())) == pytest.approx(tuple(ADDS), abs=0.02)
