"""The thresholds of judging: those of `rules.toml`, or of a file that changes some of them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from luoshi.errors import LuoshiError, tell_why

DEFAULTS = Path(__file__).with_name("rules.toml")


class RulesError(LuoshiError):
    """A file of rules cannot be used; the message says what to change in it."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a ladder of warnings: from how many points behind it holds, its colour and its word."""

    start: Decimal
    colour: str
    word: str


@dataclass(frozen=True, slots=True)
class Rules:
    """`ahead` and `tolerance` are points; the steps of `ladder` begin with the mildest."""

    ahead: Decimal
    tolerance: Decimal
    done_when_unanswered: bool
    ladder: tuple[Step, ...]

    def step(self, depth: Decimal) -> Step:
        """The step that a depth in points is on."""
        return [step for step in self.ladder if depth >= step.start][-1]


def read_rules(path: Path | None = None) -> Rules:
    """The rules of a file, the defaults where it says nothing; raises `RulesError`."""
    settings = _load(DEFAULTS)
    if path is not None:
        settings = _changed(settings, _load(path), path)
    try:
        return _rules(settings)
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise RulesError(f"{path}：规则的写法不对（{error}）。请照 docs/settings.md 改。") from error


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        raise RulesError(f"{path}：打不开规则文件（{tell_why(error)}）。") from error
    except ValueError as error:
        raise RulesError(f"{path}：不是 TOML 文件，第几行不对见括号里（{error}）。") from error


def _changed(defaults: Mapping[str, Any], given: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """The defaults with what is given; a ladder of one's own takes the place of one with its name."""
    changed = dict(defaults)
    for name, value in given.items():
        if name not in defaults:
            raise RulesError(f"{path}：没有“{name}”这一项规则，能写的见 docs/settings.md。")
        if name == "ladders":
            changed[name] = {**defaults[name], **value}
        else:
            changed[name] = _changed(defaults[name], value, path) if isinstance(value, dict) else value
    return changed


def _rules(settings: Mapping[str, Any]) -> Rules:
    steps = settings["ladders"][settings["ladder"]]
    ladder = tuple(Step(Decimal(step["from"]), str(step["colour"]), str(step["word"])) for step in steps)
    starts = [step.start for step in ladder]
    if starts[:1] != [0] or starts != sorted(starts):
        raise ValueError("阶梯的第一级要从 0 起，以后一级比一级高")
    return Rules(
        ahead=Decimal(settings["count"]["ahead"]),
        tolerance=Decimal(settings["about"]["tolerance"]),
        done_when_unanswered=settings["row"]["done_when_unanswered"] is True,
        ladder=ladder,
    )
