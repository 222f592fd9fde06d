"""Notices, and what was answered to them."""

from datetime import date, datetime
from typing import ClassVar, Final

from django.db import models
from django.db.models import F, Q

from luoshi.records.people.models import Account
from luoshi.records.register.models import Government, Task, Unit


class Step(models.TextChoices):
    """How hard a notice presses; one that is not answered is followed by one a step up."""

    REMIND = "remind", "提醒"
    WARN = "warn", "警示"
    ORDER = "order", "督办"


class State(models.TextChoices):
    """What becomes of a notice. That it is overdue is no state: the calendar says so."""

    SERVED = "served", "待签收"
    RECEIVED = "received", "待答复"
    ANSWERED = "answered", "已答复"
    RETURNED = "returned", "退回重答"
    CLOSED = "closed", "已办结"
    ESCALATED = "escalated", "已升级"
    WITHDRAWN = "withdrawn", "已撤回"


UNANSWERED: Final = (State.SERVED, State.RECEIVED, State.RETURNED)
"""The unit has to do something."""
OPEN: Final = (*UNANSWERED, State.ANSWERED)
OVER: Final = (State.CLOSED, State.ESCALATED, State.WITHDRAWN)


class Notice(models.Model):
    """督查单: one matter, served on one unit, to be answered by a day.

    `year` and `number` are its number in the government: 督〔2026〕12号. `sheet` is what the paper said besides when it
    was served, whatever its task and unit are called later (`supervision.sheets`). `follows` is the one that was not
    answered. `remark` is what was said when it was over: the office's opinion, or why it was withdrawn.
    """

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="notices")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="notices")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="notices")
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="follower")
    year = models.PositiveSmallIntegerField("年度")
    number = models.PositiveIntegerField("编号")
    step = models.CharField("级别", max_length=8, choices=Step.choices)
    matter = models.CharField("督查事项", max_length=300)
    grounds = models.CharField("督查缘由", max_length=1000, blank=True)
    demand = models.CharField("办理要求", max_length=1000)
    answer_by = models.DateField("答复期限")
    sheet = models.JSONField()
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.SERVED)
    served_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    served_at = models.DateTimeField()
    received_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    remark = models.TextField("意见", blank=True)

    class Meta:
        db_table = "supervision_notice"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["government", "year", "number"], name="supervision_notice_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="supervision_notice_counted"),
            models.CheckConstraint(
                condition=Q(follows__isnull=True) | ~Q(follows=F("pk")), name="supervision_notice_follows_another"
            ),
            models.CheckConstraint(
                condition=Q(received_at__isnull=False) | Q(state__in=[State.SERVED, State.ESCALATED, State.WITHDRAWN]),
                name="supervision_notice_received",
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(OVER), ended_at__isnull=False)
                | Q(state__in=sorted(OPEN), ended_at__isnull=True),
                name="supervision_notice_ended",
            ),
            models.CheckConstraint(
                condition=~Q(remark="") | ~Q(state__in=[State.CLOSED, State.WITHDRAWN]),
                name="supervision_notice_remark",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["government", "state", "answer_by"], name="supervision_notice_open"),
            models.Index(fields=["unit", "state", "answer_by"], name="supervision_notice_unit"),
        ]

    def __str__(self) -> str:
        return f"督〔{self.year}〕{self.number}号"

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to do something."""
        return self.state in OPEN

    @property
    def is_unanswered(self) -> bool:
        """Whether that is the unit."""
        return self.state in UNANSWERED

    def days_late(self, today: date) -> int:
        """By how many days its answer is overdue; 0 where it is not."""
        return max(0, (today - self.answer_by).days) if self.is_unanswered else 0

    @property
    def next_step(self) -> Step | None:
        """One step up; None at the top."""
        steps = list(Step)
        place = steps.index(Step(self.step)) + 1
        return steps[place] if place < len(steps) else None


class Answer(models.Model):
    """What a unit answered. Until its approver has signed it, only the unit sees it.

    `reason` is why it was not signed, or sent back, by whom and when; `answer_by` the day that it was then asked for.
    """

    class State(models.TextChoices):
        """How far it is."""

        LAID = "laid", "等签发"
        REFUSED = "refused", "没有签"
        GIVEN = "given", "已答复"
        RETURNED = "returned", "已退回"

    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField("答复")
    state = models.CharField("状态", max_length=16, choices=State.choices)
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    reason = models.TextField("退回理由", blank=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    answer_by = models.DateField("重新答复期限", null=True)

    class Meta:
        db_table = "supervision_answer"
        ordering = ("written_at", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["notice"], condition=Q(state__in=["laid", "given"]), name="supervision_answer_standing"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["laid", "given"], reason="", decided_at__isnull=True)
                | (Q(state__in=["refused", "returned"], decided_at__isnull=False) & ~Q(reason="")),
                name="supervision_answer_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def given_at(self) -> datetime:
        """When it left the unit."""
        return self.signed_at or self.written_at
