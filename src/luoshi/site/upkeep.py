"""What is done beside the pages, by a process of its own, which `luoshi serve` starts.

`python -m luoshi.site.upkeep PROCESS` goes on while the process of that number, which started it, is there.

Years are compared anew after a task was corrected. It takes at most a tenth of a processor.
"""

import logging
import os
import sys
import time

import django

_PAUSE = 5.0
"""Seconds between looking for something to do."""
_SHARE = 0.1
"""How much of the time it may work."""


def main() -> None:
    """Go on until the process that started this one is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.site.settings")
    django.setup()
    from django.db import close_old_connections

    started_by = int(sys.argv[1])
    while os.getppid() == started_by:
        worked = work()
        close_old_connections()
        _rest(worked, started_by)


def work() -> float:
    """Do one thing; how long it took. A database that is busy or gone is tried again later."""
    from django.db import Error

    from luoshi.records.register.actions.lineage import relate_corrected

    start = time.monotonic()
    try:
        relate_corrected()
    except Error:
        logging.getLogger(__name__).warning("the years were not compared; it is tried again", exc_info=True)
    return time.monotonic() - start


def _rest(worked: float, started_by: int) -> None:
    end = time.monotonic() + max(_PAUSE, worked / _SHARE)
    while time.monotonic() < end and os.getppid() == started_by:
        time.sleep(1)


if __name__ == "__main__":
    main()
