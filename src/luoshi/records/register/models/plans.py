"""Plans that were issued, and their tasks."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.records.register.models.files import SourceFile
from luoshi.records.register.models.governments import Government, Unit
from luoshi.records.register.models.time import CURRENT, Recorded


class Plan(models.Model):
    """A breakdown that was issued. With a `sender` it gathers what that government above handed down in a year."""

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="plans")
    file = models.ForeignKey(SourceFile, on_delete=models.PROTECT, null=True, related_name="plans")
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("标题", max_length=255)
    doc_number = models.CharField("发文字号", max_length=64, blank=True)
    issued_on = models.DateField("印发日期", null=True)
    entered_at = models.DateTimeField("入册时间")
    is_public = models.BooleanField("公开", default=False)
    blocks = models.JSONField()
    sender = models.ForeignKey(Government, on_delete=models.PROTECT, null=True, related_name="handed_down")

    class Meta:
        db_table = "register_plan"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sender", "government", "year"],
                condition=Q(sender__isnull=False),
                name="register_plan_handed_down_once",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["government", "-year"], name="register_plan_year")]

    def __str__(self) -> str:
        return self.title


class State(models.TextChoices):
    """What becomes of a task."""

    ISSUED = "issued", "已交办"
    RECEIVED = "received", "已签收"
    ACTIVE = "active", "办理中"
    FINISHED = "finished", "已办结"
    CLOSED = "closed", "已销号"
    SUSPENDED = "suspended", "暂缓"
    ENDED = "ended", "终止"


# Nothing more is shared out or handed down of these
OVER = frozenset({State.CLOSED, State.ENDED, State.SUSPENDED})


class Task(models.Model):
    """One promise. What can be corrected stands in rows of its own; the columns here are what lists show of it now.

    `origin` is the task of the government above whose share it is; a government has one share of each.
    `document` is the corrected document that its places are in; None where they are in the plan's own.

    `order` is its place in the plan. `grams` are the pairs of characters that it is found by. `verdict`, `step` and
    `depth` are the latest judged report's; `place` is where its text stands in the plan's document. `name` is the short
    name that a project has beside its text. `quota` is what is printed of an allocation's total, {"printed", "value",
    "unit", "sum", "check"}; None where nothing is shared out among places.
    """

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="tasks")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="tasks")
    origin = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="handed_down")
    order = models.PositiveIntegerField()
    part = models.CharField("部分", max_length=64)
    number = models.PositiveIntegerField("序号")
    sub = models.PositiveIntegerField("子项", null=True)
    address = models.CharField("编号", max_length=96)
    leader_heading = models.CharField("领导分工", max_length=128, blank=True)
    leaders = models.CharField("牵头领导", max_length=128, blank=True)
    section = models.CharField("领域", max_length=128, blank=True)
    name = models.CharField("项目名称", max_length=128, blank=True, default="")
    text = models.TextField("任务")
    due = models.DateField("时限", null=True)
    quota = models.JSONField("分县任务总数", null=True)
    place = models.JSONField()
    document = models.ForeignKey("register.Import", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.ISSUED)
    verdict = models.CharField("研判", max_length=16, blank=True)
    step = models.CharField("档", max_length=8, blank=True)
    depth = models.DecimalField("欠点数", max_digits=7, decimal_places=2, null=True)
    reported = models.CharField("填报", max_length=16, blank=True)
    doubts = models.PositiveIntegerField("存疑", default=0)
    grams = models.TextField()

    class Meta:
        db_table = "register_task"
        ordering = ("plan", "order")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "address"], name="register_task_address"),
            models.UniqueConstraint(
                fields=["origin", "government"],
                condition=Q(origin__isnull=False),
                name="register_task_handed_down_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["plan", "order"], name="register_task_plan_order"),
            models.Index(
                fields=["plan", "verdict", "step", "reported", "doubts", "due"], name="register_task_verdicts"
            ),
            models.Index(fields=["plan", "leaders", "order"], name="register_task_leaders"),
            models.Index(fields=["plan", "section", "order"], name="register_task_section"),
            models.Index(fields=["plan", "part", "section", "leaders", "order"], name="register_task_choices"),
            models.Index(fields=["plan", "due"], name="register_task_due"),
        ]

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def leader_names(self) -> list[str]:
        """Its leaders, one by one."""
        return [name for name in self.leaders.split("、") if name]


class TaskWording(Recorded):
    """How a task was worded, in time."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="wordings")
    text = models.TextField()

    class Meta(Recorded.Meta):
        db_table = "register_taskwording"
        constraints: ClassVar = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(fields=["task"], condition=CURRENT, name="register_taskwording_current"),
        ]

    def __str__(self) -> str:
        return self.text[:40]


class TaskUnit(Recorded):
    """A unit's part in a task, in time; `printed` is its name in the document, `place` where it stands."""

    class Role(models.TextChoices):
        """What it has to do with the task."""

        LEAD = "lead", "牵头"
        RESPONSIBLE = "responsible", "责任"
        COOPERATING = "cooperating", "配合"
        GUIDING = "guiding", "指导"
        UNMARKED = "unmarked", "未分主次"

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="tasks")
    role = models.CharField("角色", max_length=16, choices=Role.choices)
    order = models.PositiveSmallIntegerField()
    printed = models.CharField("原文", max_length=64)
    place = models.JSONField(null=True)

    class Meta(Recorded.Meta):
        db_table = "register_taskunit"
        ordering = ("order",)
        constraints: ClassVar = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(fields=["task", "unit"], condition=CURRENT, name="register_taskunit_current"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "role", "task"], condition=CURRENT, name="register_taskunit_unit"),
            models.Index(fields=["task", "role", "unit"], condition=CURRENT, name="register_taskunit_role"),
        ]

    def __str__(self) -> str:
        return self.printed


class Target(Recorded):
    """A figure that a task commits to, in time; the fields are those of `luoshi.model.Target`."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="targets")
    order = models.PositiveSmallIntegerField()
    metric = models.CharField("指标", max_length=128)
    comparator = models.CharField("关系", max_length=1)
    value = models.DecimalField("数值", max_digits=24, decimal_places=6)
    high = models.DecimalField("上限", max_digits=24, decimal_places=6, null=True)
    unit = models.CharField("单位", max_length=32, blank=True)
    kind = models.CharField("类型", max_length=8)
    amount = models.DecimalField(max_digits=28, decimal_places=6)
    base_unit = models.CharField(max_length=32, blank=True)
    by = models.DateField("时限", null=True)
    quote = models.TextField()
    place = models.JSONField(null=True)

    class Meta(Recorded.Meta):
        db_table = "register_target"
        ordering = ("order",)
        constraints: ClassVar = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(fields=["task", "order"], condition=CURRENT, name="register_target_current"),
        ]

    def __str__(self) -> str:
        return f"{self.metric} {self.comparator}{self.value}{self.unit}"


class Share(Recorded):
    """What one district owes of a task's quota, in time; `printed` is the cell, `value` None for words and “/”."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="shares")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="shares")
    order = models.PositiveSmallIntegerField()
    printed = models.CharField(max_length=64)
    value = models.DecimalField(max_digits=24, decimal_places=6, null=True)

    class Meta(Recorded.Meta):
        db_table = "register_share"
        ordering = ("order",)
        constraints: ClassVar = [
            *Recorded.Meta.constraints,
            models.UniqueConstraint(fields=["task", "unit"], condition=CURRENT, name="register_share_current"),
        ]

    def __str__(self) -> str:
        return self.printed


class TaskFlag(models.Model):
    """A doubt about a task that was left standing when it was entered; why it rests, the journal tells."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="flags")
    code = models.CharField(max_length=32)
    message = models.TextField()
    place = models.JSONField(null=True)
    is_open = models.BooleanField(default=True)

    class Meta:
        db_table = "register_taskflag"
        indexes: ClassVar = [models.Index(fields=["task"], condition=Q(is_open=True), name="register_taskflag_open")]

    def __str__(self) -> str:
        return self.code


class Kin(models.Model):
    """A task of another year that is the same promise, as comparing the years says.

    It is not always mutual: what was merged into something has that among its kin, but is beside its path.
    """

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="kin", db_index=False)
    other = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "register_kin"
        constraints: ClassVar = [models.UniqueConstraint(fields=["task", "other"], name="register_kin_once")]

    def __str__(self) -> str:
        return f"{self.task_id} – {self.other_id}"


class Unrelated(models.Model):
    """A note that tasks of a government's year were corrected since its years were compared."""

    government = models.ForeignKey(Government, on_delete=models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "register_unrelated"

    def __str__(self) -> str:
        return f"{self.government_id} {self.year}"
