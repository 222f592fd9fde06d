"""Making tables out of lines of words."""

import re
from collections.abc import Iterable

# A set of so many characters compiles slower than they do one by one.
SMALL = 4


def words(*lines: str) -> tuple[str, ...]:
    """Words printed in lines, divided by spaces or bars, each once."""
    return tuple(dict.fromkeys(word for line in lines for word in line.replace("|", " ").split()))


def initials(listed: Iterable[str]) -> str:
    """The first characters of words, for a set that tells at once where none of them can begin."""
    return re.escape("".join(sorted({word[0] for word in listed})))


def any_of(listed: Iterable[str]) -> str:
    """The words as an alternation that prefers the longest; what several begin with stands once and is tried once.

    >>> any_of(["达", "达到", "突破", "突围", "超过"])
    '达(?:到)?|突破|突围|超过'
    """
    tails: dict[str, list[str]] = {}
    for word in dict.fromkeys(listed):
        tails.setdefault(word[0], []).append(word[1:])
    return "|".join(_beginning(re.escape(first), rest) for first, rest in tails.items())


def _beginning(first: str, tails: list[str]) -> str:
    """投产|投用, and 投(?:产|用|放|…) where there are many."""
    if 1 < len(tails) <= SMALL and all(len(tail) == 1 for tail in tails):
        return "|".join(first + re.escape(tail) for tail in tails)
    return first + _any_tail(tails)


def _any_tail(tails: list[str]) -> str:
    if len(tails) == 1:
        return re.escape(tails[0])
    longer = [tail for tail in tails if tail]
    return f"(?:{any_of(longer)})" + ("?" if len(longer) < len(tails) else "")
