"""Notices: who sees which, what waits for whom, and who can be served with one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from luoshi.records.people.actor import Actor
from luoshi.records.people.roles import Right
from luoshi.records.prepared import ask, keys_of
from luoshi.records.register.models import Membership, Plan, Share, Task, TaskUnit, Unit
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.queries import sieve
from luoshi.records.register.queries.sieve import NOTHING, Reading
from luoshi.records.register.queries.spelling import SPELLING
from luoshi.records.supervision.models import OPEN, OVER, UNANSWERED, Answer, Notice, State

_MOST_WAITING = 100
"""So many are counted above a page."""


class Desk(NamedTuple):
    """Where somebody has to do with notices: decides on them, answers for units, signs for units."""

    deciding: tuple[int, ...]
    answering: tuple[int, ...]
    signing: tuple[int, ...]


def desk_of(actor: Actor) -> Desk:
    """What an actor's roles say of it."""
    return Desk(
        tuple(sorted(actor.governments(Right.SERVE_NOTICE))),
        tuple(sorted(actor.units(Right.ANSWER_NOTICE))),
        tuple(sorted(actor.units(Right.SIGN_ANSWER))),
    )


def visible_notices(actor: Actor) -> QuerySet[Notice]:
    """All of the governments whose notices an actor reads, and those that were served on own units."""
    if actor.is_operator:
        return Notice.objects.all()
    governments, units = actor.governments(Right.READ_NOTICES), actor.units(Right.READ_NOTICES)
    return Notice.objects.filter(Q(government__in=governments) | Q(unit__in=units))


def readable_notices(actor: Actor) -> QuerySet[Notice]:
    """The same, and what governments below served about tasks that were handed down to them: to be read, no more."""
    if actor.is_operator:
        return Notice.objects.all()
    governments, units = actor.governments(Right.READ_NOTICES), actor.units(Right.READ_NOTICES)
    handed = Plan.objects.filter(sender__in=governments).values("pk")
    return Notice.objects.filter(Q(government__in=governments) | Q(unit__in=units) | Q(task__plan__in=handed))


def pressed_in(reading: Reading, tasks: Iterable[int]) -> dict[int, str]:
    """`UNDER_WAY` or `OVERDUE` for each of these tasks about which a notice is open that is read: one query."""
    if reading == NOTHING:
        return {}
    found: dict[int, str] = {}
    today = timezone.localdate()
    for task, state, answer_by in ask(_open_about, reading, keys_of(tasks)):
        is_late = state in UNANSWERED and answer_by < today
        found[task] = sieve.OVERDUE if is_late else found.get(task, sieve.UNDER_WAY)
    return found


def _open_about(reading: Reading, tasks: Any) -> QuerySet[Notice, tuple[int, str, date]]:
    notices = Notice.objects.filter(task__pk__in=tasks, state__in=OPEN)
    if not reading.is_all:
        notices = notices.filter(unit__pk__in=reading.units)
    return notices.order_by().values_list("task", "state", "answer_by")


def notices_of(actor: Actor, task: Task) -> list[Notice]:
    """Those about a task that an actor sees, the latest first; no query where the actor sees none anywhere."""
    if not actor.has_anywhere(Right.READ_NOTICES):
        return []
    return list(readable_notices(actor).filter(task=task).select_related("unit").order_by("-year", "-number"))


def count_waiting(actor: Actor) -> int:
    """How many wait for an actor, as far as they are counted."""
    desk = desk_of(actor)
    return len(ask(_waiting, desk, timezone.localdate())) if any(desk) else 0


def _waiting(desk: Desk, today: Any) -> QuerySet[Notice, tuple[int]]:
    return Notice.objects.filter(_waits(desk, today)).order_by().values_list("pk")[:_MOST_WAITING]


def _waits(desk: Desk, today: Any) -> Q:
    """For whoever decides: what was answered, and what is overdue. For a unit: what is not answered, or not signed."""
    laid = Exists(Answer.objects.filter(notice=OuterRef("pk"), state=Answer.State.LAID))
    unanswered = Q(state__in=UNANSWERED)
    return (
        Q(government__pk__in=desk.deciding) & (Q(state=State.ANSWERED) | (unanswered & Q(answer_by__lt=today)))
        | Q(unit__pk__in=desk.answering) & unanswered & ~Q(laid)
        | Q(unit__pk__in=desk.signing) & unanswered & Q(laid)
    )


# ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────────────

WAITING, OVERDUE, OPEN_ONES, ENDED = "waiting", "overdue", "open", "ended"


def shown_as(actor: Actor) -> dict[str, Q]:
    """What the list can be held to, by the name in its address."""
    today = timezone.localdate()
    return {
        WAITING: _waits(desk_of(actor), today),
        OVERDUE: Q(state__in=UNANSWERED, answer_by__lt=today),
        OPEN_ONES: Q(state__in=OPEN),
        ENDED: Q(state__in=OVER),
    }


def count_shown(actor: Actor, notices: QuerySet[Notice]) -> dict[str, int]:
    """How many there are of each, and in all: one query."""
    kinds = {name: Count("pk", filter=kind) for name, kind in shown_as(actor).items()}
    counted: dict[str, int] = notices.order_by().aggregate(all=Count("pk"), **kinds)
    return counted


def for_list(actor: Actor, notices: QuerySet[Notice]) -> QuerySet[Notice]:
    """With what a line shows: what waits for the actor first, then what is open, by the day; the latest of the rest.

    `waits` tells whether it does, `is_laid` whether an answer waits for the approver of the actor's own unit.
    """
    desk = desk_of(actor)
    waiting = Answer.objects.filter(notice=OuterRef("pk"), state=Answer.State.LAID)
    laid = Exists(waiting.filter(notice__unit__in=(*desk.answering, *desk.signing)))
    waits = Case(When(_waits(desk, timezone.localdate()), then=Value(1)), default=Value(0))
    rank = Case(When(state__in=OPEN, then=Value(1)), default=Value(0))
    until = Case(When(state__in=OPEN, then=F("answer_by")), default=None)
    listed = notices.annotate(waits=waits, rank=rank, until=until, is_laid=laid).select_related("unit", "task")
    return listed.defer("sheet", "task__grams", "task__place", "task__quota").order_by(
        "-waits", "-rank", F("until").asc(nulls_last=True), "-year", "-number"
    )


def units_served(notices: QuerySet[Notice]) -> list[tuple[int, str]]:
    """The units on which any of these were served, as one spells them: one query."""
    served = notices.order_by().values("unit")
    return list(Unit.objects.filter(pk__in=served).order_by(*SPELLING).values_list("pk", "name"))


def years_of(notices: QuerySet[Notice]) -> list[int]:
    """The years of their numbers, the latest first: one query."""
    return list(notices.order_by("-year").values_list("year", flat=True).distinct())


# ── One of them ──────────────────────────────────────────────────────────────────────────────────────────────────────


def find_notice(actor: Actor, notice: int) -> Notice | None:
    """A notice that an actor sees, with its task, unit, people, and those before and after it."""
    people = ("served_by", "received_by", "ended_by")
    related = ("government", "task__plan", "unit", "follows", "follower", *people)
    shown = readable_notices(actor).select_related(*related)
    return (
        shown.defer("task__grams", "task__plan__blocks", "follows__sheet", "follower__sheet").filter(pk=notice).first()
    )


def answers_of(actor: Actor, notice: Notice) -> list[Answer]:
    """What was answered, the oldest first; what was not signed only for the unit itself."""
    answers = notice.answers.select_related("written_by", "signed_by", "decided_by")
    own = actor.units(Right.ANSWER_NOTICE) | actor.units(Right.SIGN_ANSWER)
    if notice.unit_id in own:
        return list(answers)
    return list(answers.exclude(state__in=[Answer.State.LAID, Answer.State.REFUSED]))


# ── Who can be served ────────────────────────────────────────────────────────────────────────────────────────────────


def units_to_serve(task: Task, units: Sequence[TaskUnit]) -> list[Unit]:
    """The units that can answer for a task, the leads first: its own, members of its groups, and who owes a share."""
    ordered = sorted(units, key=lambda each: (each.role != TaskUnit.Role.LEAD, each.order))
    groups = [each.unit_id for each in ordered if each.unit.kind == Unit.Kind.GROUP]
    members = Membership.objects.filter(group__in=groups, holds_to__isnull=True).select_related("member")
    owing = Share.objects.filter(CURRENT, task=task, value__gt=0).select_related("unit") if task.quota else ()
    found = [
        *(each.unit for each in ordered if each.unit.kind != Unit.Kind.GROUP),
        *(each.member for each in members.order_by("member__name")),
        *(share.unit for share in owing),
    ]
    known = {unit.pk: unit for unit in reversed(found) if unit.is_active}
    return [known.pop(unit.pk) for unit in found if unit.pk in known]


def leads_of(tasks: Iterable[Task]) -> dict[int, list[Unit]]:
    """The units that lead these tasks and can be served, by the task's key: one query."""
    found: dict[int, list[Unit]] = defaultdict(list)
    leading = TaskUnit.objects.filter(CURRENT, role=TaskUnit.Role.LEAD, task__in=[task.pk for task in tasks])
    served = leading.filter(unit__is_active=True).exclude(unit__kind=Unit.Kind.GROUP)
    for row in served.select_related("unit").order_by("order"):
        found[row.task_id].append(row.unit)
    return found


def units_by_task(tasks: Iterable[Task]) -> dict[int, list[TaskUnit]]:
    """All units that these tasks have now, in their order, by the task's key: one query."""
    found: dict[int, list[TaskUnit]] = defaultdict(list)
    standing = TaskUnit.objects.filter(CURRENT, task__in=[task.pk for task in tasks]).select_related("unit")
    for row in standing.order_by("order"):
        found[row.task_id].append(row)
    return found


def open_by_task(tasks: Iterable[Task]) -> dict[int, list[Notice]]:
    """What was served about these tasks and is not over, the soonest first, by the task's key: one query."""
    found: dict[int, list[Notice]] = defaultdict(list)
    standing = Notice.objects.filter(task__in=[task.pk for task in tasks], state__in=OPEN).select_related("unit")
    for notice in standing.defer("sheet").order_by("answer_by", "pk"):
        found[notice.task_id].append(notice)
    return found


def open_notices(task: Task) -> list[Notice]:
    """What was served about a task and is not over, the soonest first."""
    return list(task.notices.filter(state__in=OPEN).select_related("unit").order_by("answer_by", "pk"))
