"""Whether two printed names mean one unit, in two years that need not spell it alike."""

import re
from collections.abc import Iterable
from functools import lru_cache

BRACKET = re.compile("[（(〈<][^）)〉>]*[）)〉>]")
# 市 of 市教育局, 云泽市 of 云泽市教育局; 新区 is no place before a name but the name
PLACE = re.compile("^(?:[^局办委院会部新]{1,3}[市县]|[市县区])(?=..)")
# 指挥部 and 管委会 of one new district: as much of the beginning is the same
TELLING = 3


def are_same(one: str, other: str) -> bool:
    """Whether the names are alike, or one is short for the other (人社局, 人力资源社会保障局).

    >>> are_same("交通局", "市交通运输局")
    True
    """
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return _is_within(short, long) or (len(short) > TELLING and short[:TELLING] == long[:TELLING])


def share_one(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether any of the units stands in both."""
    listed = tuple(others)
    return any(are_same(one, other) for one in some for other in listed)


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return PLACE.sub("", BRACKET.sub("", name)) or name


def _is_within(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other, in their order, the first of them at its beginning."""
    rest = iter(long)
    return len(short) > 1 and short[0] == long[0] and all(mark in rest for mark in short)
