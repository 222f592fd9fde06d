"""A government's own rules of judging. An empty column comes."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    """Rules of judging."""

    dependencies: ClassVar = [("register", "0007_no_government_below_itself")]
    operations: ClassVar = [
        migrations.AddField("government", "rules", models.TextField("研判规则", blank=True, default="")),
    ]
