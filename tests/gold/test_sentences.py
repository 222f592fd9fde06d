"""The targets of single sentences that no document of the gold holds are found as a careful clerk reads them."""

from typing import Final

import pytest

from tests import reference
from tests.gold.sentences import FACETS, INVENTED, PROVINCIAL, invented, provincial, sentence_score

LEAST: Final = dict(zip(FACETS, (0.90, 0.95, 0.95), strict=True))


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("batch", INVENTED)
def test_targets_of_invented_sentences_are_found(batch: int, facet: str) -> None:
    tally = sentence_score(invented(batch))[facet]
    assert tally.f1 >= LEAST[facet], (tally.missing[:5], tally.extra[:5])


@pytest.mark.shared
@pytest.mark.skipif(not reference.IS_PRESENT, reason=reference.ABSENCE)
@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("batch", PROVINCIAL)
def test_targets_of_sentences_of_real_reports_are_found(batch: int, facet: str) -> None:
    tally = sentence_score(provincial(batch))[facet]
    assert tally.f1 >= LEAST[facet], (tally.missing[:5], tally.extra[:5])
