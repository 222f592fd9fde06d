"""A reply → the reasons that it gives for being late, in its own words."""

import re
from collections.abc import Iterator

from luoshi.language.lexicon.causes import CLAUSES, OPENINGS

_SENTENCE = re.compile(r"[^。；\n]+")
_OPENING = re.compile("|".join(OPENINGS))
_CLAUSE = re.compile("|".join(CLAUSES))


def find_causes(text: str) -> tuple[str, ...]:
    """The reasons of a reply: 主要原因是两个项目停工 | 受汛期影响进度偏慢."""
    return tuple(_causes(text))


def _causes(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.findall(text):
        opening = _OPENING.search(sentence)
        if opening:
            yield sentence[opening.start() :].strip()
            continue
        clause = _CLAUSE.search(sentence)
        if clause:
            start = max(sentence.rfind(mark, 0, clause.start()) for mark in "，,：:")
            yield sentence[start + 1 :].strip()
