"""What a task's own words give beside its clause."""

from collections.abc import Sequence

from luoshi.language.dates import find_dues
from luoshi.model import Due, Quote
from luoshi.reading.clause import Era
from luoshi.reading.passage import cut


def text_dues(quotes: Sequence[Quote], stated: Sequence[Due], era: Era) -> tuple[Due, ...]:
    """The dates that a text's passages give, then those that are stated apart from it."""
    found = [
        Due(span.by, cut(quote, span.start, span.end))
        for quote in quotes
        for span in find_dues(quote.text, year=era.year, issued_on=era.issued_on)
    ]
    return (*found, *stated)
