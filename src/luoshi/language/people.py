"""Lists of leaders, with or without their posts → the span of each name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.language.lexicon.posts import BODIES, POSTS, REGIONS

_SEPARATORS = "、，,；;。/／|｜"
_POST = "|".join(sorted(POSTS, key=len, reverse=True))
_PLACE = "|".join(sorted((*REGIONS, *BODIES), key=len, reverse=True))
# 市政府党组成员 | 县委常委 | 常务副市长
_TITLE = rf"(?:(?:{_PLACE}){{0,4}}(?:{_POST}))"
_TITLES_BEFORE = re.compile(rf"{_TITLE}{{1,4}}")
_TITLES_AFTER = re.compile(rf"{_TITLE}{{1,4}}$")
_NAME = re.compile(r"(?!各|相关|有关|分管)(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3})")
_BRACKET = re.compile(r"[（(][^（）()]{0,20}[）)]")


class PersonSpan(NamedTuple):
    """A person's name at `start:end` of the text, with the post printed beside it."""

    start: int
    end: int
    name: str
    post: str | None = None


def find_people(text: str) -> tuple[PersonSpan, ...]:
    """The people of a list: 王小明、李大为 | 王小明常委、副市长 | 副县长李大为（挂职）. What is no name is left out."""
    return tuple(_people(text))


def _people(text: str) -> Iterator[PersonSpan]:
    pending: str | None = None
    for start, end in _parts(text):
        person = _person(text, start, end, pending)
        if person is not None:
            pending = None
            yield person
        elif _TITLES_BEFORE.fullmatch(text, start, end):
            pending = text[start:end]


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Spans between separators and white space that stand outside brackets: 王小明（县委常委、副县长）."""
    depth = start = 0
    for index, char in enumerate(text):
        depth = max(depth + (char in "（(") - (char in "）)"), 0)
        if depth == 0 and (char in _SEPARATORS or char.isspace()):
            yield start, index
            start = index + 1
    yield start, len(text)


def _person(text: str, start: int, end: int, pending: str | None) -> PersonSpan | None:
    bracket = _BRACKET.search(text, start, end)
    if bracket and bracket.end() == end:
        end, pending = bracket.start(), bracket.group()[1:-1]
    before = _TITLES_BEFORE.match(text, start, end)
    if before and before.end() < end:
        return _named(text, before.end(), end, before.group())
    after = _TITLES_AFTER.search(text, start, end)
    if after and after.start() > start:
        return _named(text, start, after.start(), after.group())
    return _named(text, start, end, pending)


def _named(text: str, start: int, end: int, post: str | None) -> PersonSpan | None:
    name = _NAME.fullmatch(text, start, end)
    return PersonSpan(start, end, name.group(), post) if name and not _TITLES_BEFORE.fullmatch(name.group()) else None
