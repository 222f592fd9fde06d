"""The rows of a page of a list, under the heads of their groups: plain values that a template prints."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.utils import timezone

from luoshi.records.register.queries.lines import Duty, Promise, TaskLine
from luoshi.records.register.queries.tasks import GROUPS
from luoshi.records.reporting.models import Report
from luoshi.records.reporting.queries import Told
from luoshi.web.desk import tallies as tallied
from luoshi.web.desk.gauges import Gauge, judged_weakest, promised, weakest
from luoshi.web.desk.ledger import claim_words, points_of, share_duties
from luoshi.web.desk.tallies import Tally, tallies
from luoshi.web.templatetags.register import brief

_UNNAMED = {"leader": "没有写明牵头领导", "section": "没有分领域", "part": "没有分部分"}
_STATES = dict(Report.State.choices)


class Row(NamedTuple):
    """A task as a page of a list shows it: its weakest target, and what the unit says where that is not judged so."""

    task: TaskLine
    leads: Sequence[Duty]
    others: str
    gauge: Gauge | None
    points: str
    claim: str
    reported: str
    pressed: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one head; `name` is empty where the list is not grouped, `tallies` are of the whole group."""

    name: str
    title: str
    tallies: list[Tally]
    rows: list[Row]

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


def judged_gauges_of(tasks: Iterable[TaskLine], told: Mapping[int, Told]) -> dict[int, Gauge]:
    """The weakest target of each task whose report was judged by any, by the task's key."""
    judged = ((task, told[task.pk]) for task in tasks if task.pk in told)
    found = ((task.pk, judged_weakest(each.judged, task.verdict)) for task, each in judged)
    return {key: gauge for key, gauge in found if gauge}


def promised_gauges(tasks: Iterable[TaskLine], promises: Mapping[int, Sequence[Promise]]) -> dict[int, Gauge]:
    """The same for tasks that nobody has reported on: what is promised."""
    found = ((task.pk, weakest(promised(promises.get(task.pk, ())), task.verdict)) for task in tasks)
    return {key: gauge for key, gauge in found if gauge}


def list_rows(
    tasks: Iterable[TaskLine],
    duties: Mapping[int, Sequence[Duty]],
    told: Mapping[int, Told],
    gauges: Mapping[int, Gauge],
    pressed: Mapping[int, str],
) -> list[Row]:
    """The rows of these tasks, with their units, what was reported, and whether a notice about them is open."""
    today = timezone.localdate()
    return [
        _row(task, duties.get(task.pk, ()), told.get(task.pk), gauges.get(task.pk), today, pressed.get(task.pk, ""))
        for task in tasks
    ]


def list_groups(
    rows: Sequence[Row],
    group: str,
    counts: Mapping[str, Mapping[tuple[str, str], int]],
    titles: Mapping[str, str],
) -> list[Group]:
    """The rows under the heads of their groups; without a group all of them under none."""
    if not group:
        return [Group("", "", [], list(rows))]
    runs = groupby(rows, key=lambda row: str(getattr(row.task, GROUPS[group])))
    return [
        Group(name or _UNNAMED[group], titles.get(name, ""), tallies(counts.get(name, {})), list(run))
        for name, run in runs
    ]


def _row(
    task: TaskLine, duties: Sequence[Duty], told: Told | None, gauge: Gauge | None, today: date, pressed: str
) -> Row:
    leads, others = share_duties(duties)
    return Row(
        task,
        leads,
        others,
        gauge,
        points_of(gauge, task.verdict),
        claim_words(told.text, task.verdict) if told else "",
        f"{_STATES[told.state]} {brief(told.written_on, today)}" if told else "",
        pressed,
    )
