"""Projects have their names and totals; people keep lists.

SQLite makes the table of tasks anew for a column, and the triggers of the search (0002) go with the old one.
"""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_TRIGGERS = (
    """
    CREATE TRIGGER IF NOT EXISTS register_taskgrams_insert AFTER INSERT ON register_task BEGIN
        INSERT INTO register_taskgrams(rowid, grams) VALUES (new.id, new.grams);
    END
    """,
    """
    CREATE TRIGGER IF NOT EXISTS register_taskgrams_delete AFTER DELETE ON register_task BEGIN
        INSERT INTO register_taskgrams(register_taskgrams, rowid, grams) VALUES ('delete', old.id, old.grams);
    END
    """,
    """
    CREATE TRIGGER IF NOT EXISTS register_taskgrams_update AFTER UPDATE OF grams ON register_task BEGIN
        INSERT INTO register_taskgrams(register_taskgrams, rowid, grams) VALUES ('delete', old.id, old.grams);
        INSERT INTO register_taskgrams(rowid, grams) VALUES (new.id, new.grams);
    END
    """,
)


def restore_triggers(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the search follow the tasks again."""
    if editor.connection.vendor == "sqlite":
        for statement in _TRIGGERS:
            editor.execute(statement)


class Migration(migrations.Migration):
    """Names, quotas, views."""

    dependencies: ClassVar = [("register", "0002_search"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations: ClassVar = [
        # Going back, the triggers are restored last, when the columns are gone
        migrations.RunPython(migrations.RunPython.noop, restore_triggers),
        migrations.AddField("task", "name", models.CharField("项目名称", max_length=128, blank=True, default="")),
        migrations.AddField("task", "quota", models.JSONField("分县任务总数", null=True)),
        migrations.RunPython(restore_triggers, migrations.RunPython.noop),
        migrations.CreateModel(
            "SavedView",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField("名称", max_length=16)),
                ("query", models.CharField(max_length=512)),
                ("saved_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        settings.AUTH_USER_MODEL, on_delete=django.db.models.deletion.CASCADE, related_name="views"
                    ),
                ),
            ],
            options={
                "db_table": "register_savedview",
                "ordering": ("saved_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=["account", "name"], name="register_savedview_once"),
                ],
            },
        ),
    ]
