"""`luoshi serve`: the register in the browser."""

import os
import sys
from argparse import Namespace
from pathlib import Path

from luoshi.cli.installation import need_tables

# A large document is read within a minute; what takes longer has gone wrong.
_TIMEOUT = 120


def collect_files() -> None:
    """Gather styles, scripts and icons, compressed and named by their content, where the server finds them.

    What was gathered stays while none of them has changed.
    """
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    gathered = Path(settings.STATIC_ROOT) / "staticfiles.json"
    files = (storage.path(name) for finder in get_finders() for name, storage in finder.list(ignore_patterns=None))
    newest = max((Path(file).stat().st_mtime for file in files), default=0.0)
    if not gathered.exists() or gathered.stat().st_mtime < newest:
        call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def run(options: Namespace) -> int:
    """Become the server; raises `LuoshiError` where the installation is not set up."""
    need_tables()
    collect_files()
    # Nobody can open the address that stands for all of them
    shown = options.bind.replace("0.0.0.0", "127.0.0.1")  # noqa: S104 (nothing listens because of it)
    sys.stdout.write(f"打开 http://{shown}　按 Ctrl-C 停下\n")
    sys.stdout.flush()
    command = [sys.executable, "-m", "gunicorn", "luoshi.site.wsgi", *_arguments(options)]
    os.execv(sys.executable, command)  # noqa: S606 (the program itself, with arguments that were parsed)


def _arguments(options: Namespace) -> list[str]:
    return [
        *("--config", "python:luoshi.site.gunicorn"),
        *("--bind", options.bind),
        *("--workers", str(options.workers)),
        *("--timeout", str(_TIMEOUT)),
        *("--log-level", "warning"),
        "--no-control-socket",
    ]
