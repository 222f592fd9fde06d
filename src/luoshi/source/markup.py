"""Scraps of HTML inside a plain text cell → plain text with a line for each paragraph and list item."""

import re
from html import unescape
from typing import Final

# A tag that ends a line where it stands: "</p>", "<br/>", "<li>".
LINE_TAG: Final = re.compile(r"</?(?:p|br|li|ol|ul|div|tr|h[1-6])\b[^<>]*>", re.IGNORECASE)

# A tag that only dresses words: "<span style='color:red'>".
DRESS_TAG: Final = re.compile(
    r"</?(?:a|b|i|u|em|strong|span|font|td|th|table|tbody|sup|sub|s|img)\b[^<>]*>", re.IGNORECASE
)

# "&nbsp;", "&#8220;", and not the "&D" of "R&D".
ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")

# White space as HTML folds it.
FOLDED: Final = re.compile(r"[ \t\n\r]+")


def plain_text(text: str) -> str:
    """`text` without HTML tags and entities; a text that holds no known tag keeps its "<" and its spaces."""
    if not LINE_TAG.search(text):
        return decode_entities(DRESS_TAG.sub("", text))
    folded = FOLDED.sub(" ", text)
    lines = decode_entities(DRESS_TAG.sub("", LINE_TAG.sub("\n", folded))).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def decode_entities(text: str) -> str:
    """`text` with its HTML entities as the characters they stand for."""
    return ENTITY.sub(lambda entity: unescape(entity[0]), text)
