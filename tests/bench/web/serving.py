"""Servers that are measured: started as whoever runs them would, and stopped by their own number."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

WORKERS: Final = 2
_PATIENCE: Final = 120
_STEP: Final = 0.1


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answers."""

    port: int
    process: int

    @property
    def memory(self) -> list[float]:
        """What each of its workers holds in memory, in MB."""
        return [_resident(worker) for worker in self._workers()]

    @property
    def spent(self) -> float:
        """Seconds of a processor that its workers have used so far."""
        return sum(_used(worker) for worker in self._workers())

    def _workers(self) -> list[int]:
        children = Path(f"/proc/{self.process}/task/{self.process}/children").read_text("ascii")
        return [int(child) for child in children.split()]


@contextmanager
def running(command: Sequence[str], port: int, settings: Mapping[str, str], folder: Path) -> Iterator[Server]:
    """A server, from its first answer on until nobody needs it, or until this program is killed.

    What it says is kept in a file of the folder.
    """
    log = folder / f"server-{port}.log"
    with log.open("wb") as said:
        process = subprocess.Popen(  # noqa: S603 (one of the two servers)
            [sys.executable, "-m", "luoshi.site.parent", str(os.getpid()), *command],
            cwd=folder,
            env={**os.environ, **settings},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            _wait(process, port, log)
            yield Server(port, process.pid)
        finally:
            _stop(process)


@contextmanager
def luoshi(home: Path, settings: Mapping[str, str]) -> Iterator[Server]:
    """`luoshi serve` with as many workers as we give its peers."""
    port = free_port()
    command = [sys.executable, "-m", "luoshi", "serve", "--bind", f"127.0.0.1:{port}", "--workers", str(WORKERS)]
    with running(command, port, {**settings, "LUOSHI_HOME": str(home)}, home) as server:
        yield server


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(_STEP)
    raise RuntimeError(f"no server came up; it said:\n{log.read_text(errors='replace')[-2000:]}")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Ask it to end, and then end whatever it has left of its own group."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(_PATIENCE)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def told_to_stop() -> Iterator[None]:
    """Let a signal that ends the program end it as Ctrl-C does: what was started is stopped first."""

    def stop(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    before = {each: signal.signal(each, stop) for each in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for each, known in before.items():
            signal.signal(each, known)


def _resident(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def _used(process: int) -> float:
    """User and system time: the fields behind the name, which may itself have spaces."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
