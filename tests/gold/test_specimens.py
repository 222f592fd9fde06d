"""The specimens are read as their gold says: each wholly, and those kept back as well as was promised."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from tests.gold.readings import contract
from tests.gold.scoring import Score, Tally, add, score
from tests.reference import BATCHES, load, specimens

# What is asked of every batch that was kept back until the grammar stood.
LEAST: Final = {
    "kind": 1.0,
    "tasks": 0.95,
    "unit names": 0.95,
    "unit roles": 0.92,
    "leaders": 0.92,
    "due": 0.92,
    "quota cells": 0.95,
    "rows": 0.95,
    "action names": 0.95,
    "commitments": 0.75,
    "alike commitments": 0.9,
}


@cache
def scored(document: Path) -> Score:
    return score(load(document.with_suffix(".json")), contract(document))


def cases() -> Iterator[object]:
    """Every facet that the gold of a specimen has."""
    for document in (document for batch in BATCHES for document in specimens(batch)):
        gold = load(document.with_suffix(".json"))
        for facet in score(gold, gold):
            yield pytest.param(document, facet, id=f"{document.parent.name}-{document.stem}-{facet}")


@pytest.mark.parametrize(("document", "facet"), list(cases()))
def test_a_facet_of_a_specimen_is_read_wholly(document: Path, facet: str) -> None:
    tally = scored(document)[facet]
    assert (tally.missing, tally.extra) == ((), ())


@pytest.mark.parametrize("facet", LEAST)
@pytest.mark.parametrize("batch", BATCHES[1:])
def test_a_facet_of_specimens_kept_back_is_read_as_well_as_promised(batch: str, facet: str) -> None:
    tally = add(scored(document) for document in specimens(batch)).get(facet, Tally())
    assert tally.f1 >= LEAST[facet], (tally.missing[:5], tally.extra[:5])
