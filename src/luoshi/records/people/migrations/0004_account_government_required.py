"""No account without a government; apart from 0003, since PostgreSQL alters no table that was just written to."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Not null."""

    dependencies: ClassVar = [("people", "0003_account_government")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name="account",
            name="government",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="accounts",
                to="register.government",
                verbose_name="所属政府",
            ),
        ),
    ]
