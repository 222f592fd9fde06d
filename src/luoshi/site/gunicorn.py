"""What gunicorn is told beside its arguments: who ends with it, and a process for what is done beside the pages."""

import os
import subprocess
import sys
from typing import Protocol

from luoshi.site.parent import end_with


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
