"""The one table of the journal. Nothing here changes or deletes a row; the database refuses it too (migration 0002)."""

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One action: `before` and `after` are what it changed, `seal` is over all of it and the seal before.

    `number` counts from 1 without gaps. `actor` is the account's id at the time, kept with the name as it then was, so
    that the entry stays readable when the account is gone; it is None for what the installation itself does.
    """

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=64)
    address = models.CharField(max_length=45)
    action = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    subject_id = models.BigIntegerField(null=True)
    government = models.BigIntegerField(null=True)
    before = models.JSONField()
    after = models.JSONField()
    seal_before = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        db_table = "journal_entry"
        ordering = ("number",)
        indexes: ClassVar = [
            models.Index(fields=["subject", "subject_id", "number"], name="journal_subject"),
            models.Index(fields=["government", "-number"], name="journal_government"),
            models.Index(fields=["actor", "-number"], name="journal_actor"),
            models.Index(fields=["action", "-number"], name="journal_action"),
            models.Index(fields=["at"], name="journal_at"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"
