"""What a person wants to find again: a list of tasks by the name that they gave it."""

from typing import ClassVar

from django.db import models

from luoshi.records.people.models import Account


class SavedView(models.Model):
    """A list that somebody keeps: `query` is what its address says behind the question mark, without a plan."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="views")
    name = models.CharField("名称", max_length=16)
    query = models.CharField(max_length=512)
    saved_at = models.DateTimeField()

    class Meta:
        db_table = "register_savedview"
        ordering = ("saved_at", "pk")
        constraints: ClassVar = [models.UniqueConstraint(fields=["account", "name"], name="register_savedview_once")]

    def __str__(self) -> str:
        return self.name
