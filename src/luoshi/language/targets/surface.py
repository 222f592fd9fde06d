"""A sentence with its quoted and bracketed passages covered, and its clauses.

What is quoted is a name (“15分钟生活圈”): covering it hides its figures, verbs and commas from every rule, while
offsets stay. What stands in brackets is a clause of its own.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

COVER = "□"
# “百县万品”, 《三年行动方案》
QUOTED = re.compile(r"“[^“”\n]++(?=”)|《[^《》\n]++(?=》)|「[^「」\n]++(?=」)|‘[^‘’\n]++(?=’)|\"[^\"\n]{1,60}\"")
COVERED = re.compile('[“《「‘"（(]')
# （含微改造）
BRACKETED = re.compile(r"[（(][^（）()]*+[）)]")
# The comma of 1，000 ends no clause.
CLAUSE_END = re.compile(r"[，,；;。！!？?：:\n\r\t](?<![0-9][，,](?=[0-9]{3}(?![0-9])))")
SENTENCE_END = frozenset("。！!？?\n\r")
# The values of a clause, of a part of the text that is not cut yet
_Part = tuple[str, int, int, int]


@dataclass(slots=True)
class Clause:
    """`surface[start:end]` of a covered text; `sentence` is where its sentence begins, less than 0 within brackets."""

    surface: str
    start: int
    end: int
    sentence: int


def find_clauses(text: str) -> list[Clause]:
    """Return the clauses of a text, those in brackets last."""
    return [clause for part in _parts(text) for clause in _clauses(*part)]


def find_clauses_at(text: str, places: Sequence[int]) -> list[tuple[Clause, int, int]]:
    """The clauses that hold any of some places, given in order, each with those it holds, `places[first:last]`."""
    parts = _parts(text)
    if len(parts) == 1:
        return _clauses_at(*parts[0], places)
    return [holding for part in parts for holding in _clauses_at(*part, places)]


def _parts(text: str) -> list[_Part]:
    """The text, what is quoted and bracketed in it covered, then what stands in each bracket."""
    if not COVERED.search(text):
        return [(text, 0, len(text), 0)]
    opened = QUOTED.sub(_covered, text)
    brackets = enumerate(BRACKETED.finditer(opened), 1)
    inside = [(opened, bracket.start() + 1, bracket.end() - 1, -count) for count, bracket in brackets]
    return [(BRACKETED.sub(_covered_inside, opened) if inside else opened, 0, len(opened), 0), *inside]


def _clauses(surface: str, start: int, end: int, sentence: int) -> Iterator[Clause]:
    for match in CLAUSE_END.finditer(surface, start, end):
        yield Clause(surface, start, match.start(), sentence)
        start = match.end()
        sentence = start if sentence >= 0 and match[0] in SENTENCE_END else sentence
    yield Clause(surface, start, end, sentence)


def _clauses_at(
    surface: str, start: int, end: int, sentence: int, places: Sequence[int]
) -> list[tuple[Clause, int, int]]:
    """As `_clauses`, but most clauses hold no place and are not made; behind the last place none is looked for."""
    found: list[tuple[Clause, int, int]] = []
    first, count = bisect_left(places, start) if start else 0, len(places)
    if first == count:
        return found
    for match in CLAUSE_END.finditer(surface, start, end):
        stop = match.start()
        if places[first] < stop:
            last = bisect_left(places, stop, first)
            found.append((Clause(surface, start, stop, sentence), first, last))
            if last == count:
                return found
            first = last
        start = stop + 1
        if sentence >= 0 and surface[stop] in SENTENCE_END:
            sentence = start
    if places[first] < end:
        found.append((Clause(surface, start, end, sentence), first, bisect_left(places, end, first)))
    return found


def _covered(match: re.Match[str]) -> str:
    """The marks of a name stay, those of a typist do not."""
    return COVER * len(match[0]) if match[0][0] == '"' else match[0][0] + COVER * (len(match[0]) - 1)


def _covered_inside(match: re.Match[str]) -> str:
    return match[0][0] + COVER * (len(match[0]) - 2) + match[0][-1]
