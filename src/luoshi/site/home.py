"""The folder in which an installation keeps its own: the database, the key that signs sessions, collected files."""

import os
import secrets
from pathlib import Path

_KEY_BYTES = 50


def home() -> Path:
    """`LUOSHI_HOME`, else `~/.local/share/luoshi`; made when it is not there, closed to others."""
    folder = Path(os.environ.get("LUOSHI_HOME") or Path.home() / ".local" / "share" / "luoshi")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def folder(name: str) -> Path:
    """A folder in the home folder, made when it is not there."""
    path = home() / name
    path.mkdir(exist_ok=True)
    return path


def secret_key() -> str:
    """`LUOSHI_SECRET_KEY`, else the key in the home folder, made at the first start and readable by its owner only."""
    given = os.environ.get("LUOSHI_SECRET_KEY")
    if given:
        return given
    file = home() / "secret-key"
    try:
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as stream:
            stream.write(secrets.token_urlsafe(_KEY_BYTES))
    except FileExistsError:
        pass
    return file.read_text()
