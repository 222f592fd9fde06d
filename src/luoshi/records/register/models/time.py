"""Two axes of time for what can be corrected: from when it holds, and when it was entered."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

# What holds until further notice, as entered last
CURRENT = Q(holds_to__isnull=True, retracted_at__isnull=True)


class Recorded(models.Model):
    """A row that is never changed: a correction retracts it and enters another.

    It holds from `holds_from` until the day before `holds_to`; it was entered at `recorded_at` and, when it turned out
    to be wrong, retracted at `retracted_at`.
    """

    holds_from = models.DateField()
    holds_to = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    retracted_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(holds_to__isnull=True) | Q(holds_to__gte=F("holds_from")), name="%(class)s_in_time"
            ),
            models.CheckConstraint(
                condition=Q(retracted_at__isnull=True) | Q(retracted_at__gte=F("recorded_at")),
                name="%(class)s_retracted_later",
            ),
        ]
