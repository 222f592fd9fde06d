"""A process that ends with the one that started it, however that one ends; `kill -9` asks nobody.

`python -m luoshi.site.parent PROCESS COMMAND…` becomes a command that ends so; PROCESS is the number of what starts it.
Linux tells a process of its parent's end; elsewhere nothing is done, and what watches its parent by itself goes on so.
"""

import ctypes
import os
import signal
import sys

_WHEN_PARENT_DIES = 1
"""PR_SET_PDEATHSIG of prctl(2). It outlives exec, and is not handed on to children."""


def end_with(parent: int) -> None:
    """From now on be told to stop (SIGTERM) when the parent is gone; at once where it is gone already."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_WHEN_PARENT_DIES, signal.SIGTERM)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)


def main() -> None:
    """Become the command."""
    parent, *command = sys.argv[1:]
    end_with(int(parent))
    os.execvp(command[0], command)  # noqa: S606 (what whoever called this wants to run)


if __name__ == "__main__":
    main()
