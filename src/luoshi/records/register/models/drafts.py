"""Documents that were read and are being looked through; nothing of them is in the register yet."""

from typing import ClassVar

from django.db import models

from luoshi.records.people.models import Account
from luoshi.records.register.models.files import SourceFile
from luoshi.records.register.models.governments import Government


class Import(models.Model):
    """A document as it was read. `head` is what its head says, `blocks` its mended text,
    `revises` the plan that it corrects, or whose reports it corrected.
    """

    class State(models.TextChoices):
        """How far it is."""

        OPEN = "open", "核对中"
        ISSUED = "issued", "已入册"
        DISCARDED = "discarded", "已作废"

    government = models.ForeignKey(Government, on_delete=models.PROTECT, related_name="imports")
    file = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="imports")
    kind = models.CharField("类型", max_length=16)
    state = models.CharField("状态", max_length=16, choices=State.choices, default=State.OPEN)
    head = models.JSONField()
    blocks = models.JSONField()
    started_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    started_at = models.DateTimeField()
    revises = models.ForeignKey("register.Plan", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        db_table = "register_import"
        indexes: ClassVar = [models.Index(fields=["government", "state", "-started_at"], name="register_import_state")]

    def __str__(self) -> str:
        return str(self.head.get("title") or self.file_id)


class DraftTask(models.Model):
    """One line of an import: `fields` as `luoshi read` prints a task, corrected by hand; `version` counts changes."""

    document = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="drafts")
    order = models.PositiveIntegerField()
    fields = models.JSONField()
    doubts = models.PositiveIntegerField(default=0)
    is_accepted = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "register_drafttask"
        ordering = ("order",)
        indexes: ClassVar = [models.Index(fields=["document", "order"], name="register_drafttask_order")]

    def __str__(self) -> str:
        return str(self.fields.get("text", ""))[:40]
