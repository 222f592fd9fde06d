"""People at browsers, as far as a server can tell: signed in, each asking for one page after the other."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import count
from random import Random
from typing import Final
from urllib.parse import urlencode

TOKEN: Final = re.compile(r'name="(?:csrfmiddlewaretoken|authenticity_token)" value="(?P<token>[^"]+)"')
_PIECE: Final = 1 << 18


class Unexpected(AssertionError):
    """A server answered something else than the page that was asked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and after how many seconds all of it had."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        """The page."""
        return self.body.decode(errors="replace")

    @property
    def token(self) -> str:
        """What its forms must send back."""
        found = TOKEN.search(self.text)
        if found is None:
            raise Unexpected(f"{self.status}: no form in {self.text[:300]!r}")
        return unescape(found["token"])


@dataclass(slots=True)
class Browser:
    """A new connection for every request; cookies are kept, styles and icons are not asked for."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        """A page."""
        return self._ask("GET", path, b"")

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        """What comes of a form."""
        return self._ask("POST", path, urlencode(fields).encode())

    def sign_in(self, path: str, fields: Mapping[str, str], token: str) -> None:
        """Through the page that everybody signs in by."""
        answer = self.post(path, {**fields, token: self.get(path).token})
        if answer.status != 302:
            raise Unexpected(f"signing in: {answer.status} {answer.text[:2000]}")

    def _ask(self, method: str, path: str, sent: bytes) -> Answer:
        head = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Connection: close", "Accept: text/html"]
        head.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            head += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(sent)}"]
        request = "\r\n".join(head).encode() + b"\r\n\r\n" + sent
        start = time.perf_counter()
        with socket.create_connection(("127.0.0.1", self.port), timeout=120) as connection:
            connection.sendall(request)
            pieces = list(iter(lambda: connection.recv(_PIECE), b""))
        answer = _read(b"".join(pieces), time.perf_counter() - start)
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                cookie, _, kept = value.partition(";")[0].partition("=")
                self.cookies[cookie] = kept
        return answer


def _read(raw: bytes, seconds: float) -> Answer:
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    return Answer(int(first.split()[1]), headers, body, seconds)


# ── Many of them ─────────────────────────────────────────────────────────────────────────────────────────────────────

# Asks for one page, of a kind that has a name, and returns how long it took
Errand = Callable[[], tuple[str, float]]


@dataclass(slots=True)
class Measured:
    """How long pages took, by their kind, and for how many seconds anybody asked."""

    seconds: float = 0.0
    times: dict[str, list[float]] = field(default_factory=dict)

    @property
    def everything(self) -> list[float]:
        """The times of all kinds."""
        return [each for times in self.times.values() for each in times]

    @property
    def rate(self) -> float:
        """Pages a second."""
        return len(self.everything) / self.seconds


def percentile(times: Sequence[float], share: float) -> float:
    """The time within which this share of the pages came, in milliseconds."""
    ordered = sorted(times)
    return 1_000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def ask_together(people: Sequence[Errand], seconds: float, think: float = 0.0) -> Measured:
    """Let people ask for so long; between two pages each thinks, `think` seconds on average."""
    measured, lock = Measured(seconds), threading.Lock()
    wrong: list[BaseException] = []
    end = time.perf_counter() + seconds

    def ask(errand: Errand, chance: Random) -> None:
        try:
            while not wrong:
                if think:
                    time.sleep(min(chance.expovariate(1 / think), max(0.0, end - time.perf_counter())))
                if time.perf_counter() >= end:
                    return
                kind, took = errand()
                with lock:
                    measured.times.setdefault(kind, []).append(took)
        except BaseException as error:
            wrong.append(error)

    # Whoever stops the benchmark need not wait for their last pages
    threads = [
        threading.Thread(target=ask, args=(errand, Random(place)), daemon=True)  # noqa: S311 (no secret)
        for place, errand in enumerate(people)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]
    return measured


def take_turns(kinds: Sequence[tuple[str, Callable[[int], Answer]]], wanted: int = 200, first: int = 0) -> Errand:
    """One page of each kind after the other; anything but the status that is wanted ends the run."""
    turns: Iterator[int] = count(first)

    def errand() -> tuple[str, float]:
        turn = next(turns)
        kind, ask = kinds[turn % len(kinds)]
        answer = ask(turn)
        if answer.status != wanted:
            raise Unexpected(f"{kind}: {answer.status} {answer.text[:600]}")
        return kind, answer.seconds

    return errand
