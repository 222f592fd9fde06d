"""`luoshi journal verify`: whether anybody touched the journal."""

import sys
from argparse import Namespace

from luoshi.cli.installation import need_tables


def run(_: Namespace) -> int:
    """Tell every entry that is not what was written; the exit code is 1 if there is one."""
    need_tables()
    from luoshi.records.journal.models import Entry
    from luoshi.records.journal.queries import verify

    breaches = list(verify())
    for breach in breaches:
        sys.stdout.write(f"{breach.message}\n")
    if not breaches:
        sys.stdout.write(f"{Entry.objects.count()} 条审计日志都完好。\n")
    return 1 if breaches else 0
