"""Which tasks of other years are the same promise stands in a table of its own."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Kin."""

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
        migrations.AddConstraint("kin", models.UniqueConstraint(fields=["task", "other"], name="register_kin_once")),
    ]
