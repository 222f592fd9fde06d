"""LibreOffice as a program: one file in, another out.

It runs without a window, in a private folder with a profile of its own, with macros and links to other places turned
off, within bounds on time and memory.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from luoshi.errors import TooLarge
from luoshi.source import bounds

PROGRAMS: Final = ("soffice", "libreoffice")

PROFILE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class Conversion:
    """What to make of a file: the name it is given, the filter that reads it, the suffix and filter of the result.

    `beside` are files to lay beside it, by name; in `environment` “{folder}” stands for the folder they lie in.
    """

    given: str
    reader: str
    suffix: str
    writer: str
    beside: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)


def find_program() -> str | None:
    """The path of LibreOffice, if it is installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def convert(program: str, content: bytes, conversion: Conversion) -> bytes | None:
    """What LibreOffice makes of `content`, None where it gives nothing. Raises `TooLarge` past the bounds."""
    with TemporaryDirectory(prefix="luoshi-") as name:
        folder = Path(name)
        given = folder / conversion.given
        given.write_bytes(content)
        for beside, text in conversion.beside.items():
            (folder / beside).write_text(text, encoding="utf-8")
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(PROFILE, encoding="utf-8")
        _run([
            program, "--headless", "--norestore", "--nolockcheck",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}", f"--infilter={conversion.reader}",
            "--convert-to", f"{conversion.suffix}:{conversion.writer}", "--outdir", str(folder / "written"), str(given),
        ], folder, conversion.environment)  # fmt: skip
        written = (folder / "written" / given.name).with_suffix(f".{conversion.suffix}")
        if not written.is_file():
            return None
        bounds.check_bytes(written.stat().st_size)
        return written.read_bytes()


def _run(command: list[str], folder: Path, more: Mapping[str, str]) -> None:
    """Run `command` with `folder` as its home; when time is over it ends together with what it started."""
    environment = {"HOME": str(folder), "PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
    environment |= {name: value.format(folder=folder) for name, value in more.items()}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - a program found on PATH; its arguments are names of our own folder
        command, cwd=folder, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        _limit_memory(process.pid)
        try:
            process.wait(bounds.CONVERSION_SECONDS)
        except subprocess.TimeoutExpired:
            raise TooLarge("文件过于复杂，LibreOffice 转换超时，请用 Word、WPS 另存为 .docx 再导入。") from None
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)


def _limit_memory(pid: int) -> None:
    """Bound the address space of the process, where the system can."""
    with suppress(ImportError, AttributeError, OSError):
        import resource

        resource.prlimit(pid, resource.RLIMIT_AS, (bounds.CONVERSION_BYTES, bounds.CONVERSION_BYTES))
