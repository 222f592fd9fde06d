"""How many tasks have which verdict: in the order of the strip, as its bar, and in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from luoshi.records.register.queries.sieve import UNREPORTED
from luoshi.records.register.queries.tasks import WEAKEST_FIRST
from luoshi.web.templatetags.luoshi import chip

_STEPS = "红橙黄蓝"
_BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Tally:
    """One verdict with its step, and how many have it; `wanted` is what an address says for it."""

    verdict: str
    step: str
    count: int

    @property
    def kind(self) -> str:
        """The class of its chip."""
        return chip(self.verdict, self.step)[0]

    @property
    def wanted(self) -> str:
        """What an address says for its verdict."""
        return self.verdict or UNREPORTED


def tallies(counts: Mapping[tuple[str, str], int]) -> list[Tally]:
    """The verdicts that anything has, the worst first."""
    listed = [Tally(verdict, step, count) for (verdict, step), count in counts.items() if count]
    return sorted(listed, key=lambda each: (WEAKEST_FIRST.index(each.verdict), _STEPS.find(each.step[:1])))


def bar(listed: list[Tally]) -> list[tuple[str, int]]:
    """The pairs that the bar is drawn from."""
    return [(each.kind, each.count) for each in listed]


def summary(listed: list[Tally]) -> str:
    """欠进度 6 项，其中红 3 项"""
    behind = sum(each.count for each in listed if each.verdict == _BEHIND)
    red = sum(each.count for each in listed if each.verdict == _BEHIND and each.step[:1] == "红")
    if not behind:
        return "没有欠进度的"
    return f"欠进度 {behind} 项" + (f"，其中红 {red} 项" if red else "")


def label(listed: list[Tally]) -> str:
    """欠进度·红4，未报2: what the bar shows, for those who do not see it."""
    return "，".join(f"{chip(each.verdict, each.step)[2]}{each.count}" for each in listed)
