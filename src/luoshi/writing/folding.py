"""Chinese text folded to a width as a typesetter would: words and figures whole, punctuation not at a line's head."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

# What stays on one line: a figure with its unit, a word, white space, a single character: "22亿元", "PM2.5", " ", "市"
_TOKEN = re.compile(
    r"""
      [0-9][0-9.,]*+ [十百千万亿]++ [^\W\d_]?
    | [0-9A-Za-z.,%+\-]++ (?: (?<=[0-9]) [^\W\d_A-Za-z] )?
    | \s+
    | .
    """,
    re.VERBOSE,
)
# What would steer a terminal instead of being shown, such as ESC; a tab is a space, a newline stays
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0))) | {9: " ", 10: "\n"}
# Between two characters that must stay on one line; itself never shown
_JOINER = "\u2060"
_CLOSING = frozenset(_JOINER + "，。；：、？！”’》〉）〕］】」』…％%,.;:?!)]}·")
_OPENING = frozenset(_JOINER + "“‘《〈（〔［【「『([{▲≥≤≈")


def cell_width(text: str) -> int:
    """Columns that a terminal gives the text: two for wide characters."""
    return sum(2 if east_asian_width(character) in "WF" else character != _JOINER for character in text)


def keep_together(text: str) -> str:
    """The same text, which `fold` does not break where a line has room for it: 望湖区 8800, 3月4日印发."""
    return _JOINER.join(text)


def _chunks(token: str, width: int) -> Iterator[str]:
    """A token cut where it alone is wider than the line."""
    chunk, used = "", 0
    for character in token:
        step = cell_width(character)
        if chunk and used + step > width:
            yield chunk
            chunk, used = "", 0
        chunk, used = chunk + character, used + step
    if chunk:
        yield chunk


def _pieces(text: str) -> Iterator[str]:
    """Tokens with their punctuation: an opening mark goes with what follows, a closing one with what precedes."""
    piece = ""
    for match in _TOKEN.finditer(text):
        token = match.group()
        joins = bool(piece) and (token[0] in _CLOSING or piece[-1] in _OPENING)
        if joins:
            piece += token
        else:
            if piece:
                yield piece
            piece = token
    if piece:
        yield piece


def _fold_line(text: str, width: int) -> Iterator[str]:
    line, used = "", 0
    for piece in _pieces(text):
        for chunk in _chunks(piece.replace(_JOINER, ""), width):
            step = cell_width(chunk)
            if line and used + step > width:
                yield line.rstrip()
                line, used = "", 0
            if line or not chunk.isspace():
                line, used = line + chunk, used + step
    yield line.rstrip()


def fold(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns (one wide character at least); newlines of the text end a line too.

    Control characters are left out.
    """
    shown = text.translate(_CONTROLS)
    return [line for part in shown.split("\n") for line in _fold_line(part, max(width, 2))]
