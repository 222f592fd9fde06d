"""The lines of a cell → its paragraphs: lines wrapped at its border joined, each item of a list on its own."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest
from typing import Final

from luoshi.language.numerals import parse_numeral
from luoshi.reading.passage import tight
from luoshi.source.wrap import first_word, is_latin_break, width

_ENDS: Final = "。；;！"

# em: room left on a line beside which its author must have ended it, more of it where no sentence ends
_ROOM: Final = 0.6
_MUCH_ROOM: Final = 2.5

_BEFORE_ITEM: Final = "。；;！：:"

# What may begin an item: 2. （2） ② （二） 二、 二是
_MARKER: Final = re.compile(
    r"(?P<arabic>\d{1,2})[.．、](?P<digit>\d?)|[（(](?P<bracket>\d{1,2})[)）]|(?P<circled>[①-⑳])"
    r"|[（(](?P<ordinal>[一二三四五六七八九十]{1,2})[)）]|(?P<chinese>[一二三四五六七八九十]{1,2})[、是]"
)


def list_text(text: str) -> str:
    """The plain text of a cell.

    An item begins where its number is next in turn, whether or not a line does, so that it makes no difference where
    the lines of a printed cell end.
    """
    lines = [line for line in map(tight, text.split("\n")) if line]
    gaps = [" " if is_latin_break(*pair) else "" for pair in pairwise(lines)]
    parts = [line + gap for line, gap in zip_longest(lines, gaps, fillvalue="")]
    ends, whole = list(accumulate(map(len, parts))), "".join(parts)
    hard = [end for end, is_hard in zip(ends, _hard_ends(lines), strict=False) if is_hard]
    cuts = sorted({0, *hard, *_item_starts(whole, {0, *ends}), len(whole)})
    return "\n".join(whole[start:end].rstrip() for start, end in pairwise(cuts))


def _hard_ends(lines: Sequence[str]) -> Iterator[bool]:
    """Whether each line but the last was ended by its author, and not by the border of its cell."""
    margin = max(map(width, lines), default=0.0)
    is_wrapped = any(width(line) > margin - _MUCH_ROOM and line[-1] not in _ENDS for line in lines[:-1])
    for line, following in pairwise(lines):
        room = margin - width(line) - width(first_word(following))
        yield not is_wrapped or room >= (_ROOM if line[-1] in _ENDS else _MUCH_ROOM)


def _item_starts(text: str, line_starts: Container[int]) -> Iterator[int]:
    """Where items begin, behind the end of a sentence, a colon or a line: a number next in turn, or a first one."""
    last: dict[str, int] = {}
    for found in _MARKER.finditer(text):
        start = found.start()
        form = found.lastgroup if found.lastgroup != "digit" else "arabic"
        number = _number(found[form or ""])
        is_next = number == last.get(form or "", 0) + 1
        if start not in line_starts and text[start - 1] not in _BEFORE_ITEM:
            continue
        if found["digit"] and not (is_next and (number > 1 or start == 0)):
            continue
        if is_next or number == 1:
            last[form or ""] = number
            yield start


def _number(text: str) -> int:
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return int(parse_numeral(text) or 0)
