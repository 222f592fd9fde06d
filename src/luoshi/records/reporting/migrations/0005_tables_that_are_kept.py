"""Corrected progress tables as they were judged. A table of its own comes."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """What is kept of a table that is being compared."""

    dependencies: ClassVar = [
        ("register", "0009_lists_by_index"),
        ("reporting", "0004_what_a_table_replaced"),
    ]
    operations: ClassVar = [
        migrations.CreateModel(
            name="KeptTable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rests_on", models.CharField(max_length=64)),
                ("rows", models.JSONField()),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept_table",
                        to="register.import",
                    ),
                ),
            ],
            options={"db_table": "reporting_kepttable"},
        ),
    ]
