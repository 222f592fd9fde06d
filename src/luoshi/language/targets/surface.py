"""A sentence with its quoted and bracketed passages covered, and its clauses.

What is quoted is a name (“15分钟生活圈”): covering it hides its figures, verbs and commas from every rule, while
offsets stay. What stands in brackets is a clause of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

COVER = "□"
# “百县万品”, 《三年行动方案》
QUOTED = re.compile(r"“[^“”\n]++(?=”)|《[^《》\n]++(?=》)|「[^「」\n]++(?=」)|‘[^‘’\n]++(?=’)|\"[^\"\n]{1,60}\"")
COVERED = re.compile('[“《「‘"（(]')
# （含微改造）
BRACKETED = re.compile(r"[（(][^（）()]*+[）)]")
# The comma of 1，000 ends no clause.
CLAUSE_END = re.compile(r"[，,；;。！!？?：:\n\r\t](?<![0-9][，,](?=[0-9]{3}(?![0-9])))")
SENTENCE_END = frozenset("。！!？?\n\r")


class Clause(NamedTuple):
    """`surface[start:end]` of a covered text; `sentence` is where its sentence begins, less than 0 within brackets."""

    surface: str
    start: int
    end: int
    sentence: int


def find_clauses(text: str) -> list[Clause]:
    """Return the clauses of a text, those in brackets last."""
    return [Clause(*cut) for cut in _cuts(text)]


def find_clauses_at(text: str, places: Sequence[int]) -> Iterator[tuple[Clause, slice]]:
    """Yield the clauses that hold any of some places, given in order, with those that each holds: `places[held]`."""
    for cut in _cuts(text):
        _, start, end, _ = cut
        # Most clauses hold none.
        if end <= places[0] or start > places[-1]:
            continue
        first = bisect_left(places, start)
        last = bisect_left(places, end, first)
        if first < last:
            yield Clause(*cut), slice(first, last)


def _cuts(text: str) -> Iterator[tuple[str, int, int, int]]:
    """What makes a clause, for each of them."""
    if not COVERED.search(text):
        yield from _cut(text, 0, len(text), 0)
        return
    opened = QUOTED.sub(_covered, text)
    yield from _cut(BRACKETED.sub(_covered_inside, opened), 0, len(opened), 0)
    for count, bracket in enumerate(BRACKETED.finditer(opened)):
        yield from _cut(opened, bracket.start() + 1, bracket.end() - 1, -1 - count)


def _cut(surface: str, start: int, end: int, sentence: int) -> Iterator[tuple[str, int, int, int]]:
    for match in CLAUSE_END.finditer(surface, start, end):
        yield surface, start, match.start(), sentence
        start = match.end()
        if sentence >= 0 and match[0] in SENTENCE_END:
            sentence = start
    yield surface, start, end, sentence


def _covered(match: re.Match[str]) -> str:
    """The marks of a name stay, those of a typist do not."""
    return COVER * len(match[0]) if match[0][0] == '"' else match[0][0] + COVER * (len(match[0]) - 1)


def _covered_inside(match: re.Match[str]) -> str:
    return match[0][0] + COVER * (len(match[0]) - 2) + match[0][-1]
