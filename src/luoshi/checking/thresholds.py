"""From where on a doubt is raised: the settings of `[check.…]` in `rules.toml`, or of a file that changes some."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from luoshi.rules import Settings, read_settings, settings_in, wrong_setting


@dataclass(frozen=True, slots=True)
class Names:
    """How often a spelling must stand to be the document's own, and how many times as often as another one."""

    often: int
    times: int
    often_when_short: int
    context: int


@dataclass(frozen=True, slots=True)
class Leads:
    """What share and number of tasks make a habit of marks; how often two names stand in one order."""

    habit: float
    fewest: int
    often: int
    times: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many headings begin with 1; what share of a table's rows is counted on."""

    headings: int
    counted_on: float


@dataclass(frozen=True, slots=True)
class Wording:
    """What share and number of tasks make a habit of stops; how many repetitions are meant."""

    habit: float
    fewest: int
    repeated: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of two texts, or of the shorter one if it is long enough, makes them one."""

    alike: float
    contained: float
    long: int
    shortest: int


@dataclass(frozen=True, slots=True)
class Dates:
    """When a document looks ahead, and how far; how much two stretches share that tell of one thing."""

    late_share: float
    late_most: int
    planned: int
    alike: float


@dataclass(frozen=True, slots=True)
class Sums:
    """When parts were meant to be all; how many points a share may be off."""

    near: Decimal
    fewest: int
    rows: int
    slack: Decimal


@dataclass(frozen=True, slots=True)
class Scales:
    """How many times, or how many decades, a figure is too large or too small."""

    plan: int
    reply: int
    many: int
    stock: Decimal
    slack: float
    fewest: int
    agreed: float
    level: float


@dataclass(frozen=True, slots=True)
class Replies:
    """How many letters, or what share of them, make two passages, names or figures one."""

    alike: float
    within: float
    sentence: int
    saying: int
    run: int
    own: int
    name: int
    letters: int
    shared: float
    both: float
    digits: int
    goal: float
    rounded: int
    event: int
    letter: int


@dataclass(frozen=True, slots=True)
class Thresholds:
    """All of them; what each does stands beside it in the file."""

    names: Names
    leads: Leads
    numbers: Numbers
    wording: Wording
    likeness: Likeness
    dates: Dates
    sums: Sums
    scales: Scales
    replies: Replies


def read_thresholds(path: Path | None = None) -> Thresholds:
    """The thresholds of a file, the defaults where it says nothing; raises `RulesError`."""
    return _made(read_settings(path), path)


@lru_cache(maxsize=64)
def thresholds_in(text: str, name: str = "规则") -> Thresholds:
    """The same of a text, as a register keeps it; of an empty one the defaults."""
    return _made(settings_in(text, name), name)


def _made(settings: Settings, name: Path | str | None) -> Thresholds:
    try:
        groups = {field.name: _group(field.type, settings["check"][field.name]) for field in fields(Thresholds)}
        return Thresholds(**groups)
    except (ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise wrong_setting(name, error) from error


def _group(kind: Any, settings: Mapping[str, Any]) -> Any:
    return kind(**{field.name: _figure(field.name, field.type, settings[field.name]) for field in fields(kind)})


def _figure(name: str, kind: Any, value: Any) -> int | float | Decimal:
    """A count is whole and at least one; no other figure is a word or less than nothing."""
    is_figure = isinstance(value, int | Decimal) and not isinstance(value, bool)
    if kind is int and not (is_figure and isinstance(value, int) and value > 0):
        raise ValueError(f"{name} 要写成整数，不小于 1")
    if not is_figure or value < 0:
        raise ValueError(f"{name} 要写成数，不小于 0")
    figure: int | float | Decimal = kind(value)
    return figure


DEFAULTS = read_thresholds()
