"""The lines of a list of tasks: what a file or a task's own page shows of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar

from luoshi.judgement import Verdict
from luoshi.language.claims import find_claim
from luoshi.records.register.models import Task, TaskUnit
from luoshi.records.register.standing import standing_targets, standing_units
from luoshi.records.reporting.models import Report
from luoshi.web.desk.gauges import Gauge, judged_gauges, promised, weakest
from luoshi.writing.words import VERDICTS

_LEAD, _COOPERATING = TaskUnit.Role.LEAD, TaskUnit.Role.COOPERATING
_BEHIND, _TIMELY = {Verdict.BEHIND}, {Verdict.ON_TRACK, Verdict.AHEAD}
# So many of the latest are remembered: what a text says does not change
_KEPT = 8_192


class HasRole(Protocol):
    """Whatever says what a unit has to do with a task."""

    @property
    def role(self) -> str:
        """A role of `TaskUnit.Role`."""


Role = TypeVar("Role", bound=HasRole)


@dataclass(frozen=True)
class Line:
    """A task as a list shows it. `claim` is what the unit says of itself, where that is not what was judged."""

    task: Task
    leads: Sequence[TaskUnit]
    others: str
    gauges: Sequence[Gauge]
    claim: str
    report: Report | None

    @cached_property
    def gauge(self) -> Gauge | None:
        """Its weakest target."""
        return weakest(self.gauges, self.task.verdict)

    @property
    def points(self) -> str:
        """How far behind or ahead its weakest target is."""
        return points_of(self.gauge, self.task.verdict)


def write_lines(tasks: Iterable[Task], reports: Mapping[int, Report]) -> list[Line]:
    """The lines of these tasks, which come with their units and targets."""
    return [_line(task, reports.get(task.pk)) for task in tasks]


def contradicts(claim: Verdict, verdict: str) -> bool:
    """Whether a unit says of itself what its figures do not give."""
    if verdict == Verdict.BEHIND:
        return claim not in _BEHIND
    if verdict in _TIMELY:
        return claim in {Verdict.BEHIND, Verdict.DONE}
    return verdict == Verdict.DONE and claim in _BEHIND


def task_gauges(task: Task, report: Report | None) -> list[Gauge]:
    """The targets of a task as they were judged, or as they are promised."""
    targets = standing_targets(task)
    return (judged_gauges(report.judged) if report else []) or promised(targets)


def points_of(gauge: Gauge | None, verdict: str) -> str:
    """How far behind or ahead a task is, where its weakest target is what it was judged by."""
    return gauge.points if gauge and gauge.verdict == verdict else ""


def share_duties(units: Sequence[Role]) -> tuple[Sequence[Role], str]:
    """Those that a list names, and how many others there are: 配合 7 家; 其他 3 家 where not all of them only help."""
    leads = [unit for unit in units if unit.role == _LEAD]
    rest = [unit for unit in units if unit.role != _LEAD]
    shown = leads or rest[:2]
    others = rest if leads else rest[2:]
    if not others:
        return shown, ""
    is_help = all(unit.role == _COOPERATING for unit in others)
    return shown, f"{'配合' if is_help else '其他'} {len(others)} 家"


@lru_cache(maxsize=_KEPT)
def claim_words(text: str, verdict: str) -> str:
    """What a report claims, where that is not what was judged."""
    found = find_claim(text)
    return VERDICTS[found.verdict] if found and contradicts(found.verdict, verdict) else ""


def _line(task: Task, report: Report | None) -> Line:
    units = standing_units(task)
    leads, others = share_duties(units)
    claim = claim_words(report.text, task.verdict) if report else ""
    return Line(task, leads, others, task_gauges(task, report), claim, report)
