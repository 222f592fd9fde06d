"""Figures that a reply leaves to be computed: 城乡居民收入倍差 from the two incomes."""

import re
from collections.abc import Sequence

from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of
from luoshi.language.measurements.spans import MeasurementSpan
from luoshi.model import Target

QUOTIENT = re.compile(any_of(status.QUOTIENTS))
TOWN, VILLAGE = "城镇", "农村"


def find_components(targets: Sequence[Target], spans: Sequence[MeasurementSpan]) -> list[MeasurementSpan]:
    """Tie the two incomes to a target that is their quotient and has no other answer; nothing else changes."""
    answered = {span.target for span in spans}
    changed = list(spans)
    for index, target in enumerate(targets):
        if index in answered or not QUOTIENT.search(target.metric):
            continue
        town, village = _income(changed, TOWN), _income(changed, VILLAGE)
        if town is not None and village is not None:
            for place in (town, village):
                changed[place] = changed[place]._replace(kind="component", target=index)
    return changed


def _income(spans: Sequence[MeasurementSpan], whose: str) -> int | None:
    for place, span in enumerate(spans):
        if span.target is None and span.base_unit == "元" and whose in span.metric and "收入" in span.metric:
            return place
    return None
