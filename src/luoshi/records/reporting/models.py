"""Rounds of reporting and what was reported."""

from decimal import Decimal
from typing import ClassVar, Final

from django.db import models

from luoshi.records.people.models import Account
from luoshi.records.register.models import Import, Plan, SourceFile, Task, Unit

DEEPEST: Final = Decimal("99999.99")
"""The most points that a report is said to be behind."""


class Round(models.Model):
    """A period of a plan that is reported on: `cutoff` is the day that figures are to be of."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="rounds")
    period = models.CharField("填报期", max_length=8)
    cutoff = models.DateField("截至")
    due = models.DateField("填报截止", null=True)
    file = models.ForeignKey(SourceFile, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "reporting_round"
        ordering = ("cutoff",)
        constraints: ClassVar = [models.UniqueConstraint(fields=["plan", "period"], name="reporting_round_once")]

    def __str__(self) -> str:
        return self.period


class Report(models.Model):
    """What was reported of a task in a round, with the machine's verdict beside it.

    `judged` is the row as `luoshi judge` prints it: measurements, a verdict a target, the arithmetic, why, doubts.
    `signed_by` is who of the unit let it go, where the unit has somebody who signs.
    """

    class State(models.TextChoices):
        """How far it is."""

        SUBMITTED = "submitted", "待审"
        ACCEPTED = "accepted", "已审"
        RETURNED = "returned", "已退回"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="reports")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="reports")
    text = models.TextField("进展情况")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.SUBMITTED)
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=16)
    step = models.CharField(max_length=8, blank=True)
    depth = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    judged = models.JSONField()

    class Meta:
        db_table = "reporting_report"
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "task"], name="reporting_report_once")]
        indexes: ClassVar = [models.Index(fields=["task", "round"], name="reporting_report_task")]

    def __str__(self) -> str:
        return self.text[:40]


def kept_depth(depth: Decimal | None) -> Decimal | None:
    """How many points behind as the column keeps it; a slip of a key can be further behind than it has room for."""
    return None if depth is None else min(round(depth, 2), DEEPEST)


class Return(models.Model):
    """A report as it was when it was sent back: by whom, when, why. It is never changed.

    `is_replaced` where a corrected table took its place; then the reason is the name of that table's file.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="returns")
    text = models.TextField("进展情况")
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    verdict = models.CharField(max_length=16)
    step = models.CharField(max_length=8, blank=True)
    judged = models.JSONField()
    reason = models.TextField("退回理由")
    returned_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    returned_at = models.DateTimeField()
    is_replaced = models.BooleanField(default=False, db_default=False)

    class Meta:
        db_table = "reporting_return"
        ordering = ("returned_at", "pk")

    def __str__(self) -> str:
        return self.reason[:40]


class Unsigned(models.Model):
    """What a liaison wrote and nobody of the unit has signed: it is no report yet, and only the unit sees it.

    `refusal` is why it was not signed; what is written anew waits again.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="+")
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="unsigned")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField("进展情况")
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    refusal = models.TextField("不签的理由", blank=True)
    refused_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "reporting_unsigned"
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "task"], name="reporting_unsigned_once")]
        indexes: ClassVar = [models.Index(fields=["unit", "written_at"], name="reporting_unsigned_unit")]

    def __str__(self) -> str:
        return self.text[:40]


class KeptTable(models.Model):
    """A corrected progress table as it was judged, so that looking at it does not judge it each time.

    `rests_on` is the seal of all that it was judged by: where that is another one, it is judged anew.
    """

    document = models.OneToOneField(Import, on_delete=models.CASCADE, related_name="kept_table")
    rests_on = models.CharField(max_length=64)
    rows = models.JSONField()

    class Meta:
        db_table = "reporting_kepttable"

    def __str__(self) -> str:
        return self.rests_on[:16]
