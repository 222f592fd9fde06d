"""Times beside each other in one run: no figure here means anything on its own, only their ratios do."""

import gc
import math
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import fmean, median
from typing import Final

ROUNDS: Final = 5

# The peak of memory of a process that runs `work`, in bytes. On Linux `ru_maxrss` may be that of the process which
# started this one, and /proc knows better.
PEAK: Final = """
import pathlib, resource
{work}
status = pathlib.Path("/proc/self/status")
if status.exists():
    print(next(int(line.split()[1]) * 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM")))
else:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

Work = Callable[[], object]
Clock = Callable[[], float]


def seconds(work: Work, clock: Clock = time.perf_counter) -> float:
    """The time of one run, with the rubbish of the runs before it out of the way, and what they remembered too."""
    gc.collect()
    forget()
    start = clock()
    work()
    return clock() - start


def forget() -> None:
    """Empty all caches of luoshi: a document is read once."""
    for name, module in list(sys.modules.items()):
        if name.startswith("luoshi"):
            for each in vars(module).values():
                getattr(each, "cache_clear", _nothing)()


def _nothing() -> None:
    """What has no cache has nothing to forget."""


def medians(works: Sequence[Work], rounds: int = ROUNDS, clock: Clock = time.perf_counter) -> list[float]:
    """The median time of each work, all of them in turn in every round; wall time where no other clock is given."""
    times = [[seconds(work, clock) for work in works] for _ in range(rounds)]
    return [median(each) for each in zip(*times, strict=True)]


def ratio(work: Work, floor: Work, rounds: int = ROUNDS, clock: Clock = time.perf_counter) -> float:
    """How many times as long `work` takes as `floor`."""
    whole, least = medians([work, floor], rounds, clock)
    return whole / least


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The slope of the straight line through the logarithms: 1 is linear growth, 2 is quadratic."""
    x, y = [math.log(size) for size in sizes], [math.log(each) for each in times]
    mean_x, mean_y = fmean(x), fmean(y)
    above = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return above / sum((a - mean_x) ** 2 for a in x)


def run(*arguments: str, bytecode: str | None = None) -> None:
    """Run Python with these arguments, its output unread; with the bytecode of an earlier run, kept in that folder."""
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=settings | {"PYTHONPYCACHEPREFIX": bytecode} if bytecode else None,
    )


def peak(work: str) -> int:
    """The peak of memory, in bytes, of a process of its own that runs the statements of `work`."""
    command = [sys.executable, "-c", PEAK.format(work=work)]
    return int(subprocess.run(command, check=True, capture_output=True).stdout)  # noqa: S603 - our own interpreter
