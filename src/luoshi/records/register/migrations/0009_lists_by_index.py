"""What a list of a plan asks at every page stands in indexes: its order, its choices, its verdicts, who leads what.

Rows of tasks are wide; who looks through those of a whole plan reads a hundred times what the answer takes.
"""

from typing import ClassVar

from django.db import migrations, models
from django.db.models import Q

_CURRENT = Q(holds_to__isnull=True, retracted_at__isnull=True)
_ORDER = models.Index(fields=["plan", "order"], name="register_task_plan_order")
_CHOICES = models.Index(fields=["plan", "part", "section", "leaders", "order"], name="register_task_choices")
_VERDICTS = models.Index(fields=["plan", "verdict", "step", "reported", "doubts", "due"], name="register_task_verdicts")
_LEADS = models.Index(fields=["task", "role", "unit"], condition=_CURRENT, name="register_taskunit_role")


class Migration(migrations.Migration):
    """Three indexes of tasks take the place of three; one of units is added."""

    dependencies: ClassVar = [("register", "0008_rules_of_judging")]
    operations: ClassVar = [
        migrations.AddIndex("task", _ORDER),
        migrations.AddIndex("task", _CHOICES),
        migrations.AddIndex("task", _VERDICTS),
        migrations.AddIndex("taskunit", _LEADS),
        migrations.RemoveIndex("task", "register_task_order"),
        migrations.RemoveIndex("task", "register_task_part"),
        migrations.RemoveIndex("task", "register_task_verdict"),
    ]
