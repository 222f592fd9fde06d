"""No government stands below itself. Only the small table of governments is touched."""

from typing import ClassVar

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    """Governments are no loop."""

    dependencies: ClassVar = [("register", "0006_lineage_of_what_stands")]
    operations: ClassVar = [
        migrations.AddConstraint(
            "government",
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")), name="register_government_below_another"
            ),
        ),
    ]
