"""What people of the supervision office and of units ask the register for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from tests.bench.web.asking import Answer, Browser
from tests.bench.web.words import LEADERS, SEARCHED, SECTIONS

PLANS: Final = 3
"""Each reads the latest year most, and the two before it."""
Kinds = list[tuple[str, Callable[[int], Answer]]]
# Kind → what its address asks for, one of these in turn
LISTS: Final[dict[str, Sequence[str]]] = {
    "list": ("",),
    "page n": tuple(f"page={page}" for page in range(2, 10)),
    "search, two characters": tuple(f"words={words[:2]}" for words in SEARCHED),
    "search, longer": tuple(f"words={words}" for words in SEARCHED if len(words) > 2),
    "search within a filter": tuple(f"words={words}&verdict=behind" for words in SEARCHED),
    "by lead unit": tuple(f"lead={{lead{place}}}" for place in range(3)),
    "by leader": tuple(f"leader={name}" for name in LEADERS),
    "by section": tuple(f"section={name}" for name in SECTIONS),
    "by verdict": ("verdict=behind", "verdict=behind&step=红", "verdict=unreported", "verdict=done"),
    "by state": ("state=issued", "state=closed"),
    "by report": ("reported=submitted", "reported=accepted"),
    "by due date": ("due=past", "due=month", "due=next"),
    "with doubts": ("doubts=1",),
    "grouped by leader": ("group=leader", "group=leader&page=4"),
    "grouped by section": ("group=section", "group=section&order=verdict"),
    "sorted by verdict": ("order=verdict", "order=verdict&page=5"),
    "sorted by date": ("order=due",),
    "sorted by doubts": ("order=doubts",),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who is signed in, with the keys of what they may read: plans, units that lead."""

    browser: Browser
    plans: Sequence[int]
    leads: Sequence[int]

    def ask(self, wanted: str, turn: int) -> Answer:
        """A list."""
        plan = self.plans[turn % len(self.plans)]
        leads = {f"lead{place}": lead for place, lead in enumerate(self.leads)}
        return self.browser.get(quote(f"/tasks/?plan={plan}&{wanted.format(**leads)}".rstrip("&"), safe="/?=&"))

    def errands(self) -> Kinds:
        """Every kind of list, and the search box."""

        def kind(wanted: Sequence[str]) -> Callable[[int], Answer]:
            return lambda turn: self.ask(wanted[turn // len(LISTS) % len(wanted)], turn)

        return [*((name, kind(wanted)) for name, wanted in LISTS.items()), ("search box", self.find)]

    def find(self, turn: int) -> Answer:
        """What the search box finds."""
        return self.browser.get(f"/search/?words={quote(SEARCHED[turn // len(LISTS) % len(SEARCHED)])}")
