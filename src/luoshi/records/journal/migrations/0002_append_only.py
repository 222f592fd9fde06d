"""The database itself refuses to change or delete an entry."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = """
CREATE TRIGGER journal_entry_no_{verb} BEFORE {verb} ON journal_entry
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END
"""
_POSTGRESQL = (
    """
    CREATE FUNCTION journal_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$
    """,
    """
    CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry
    FOR EACH STATEMENT EXECUTE FUNCTION journal_entry_refuse()
    """,
)


def close(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Set the triggers."""
    vendor = editor.connection.vendor
    statements = [_SQLITE.format(verb=verb) for verb in ("UPDATE", "DELETE")] if vendor == "sqlite" else _POSTGRESQL
    for statement in statements:
        editor.execute(statement)


def reopen(_: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take them away."""
    if editor.connection.vendor == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            editor.execute(f"DROP TRIGGER journal_entry_no_{verb}")
    else:
        editor.execute("DROP FUNCTION journal_entry_refuse() CASCADE")


class Migration(migrations.Migration):
    """Append-only."""

    dependencies: ClassVar = [("journal", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(close, reopen)]
