"""Making tables out of lines of words."""

import re
from collections.abc import Iterable


def words(*lines: str) -> tuple[str, ...]:
    """Words printed in lines, divided by spaces, each once."""
    return tuple(dict.fromkeys(word for line in lines for word in line.split()))


def initials(listed: Iterable[str]) -> str:
    """The first characters of words, for a set that tells at once where none of them can begin."""
    return re.escape("".join(sorted({word[0] for word in listed})))


def any_of(listed: Iterable[str]) -> str:
    """The words as an alternation that prefers the longest; what several begin with stands once and is tried once.

    >>> any_of(["达", "达到", "突破", "突围", "超过"])
    '达(?:到)?|突(?:破|围)|超过'
    """
    tails: dict[str, list[str]] = {}
    for word in dict.fromkeys(listed):
        tails.setdefault(word[0], []).append(word[1:])
    return "|".join(re.escape(first) + _any_tail(rest) for first, rest in tails.items())


def _any_tail(tails: list[str]) -> str:
    if len(tails) == 1:
        return re.escape(tails[0])
    longer = [tail for tail in tails if tail]
    return f"(?:{any_of(longer)})" + ("?" if len(longer) < len(tails) else "")
