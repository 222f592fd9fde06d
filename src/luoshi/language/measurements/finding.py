"""Finding the measurements of a reply to a task with targets."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from luoshi.language.measurements import standing
from luoshi.language.measurements.awards import find_named
from luoshi.language.measurements.cutoffs import cutoff_of, find_cutoffs
from luoshi.language.measurements.quotients import find_components
from luoshi.language.measurements.saying import Saying, find_sayings
from luoshi.language.measurements.spans import MeasurementSpan
from luoshi.language.measurements.tying import Tie, tie
from luoshi.model import Target

# Which of these a figure is, the target that it answers tells best.
AMOUNTS = frozenset({"count", "level"})


def find_measurements(
    text: str, targets: Sequence[Target], *, year: int | None, latest: date | None
) -> tuple[MeasurementSpan, ...]:
    """Return the figures of a reply in order, each tied to the target it answers or to none.

    `latest` is the end of the period: what names no date of its own is as of then. A target's quote is best its whole
    clause: the verb in it tells what is reached when a thing is begun (开工建设住房800套).
    """
    sayings = find_sayings(text)
    cutoffs = find_cutoffs(text, year)
    ties = {one.saying: one for one in tie(text, targets, sayings)}
    spans = [
        _span(text, said, targets, ties.get(index), cutoff_of(cutoffs, said.start, said.sentence, latest))
        for index, said in enumerate(sayings)
    ]
    spans = find_components(targets, spans)
    answered = {span.target for span in spans}
    for index, target in enumerate(targets):
        if index not in answered:
            spans.extend(_named(text, target, index, latest))
    return tuple(sorted(spans, key=lambda span: span.start))


def _span(text: str, said: Saying, targets: Sequence[Target], tied: Tie | None, as_of: date | None) -> MeasurementSpan:
    begin = said.clause[0] if said.clause[0] <= said.start else said.start
    begin += len(text[begin : said.start]) - len(text[begin : said.start].lstrip())
    quantity = said.quantity
    return MeasurementSpan(
        begin,
        max(said.end, said.clause[1] if said.right.strip() else said.end),
        said.metric,
        quantity.value,
        quantity.unit,
        quantity.amount,
        quantity.base_unit,
        targets[tied.target].kind.value if tied and said.kind in AMOUNTS else said.kind,
        as_of,
        not standing.is_alone(said),
        tied is None or tied.is_done,
        said.is_falling,
        tied.target if tied else None,
    )


def _named(text: str, target: Target, index: int, latest: date | None) -> list[MeasurementSpan]:
    found = find_named(text, target)
    if found is None:
        return []
    start, end, count = found
    number = Decimal(count)
    return [
        MeasurementSpan(
            start, end, target.metric, number, target.unit, number, target.base_unit, "named", latest,
            is_cumulative=True, is_done=True, is_falling=False, target=index,
        )
    ]  # fmt: skip
