"""Tasks are found by pairs of characters: a full-text index over `grams` on either database."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = (
    """
    CREATE VIRTUAL TABLE register_taskgrams USING fts5(
        grams, content='register_task', content_rowid='id', tokenize="unicode61 remove_diacritics 0"
    )
    """,
    """
    CREATE TRIGGER register_taskgrams_insert AFTER INSERT ON register_task BEGIN
        INSERT INTO register_taskgrams(rowid, grams) VALUES (new.id, new.grams);
    END
    """,
    """
    CREATE TRIGGER register_taskgrams_delete AFTER DELETE ON register_task BEGIN
        INSERT INTO register_taskgrams(register_taskgrams, rowid, grams) VALUES ('delete', old.id, old.grams);
    END
    """,
    """
    CREATE TRIGGER register_taskgrams_update AFTER UPDATE OF grams ON register_task BEGIN
        INSERT INTO register_taskgrams(register_taskgrams, rowid, grams) VALUES ('delete', old.id, old.grams);
        INSERT INTO register_taskgrams(rowid, grams) VALUES (new.id, new.grams);
    END
    """,
)
_POSTGRESQL = ("CREATE INDEX register_task_grams ON register_task USING gin (to_tsvector('simple', grams))",)


def index(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index."""
    for statement in _SQLITE if editor.connection.vendor == "sqlite" else _POSTGRESQL:
        editor.execute(statement)


def drop(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop it."""
    if editor.connection.vendor == "sqlite":
        for name in ("insert", "delete", "update"):
            editor.execute(f"DROP TRIGGER register_taskgrams_{name}")
        editor.execute("DROP TABLE register_taskgrams")
    else:
        editor.execute("DROP INDEX register_task_grams")


class Migration(migrations.Migration):
    """Search."""

    dependencies: ClassVar = [("register", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(index, drop)]
