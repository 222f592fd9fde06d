"""Notices as an office serves them, and the calendar moved on."""

from datetime import date, timedelta

from django.utils import timezone

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Task, Unit
from luoshi.records.supervision.actions import Terms, serve_notice
from luoshi.records.supervision.models import Notice, Step


def in_days(count: int) -> date:
    """So many days from today."""
    return timezone.localdate() + timedelta(days=count)


def terms(step: Step = Step.REMIND, days: int = 10) -> Terms:
    """What a notice of the tests says."""
    return Terms("新建公办幼儿园6所", "欠进度。", "请书面答复。", step, in_days(days))


def served(actor: Actor, task: Task, unit: Unit, step: Step = Step.REMIND) -> Notice:
    """A notice about a task, on one of its units."""
    return serve_notice(actor=actor, task=task, unit=unit, terms=terms(step))


def overdue(notice: Notice, days: int = 3) -> Notice:
    """The same, as if its day had passed so many days ago."""
    Notice.objects.filter(pk=notice.pk).update(answer_by=in_days(-days))
    notice.refresh_from_db()
    return notice
