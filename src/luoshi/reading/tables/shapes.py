"""What a single cell looks like, whatever stands above it."""

import re

from luoshi.language.names import is_unit_list
from luoshi.patterns import lazily

# What the whole of a cell can be told by: 12, 2026-001, “/（无任务）”, ≥95%, 各镇街均达到80%以上, 9月底前, 王小明
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("number", re.compile(r"\d{1,4}[.．、]?")),
    ("code", re.compile(r"[0-9A-Za-z]{1,6}(?:[-–—][0-9A-Za-z]{1,6}){1,3}")),
    ("none", re.compile(r"[/／—\-–－]+(?:\s*[（(][^（()）]*[)）])?|无(?:任务)?")),
    ("figure", re.compile(r"[≥≤<>约]?[\d,.，]+[%％万亿]?(?:以[上内下]|左右)?(?:\s*[（(][^（()）]*[)）])?")),
    ("everywhere", lazily(r"各[\u4e00-\u9fff]{1,8}[均都].*")),
    (
        "date",
        re.compile(
            r"到?(?:\d{4}年)?(?:\d{1,2}月|第?[一二三四]季度|[上下]半年|年)(?:\d{1,2}日|[上中下]旬)?[份底末前内]{0,3}"
            r"|\d{4}年?|全年|持续推进|长期坚持|长期"
        ),
    ),
    ("people", lazily(r"[\u4e00-\u9fff·]{2,4}(?:[、，,\s]+[\u4e00-\u9fff·]{2,4}){0,5}")),
)
_LONG = 13  # characters: longer than a category or a unit's name usually is


def shape_of(text: str) -> str:
    """What a cell looks like: blank, number, code, none, figure, everywhere, date, units, people, long or short."""
    if not text:
        return "blank"
    shape = next((kind for kind, pattern in _SHAPES if pattern.fullmatch(text)), None)
    if shape is not None and shape != "people":
        return shape
    if is_unit_list(text):
        return "units"
    if shape is not None:
        return shape
    return "long" if len(text) >= _LONG else "short"
