"""What a task's own words give beside its clause."""

from collections.abc import Iterator, Sequence

from luoshi.language.dates import find_dues
from luoshi.language.targets import TargetSpan, find_qualitative, find_targets
from luoshi.model import Comparator, Due, Quote, Target, TargetKind
from luoshi.reading.clause import Era
from luoshi.reading.passage import Unwrapped, tight, unwrapped


def text_dues(quotes: Sequence[Quote], stated: Sequence[Due], era: Era) -> tuple[Due, ...]:
    """The dates that a text's passages give, then those that are stated apart from it."""
    return (*(due for quote in quotes for due in _dues(unwrapped(quote), era)), *stated)


def _dues(line: Unwrapped, era: Era) -> Iterator[Due]:
    for span in find_dues(line.text, year=era.year, issued_on=era.issued_on):
        yield Due(span.by, line.cut(span.start, span.end))


def text_targets(quotes: Sequence[Quote]) -> tuple[Target, ...]:
    """The figures that a text's passages commit to."""
    lines = map(unwrapped, quotes)
    return tuple(_target(span, line) for line in lines for span in find_targets(line.text))


def _target(span: TargetSpan, line: Unwrapped) -> Target:
    return Target(
        metric=tight(span.metric),
        comparator=Comparator(span.comparator),
        value=span.value,
        unit=span.unit,
        kind=TargetKind(span.kind),
        amount=span.amount,
        base_unit=span.base_unit,
        quote=line.cut(span.start, span.end),
        high=span.high,
    )


def text_qualitative(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """What a text's passages promise without a figure: 全覆盖, 与经济增长同步."""
    lines = map(unwrapped, quotes)
    return tuple(line.cut(span.start, span.end) for line in lines for span in find_qualitative(line.text))
