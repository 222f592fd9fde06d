"""What gunicorn is told beside its arguments: a process for what is done beside the pages."""

import subprocess
import sys


def when_ready(_: object) -> None:
    """Start it; it ends by itself when the server does."""
    subprocess.Popen([sys.executable, "-m", "luoshi.site.upkeep"])
