"""`luoshi restore`: the register as it was when the backup was made."""

import sys
from argparse import Namespace
from datetime import datetime

from luoshi.cli.installation import bring_up_to_date, start
from luoshi.cli.keeping import BackupError, opened_backup, restore_backup
from luoshi.language.days import day_words


def run(options: Namespace) -> int:
    """Restore, and say whether the journal of what was restored is whole."""
    start()
    with opened_backup(options.file) as (manifest, copy):
        was_used = _has_data()
        if was_used and not options.replace:
            raise BackupError("这里已经有数据。确实要换成备份里的，请加 --replace；原来的会另存一份。")
        aside = restore_backup(manifest, copy, is_used=was_used)
    bring_up_to_date()
    from luoshi.records.journal.queries import verify

    breaches = list(verify())
    sys.stdout.write(f"恢复到{_moment(manifest['made'])}的样子。\n")
    if aside and was_used:
        sys.stdout.write(f"原来的数据在 {aside}。\n")
    sys.stdout.writelines(f"{breach.message}\n" for breach in breaches)
    return 1 if breaches else 0


def _moment(made: str) -> str:
    """2026年11月30日 19:31, by the clock of the installation."""
    from django.utils import timezone

    local = timezone.localtime(datetime.fromisoformat(made))
    return f"{day_words(local)} {local:%H:%M} "


def _has_data() -> bool:
    from django.db import DatabaseError

    from luoshi.records.register.models import Government

    try:
        return Government.objects.exists()
    except DatabaseError:
        return False
