"""A sentence with its quoted and bracketed passages covered, and its clauses.

What is quoted is a name (“15分钟生活圈”): covering it hides its figures, verbs and commas from every rule, while
offsets stay. What stands in brackets is a clause of its own.
"""

import re
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
    """`surface[start:end]` of a covered text; `sentence` counts the sentences before it."""

    surface: str
    start: int
    end: int
    sentence: int


def find_clauses(text: str) -> list[Clause]:
    """Return the clauses of a text, those in brackets last."""
    if not COVERED.search(text):
        return _clauses(text, 0, len(text), 0)
    opened = QUOTED.sub(_covered, text)
    clauses = _clauses(BRACKETED.sub(_covered_inside, opened), 0, len(opened), 0)
    for count, bracket in enumerate(BRACKETED.finditer(opened)):
        clauses += _clauses(opened, bracket.start() + 1, bracket.end() - 1, -1 - count)
    return clauses


def _clauses(surface: str, start: int, end: int, sentence: int) -> list[Clause]:
    clauses = []
    for match in CLAUSE_END.finditer(surface, start, end):
        clauses.append(Clause(surface, start, match.start(), sentence))
        start = match.end()
        sentence += match[0] in SENTENCE_END and sentence >= 0
    clauses.append(Clause(surface, start, end, sentence))
    return clauses


def _covered(match: re.Match[str]) -> str:
    """The marks of a name stay, those of a typist do not."""
    return COVER * len(match[0]) if match[0][0] == '"' else match[0][0] + COVER * (len(match[0]) - 1)


def _covered_inside(match: re.Match[str]) -> str:
    return match[0][0] + COVER * (len(match[0]) - 2) + match[0][-1]
