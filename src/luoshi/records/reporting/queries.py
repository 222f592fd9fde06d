"""Rounds and reports, as lists and pages show them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, TextField, prefetch_related_objects
from django.db.models.functions import Cast
from django.utils import timezone

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.prepared import ask, keys_of
from luoshi.records.register.models import Membership, Plan, Task, TaskUnit
from luoshi.records.reporting.models import Report, Return, Round, Unsigned

_RETURNS = Prefetch("returns", Return.objects.select_related("written_by", "returned_by"))
"""What was sent back of reports, the oldest first."""


def rounds_of(plan: Plan) -> list[Round]:
    """The rounds of a plan, the earliest first."""
    return list(Round.objects.filter(plan=plan).order_by("cutoff"))


def shown_round(plan: Plan) -> Round | None:
    """The round whose verdicts the lists show: the latest that anybody has reported in, else the latest.

    Of two that end on one day, a third quarter and a September, it is the one that was opened last.
    """
    return next(iter(ask(_rounds, plan.pk)), None)


def _rounds(plan: int) -> QuerySet[Round]:
    reports = Report.objects.filter(round=OuterRef("pk"))
    rounds = Round.objects.filter(plan=plan).annotate(has_reports=Exists(reports))
    return rounds.order_by("-has_reports", "-cutoff", "-pk")[:1]


def reports_in(shown: Round, tasks: Iterable[Task]) -> dict[int, Report]:
    """What was reported of these tasks in a round, by the task's key."""
    return {report.task_id: report for report in Report.objects.filter(round=shown, task__in=tasks)}


class Told(NamedTuple):
    """What a list shows of a report; `judged` is still the text of the row that `luoshi judge` prints."""

    state: str
    written_on: date
    text: str
    judged: str


def told_in(shown: Round, tasks: Iterable[int]) -> dict[int, Told]:
    """The same as plain values, for a page of a list."""
    here = timezone.get_current_timezone()
    found = ask(_told, shown.pk, keys_of(tasks))
    return {task: Told(state, at.astimezone(here).date(), text, judged) for task, state, at, text, judged in found}


def _told(shown: int, tasks: Sequence[int]) -> QuerySet[Report, tuple[Any, ...]]:
    reports = Report.objects.filter(round=shown, task__pk__in=tasks)
    return reports.values_list("task", "state", "written_at", "text", Cast("judged", TextField()))


def reports_of(task: Task) -> list[Report]:
    """Everything that was reported of a task, the latest round first, with who wrote it and what was sent back."""
    reports = ask(_reports, task.pk)
    prefetch_related_objects(reports, _RETURNS)
    return reports


def _reports(task: Any) -> QuerySet[Report]:
    return (
        Report.objects.filter(task=task).select_related("round", "written_by", "signed_by").order_by("-round__cutoff")
    )


def reporting_unit(actor: Actor, units: Iterable[TaskUnit]) -> int | None:
    """The unit for which an actor reports on a task that has these: one that leads it; where none does, any of them.

    Whoever is of a unit in a group reports for the group.
    """
    listed = list(units)
    answering = {unit.unit_id for unit in listed if unit.role == TaskUnit.Role.LEAD}
    answering = answering or {unit.unit_id for unit in listed}
    own = actor.units(Right.WRITE_REPORT)
    if not own or own & answering:
        return min(own & answering, default=None)
    members = Membership.objects.filter(group__in=answering, member__in=own, holds_to__isnull=True)
    return members.order_by("member").values_list("member", flat=True).first()


def round_to_write(task: Task) -> Round | None:
    """The round in which a task can be reported on now: where it was sent back, else the latest if nobody has yet."""
    returned = Report.objects.filter(task=task, state=Report.State.RETURNED).select_related("round")
    found = returned.order_by("-round__cutoff").first()
    if found:
        return found.round
    latest = Round.objects.filter(plan=task.plan_id).order_by("-cutoff").first()
    is_written = latest is not None and Report.objects.filter(round=latest, task=task).exists()
    return None if is_written else latest


def to_sign(actor: Actor) -> QuerySet[Unsigned]:
    """What waits for an actor to sign it, the oldest first."""
    waiting = _unsigned().filter(unit__in=actor.units(Right.SIGN_REPORT), refusal="")
    related = waiting.select_related("task", "round__plan", "unit", "written_by").defer("round__plan__blocks")
    return related.order_by("written_at", "pk")


def unsigned_of(actor: Actor, task: Task) -> Unsigned | None:
    """What was written of a task by an actor's unit and is not signed, whether it waits or was given back."""
    own = actor.units(Right.WRITE_REPORT) | actor.units(Right.SIGN_REPORT)
    if not own:
        return None
    laid = _unsigned().filter(task=task, unit__in=own).select_related("round", "written_by", "refused_by")
    return laid.order_by("-round__cutoff").first()


def _unsigned() -> QuerySet[Unsigned]:
    """Where a table told of the task meanwhile, nothing is left to sign."""
    reported = Report.objects.filter(round=OuterRef("round"), task=OuterRef("task"))
    return Unsigned.objects.exclude(Exists(reported.exclude(state=Report.State.RETURNED)))


def reviewable(actor: Actor) -> QuerySet[Report]:
    """The reports that an actor may accept or send back."""
    reports = Report.objects.filter(task__government__in=actor.governments(Right.REVIEW_REPORT))
    return reports.select_related("round", "written_by", "signed_by").prefetch_related(_RETURNS)


def waiting_reports(tasks: Iterable[Task]) -> QuerySet[Report]:
    """The reports on these tasks that nobody has accepted or returned yet, in the order of the tasks."""
    reports = Report.objects.filter(task__in=[task.pk for task in tasks], state=Report.State.SUBMITTED)
    return reports.select_related("task", "round").order_by("task__order", "round__cutoff")


def last_reports(tasks: Iterable[Task]) -> dict[int, Report]:
    """The latest report of each of these tasks, by the task's key."""
    return {report.task_id: report for report in ask(_last, keys_of(task.pk for task in tasks))}


def _last(tasks: Sequence[int]) -> QuerySet[Report]:
    return Report.objects.filter(task__pk__in=tasks).select_related("round").order_by("round__cutoff")
