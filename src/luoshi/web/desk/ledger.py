"""The lines of a list of tasks: what each shows, under the heads of their groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from luoshi.judgement import Verdict
from luoshi.language.claims import find_claim
from luoshi.records.register.models import Task, TaskUnit
from luoshi.records.register.queries.tasks import GROUPS
from luoshi.records.reporting.models import Report
from luoshi.web.desk import tallies as tallied
from luoshi.web.desk.gauges import Gauge, judged_gauges, promised, weakest
from luoshi.web.desk.tallies import Tally, tallies
from luoshi.writing.words import VERDICTS

_UNNAMED = {"leader": "没有写明牵头领导", "section": "没有分领域", "part": "没有分部分"}
_LEAD, _COOPERATING = TaskUnit.Role.LEAD, TaskUnit.Role.COOPERATING
_BEHIND, _TIMELY = {Verdict.BEHIND}, {Verdict.ON_TRACK, Verdict.AHEAD}


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
        return self.gauge.points if self.gauge and self.gauge.verdict == self.task.verdict else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one head; `name` is empty where the list is not grouped, `tallies` are of the whole group."""

    name: str
    title: str
    tallies: list[Tally]
    lines: list[Line]

    @property
    def total(self) -> int:
        """How many tasks the whole group has, on other pages too."""
        return sum(each.count for each in self.tallies)

    @property
    def bar(self) -> list[tuple[str, int]]:
        """The pairs that its bar is drawn from."""
        return tallied.bar(self.tallies)

    @property
    def label(self) -> str:
        """What the bar shows, in words."""
        return tallied.label(self.tallies)

    @property
    def summary(self) -> str:
        """欠进度 6 项，其中红 3 项"""
        return tallied.summary(self.tallies)


def list_lines(tasks: Iterable[Task], reports: Mapping[int, Report]) -> list[Line]:
    """The lines of these tasks, which come with their units and targets."""
    return [_line(task, reports.get(task.pk)) for task in tasks]


def list_groups(
    lines: Iterable[Line],
    group: str,
    counts: Mapping[str, Mapping[tuple[str, str], int]],
    titles: Mapping[str, str],
) -> list[Group]:
    """The lines under the heads of their groups; without a group all of them under none."""
    if not group:
        return [Group("", "", [], list(lines))]
    runs = groupby(lines, key=lambda line: str(getattr(line.task, GROUPS[group])))
    return [
        Group(name or _UNNAMED[group], titles.get(name, ""), tallies(counts.get(name, {})), list(run))
        for name, run in runs
    ]


def contradicts(claim: Verdict, verdict: str) -> bool:
    """Whether a unit says of itself what its figures do not give."""
    if verdict == Verdict.BEHIND:
        return claim not in _BEHIND
    if verdict in _TIMELY:
        return claim in {Verdict.BEHIND, Verdict.DONE}
    return verdict == Verdict.DONE and claim in _BEHIND


def _line(task: Task, report: Report | None) -> Line:
    units: list[TaskUnit] = task.current_units  # type: ignore[attr-defined]
    leads = [unit for unit in units if unit.role == _LEAD]
    rest = [unit for unit in units if unit.role != _LEAD]
    shown = leads or rest[:2]
    return Line(
        task,
        shown,
        _others([unit for unit in rest if unit not in shown]),
        task_gauges(task, report),
        _claim(report, task.verdict),
        report,
    )


def task_gauges(task: Task, report: Report | None) -> list[Gauge]:
    """The targets of a task as they were judged, or as they are promised."""
    targets = task.current_targets  # type: ignore[attr-defined]
    return (judged_gauges(report.judged) if report else []) or promised(targets)


def _others(units: Sequence[TaskUnit]) -> str:
    """配合 7 家; 其他 3 家 where not all of them only help."""
    if not units:
        return ""
    is_help = all(unit.role == _COOPERATING for unit in units)
    return f"{'配合' if is_help else '其他'} {len(units)} 家"


def _claim(report: Report | None, verdict: str) -> str:
    found = find_claim(report.text) if report else None
    return VERDICTS[found.verdict] if found and contradicts(found.verdict, verdict) else ""
