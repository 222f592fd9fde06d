"""What became of a text: pieces that stayed, that went (marked "del"), and that came ("ins")."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from luoshi.web.desk.passages import Piece

# A figure is replaced as a whole: 600 by 640, never its middle digit
_TOKEN: Final = re.compile(r"[0-9][0-9.,]*[%％]?|[A-Za-z]+|.", re.DOTALL)
_LONGEST: Final = 2_000
_SHORTEST_STAY: Final = 2
"""Fewer tokens between two changes are no stay, only chance."""


def list_pieces(before: str, after: str) -> list[Piece]:
    """Both texts as one, in pieces; very long ones are told apart as wholes."""
    if before == after:
        return [Piece(after)]
    if max(len(before), len(after)) > _LONGEST:
        return [Piece(before, "del"), Piece(after, "ins")]
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    return list(_joined(list(_pieces(old, new))))


def list_entries(before: Sequence[str], after: Sequence[str]) -> list[Piece]:
    """Two lists as one: what went and came stands where it is replaced, an entry a piece."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pieces: list[Piece] = []
    for change, start, end, first, last in matcher.get_opcodes():
        if change == "equal":
            pieces += [Piece(each) for each in after[first:last]]
        else:
            pieces += [Piece(each, "del") for each in before[start:end]]
            pieces += [Piece(each, "ins") for each in after[first:last]]
    return pieces


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for change, start, end, first, last in matcher.get_opcodes():
        if change == "equal":
            is_chance = end - start < _SHORTEST_STAY and start > 0 and end < len(old) and len(old[start]) == 1
            words = "".join(old[start:end])
            yield from (Piece(words, "del"), Piece(words, "ins")) if is_chance else (Piece(words),)
        else:
            yield Piece("".join(old[start:end]), "del")
            yield Piece("".join(new[first:last]), "ins")


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Between two stays what went stands whole before what came."""
    went, came = "", ""
    for piece in [*pieces, Piece("")]:
        if piece.mark == "del":
            went += piece.words
        elif piece.mark == "ins":
            came += piece.words
        else:
            yield from (Piece(words, change) for words, change in ((went, "del"), (came, "ins")) if words)
            went = came = ""
            if piece.words:
                yield piece
