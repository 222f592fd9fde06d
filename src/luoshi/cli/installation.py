"""The installation that a command works on: its settings, its tables brought up to date."""

import os
from typing import TYPE_CHECKING

from luoshi.cli.inputs import InputError

if TYPE_CHECKING:
    from luoshi.records.register.models import Government

_SHOWN = 10
"""So many governments are listed where somebody must say which."""


def start() -> None:
    """Load the settings; what DATABASE_URL and LUOSHI_HOME name is what the command works on."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.site.settings")
    django.setup()


def bring_up_to_date() -> None:
    """Make the tables, or change them to what this version needs."""
    from django.core.management import call_command

    start()
    call_command("migrate", interactive=False, verbosity=0)


def need_tables() -> None:
    """Raise `InputError` where the tables are not those of this version."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    start()
    try:
        executor = MigrationExecutor(connection)
        is_behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError as error:
        raise InputError(f"连不上数据库：{error}".strip()) from error
    if is_behind:
        raise InputError("还没有建好台账的表，请先运行 luoshi setup。")


def one_government(name: str | None) -> "Government":
    """The government of this name; the only one where no name is given."""
    from luoshi.records.register.models import Government

    known = {each.name: each for each in Government.objects.order_by("pk")}
    if name in known:
        return known[name]
    if name or len(known) != 1:
        listed = "、".join(list(known)[:_SHOWN]) + ("等" if len(known) > _SHOWN else "")
        raise InputError(f"请用 --government 写明是哪个政府的，这里有：{listed}。")
    return next(iter(known.values()))
