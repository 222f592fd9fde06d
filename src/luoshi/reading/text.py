"""What a task's own words give beside its clause."""

from collections.abc import Iterator, Sequence

from luoshi.language.dates import find_dues
from luoshi.language.targets import TargetSpan, find_qualitative, find_targets
from luoshi.model import Comparator, Due, Quote, Target, TargetKind
from luoshi.reading.clause import Era
from luoshi.reading.passage import cut, tight


def text_dues(quotes: Sequence[Quote], stated: Sequence[Due], era: Era) -> tuple[Due, ...]:
    """The dates that a text's passages give, then those that are stated apart from it."""
    found = [due for quote in quotes for due in _dues(quote, era)]
    return (*found, *stated)


def _dues(quote: Quote, era: Era) -> Iterator[Due]:
    kept = [index for index, char in enumerate(quote.text) if char != "\n"]
    flat = "".join(quote.text[index] for index in kept)
    for span in find_dues(flat, year=era.year, issued_on=era.issued_on):
        yield Due(span.by, cut(quote, kept[span.start], kept[span.end - 1] + 1))


def text_targets(quotes: Sequence[Quote]) -> tuple[Target, ...]:
    """The figures that a text's passages commit to."""
    return tuple(make_target(span, quote) for quote in quotes for span in find_targets(quote.text))


def make_target(span: TargetSpan, quote: Quote) -> Target:
    """A target as found in the words of a passage."""
    return Target(
        metric=tight(span.metric),
        comparator=Comparator(span.comparator),
        value=span.value,
        unit=span.unit,
        kind=TargetKind(span.kind),
        amount=span.amount,
        base_unit=span.base_unit,
        quote=cut(quote, span.start, span.end),
        high=span.high,
    )


def text_qualitative(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """What a text's passages promise without a figure: 全覆盖, 与经济增长同步."""
    return tuple(cut(quote, span.start, span.end) for quote in quotes for span in find_qualitative(quote.text))
