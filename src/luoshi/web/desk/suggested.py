"""Who may lead a line of a report, as its page offers it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from luoshi.records.refusals import NotValid
from luoshi.records.register.actions.leads import lead_named

TAKE: Final = "take-"
"""What the button of a suggestion sends, with the suggestion's place behind it."""
_TENTHS: Final = ("不到一", "约一", "约二", "约三", "约四", "约五", "约六", "约七", "约八", "约九")
_SURE: Final = 0.95
_NO_BASIS: Final = "往年没有很像的任务，是照它平常牵头的事推算的"

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Offer:
    """A unit that may lead, how likely, and on what grounds; `task` is the key of the earlier task that it led."""

    press: str
    name: str
    chance: str
    basis: str
    task: int | None
    text: str
    duties: str


def list_offers(fields: Json) -> list[Offer]:
    """The suggestions that a line does not have among its units yet."""
    known = {unit["name"] for unit in fields["units"]}
    leads = _leads(fields)
    told = _told_apart([lead["chance"] for lead in leads])
    offers = [_offer(place, lead, words) for place, (lead, words) in enumerate(zip(leads, told, strict=True))]
    return [offer for offer in offers if offer.name not in known]


def with_lead(fields: Json, changes: dict[str, Any], pressed: str) -> dict[str, Any]:
    """What was changed of a line, with the lead of the suggestion that was pressed."""
    leads = _leads(fields)
    place = pressed.removeprefix(TAKE)
    if not place.isdecimal() or int(place) >= len(leads):
        raise NotValid("没有这条建议，请直接写单位。", {"units": "请写单位"})
    name = leads[int(place)]["name"]
    units: list[Json] = changes.get("units", fields["units"]) or []
    return {**changes, "units": [lead_named(name), *(unit for unit in units if unit["name"] != name)]}


def chance_words(chance: float) -> str:
    """0.83 → 约八成"""
    return "九成五以上" if chance >= _SURE else f"{_TENTHS[min(9, round(chance * 10))]}成"


def _leads(fields: Json) -> list[Json]:
    suggested: Json = fields.get("suggested") or {"leads": []}
    leads: list[Json] = suggested["leads"]
    return leads


def _told_apart(chances: Sequence[float]) -> list[str]:
    """How likely each is, in percent where the words of two are the same: 约四成 twice gives nobody a choice."""
    told = list(map(chance_words, chances))
    return [f"约{chance:.0%}" if told.count(words) > 1 else words for chance, words in zip(chances, told, strict=True)]


def _offer(place: int, lead: Json, chance: str) -> Offer:
    basis = lead["basis"] or {}
    return Offer(
        f"{TAKE}{place}",
        lead["name"],
        chance,
        _basis_words(basis) if basis else _NO_BASIS * (not lead["words"]),
        basis.get("task"),
        basis.get("text", ""),
        "、".join(lead["words"]),
    )


def _basis_words(basis: Json) -> str:
    """2025年重点工作第7项，相似度 0.83"""
    year = f"{basis['year']}年" if basis["year"] else ""
    return f"{year}{basis['part'] or ''}第{basis['number']}项，相似度 {basis['similarity']:.2f}"
