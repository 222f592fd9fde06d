"""Work on bytes that nobody trusts, in a process of its own: bounded in time, memory and output, without inheritance.

A library that crashes, hangs or eats memory on a hostile file takes only that process with it (ADR 0003).
"""

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Final

from luoshi import errors
from luoshi.source import bounds, enclosure

_SCRIPT: Final = Path(enclosure.__file__).resolve()
_ROOT: Final = _SCRIPT.parents[2]
_GRACE: Final = 5
"""Seconds that the clock on the wall gives beyond the processor's."""

_DAMAGED: Final = "文件内容损坏，打不开；请重新下载或导出后再试。"
_TOO_LONG: Final = "文件过于复杂，规定时间内没有读完；请拆分后，或重新导出后再试。"
_TOO_LARGE: Final = "文件过于复杂，读取时占用的内存超过上限；请拆分后，或重新导出后再试。"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use: seconds of time, bytes of address space, bytes of output."""

    seconds: int = 60
    memory: int = 1536 * bounds.MEBIBYTE
    output: int = 256 * bounds.MEBIBYTE


def run(module: str, content: bytes, limits: Limits | None = None) -> bytes:
    """What `work(content)` of a module of this distribution returns, computed in a process of its own.

    Raises the `SourceError` that the worker raised, `TooLarge` past a limit, `Damaged` when the worker crashed.
    """
    limits = limits or Limits()
    with TemporaryFile() as given, TemporaryFile() as taken:
        given.write(content)
        given.seek(0)
        status = _wait(_command(module, limits), given, taken, limits.seconds + _GRACE)
        taken.seek(0)
        result = taken.read()
    if status:
        raise _refusal(status, result)
    return result


def _command(module: str, limits: Limits) -> list[str]:
    """-I and -S: nothing from the environment and no site start-up; the search path is ours, made absolute."""
    search = [str(Path(folder).resolve()) for folder in sys.path]
    bounded = map(str, (limits.seconds, limits.memory, limits.output))
    return [sys.executable, "-I", "-S", str(_SCRIPT), module, str(_ROOT), *bounded, *search]


def _wait(command: list[str], given: IO[bytes], taken: IO[bytes], seconds: int) -> int:
    """The exit status, as if killed when the clock ran out."""
    with subprocess.Popen(  # noqa: S603 - our interpreter and our script; the file travels on standard input only
        command, stdin=given, stdout=taken, stderr=subprocess.DEVNULL, env={}
    ) as worker:
        try:
            _sleep_until_done(worker, seconds)
            return worker.wait(timeout=0)
        except subprocess.TimeoutExpired:
            return -signal.SIGKILL
        finally:
            worker.kill()


def _sleep_until_done(worker: "subprocess.Popen[bytes]", seconds: int) -> None:
    """Wait for a process where the kernel tells its end at once: asking for it time and again costs half a reading."""
    try:
        end = os.pidfd_open(worker.pid)
    except (AttributeError, OSError):  # no Linux, or an old one
        with suppress(subprocess.TimeoutExpired):
            worker.wait(timeout=seconds)
        return
    try:
        told = select.poll()
        told.register(end, select.POLLIN)
        told.poll(seconds * 1000)
    finally:
        os.close(end)


def _refusal(status: int, result: bytes) -> errors.SourceError:
    """What to tell the user of a worker that did not answer."""
    if status == enclosure.REFUSED:
        name, _, message = result.decode(errors="replace").partition("\n")
        kind = getattr(errors, name, errors.Damaged)
        return kind(message) if issubclass(kind, errors.SourceError) else errors.Damaged(_DAMAGED)
    if status in {-signal.SIGKILL, -signal.SIGXCPU}:  # killed by the clock, or by the kernel for its processor time
        return errors.TooLarge(_TOO_LONG)
    if status in {enclosure.OUT_OF_MEMORY, enclosure.OUT_OF_SPACE}:
        return errors.TooLarge(_TOO_LARGE)
    return errors.Damaged(_DAMAGED)
