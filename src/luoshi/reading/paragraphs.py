"""The lines of a cell → its paragraphs: lines wrapped at its border joined, each item of a list on its own."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from luoshi.language.numerals import parse_numeral
from luoshi.reading.passage import tight
from luoshi.source.wrap import first_word, width

_ENDS: Final = "。；;！"
_HARD, _SOFT = "\n", "\v"

# em: room left on a line beside which its author must have ended it, more of it where no sentence ends
_ROOM: Final = 0.6
_MUCH_ROOM: Final = 2.5

# What may begin an item: 2. （2） ② （二） 二、 二是 — behind the end of a sentence, a colon or a line
_MARKER: Final = re.compile(
    r"(?:^|(?<=[。；;！：:\n\v]))"
    r"(?:(?P<arabic>\d{1,2})[.．、](?P<digit>\d?)|[（(](?P<bracket>\d{1,2})[)）]|(?P<circled>[①-⑳])"
    r"|[（(](?P<ordinal>[一二三四五六七八九十]{1,2})[)）]|(?P<chinese>[一二三四五六七八九十]{1,2})[、是])"
)


def list_text(text: str) -> str:
    """The plain text of a cell.

    An item begins where its number is next in turn, whether or not a line does, so that it makes no difference where
    the lines of a printed cell end.
    """
    lines = [line for line in map(tight, text.split("\n")) if line]
    joined = "".join(_parted(lines))
    starts = pairwise([0, *_item_starts(joined), len(joined)])
    items = _HARD.join(joined[start:end] for start, end in starts).split(_HARD)
    return "\n".join(filter(None, (tight(item.replace(_SOFT, "\n")) for item in items)))


def _parted(lines: Sequence[str]) -> Iterator[str]:
    """The lines with the sign between them that says whether the first was ended by its author or by the border."""
    margin = max(map(width, lines), default=0.0)
    is_wrapped = any(width(line) > margin - _MUCH_ROOM and line[-1] not in _ENDS for line in lines[:-1])
    for line, following in pairwise(lines):
        room = margin - width(line) - width(first_word(following))
        yield line
        yield _HARD if not is_wrapped or room >= (_ROOM if line[-1] in _ENDS else _MUCH_ROOM) else _SOFT
    yield from lines[-1:]


def _item_starts(text: str) -> Iterator[int]:
    """Where items begin: a number next in turn, or a first one."""
    last: dict[str, int] = {}
    for found in _MARKER.finditer(text):
        form = found.lastgroup if found.lastgroup != "digit" else "arabic"
        number = _number(found[form or ""])
        is_next = number == last.get(form or "", 0) + 1
        if found["digit"] and not (is_next and (number > 1 or found.start() == 0)):
            continue
        if is_next or number == 1:
            last[form or ""] = number
            yield found.start()


def _number(text: str) -> int:
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    return int(parse_numeral(text) or 0)
