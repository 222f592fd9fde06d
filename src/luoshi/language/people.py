"""Lists of leaders, with or without their posts → the span of each name."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from luoshi.language.lexicon.posts import BODIES, POSTS, REGIONS
from luoshi.language.lexicon.words import any_of

_SEPARATORS = "、，,；;。/／|｜"
# What may end a name
_EDGE = re.compile(rf"[（(）){re.escape(_SEPARATORS)}\s]")
_POST = any_of(POSTS)
_PLACE = any_of((*REGIONS, *BODIES))
# 市政府党组成员 | 县委常委 | 常务副市长
_TITLE = rf"(?:(?:{_PLACE}){{0,4}}(?:{_POST}))"
_POSTS = re.compile(_POST)
_TITLES_BEFORE = re.compile(rf"{_TITLE}{{1,4}}")
_TITLES_AFTER = re.compile(rf"{_TITLE}{{1,4}}$")
# 乌云其木格 — a long name has no word of posts, places and bodies in it
_NO_LONG_NAME = "各有县市区镇乡村局委办部院会长员责任领导人主副单位组所站处科室同志政府党的"
_NAME = re.compile(
    rf"(?!各|相关|有关|分管)(?:[\u4e00-\u9fff]{{2,4}}|(?:(?![{_NO_LONG_NAME}])[\u4e00-\u9fff]){{5,7}}|[\u4e00-\u9fff]{{1,8}}(?:·[\u4e00-\u9fff]{{1,8}}){{1,3}})"
)
_BRACKET = re.compile(r"[（(][^（）()]{0,20}[）)]")


# 王小明（县委常委、副县长）
_POSTED = re.compile(r"[\u4e00-\u9fff·]{2,12}[（(](?P<posts>[\u4e00-\u9fff、，,\s]{2,40})[）)]")
# 县委副书记、县长　王小明
_AFTER_POSTS = re.compile(rf"{_TITLE}(?:[、，]{_TITLE}){{0,4}}\s+[\u4e00-\u9fff·\s]{{2,6}}$")
_SEPARATOR = re.compile(r"[、，,\s]+")
_ENDS_AS_POST = re.compile(rf"(?:{_POST})$")
_LONGEST_TORN = 3  # characters: a name is whole that the lines of a cell have brought to so many


class PersonSpan(NamedTuple):
    """A person's name at `start:end` of the text, with the post printed beside it."""

    start: int
    end: int
    name: str
    post: str | None = None


def find_people(text: str) -> tuple[PersonSpan, ...]:
    """The people of a list: 王小明、李大为 | 王小明常委、副市长 | 副县长李大为（挂职）. What is no name is left out.

    Names and posts that a line of a cell has cut are whole.
    """
    if "\n" not in text:
        return tuple(_people(text))
    torn = frozenset(_torn(text))
    places = [place for place in range(len(text)) if place not in torn]
    whole = "".join(text[place] for place in places)
    return tuple(span._replace(start=places[span.start], end=places[span.end - 1] + 1) for span in _people(whole))


def are_posted_people(text: str) -> bool:
    """Whether a list holds people with their posts and nothing else: 王小明副市长、李大为副市长 | 县长 王小明."""
    people = find_people(text)
    whole = sum(1 for start, end in _parts(text) if start < end and not _TITLES_BEFORE.fullmatch(text, start, end))
    return bool(people) and len(people) == whole and all(person.post for person in people)


def is_posted_person(text: str) -> bool:
    """Whether a line holds one person with posts and nothing else: 王小明（常委、副市长） | 县委常委、副县长 王小明."""
    if _AFTER_POSTS.match(text) and are_posted_people(text):
        return len(find_people(text)) == 1
    found = _POSTED.fullmatch(text)
    return found is not None and all(map(_ENDS_AS_POST.search, _SEPARATOR.split(found["posts"])))


def _torn(text: str) -> Iterator[int]:
    """The line ends within a name (郑云⏎帆), a post (副市⏎长) or before the post in its bracket."""
    length = 0  # of the name that goes on over lines
    for (start, end), (after, stop) in pairwise(_parts(text)):
        length += end - start
        if text[end:after] != "\n" or end == start or stop == after:
            length = 0
            continue
        posts = _POSTS.finditer(text[start:end] + text[after:stop])
        is_in_post = any(found.start() < end - start < found.end() for found in posts)
        is_in_name = length < _LONGEST_TORN and (end - start == 1 or stop - after == 1)
        if is_in_post or is_in_name or text[after] in "（(":
            yield end
        else:
            length = 0


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
    for found in _EDGE.finditer(text):
        mark, index = found[0], found.start()
        if mark in "（(":
            depth += 1
        elif mark in "）)":
            depth = max(depth - 1, 0)
        elif depth == 0:
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
