"""Words at the ends of a passage; those of its end are compiled backwards, so that nothing is searched for."""

import re
from collections.abc import Iterable

from luoshi.language.lexicon.words import any_of
from luoshi.patterns import lazily


def ending(listed: Iterable[str], form: str = "(?!)") -> re.Pattern[str]:
    """A pattern for words of a table one after another, to be matched against a reversed text.

    `form` is a verbose expression, read backwards, for what may stand between them.
    """
    return lazily(f"(?:{any_of(word[::-1] for word in listed)}|{form})*+", re.VERBOSE)


def ending_length(pattern: re.Pattern[str], text: str) -> int:
    """How many of the last characters of a text are words of the table."""
    found = pattern.match(text[::-1])
    return found.end() if found else 0


def match_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where what a pattern finds at `start` ends; `start` itself where it finds nothing."""
    found = pattern.match(text, start, end)
    return found.end() if found else start
