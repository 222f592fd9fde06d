"""A progress table that comes once more: what was reported beside what it says, row by row, with a box each."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from luoshi.judgement import RowVerdict
from luoshi.records.reporting.correcting import Comparison, Row
from luoshi.records.reporting.models import Report
from luoshi.web.desk.differences import list_pieces
from luoshi.web.desk.gauges import judged_gauges
from luoshi.web.desk.passages import Piece


@dataclass(frozen=True, slots=True)
class Measured:
    """A target with the figure that answered it and the one that answers it now; `before` is empty where none did."""

    metric: str
    aim: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Retold:
    """A report that would become another: its words in pieces, its figures, its verdicts."""

    row: Row
    pieces: list[Piece]
    measured: list[Measured]

    @property
    def before(self) -> Report | None:
        """What stands, with its verdict."""
        return self.row.report

    @property
    def after(self) -> RowVerdict:
        """The verdict on what the table says."""
        return self.row.judged.verdict

    @property
    def is_judged_otherwise(self) -> bool:
        """Whether the verdict becomes another."""
        step = self.after.step or ""
        return not self.before or (self.before.verdict, self.before.step) != (self.after.verdict.value, step)


class RetoldPage:
    """What the page of such a table shows."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison

    @cached_property
    def changed(self) -> list[Retold]:
        """Reports that become others."""
        return [_retold(row) for row in self.comparison.changed]

    @cached_property
    def new(self) -> list[Retold]:
        """Tasks that nobody reported on."""
        return [_retold(row) for row in self.comparison.new]

    @property
    def count(self) -> int:
        """How many boxes there are."""
        return len(self.comparison.keys)


def _retold(row: Row) -> Retold:
    pieces = list_pieces(row.report.text if row.report else "", row.text)
    return Retold(row, pieces, list(_measured(row)))


def _measured(row: Row) -> Iterator[Measured]:
    """The figures that are others now; the targets are those of the task, then and now."""
    before = judged_gauges(row.report.judged) if row.report else []
    after = judged_gauges(row.judged.row)
    former = {gauge.metric: gauge for gauge in before}
    for gauge in after:
        then = former[gauge.metric].done if gauge.metric in former else ""
        if gauge.done != then:
            yield Measured(gauge.metric, gauge.aim, then, gauge.done)
