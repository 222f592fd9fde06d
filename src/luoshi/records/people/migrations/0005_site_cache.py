"""The table of what all workers count together: wrong passwords a minute, one-time codes that were used."""

from typing import ClassVar

from django.core.management import call_command
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def enter(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """The table of Django's cache in the database; nothing happens where it is there."""
    call_command("createcachetable", database=editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    """The settings name it."""

    dependencies: ClassVar = [("people", "0004_account_government_required")]
    operations: ClassVar = [migrations.RunPython(enter, migrations.RunPython.noop)]
