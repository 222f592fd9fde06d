"""Entries are looked for by what was done and when."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two indexes."""

    dependencies: ClassVar = [("journal", "0002_append_only")]
    operations: ClassVar = [
        migrations.AddIndex("entry", models.Index(fields=["action", "-number"], name="journal_action")),
        migrations.AddIndex("entry", models.Index(fields=["at"], name="journal_at")),
    ]
