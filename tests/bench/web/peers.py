"""The register beside Redmine: the same ten thousand tasks, the same machine, in turns; signed in, rights checked."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any, Final
from urllib.parse import quote

from tests.bench.web.asking import Answer, Browser, Errand, Measured, ask_together, percentile, take_turns
from tests.bench.web.register import PASSWORD
from tests.bench.web.serving import Server
from tests.bench.web.words import SEARCHED, SUPERVISOR

CLIENTS: Final = 8
UPDATE: Final = "update"
UPDATE_BY_TWO: Final = "update by two"
"""Eight people who save at once lock each other out of Redmine's database on SQLite; two can bear each other."""
UPDATE_OF_DATES: Final = "dates by two"
"""The same where the words set another date each time, by which every report is judged anew; Redmine saves words."""
BY_TWO: Final = (UPDATE_BY_TWO, UPDATE_OF_DATES)
UPDATES: Final = (*BY_TWO, UPDATE)
ROUNDS: Final = 3
_WARM, _LONG = 2.0, 8.0
_FORM: Final = 302
_MONTHS: Final = 11
_WRONG: Final = 500
_PATIENCE: Final = 60.0
"""Seconds for which somebody tries again to save what the server refused."""

# One page of a kind, by the turn
Ask = Callable[[Browser, int], Answer]


@dataclass(slots=True)
class Side:
    """One of the two: its browsers, how each kind of page is asked for, and what came of it."""

    name: str
    server: Server
    browsers: Sequence[Browser]
    asks: Mapping[str, Ask]
    measured: dict[str, Measured] = field(default_factory=dict)
    spent: dict[str, float] = field(default_factory=dict)

    def run(self, kind: str) -> None:
        """A round of one kind of page by all clients, of some updates by two, after a moment to warm up."""
        wanted = _FORM if kind in UPDATES else 200
        browsers = self.browsers[:2] if kind in BY_TWO else self.browsers
        errands = [_errand(self.asks[kind], browser, kind, wanted, place) for place, browser in enumerate(browsers)]
        ask_together(errands, _WARM)
        before = self.server.spent
        done = ask_together(errands, _LONG)
        self.spent[kind] = self.spent.get(kind, 0.0) + self.server.spent - before
        known = self.measured.setdefault(kind, Measured())
        known.seconds += done.seconds
        known.times.setdefault(kind, []).extend(done.everything)

    def told(self, kind: str) -> tuple[float, float, float]:
        """Pages a second, milliseconds within which 95 of 100 came, milliseconds of a processor for one."""
        measured = self.measured[kind]
        times = measured.everything
        return measured.rate, percentile(times, 0.95), 1_000 * self.spent[kind] / len(times)


def _errand(ask: Ask, browser: Browser, kind: str, wanted: int, place: int) -> Errand:
    # Nobody asks for the page that somebody else asks for in the same moment
    return take_turns([(kind, lambda turn: ask(browser, turn * CLIENTS + place))], wanted)


def our_side(server: Server, known: Sequence[Mapping[str, Any]]) -> Side:
    """The register."""
    browsers = []
    for place in range(CLIENTS):
        browser = Browser(server.port)
        name = f"{SUPERVISOR}{known[place % len(known)]['number']}"
        browser.sign_in("/accounts/login/", {"login": name, "password": PASSWORD}, "csrfmiddlewaretoken")
        browsers.append(browser)
    whose = {id(browser): known[place % len(known)] for place, browser in enumerate(browsers)}

    def plan(browser: Browser, turn: int) -> int:
        plans = whose[id(browser)]["plans"]
        return int(plans[turn // CLIENTS % len(plans)])

    def task(browser: Browser, turn: int) -> int:
        tasks = whose[id(browser)]["tasks"]
        return int(tasks[turn // CLIENTS % len(tasks)])

    tokens = {id(browser): browser.get(f"/tasks/{task(browser, 0)}/wording/").token for browser in browsers}
    numbers = count(time.time_ns())

    def update(browser: Browser, turn: int, before: str = "") -> Answer:
        fields = {
            "csrfmiddlewaretoken": tokens[id(browser)],
            "reason": "核对原文",
            "text": f"{before}改过的任务{next(numbers)}处。",
        }
        answer = browser.post(f"/tasks/{task(browser, turn)}/wording/", fields)
        # That it was done is told by the page that comes next, once; a peer keeps the last such sentence only
        browser.cookies.pop("messages", None)
        return answer

    def update_of_dates(browser: Browser, turn: int) -> Answer:
        return update(browser, turn, f"{turn // CLIENTS % _MONTHS + 1}月底前")

    asks: dict[str, Ask] = {
        "list of 50": lambda browser, turn: browser.get(f"/tasks/?plan={plan(browser, turn)}"),
        "search": lambda browser, turn: browser.get(f"/tasks/?plan={plan(browser, turn)}&words={_word(turn)}"),
        "search box": lambda browser, turn: browser.get(f"/search/?plan={plan(browser, turn)}&words={_word(turn)}"),
        "detail": lambda browser, turn: browser.get(f"/tasks/{task(browser, turn)}/"),
        **dict.fromkeys((UPDATE, UPDATE_BY_TWO), update),
        UPDATE_OF_DATES: update_of_dates,
    }
    return Side("luoshi", server, browsers, asks)


def their_side(server: Server, made: Sequence[Mapping[str, Any]]) -> Side:
    """Redmine: its list narrowed down by words of the subject, and its search box, both count as search."""
    browsers = [Browser(server.port) for _ in range(CLIENTS)]
    for browser in browsers:
        browser.sign_in("/login", {"username": SUPERVISOR, "password": PASSWORD}, "authenticity_token")
    projects = [one["project"] for one in made]
    issues = [one["issues"] for one in made]

    def issue(turn: int) -> int:
        listed = issues[turn % len(issues)]
        return int(listed[turn // len(issues) % len(listed)])

    tokens = {id(browser): browser.get(f"/issues/{issue(0)}/edit").token for browser in browsers}
    numbers = count(time.time_ns())

    def listed(browser: Browser, turn: int, narrowed: str = "") -> Answer:
        return browser.get(f"/projects/{projects[turn % len(projects)]}/issues?set_filter=1&per_page=50{narrowed}")

    def update(browser: Browser, turn: int) -> Answer:
        fields = {"_method": "patch", "authenticity_token": tokens[id(browser)], "issue[notes]": "核对原文"}
        return browser.post(
            f"/issues/{issue(turn)}", {**fields, "issue[description]": f"改过的任务{next(numbers)}处。"}
        )

    subject = "&f%5B%5D=subject&op%5Bsubject%5D=~&v%5Bsubject%5D%5B%5D="
    asks: dict[str, Ask] = {
        "list of 50": listed,
        "search": lambda browser, turn: listed(browser, turn, subject + _word(turn)),
        "search box": lambda browser, turn: browser.get(
            f"/projects/{projects[turn % len(projects)]}/search?issues=1&q={_word(turn)}"
        ),
        "detail": lambda browser, turn: browser.get(f"/issues/{issue(turn)}"),
        **dict.fromkeys(UPDATES, update),
    }
    for browser in browsers:
        # The first page of a session writes a key of its person
        listed(browser, 0)
    return Side("redmine", server, browsers, {kind: _patient(ask) for kind, ask in asks.items()})


def _patient(ask: Ask) -> Ask:
    """Asked again where the server found its database locked, as its user would; the waiting counts."""

    def asked(browser: Browser, turn: int) -> Answer:
        answer, seconds = ask(browser, turn), 0.0
        while answer.status == _WRONG and seconds < _PATIENCE:
            seconds += answer.seconds
            answer = ask(browser, turn)
        return replace(answer, seconds=answer.seconds + seconds)

    return asked


def _word(turn: int) -> str:
    return quote(SEARCHED[turn // CLIENTS % len(SEARCHED)])


def compare(ours: Side, theirs: Side, kinds: Sequence[str] = ()) -> Iterator[str]:
    """A line a kind of page, from rounds in which the two take turns; all kinds where none is named."""
    sides = f"{ours.name:>12s}{theirs.name:>12s}"
    yield f"{'':14s}{'pages a second':>24s}{'p95, ms':>24s}{'ms of a processor':>24s}{'times as many':>15s}"
    yield f"{'':14s}{sides * 3}"
    for kind in kinds or ours.asks:
        for _ in range(ROUNDS):
            ours.run(kind)
            theirs.run(kind)
        pairs = zip(ours.told(kind), theirs.told(kind), strict=True)
        times = ours.measured[kind].rate / theirs.measured[kind].rate
        yield f"{kind:14s}{''.join(f'{our:12.1f}{their:12.1f}' for our, their in pairs)}{times:15.1f}"
