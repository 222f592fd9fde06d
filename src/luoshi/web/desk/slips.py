"""Doubts of a line, and the name that one of its units may have been meant for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from luoshi.records.refusals import NotValid

MEANT: Final = "meant-"
"""What the button of a doubt about a name sends, with the doubt's place behind it."""

# 重点工作第3项的“城头集团”与“城投集团”（出现8次）只差一个字，可能是笔误，请核对。
_SLIP = re.compile("“(?P<name>[^“”]+)”与“(?P<other>[^“”]+)”(?:（出现[0-9]+次）)?只差一个字")
# 市交通运轮局 for 交通运输局; what is longer lacks more than a slip: 组职部(人才办)
_LONGER = 1

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt as a line's page tells it; `other` is the unit that may be meant, which pressing `press` takes."""

    message: str
    other: str = ""
    press: str = ""
    is_settled: bool = False


def list_doubts(fields: Json) -> list[Doubt]:
    """The doubts of a line, without that of a missing unit where it has one now."""
    units = [unit["name"] for unit in fields["units"]]
    return [
        _doubt(place, flag["message"], units)
        for place, flag in enumerate(fields["flags"])
        if flag["code"] != "no-unit" or not units
    ]


def with_meant(fields: Json, changes: dict[str, Any], pressed: str) -> dict[str, Any]:
    """What was changed of a line, with the name that the doubt tells in place of the one that it is about."""
    units: list[Json] = changes.get("units", fields["units"]) or []
    place, flags = pressed.removeprefix(MEANT), fields["flags"]
    found = _SLIP.search(flags[int(place)]["message"]) if place.isdecimal() and int(place) < len(flags) else None
    if found is None or all(unit["name"] != found["name"] for unit in units):
        raise NotValid("没有这个单位可改，请直接写单位。", {"units": "请写单位"})
    other = found["other"]
    renamed = [{**unit, "name": other} if unit["name"] == found["name"] else unit for unit in units]
    return {**changes, "units": list({unit["name"]: unit for unit in reversed(renamed)}.values())[::-1]}


def _doubt(place: int, message: str, units: Sequence[str]) -> Doubt:
    found = _SLIP.search(message)
    if found is None or len(found["name"]) > len(found["other"]) + _LONGER:
        return Doubt(message)
    if found["name"] in units:
        return Doubt(message, found["other"], f"{MEANT}{place}")
    return Doubt(message, found["other"], is_settled=found["other"] in units)
