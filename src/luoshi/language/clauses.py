"""The clauses of a sentence: what stands between two marks of punctuation, brackets apart from what surrounds them."""

import re
from dataclasses import dataclass

ENDERS = frozenset("，,；;。！？!?：:\t\n\r")
# A clause that ends with one of these belongs with the next: “到2030年，…”, “6月底前：…”.
JOINERS = frozenset("，,：:")
OPENERS = frozenset("（(【[［〔")
CLOSERS = frozenset("）)】]］〕")
MARK = re.compile("[" + re.escape("".join(sorted(ENDERS | OPENERS | CLOSERS))) + "]")
# Brackets deeper than this are none; without a bound, brackets never closed would each hold all that follows.
DEEPEST = 4


@dataclass(slots=True)
class Clause:
    """`text[start:end]`, with the brackets it holds; `follower` is the index of the clause that a comma joins to it."""

    start: int
    end: int
    follower: int | None = None


def find_clauses(text: str) -> tuple[list[Clause], list[int]]:
    """Return the clauses of `text` in order of their start, and for each character the index of its clause."""
    clauses, owners, stack = [Clause(0, len(text))], list[int](), [0]
    for match in MARK.finditer(text):
        place, mark = match.start(), match[0]
        owners.extend([stack[-1]] * (place + 1 - len(owners)))
        if mark in OPENERS and len(stack) <= DEEPEST:
            stack.append(_open(clauses, place + 1, len(text)))
        elif mark in CLOSERS and len(stack) > 1:
            clauses[stack.pop()].end = place
        elif mark in ENDERS and not _is_thousands(text, place):
            clauses[stack[-1]].end = place
            successor = _open(clauses, place + 1, len(text))
            clauses[stack[-1]].follower = successor if mark in JOINERS else None
            stack[-1] = successor
    owners.extend([stack[-1]] * (len(text) - len(owners)))
    return clauses, owners


def _open(clauses: list[Clause], start: int, end: int) -> int:
    clauses.append(Clause(start, end))
    return len(clauses) - 1


def _is_thousands(text: str, place: int) -> bool:
    """Tell whether the comma at `place` groups digits, as in 1，000."""
    after = text[place + 1 : place + 5]
    return (
        text[place] in ",，"
        and text[max(place - 1, 0) : place].isdigit()
        and after[:3].isdigit()
        and not after[3:].isdigit()
    )
