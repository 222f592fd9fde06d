"""The thresholds of judging: those of `rules.toml`, or of a file that changes some of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from luoshi.rules import Settings, read_settings, settings_in, wrong_setting


class When(StrEnum):
    """What a step of a ladder can mean where it is not how far behind one is."""

    DUE_SOON = "due_soon"
    BEHIND = "behind"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a ladder of warnings: its colour and its word.

    It holds from so many points behind on, or `when` something is so; what is due within `days` is due soon.
    """

    start: Decimal
    colour: str
    word: str
    when: When | None = None
    days: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """`ahead` and `tolerance` are points; the steps of `ladder` begin with the mildest."""

    ahead: Decimal
    tolerance: Decimal
    done_when_unanswered: bool
    ladder: tuple[Step, ...]

    def step(self, depth: Decimal, *, is_overdue: bool = False) -> Step:
        """The step of what is so many points behind; of a ladder of meanings whether its last day has come decides."""
        if self.ladder[0].when is None:
            return [step for step in self.ladder if depth >= step.start][-1]
        return self._meaning(When.OVERDUE if is_overdue else When.BEHIND)

    def due_soon(self, left: int | None) -> Step | None:
        """The step of what is not done and has so many days left; None where a ladder or the days say nothing."""
        if self.ladder[0].when is None or left is None:
            return None
        step = self._meaning(When.DUE_SOON)
        return step if 0 < left <= step.days else None

    def _meaning(self, when: When) -> Step:
        return next(step for step in self.ladder if step.when is when)

    def gravity(self, word: str | None) -> int:
        """How grave the step of a word is; -1 for none."""
        return next((place for place, step in enumerate(self.ladder) if step.word == word), -1)


def read_rules(path: Path | None = None) -> Rules:
    """The rules of a file, the defaults where it says nothing; raises `RulesError`."""
    return _made(read_settings(path), path)


@lru_cache(maxsize=64)
def rules_in(text: str, name: str = "规则") -> Rules:
    """The same of a text, as a register keeps it; of an empty one the defaults."""
    return _made(settings_in(text, name), name)


def _made(settings: Settings, name: Path | str | None) -> Rules:
    try:
        return _rules(settings)
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise wrong_setting(name, error) from error


def _rules(settings: Mapping[str, Any]) -> Rules:
    return Rules(
        ahead=Decimal(settings["count"]["ahead"]),
        tolerance=Decimal(settings["about"]["tolerance"]),
        done_when_unanswered=settings["row"]["done_when_unanswered"] is True,
        ladder=_ladder(settings["ladders"][settings["ladder"]]),
    )


def _ladder(steps: Sequence[Mapping[str, Any]]) -> tuple[Step, ...]:
    """By points, the first from 0 on, or by the three meanings, each once, the mildest first."""
    ladder = tuple(map(_step, steps))
    meanings = [step.when for step in ladder if step.when]
    if meanings:
        if meanings != list(When):
            raise ValueError("按到期的阶梯要写 due_soon、behind、overdue 三级，各一次")
        return ladder
    starts = [step.start for step in ladder]
    if starts[:1] != [0] or starts != sorted(starts):
        raise ValueError("阶梯的第一级要从 0 起，以后一级比一级高")
    return ladder


def _step(step: Mapping[str, Any]) -> Step:
    colour, word = str(step["colour"]), str(step["word"])
    if "when" not in step:
        return Step(Decimal(step["from"]), colour, word)
    when = When(step["when"])
    return Step(Decimal(0), colour, word, when, int(step["days"]) if when is When.DUE_SOON else 0)
