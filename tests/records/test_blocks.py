"""Of a document's text only what stands around a line is brought, and that is what stands there."""

import pytest

from luoshi.records.register.models import Import, Plan
from luoshi.records.register.queries.blocks import AFTER, BEFORE, blocks_around
from tests.records.revising import BEDS, STATIONS, corrected, issued

LINES = [{"text": f"第{number}段", "page": number // 10} for number in range(30)]


@pytest.mark.parametrize("block", [0, 1, 12, 28, 29])
def test_it_is_what_stands_before_and_after_a_block(plan: Plan, block: int) -> None:
    Plan.objects.update(blocks=LINES)
    first, last = max(0, block - BEFORE), min(len(LINES), block + AFTER + 1)
    assert blocks_around(plan, block) == {place: LINES[place] for place in range(first, last)}


@pytest.mark.parametrize("blocks", [LINES, [], LINES[:1]])
def test_behind_the_end_there_is_nothing(plan: Plan, blocks: list[object]) -> None:
    Plan.objects.update(blocks=blocks)
    assert blocks_around(plan, 30) == {}


def test_a_table_is_one_block(plan: Plan) -> None:
    document: Import = corrected(issued(plan.government, BEDS, STATIONS), BEDS)
    whole = dict(enumerate(document.blocks))
    (table,) = (place for place, block in whole.items() if "cells" in block)
    assert blocks_around(document, table)[table] == whole[table]


@pytest.mark.parametrize(("near", "found"), [(0, [12]), (1, [11, 12, 13])])
def test_no_more_is_brought_than_is_asked_for(plan: Plan, near: int, found: list[int]) -> None:
    Plan.objects.update(blocks=LINES)
    assert blocks_around(plan, 12, near, near) == {place: LINES[place] for place in found}
