"""Of what was sent back: whether a corrected table took its place. A column with a value of the database comes."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Reports that a corrected table replaced."""

    dependencies: ClassVar = [("reporting", "0003_signing")]
    operations: ClassVar = [
        migrations.AddField("return", "is_replaced", models.BooleanField(default=False, db_default=False)),
    ]
