"""DOC, WPS, RTF, ODT → blocks: LibreOffice writes them as .docx, which is then read.

It runs without a window, in a private folder with a profile of its own, with macros and links to other places turned
off, within bounds on time and memory.
"""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from luoshi.errors import Damaged, MissingTool, TooLarge
from luoshi.model import Paragraph, Table
from luoshi.source import bounds, docx

PROGRAMS: Final = ("soffice", "libreoffice")

# How a file of each kind begins, the name under which it is given, and the filter that must read it: left to itself
# LibreOffice takes a damaged file for plain text and gives back its bytes as letters.
KINDS: Final = (
    (b"{\\rtf", "given.rtf", "Rich Text Format"),
    (b"PK", "given.odt", "writer8"),
    (b"", "given.doc", "MS Word 97"),
)

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


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """Blocks of a document that LibreOffice can read.

    Raises `MissingTool` where it is not installed, `TooLarge` past the time, `Damaged` when it gives nothing.
    """
    program = find_program()
    if program is None:
        raise MissingTool("读取 .doc、.wps、.rtf、.odt 文件需要 LibreOffice，请安装 libreoffice-writer-nogui 后再试。")
    with TemporaryDirectory(prefix="luoshi-") as folder:
        return docx.read_blocks(_convert(program, content, Path(folder)))


def find_program() -> str | None:
    """The path of LibreOffice, if it is installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def _convert(program: str, content: bytes, folder: Path) -> bytes:
    name, reader = next((name, reader) for mark, name, reader in KINDS if content.startswith(mark))
    given = folder / name
    given.write_bytes(content)
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(PROFILE, encoding="utf-8")
    profile = (folder / "profile").as_uri()
    _run([
        program, "--headless", "--norestore", "--nolockcheck", f"-env:UserInstallation={profile}",
        f"--infilter={reader}", "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(folder / "written"), str(given),
    ], folder)  # fmt: skip
    written = folder / "written" / "given.docx"
    if not written.is_file():
        raise Damaged("文件损坏或设有密码，LibreOffice 打不开；请用 Word、WPS 打开后另存为 .docx 再导入。")
    bounds.check_bytes(written.stat().st_size)
    return written.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Run `command` with `folder` as its home; when time is over it ends together with what it started."""
    environment = {"HOME": str(folder), "PATH": os.environ.get("PATH", os.defpath), "LANG": "C.UTF-8"}
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
