"""Finding words at the end of a passage: tables of words compiled backwards, so that nothing is searched for."""

import re
from collections.abc import Iterable

from luoshi.language.lexicon.words import any_of


def ending(listed: Iterable[str]) -> re.Pattern[str]:
    """A pattern for words of a table one after another, to be matched against a reversed text."""
    return re.compile(f"(?:{any_of(word[::-1] for word in listed)})*+")
