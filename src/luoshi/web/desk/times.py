"""Which time a correction of figures concerns: chosen among the stretches between a task's adjustments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from luoshi.records.register.models import Target, Task
from luoshi.records.register.stretches import Stretch, beginning_of, entered_figures, stretches_of
from luoshi.records.reporting.models import Round
from luoshi.records.reporting.queries import rounds_of
from luoshi.web.templatetags.register import day
from luoshi.writing.words import period_words

THROUGHOUT = "all"
"""What an address says of the whole time."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A time that can be chosen: its words, its address, the rounds whose cut-off is in it."""

    words: str
    address: str
    rounds: str
    is_here: bool


class Times:
    """The stretches of a task's figures; `wanted` is what the address says, the latest where it says nothing."""

    def __init__(self, task: Task, wanted: str) -> None:
        self._task, self._wanted = task, wanted
        self.entered: Sequence[Target] = entered_figures(task)
        self.all = stretches_of(self.entered, beginning_of(task))

    @property
    def is_throughout(self) -> bool:
        """Whether all of the time was chosen, where there is anything to choose."""
        return self._wanted == THROUGHOUT and len(self.all) > 1

    @property
    def chosen(self) -> Stretch:
        """The time that was chosen."""
        if self.is_throughout:
            return Stretch(self.all[0].first)
        named = (each for each in self.all if each.first.isoformat() == self._wanted)
        return next(named, self.all[-1])

    @property
    def stretch(self) -> Stretch | None:
        """The same for a correction; None where nothing was ever adjusted."""
        return self.chosen if len(self.all) > 1 else None

    @property
    def figures(self) -> list[Target]:
        """What held at its end."""
        return [each for each in self.entered if self.chosen.holds_at_its_end(each)]

    @cached_property
    def choices(self) -> list[Choice]:
        """What can be chosen; nothing where nothing was ever adjusted."""
        if len(self.all) == 1:
            return []
        rounds, whole = rounds_of(self._task.plan), Stretch(self.all[0].first)
        named = [*zip(self._words(), self.all, strict=True), ("从头到尾", whole)]
        return [
            Choice(
                words,
                f"?on={THROUGHOUT if each == whole else each.first.isoformat()}",
                _rounds_in(each, rounds),
                is_here=each == self.chosen,
            )
            for words, each in named
        ]

    def _words(self) -> Iterator[str]:
        """10月1日以前, 7月1日至9月30日, 10月1日起"""
        yield f"{day(self.all[0].last)}以前"
        for stretch, _ in pairwise(self.all[1:]):
            yield f"{day(stretch.first)}至{day(stretch.until)}"
        yield f"{day(self.all[-1].first)}起"


def _rounds_in(stretch: Stretch, rounds: Sequence[Round]) -> str:
    return "、".join(period_words(each.period) for each in rounds if stretch.has(each.cutoff))
