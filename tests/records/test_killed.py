"""A server that is killed, which asks nobody, leaves nothing behind: neither those who answer nor who works beside."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.records.test_commands import Luoshi, database, luoshi

__all__ = ["database", "luoshi"]

PATIENCE = 60
# Starts what its arguments say, so that it ends with it
STARTER = """
import os, subprocess, sys
subprocess.run([sys.executable, "-m", "luoshi.site.parent", str(os.getpid()), *sys.argv[1:]])
"""


def descendants(process: int) -> set[int]:
    """Everything that a process started, and what that started."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return {int(child) for child in listed} | {each for child in listed for each in descendants(int(child))}


def is_running(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.2)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("is_parent", [False, True])
def test_nothing_of_a_killed_server_is_left(tmp_path: Path, database: str, luoshi: Luoshi, is_parent: bool) -> None:  # noqa: FBT001 (a case)
    """The server itself is killed, or a program that started it so that it ends with it."""
    luoshi("setup", "--government", "云泽市人民政府")
    environment = {**os.environ, "LUOSHI_HOME": str(tmp_path / "home"), "DATABASE_URL": database}
    serve = [sys.executable, "-m", "luoshi", "serve", "--bind", f"127.0.0.1:{free_port()}", "--workers", "2"]
    command = [sys.executable, "-c", STARTER, *serve] if is_parent else serve
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603 (our own)
    # Two who answer, one who works beside; with what starts the server also the server
    wait_until(lambda: len(descendants(process.pid)) == (4 if is_parent else 3))
    left = descendants(process.pid)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)
    wait_until(lambda: not any(map(is_running, left)))
