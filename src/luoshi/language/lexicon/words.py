"""Making tables out of lines of words."""

import re
from collections.abc import Iterable


def words(*lines: str) -> tuple[str, ...]:
    """Words printed in lines, divided by spaces, each once."""
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


def longest_first(listed: Iterable[str]) -> list[str]:
    """The order in which an alternation has to try words, so that 达到 is not read as 达."""
    return sorted(set(listed), key=len, reverse=True)


def initials(listed: Iterable[str]) -> str:
    """The first characters of words, for a set that tells at once where none of them can begin."""
    return re.escape("".join(sorted({word[0] for word in listed})))


def any_of(listed: Iterable[str]) -> str:
    """The words as an alternation, the longest first."""
    return "|".join(re.escape(word) for word in longest_first(listed))
