"""What gunicorn is told beside its arguments: a process for what is done beside the pages."""

import os
import subprocess
import sys


def when_ready(_: object) -> None:
    """Start it, out of reach of Ctrl-C; it ends by itself when the server does."""
    command = [sys.executable, "-m", "luoshi.site.upkeep", str(os.getpid())]
    subprocess.Popen(command, start_new_session=True)  # noqa: S603 (the program itself)
