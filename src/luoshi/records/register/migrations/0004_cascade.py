"""Districts stand for the governments below; plans of what those were handed down; each share is handed down once.

A corrected task says which document its places are in. No table of tasks is made anew: the column may be empty, and the
constraint on `origin`, which stands since the first migration, is an index. Going back, SQLite makes it anew, and the
triggers of the search are restored last, as in 0003.
"""

from importlib import import_module
from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

restore_triggers = import_module("luoshi.records.register.migrations.0003_views_names_quotas").restore_triggers


class Migration(migrations.Migration):
    """Who stands for whom, and who handed down what."""

    dependencies: ClassVar = [("register", "0003_views_names_quotas")]
    operations: ClassVar = [
        migrations.RunPython(migrations.RunPython.noop, restore_triggers),
        migrations.AlterField(
            "government",
            "level",
            models.CharField(
                "层级",
                max_length=16,
                choices=[
                    ("province", "省"),
                    ("city", "市"),
                    ("county", "县（市、区）"),
                    ("town", "乡镇（街道）"),
                ],
            ),
        ),
        migrations.AddField(
            "plan",
            "sender",
            models.ForeignKey(
                "register.Government",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="handed_down",
            ),
        ),
        migrations.AddField(
            "unit",
            "stands_for",
            models.ForeignKey(
                "register.Government",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="stood_for_by",
            ),
        ),
        migrations.AddField(
            "task",
            "document",
            models.ForeignKey(
                "register.Import", null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+"
            ),
        ),
        migrations.AddConstraint(
            "plan",
            models.UniqueConstraint(
                fields=["sender", "government", "year"],
                condition=Q(sender__isnull=False),
                name="register_plan_handed_down_once",
            ),
        ),
        migrations.AddConstraint(
            "task",
            models.UniqueConstraint(
                fields=["origin", "government"],
                condition=Q(origin__isnull=False),
                name="register_task_handed_down_once",
            ),
        ),
        migrations.AddConstraint(
            "unit",
            models.UniqueConstraint(
                fields=["stands_for"], condition=Q(stands_for__isnull=False), name="register_unit_stands_once"
            ),
        ),
        migrations.AddConstraint(
            "unit",
            models.CheckConstraint(
                condition=Q(stands_for__isnull=True) | (Q(kind="district") & ~Q(stands_for=F("government"))),
                name="register_unit_stands_below",
            ),
        ),
    ]
