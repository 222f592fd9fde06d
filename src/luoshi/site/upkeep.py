"""What is done beside the pages, by a process of its own, which `luoshi serve` starts.

`python -m luoshi.site.upkeep PROCESS` goes on while the process of that number, which started it, is there.

Years are compared anew after a task was corrected, and so is who may lead what a report promises, and which task a row
of a table tells of, while those are looked through. It takes at most a tenth of a processor. What goes wrong is told in
the log and tried again, after longer and longer waits; it never ends the process.
"""

import logging
import os
import sys
import time

import django

from luoshi.site.parent import end_with

_PAUSE = 5.0
"""Seconds between looking for something to do."""
_LONGEST_PAUSE = 900.0
"""Seconds between trying what went wrong, at most."""
_DOUBLINGS = 8
"""So often a pause is doubled until it is the longest."""
_SHARE = 0.1
"""How much of the time it may work."""
_BROKEN = (
    "更正后没有能重新比对历年、更新建议（第 %d 次），页面照常，只是历年沿革和建议还是更正以前的。%.0f 秒后再试。"
    "几次都不行的，请先看数据库在不在、盘满没满，再运行 luoshi setup；还不行，把下面的出错内容交给维护程序的人。"
)


def main() -> None:
    """Go on until the process that started this one is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "luoshi.site.settings")
    started_by = int(sys.argv[1])
    if os.getppid() == started_by:
        end_with(started_by)
    django.setup()
    failures = 0
    while os.getppid() == started_by:
        start = time.monotonic()
        failures = 0 if attempt(failures) else failures + 1
        _rest(pause(time.monotonic() - start, failures), started_by)


def attempt(failures: int) -> bool:
    """Do one thing; False where it went wrong, which the log tells. After failures others that wait have their turn."""
    from django.db import close_old_connections

    try:
        work(failures)
        close_old_connections()
    except Exception:  # whatever it is: the next thing may work, and this one later
        logging.getLogger(__name__).exception(_BROKEN, failures + 1, pause(0, failures + 1))
        return False
    return True


def work(passing_over: int = 0) -> bool:
    """Do what has waited longest, passing over so much of what waits; False where there is nothing to do."""
    from luoshi.records.register.actions.lineage import relate_corrected

    return relate_corrected(passing_over)


def pause(worked: float, failures: int) -> float:
    """How many seconds to rest: as work of so many seconds asks for, twice as long after each failure."""
    doubled = _PAUSE * 2.0 ** min(failures, _DOUBLINGS)
    return max(min(doubled, _LONGEST_PAUSE), worked / _SHARE)


def _rest(seconds: float, started_by: int) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and os.getppid() == started_by:
        time.sleep(1)


if __name__ == "__main__":
    main()
