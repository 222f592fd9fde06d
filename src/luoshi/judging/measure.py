"""The measurements of a row, each with the passage it was read from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from luoshi.judgement import Measurement, MeasurementKind
from luoshi.judging.schedule import Term
from luoshi.language.measurements import MeasurementSpan, find_measurements
from luoshi.model import ProgressRow, Quote
from luoshi.reading.passage import cut


def measure(
    row: ProgressRow, terms: Sequence[Term], *, year: int | None, latest: date | None
) -> tuple[Measurement, ...]:
    """The figures of a row's reply, tied to its targets; `latest` is the end of the period."""
    # A target's quote leaves out the verb that says what is done for it (开工 of 开工建设住房800套); its clause has it
    wanted = [
        replace(target, quote=replace(target.quote, text=term.clause or target.quote.text))
        for target, term in zip(row.targets, terms, strict=True)
    ]
    said = row.text_quote or row.quote
    places = _places(row.text, said.text)
    spans = find_measurements(row.text, wanted, year=year, latest=latest)
    return tuple(_measurement(span, said, places) for span in spans)


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
