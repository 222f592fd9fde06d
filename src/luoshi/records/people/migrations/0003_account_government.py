"""Every account belongs to a government: at first to the one that it was opened for."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def settle(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """The journal tells for which government an account was opened."""
    entries = apps.get_model("journal", "Entry").objects.filter(action="open_account", subject="account")
    opened = dict(entries.values_list("subject_id", "government"))
    first = apps.get_model("register", "Government").objects.order_by("pk").values_list("pk", flat=True).first()
    for account in apps.get_model("people", "Account").objects.all():
        account.government_id = opened.get(account.pk, first)
        account.save(update_fields=["government"])


class Migration(migrations.Migration):
    """The column, and what it says of the accounts that are there."""

    dependencies: ClassVar = [
        ("people", "0002_initial"),
        ("register", "0001_initial"),
        ("journal", "0001_initial"),
    ]
    operations: ClassVar = [
        migrations.AddField(
            model_name="account",
            name="government",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="register.government",
                verbose_name="所属政府",
            ),
        ),
        migrations.RunPython(settle, migrations.RunPython.noop),
    ]
