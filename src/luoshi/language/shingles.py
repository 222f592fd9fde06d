"""A text as its pairs of neighbouring characters: what tells which texts are about the same thing."""

import re
import unicodedata

NOT_A_LETTER = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """A text without marks and white space, of one width."""
    return NOT_A_LETTER.sub("", unicodedata.normalize("NFKC", text))


def list_shingles(text: str) -> list[str]:
    """The pairs of characters of a bare text, in order.

    >>> list_shingles("幼儿园")
    ['幼儿', '儿园']
    """
    return [text[place : place + 2] for place in range(len(text) - 1)]
