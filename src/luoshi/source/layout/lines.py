"""Fragments → lines: those at one height, from left to right, with a space only where words need one."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from luoshi.source.layout.shapes import Fragment, Line

_WORD_GAP = 0.18
_DRAWN_GAP = 0.1
"""Enough where a space that wide was drawn: some typefaces have narrow ones."""

_WIDE_GAP = 0.95
_NARROW_END = "\u2000"
"""Below it are the letters and figures that words are made of: a 9 é Ж."""

_SAME_PLACE = 0.3
_FIGURE_SIGNS = frozenset("0123456789.%")
_STEP = (0.4, 0.6)
"""In em: how far figures stand apart that are set one to an em, as full-width characters are."""


def join_lines(fragments: Iterable[Fragment]) -> list[Line]:
    """The lines from top to bottom. Sub- and superscripts join the line that they stand on."""
    rows: list[list[Fragment]] = []
    for fragment in sorted(fragments, key=lambda each: each.middle):
        if rows and _is_beside(rows[-1], fragment):
            rows[-1].append(fragment)
        else:
            rows.append([fragment])
    return [_line(row) for row in rows]


def _is_beside(row: Sequence[Fragment], fragment: Fragment) -> bool:
    """Whether half the height of the smaller of the two lies within the larger."""
    last = row[-1] if row[-1].em >= row[0].em else row[0]
    smaller, larger = sorted((last.em, fragment.em))
    overlap = (smaller + larger) / 2 - abs(last.middle - fragment.middle)
    return overlap >= 0.5 * smaller


def _line(row: list[Fragment]) -> Line:
    row.sort(key=lambda each: each.left)
    kept = [row[0]]
    for fragment in row[1:]:
        if not _is_overprint(kept[-1], fragment):
            kept.append(fragment)
    main = max(kept, key=lambda each: each.right - each.left)
    return Line(tuple(kept), kept[0].left, max(each.right for each in kept), main.base, main.em)


def _is_overprint(before: Fragment, after: Fragment) -> bool:
    """The same characters printed again a little aside, for want of a bold face."""
    reach = _SAME_PLACE * before.em
    return after.text == before.text and after.left - before.left < reach and abs(after.base - before.base) < reach


def separators(fragments: Sequence[Fragment], *, is_cell: bool = False) -> list[str]:
    """What stands between neighbours: a space between Latin words, a full-width one for a gap that wide, else nothing.

    In a cell a wide gap between full-width characters only spreads them (序　号), and is nothing; a space that is set
    between two words parts names (市民政局 市残联).
    """
    lengths = _word_lengths(fragments)
    pairs = zip(pairwise(fragments), pairwise(lengths), strict=True)
    return [_separator(*pair, is_cell=is_cell, is_word=max(words) > 1) for pair, words in pairs]


def _word_lengths(fragments: Sequence[Fragment]) -> list[int]:
    """For each fragment, of how many characters the word is that it belongs to."""
    words: list[list[Fragment]] = []
    for fragment in fragments:
        if not words or _gap(words[-1][-1], fragment) >= _DRAWN_GAP:
            words.append([])
        words[-1].append(fragment)
    return [sum(len(each.text) for each in word) for word in words for _ in word]


def _gap(before: Fragment, after: Fragment) -> float:
    """How far two fragments stand apart, in em."""
    return (after.left - before.right) / max(before.em, after.em)


def _separator(before: Fragment, after: Fragment, *, is_cell: bool, is_word: bool) -> str:
    gap = _gap(before, after)
    if before.text[-1] < _NARROW_END and after.text[0] < _NARROW_END:
        has_gap = (gap > _WORD_GAP or (after.space is not None and gap > 0)) and not _is_one_figure(before, after, gap)
        return " " if has_gap else ""
    if is_cell:
        is_drawn = after.space is not None and after.space > _DRAWN_GAP * max(before.em, after.em)
        is_space = after.space is not None and gap > (_DRAWN_GAP if is_drawn else _WORD_GAP)
        return " " if is_space and is_word else ""
    return "　" if gap >= _WIDE_GAP else ""


def _is_one_figure(before: Fragment, after: Fragment, gap: float) -> bool:
    """Whether figures stand one to an em with no space drawn: 2 0 2 6 for 2026."""
    signs = before.text[-1] in _FIGURE_SIGNS and after.text[0] in _FIGURE_SIGNS
    is_single = before.text[-2:-1] not in _FIGURE_SIGNS and after.text[1:2] not in _FIGURE_SIGNS
    return signs and is_single and after.space is None and _STEP[0] < gap < _STEP[1]


def line_text(line: Line, *, is_cell: bool = False) -> str:
    """The text of a line."""
    between = ["", *separators(line.fragments, is_cell=is_cell)]
    return "".join(gap + fragment.text for gap, fragment in zip(between, line.fragments, strict=True))


def line_offsets(line: Line, *, is_cell: bool = False) -> list[int]:
    """Where each fragment begins in the text of its line."""
    between = ["", *separators(line.fragments, is_cell=is_cell)]
    steps = ((len(gap), len(fragment.text)) for gap, fragment in zip(between, line.fragments, strict=True))
    offsets, length = [], 0
    for gap, text in steps:
        offsets.append(length + gap)
        length += gap + text
    return offsets
