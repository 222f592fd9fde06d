"""A promise in the words of each year, with what changed and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from luoshi.records.register.models import Task
from luoshi.records.reporting.models import Report
from luoshi.web.desk.differences import list_pieces
from luoshi.web.desk.gauges import Gauge
from luoshi.web.desk.ledger import task_gauges
from luoshi.web.desk.passages import Piece


@dataclass(frozen=True, slots=True)
class Year:
    """One year's task: its words beside those of the year before, its figures; `is_judged` where any report is in."""

    task: Task
    pieces: Sequence[Piece]
    gauges: Sequence[Gauge]
    is_own: bool
    is_judged: bool


def list_years(own: Task, kin: Sequence[Task], reports: Mapping[int, Report]) -> list[Year]:
    """The latest year first, as `kin` is; the earliest has nothing to be compared with."""
    pieces = [list_pieces(earlier.text, later.text) for later, earlier in pairwise(kin)]
    pieces += [[Piece(task.text)] for task in kin[-1:]]
    return [
        Year(task, words, task_gauges(task, report), task.pk == own.pk, report is not None)
        for task, words in zip(kin, pieces, strict=True)
        for report in (reports.get(task.pk),)
    ]
