"""Rounds and reports, as lists and pages show them."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from luoshi.records.register.models import Plan, Task
from luoshi.records.reporting.models import Report, Round


def shown_round(plan: Plan) -> Round | None:
    """The round whose verdicts the lists show: the latest that anybody has reported in, else the latest."""
    reports = Report.objects.filter(round=OuterRef("pk"))
    return plan.rounds.annotate(has_reports=Exists(reports)).order_by("-has_reports", "-cutoff").first()


def reports_in(shown: Round, tasks: Iterable[Task]) -> dict[int, Report]:
    """What was reported of these tasks in a round, by the task's key."""
    return {report.task_id: report for report in Report.objects.filter(round=shown, task__in=tasks)}


class Told(NamedTuple):
    """What a list shows of a report; `judged` is still the text of the row that `luoshi judge` prints."""

    state: str
    written_at: datetime
    text: str
    judged: str


def told_in(shown: Round, tasks: Iterable[int]) -> dict[int, Told]:
    """The same as plain values, for a page of a list."""
    reports = Report.objects.filter(round=shown, task__in=list(tasks))
    rows = reports.values_list("task", "state", "written_at", "text", Cast("judged", TextField()))
    return {task: Told(*told) for task, *told in rows}


def reports_of(task: Task) -> QuerySet[Report]:
    """Everything that was reported of a task, the latest round first."""
    return Report.objects.filter(task=task).select_related("round", "written_by").order_by("-round__cutoff")


def waiting_reports(tasks: Iterable[Task]) -> QuerySet[Report]:
    """The reports on these tasks that nobody has accepted or returned yet, in the order of the tasks."""
    reports = Report.objects.filter(task__in=[task.pk for task in tasks], state=Report.State.SUBMITTED)
    return reports.select_related("task", "round").order_by("task__order", "round__cutoff")


def last_reports(tasks: Iterable[Task]) -> dict[int, Report]:
    """The latest report of each of these tasks, by the task's key."""
    reports = Report.objects.filter(task__in=tasks).select_related("round").order_by("round__cutoff")
    return {report.task_id: report for report in reports}
