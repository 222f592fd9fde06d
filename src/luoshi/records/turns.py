"""Those who write take turns, where the database has one writer at a time (ADR 21)."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.db import connection, transaction

_PAUSE: Final = 0.0005
"""Seconds between looking whether it is one's turn."""
_PATIENCE: Final = 10.0
"""Seconds after which one goes on without a turn: SQLite itself has its own lock, and says whether it is free."""


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that begins as soon as the one before it has ended."""
    if not _has_turns():
        with transaction.atomic():
            yield
        return
    # Closing the file gives the turn back, as the end of the process does, however that ends
    with open(f"{connection.settings_dict['NAME']}-turn", "wb", opener=_private) as turn:
        _take(turn.fileno())
        with transaction.atomic():
            yield


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _has_turns() -> bool:
    """Not within an action that has it, and not on Windows, where the server does not run either."""
    if connection.vendor != "sqlite" or connection.in_atomic_block or sys.platform == "win32":
        return False
    return Path(connection.settings_dict["NAME"]).is_file()


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _take(turn: int) -> None:
    import fcntl

    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        else:
            return
