"""The measurements of a row, each with the passage it was read from."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from luoshi.judgement import Measurement, MeasurementKind
from luoshi.judging.schedule import Term
from luoshi.language.lexicon import metrics
from luoshi.language.lexicon.words import any_of
from luoshi.language.measurements import MeasurementSpan, find_measurements
from luoshi.model import ProgressRow, Quote
from luoshi.reading.passage import cut

LISTED, CLAUSE_ENDS = "、", "，,；;。"
# 筹集 of 筹集配售型住房300套、租赁住房500套
VERB = re.compile(f"(?:{any_of(metrics.FILLERS)})*+(?P<verb>{any_of(metrics.DELIVERIES)})")


def measure(
    row: ProgressRow, terms: Sequence[Term], *, year: int | None, latest: date | None
) -> tuple[Measurement, ...]:
    """The figures of a row's reply, tied to its targets; `latest` is the end of the period."""
    wanted = [
        replace(target, quote=replace(target.quote, text=_clause(row.name, term) or target.quote.text))
        for target, term in zip(row.targets, terms, strict=True)
    ]
    said = row.text_quote or row.quote
    places = _places(row.text, said.text)
    spans = find_measurements(row.text, wanted, year=year, latest=latest)
    return tuple(_measurement(span, said, places) for span in spans)


def _clause(name: str, term: Term) -> str:
    """What is to be done for a target: in its quote the verb (开工 of 开工建设住房) is missing, a list has it once."""
    start = name.find(term.clause) if term.clause else 0
    if name[start - 1 : start] != LISTED:
        return term.clause
    opening = max(name.rfind(mark, 0, start) for mark in CLAUSE_ENDS) + 1
    verb = VERB.match(name, opening, start)
    return (verb["verb"] if verb else "") + term.clause


def _places(text: str, printed: str) -> list[int]:
    """Where each character of a reply stands in the passage that it was made of by closing up gaps and lines."""
    places, place = [], 0
    for character in text:
        if not character.isspace():
            found = printed.find(character, place)
            place = found + 1 if found >= 0 else place
        places.append(max(place - 1, 0))
    return places


def _measurement(span: MeasurementSpan, said: Quote, places: list[int]) -> Measurement:
    return Measurement(
        metric=span.metric,
        kind=MeasurementKind(span.kind),
        value=span.value,
        unit=span.unit,
        amount=span.amount,
        base_unit=span.base_unit,
        quote=cut(said, places[span.start], places[span.end - 1] + 1),
        as_of=span.as_of,
        is_cumulative=span.is_cumulative,
        is_done=span.is_done,
        is_falling=span.is_falling,
        target=span.target,
    )
