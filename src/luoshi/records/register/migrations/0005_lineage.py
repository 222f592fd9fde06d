"""Which tasks of other years are the same promise, and which years are to be compared anew, stand in tables."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Kin, and what is not related yet."""

    dependencies: ClassVar = [("register", "0004_cascade")]
    operations: ClassVar = [
        migrations.CreateModel(
            "Kin",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "task",
                    models.ForeignKey(
                        "register.Task", on_delete=django.db.models.deletion.CASCADE, related_name="kin", db_index=False
                    ),
                ),
                (
                    "other",
                    models.ForeignKey("register.Task", on_delete=django.db.models.deletion.CASCADE, related_name="+"),
                ),
            ],
            options={"db_table": "register_kin"},
        ),
        migrations.CreateModel(
            "Unrelated",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                (
                    "government",
                    models.ForeignKey(
                        "register.Government", on_delete=django.db.models.deletion.CASCADE, related_name="+"
                    ),
                ),
            ],
            options={"db_table": "register_unrelated"},
        ),
        migrations.AddConstraint("kin", models.UniqueConstraint(fields=["task", "other"], name="register_kin_once")),
    ]
