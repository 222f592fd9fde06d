"""The tables of `lexicon/duties`: kinds of office, what their names are made of and what they do."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from luoshi.language import lexicon

FOLDER = Path(lexicon.__file__).with_name("duties")
FILES = ("economy", "building", "society", "governance", "companies")
COMPANIES = "companies"
# How much a word says for a kind of office
STRENGTHS = {"sure": 2.0, "words": 1.0, "hints": 0.4}
# Words that hold other words and are nobody's business: 互联网 is no 联网
NEUTRAL = (
    "互联网",
    "高水平",
    "水平",
    "新一轮",
    "全方位",
    "全过程",
    "全链条",
    "大力",
    "领域",
    "市场化",
    "生态圈",
    "生态位",
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of office. `within` are the kinds that do its work where it is missing; of `is_several` there are many."""

    name: str
    label: str
    stems: tuple[str, ...]
    names: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    within: tuple[str, ...]
    is_several: bool
    is_company: bool


@cache
def list_kinds() -> Mapping[str, Kind]:
    """All kinds by their name, in the order of the tables."""
    return {name: _kind(name, table, file) for file, name, table in _tables()}


@cache
def list_words() -> Mapping[str, Mapping[str, float]]:
    """Each word with the kinds whose business it is, and how much it says for each; neutral words say nothing."""
    words: dict[str, dict[str, float]] = {word: {} for word in NEUTRAL}
    for _, name, table in _tables():
        for key, strength in STRENGTHS.items():
            for word in _listed(table, key):
                words.setdefault(word, {}).setdefault(name, strength)
    return words


@cache
def _tables() -> tuple[tuple[str, str, dict[str, Any]], ...]:
    return tuple((file, name, table) for file in FILES for name, table in _read(file).items())


def _read(file: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{file}.toml").read_text(encoding="utf-8"))


def _listed(table: Mapping[str, Any], key: str) -> Iterator[str]:
    yield from str(table.get(key, "")).split()


def _kind(name: str, table: Mapping[str, Any], file: str) -> Kind:
    return Kind(
        name,
        str(table["label"]),
        stems=tuple(_listed(table, "stems")),
        names=tuple(_listed(table, "names")),
        parts=tuple(tuple(part.split("/")) for part in _listed(table, "parts")),
        within=tuple(_listed(table, "within")),
        is_several=table.get("several") is True,
        is_company=file == COMPANIES,
    )
