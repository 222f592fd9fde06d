"""Redmine as Debian packs it, with an instance of its own in our folder: the packaged one is not touched.

apt-get install redmine redmine-sqlite puma, and redmine-pgsql where it is to be on PostgreSQL
"""

import json
import os
import secrets
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from tests.bench.web.register import PASSWORD
from tests.bench.web.serving import WORKERS, Server, free_port, running

PROGRAM: Final = Path("/usr/share/redmine")
ABSENCE: Final = "Redmine is not installed (apt-get install redmine redmine-sqlite puma): the comparison is skipped."
_THREADS: Final = 4
_SQLITE: Final = "production:\n  adapter: sqlite3\n  database: {}\n  encoding: utf8\n  timeout: 20000\n"
_POSTGRESQL: Final = (
    "production:\n  adapter: postgresql\n  database: redmine\n  host: {}\n  username: {}\n  encoding: utf8\n"
)
_LIBRARIES: Final = 'eval_gemfile "{}/Gemfile"\ngem "pg"\n'
"""Debian's Redmine looks for the drivers of its packaged instances only."""
_SCRIPT: Final = Path(__file__).with_name("redmine.rb")
_TABLES: Final = (["rake", "db:create"], ["rake", "db:migrate"], ["rake", "redmine:load_default_data"])

Made = list[dict[str, Any]]


def is_installed() -> bool:
    """Whether there is anything to compare with."""
    return PROGRAM.is_dir() and shutil.which("puma") is not None


def make_instance(folder: Path, plans: Sequence[Mapping[str, Any]], address: str = "") -> Made:
    """An instance with these plans, and the keys of its projects and issues; made once.

    `address` is that of a PostgreSQL server, for a database of its own there; an empty one is SQLite in the folder.
    """
    made = folder / "made.json"
    if not made.exists():
        shutil.rmtree(folder, ignore_errors=True)
        for name in ("config", "tmp", "log", "files", "public"):
            (folder / name).mkdir(parents=True)
        (folder / "config" / "secret_key.txt").write_text(secrets.token_hex(32))
        (folder / "plans.json").write_text(json.dumps(plans, ensure_ascii=False), encoding="utf-8")
        tell_database(folder, address)
        for command in (*_TABLES, ["bin/rails", "runner", str(_SCRIPT)]):
            subprocess.run(command, check=True, cwd=PROGRAM, env=_environment(folder), stdout=subprocess.DEVNULL)  # noqa: S603
        if not address:
            # As ours is opened: else its writers lock out its readers
            with closing(sqlite3.connect(folder / "redmine.sqlite3")) as database:
                database.execute("PRAGMA journal_mode=WAL")
    known: Made = json.loads(made.read_text("utf-8"))
    return known


def tell_database(folder: Path, address: str) -> None:
    """Let an instance know where its tables are; a PostgreSQL server may listen at another place each time."""
    known = _SQLITE.format(folder / "redmine.sqlite3")
    if address:
        parts = urlsplit(address)
        known = _POSTGRESQL.format(parts.hostname or parse_qs(parts.query)["host"][0], parts.username)
        (folder / "Gemfile").write_text(_LIBRARIES.format(PROGRAM))
    (folder / "config" / "database.yml").write_text(known)


@contextmanager
def redmine(folder: Path) -> Iterator[Server]:
    """Redmine behind puma, with as many workers as we have, each of four threads."""
    port = free_port()
    command = ["puma", "--workers", str(WORKERS), "--threads", f"{_THREADS}:{_THREADS}", "--environment", "production"]
    command += ["--bind", f"tcp://127.0.0.1:{port}", "--dir", str(PROGRAM), "--preload", str(PROGRAM / "config.ru")]
    with running(command, port, _environment(folder), folder) as server:
        yield server


def _environment(folder: Path) -> dict[str, str]:
    """Debian's Redmine looks for an instance below its own folder; ours is elsewhere."""
    libraries = folder / "Gemfile"
    return {
        **os.environ,
        **({"BUNDLE_GEMFILE": str(libraries)} if libraries.exists() else {}),
        "REDMINE_INSTANCE": f"../../../..{folder}",
        "RAILS_ENV": "production",
        "REDMINE_LANG": "zh",
        "SCHEMA": str(folder / "schema.rb"),
        "LUOSHI_PLANS": str(folder / "plans.json"),
        "LUOSHI_MADE": str(folder / "made.json"),
        "LUOSHI_PASSWORD": PASSWORD,
    }
