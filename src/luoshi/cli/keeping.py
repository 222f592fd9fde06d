"""A backup is one file: a description and the database as its own tools copy it, both in a zip archive."""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from luoshi import __version__
from luoshi.errors import LuoshiError, tell_why

_MANIFEST, _DATABASE = "manifest.json", "database"
_CHUNK = 2**20


class BackupError(LuoshiError):
    """A backup cannot be made, or is none."""


def write_backup(stream: BinaryIO) -> int:
    """Write a backup of the installation's database to a stream; the size of the database in bytes."""
    from django.db import connection
    from django.utils import timezone

    with tempfile.TemporaryDirectory(prefix="luoshi-") as folder:
        copy = Path(folder) / _DATABASE
        _dump(connection.settings_dict, connection.vendor, copy)
        manifest = {
            "luoshi": __version__,
            "vendor": connection.vendor,
            "made": timezone.now().isoformat(timespec="seconds"),
            "sha256": _sha256(copy),
        }
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_MANIFEST, json.dumps(manifest))
            archive.write(copy, _DATABASE)
        return copy.stat().st_size


@contextmanager
def opened_backup(path: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    """What a backup says of itself, and its database in a file; raises `BackupError` for what is damaged or none."""
    with tempfile.TemporaryDirectory(prefix="luoshi-") as folder:
        copy = Path(folder) / _DATABASE
        try:
            with zipfile.ZipFile(path) as archive:
                manifest = json.loads(archive.read(_MANIFEST))
                with archive.open(_DATABASE) as packed, copy.open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked, _CHUNK)
        except OSError as error:
            raise BackupError(f"{path}：打不开（{tell_why(error)}）。") from error
        except (zipfile.BadZipFile, KeyError, ValueError) as error:
            raise BackupError(f"{path}：这不是 luoshi backup 写的备份，或者已经损坏。") from error
        if _sha256(copy) != manifest.get("sha256"):
            raise BackupError(f"{path}：备份损坏了，内容和写下时不一样。数据没有动。")
        yield manifest, copy


def restore_backup(manifest: dict[str, Any], copy: Path, *, is_used: bool) -> Path | None:
    """Put a backup's database in the place of the installation's; where the replaced one was set aside, if any.

    On PostgreSQL what is there `is_used` is set aside as a backup of its own.
    """
    from django.db import connection

    if manifest["vendor"] != connection.vendor:
        raise BackupError(f"备份是 {manifest['vendor']} 的，这里用的是 {connection.vendor}，不能互换。")
    connection.close()
    if connection.vendor == "postgresql":
        aside = _set_aside() if is_used else None
        _run(
            "pg_restore", connection.settings_dict, "--clean", "--if-exists", "--no-owner", "--exit-on-error", str(copy)
        )
        return aside
    return _put_in_place(Path(connection.settings_dict["NAME"]), copy)


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _dump(settings: dict[str, Any], vendor: str, copy: Path) -> None:
    if vendor == "postgresql":
        _run("pg_dump", settings, "--format=custom", "--no-owner", f"--file={copy}")
        return
    with closing(sqlite3.connect(settings["NAME"])) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)


def _run(tool: str, settings: dict[str, Any], *arguments: str) -> None:
    found = shutil.which(tool)
    if found is None:
        raise BackupError(f"这台机器没有 {tool}，请安装 postgresql-client。")
    where = {
        "PGDATABASE": settings["NAME"],
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
    }
    environment = {name: str(value) for name, value in where.items() if value}
    command = [found, f"--dbname={settings['NAME']}", *arguments]
    done = subprocess.run(  # noqa: S603 (PostgreSQL's own programs, with the address of the installation's database)
        command, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(f"{tool} 没有办成：{done.stderr.strip().splitlines()[-1] if done.stderr else '不知原因'}")


def _set_aside() -> Path:
    """A backup of what is there, in the installation's own folder and closed to others, in place of the last such."""
    from django.conf import settings

    aside: Path = settings.HOME / "before-restore.luoshi"
    with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
        write_backup(stream)
    return aside


def _put_in_place(database: Path, copy: Path) -> Path | None:
    """The log files of the old database go with it."""
    aside = None
    if database.exists():
        aside = database.with_name(f"{database.name}.before-restore")
        database.replace(aside)
        for ending in ("-wal", "-shm"):
            database.with_name(database.name + ending).unlink(missing_ok=True)
    shutil.copy(copy, database)
    return aside


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
