"""The settings of judging and checking: those of `rules.toml`, or of a file that changes some of them."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from luoshi.errors import LuoshiError, tell_why

DEFAULTS = Path(__file__).with_name("rules.toml")

Settings = Mapping[str, Any]


class RulesError(LuoshiError):
    """A file of rules cannot be used; the message says what to change in it."""


def read_settings(path: Path | None = None) -> Settings:
    """All settings, those of a file in the place of the defaults; figures are exact. Raises `RulesError`."""
    return _defaults() if path is None else _changed(_defaults(), _load(path), path)


def settings_in(text: str, name: str) -> Settings:
    """All settings, those of a text in the place of the defaults; errors call the text by `name`."""
    return _changed(_defaults(), _parse(text, name), name)


def wrong_setting(path: Path | str | None, error: Exception) -> RulesError:
    """What is told of a setting whose value cannot be used."""
    return RulesError(f"{path}：规则的写法不对（{error}）。请照 docs/settings.md 改。")


@cache
def _defaults() -> Settings:
    return _load(DEFAULTS)


def _load(path: Path) -> dict[str, Any]:
    try:
        return _parse(path.read_text(encoding="utf-8"), path)
    except OSError as error:
        raise RulesError(f"{path}：打不开规则文件（{tell_why(error)}）。") from error
    except UnicodeDecodeError as error:
        raise RulesError(f"{path}：不是 TOML 文件，第几行不对见括号里（{error}）。") from error


def _parse(text: str, name: Path | str) -> dict[str, Any]:
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise RulesError(f"{name}：不是 TOML 文件，第几行不对见括号里（{error}）。") from error


def _changed(defaults: Mapping[str, Any], given: Mapping[str, Any], path: Path | str) -> dict[str, Any]:
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
