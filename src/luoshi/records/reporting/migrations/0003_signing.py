"""What a unit's approver has not signed yet, and who signed a report. A table and two empty columns come."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_ACCOUNT: dict[str, Any] = {
    "null": True,
    "on_delete": django.db.models.deletion.PROTECT,
    "related_name": "+",
    "to": settings.AUTH_USER_MODEL,
}
_OTHERS: dict[str, Any] = {"on_delete": django.db.models.deletion.PROTECT, "related_name": "+"}


class Migration(migrations.Migration):
    """Signing within a unit."""

    dependencies: ClassVar = [
        ("reporting", "0002_what_was_sent_back"),
        ("register", "0007_no_government_below_itself"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.AddField("report", "signed_at", models.DateTimeField(null=True)),
        migrations.AddField("report", "signed_by", models.ForeignKey(**_ACCOUNT)),
        migrations.CreateModel(
            name="Unsigned",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField("进展情况")),
                ("written_at", models.DateTimeField()),
                ("refusal", models.TextField("不签的理由", blank=True)),
                ("refused_at", models.DateTimeField(null=True)),
                ("refused_by", models.ForeignKey(**_ACCOUNT)),
                ("written_by", models.ForeignKey(**_ACCOUNT)),
                ("round", models.ForeignKey(**_OTHERS, to="reporting.round")),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="unsigned", to="register.task"
                    ),
                ),
                ("unit", models.ForeignKey(**_OTHERS, to="register.unit")),
            ],
            options={
                "db_table": "reporting_unsigned",
                "indexes": [models.Index(fields=["unit", "written_at"], name="reporting_unsigned_unit")],
                "constraints": [models.UniqueConstraint(fields=("round", "task"), name="reporting_unsigned_once")],
            },
        ),
    ]
