"""The years that are in the register already are compared; from now on whoever enters or corrects tasks does so."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def relate_what_stands(apps: StateApps, _: BaseDatabaseSchemaEditor) -> None:
    """Government by government; a new register has none."""
    from luoshi.records.register.actions.lineage import relate_all_years

    plans = apps.get_model("register", "Plan").objects.order_by("government")
    for government in list(plans.values_list("government", flat=True).distinct()):
        relate_all_years(government)


class Migration(migrations.Migration):
    """Kin of what stands."""

    dependencies: ClassVar = [("register", "0005_lineage")]
    operations: ClassVar = [migrations.RunPython(relate_what_stands, migrations.RunPython.noop)]
