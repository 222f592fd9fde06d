"""Progress tables made of a name and a reply."""

from datetime import date

from luoshi.judgement import JudgedProgress, MeasurementKind, RowVerdict
from luoshi.judging import judge, read_rules
from luoshi.model import Document, Place, Progress, ProgressRow, Quote
from luoshi.reading.text import text_targets

AS_OF = date(2026, 9, 30)


def row_of(name: str, reply: str, number: int = 1) -> ProgressRow:
    """A row with the targets that its name gives."""
    quote, said = Quote(name, Place(0, 0, len(name))), Quote(reply, Place(1, 0, len(reply)))
    return ProgressRow(number, name, reply, quote, said, targets=text_targets((quote,)))


def table_of(*rows: ProgressRow) -> Progress:
    """A table for the third quarter of 2026."""
    return Progress(Document(year=2026, period="Q3"), rows)


def judged_row(name: str, reply: str, as_of: date = AS_OF) -> RowVerdict:
    """What becomes of one row by the rules that Luoshi comes with."""
    judged: JudgedProgress = judge(table_of(row_of(name, reply)), as_of=as_of, rules=read_rules())
    return judged.verdicts[0]


def answers(judged: RowVerdict) -> tuple[tuple[float | None, str], ...]:
    """For each target the figure that answers it and the verdict."""
    return tuple((_figure(judged, place), one.verdict.value) for place, one in enumerate(judged.targets))


def _figure(judged: RowVerdict, target: int) -> float | None:
    tied = [
        each
        for each in judged.measurements
        if each.target == target and each.kind is not MeasurementKind.COMPLETION_RATE
    ]
    return float(tied[0].value) if tied else None
