"""What gunicorn is told beside its arguments: who ends with it, and a process for what is done beside the pages."""

import gc
import os
import subprocess
import sys
from typing import Final, Protocol

from luoshi.site.parent import end_with

_YOUNG: Final = 5_000
"""So many objects more than there were are a reason to search. Python's own number is 700, less than a page holds."""


class Worker(Protocol):
    """What gunicorn tells of a process that answers requests: `ppid` is the server's own number."""

    ppid: int


def when_ready(_: object) -> None:
    """Start it, out of reach of Ctrl-C; it ends by itself when the server does."""
    command = [sys.executable, "-m", "luoshi.site.upkeep", str(os.getpid())]
    subprocess.Popen(command, start_new_session=True)  # noqa: S603 (the program itself)


def post_fork(_: object, worker: Worker) -> None:
    """A server that is killed leaves nobody behind who holds its port."""
    end_with(worker.ppid)


def post_worker_init(_: object) -> None:
    """Let Python search for cycles seldom: of the thousands of objects of a page it leaves some eighty in cycles.

    What was loaded stays as long as the worker does, and is not searched at all.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 10, 10)
