"""A user's own list of units, as a TOML file."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from luoshi.errors import LuoshiError, tell_why
from luoshi.relating.drafting.roll import ListedUnit

_LISTS, _KNOWN = ("aliases", "duties"), ("name", "aliases", "duties", "leader")


class UnitsError(LuoshiError):
    """A list of units cannot be used; the message says what to change in it."""


def read_units(path: Path) -> tuple[ListedUnit, ...]:
    """The units of a file, [[units]] each; raises `UnitsError`."""
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UnitsError(f"{path}：打不开单位名单（{tell_why(error)}）。") from error
    except ValueError as error:
        raise UnitsError(f"{path}：不是 TOML 文件，第几行不对见括号里（{error}）。") from error
    units = given.get("units")
    if not isinstance(units, list) or not units:
        raise UnitsError(f'{path}：没有写单位，一家单位要写两行：[[units]] 和 name = "教育局"。')
    return tuple(_unit(unit, number, path) for number, unit in enumerate(units, start=1))


def _unit(unit: object, number: int, path: Path) -> ListedUnit:
    if not isinstance(unit, Mapping) or not _is_text(unit.get("name")):
        raise UnitsError(f"{path}：第{number}家单位没有写 name（名称）。")
    unknown = [key for key in unit if key not in _KNOWN]
    if unknown:
        raise UnitsError(f"{path}：{unit['name']} 那里的“{unknown[0]}”不认识，能写的有：{'、'.join(_KNOWN)}。")
    aliases, duties = (_texts(unit, key, path) for key in _LISTS)
    leader = unit.get("leader")
    if leader is not None and not _is_text(leader):
        raise UnitsError(f"{path}：{unit['name']} 的 leader 要写成一个名字。")
    return ListedUnit(unit["name"].strip(), aliases, duties, leader)


def _texts(unit: Mapping[str, Any], key: str, path: Path) -> tuple[str, ...]:
    given = unit.get(key, [])
    if not isinstance(given, Sequence) or isinstance(given, str) or not all(map(_is_text, given)):
        raise UnitsError(f'{path}：{unit["name"]} 的 {key} 要写成 ["…", "…"] 这样。')
    return tuple(given)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
