"""Glyphs in drawing order → fragments: runs on one baseline without a gap, white space left out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from luoshi.source.layout.shapes import Fragment, Glyphs

_WIDE = "\u2e80"
"""From here on characters fill an em: 中 （ ，"""

_NARROW_EM = 1.8
_SMALLEST = 0.1
"""Points: type of no size at all is set to this, so that it can be measured with."""

_WIDEST_GAP = 0.8
"""In widths of the character before: wider, and something else begins (another column, a word after a tabulator)."""

_DEEPEST_OVERLAP = 0.5
_LARGEST_STEP = 0.15


def find_fragments(glyphs: Glyphs) -> list[Fragment]:
    """The fragments of a page in drawing order; control characters and every kind of space part them."""
    fragments = []
    for start, stop in _runs(glyphs):
        fragments.append(_fragment(glyphs, start, stop))
    return fragments


def _runs(glyphs: Glyphs) -> Iterator[tuple[int, int]]:
    """Begin and end of the runs that hold more than space."""
    start = 0
    for cut in _cuts(glyphs):
        if cut > start and not _is_space(glyphs.text[start]):
            yield start, cut
        start = cut


def _cuts(glyphs: Glyphs) -> Iterator[int]:
    """Where one glyph does not follow the one before, and the end."""
    text, left, right, base = glyphs
    blank = set(filter(_is_space, set(text)))
    was_blank, before_left, before_right, before_base = True, 0.0, 0.0, 0.0
    for index, (char, x0, x1, y) in enumerate(zip(text, left, right, base, strict=True)):
        width = before_right - before_left
        if (
            was_blank
            or char in blank
            or not -_DEEPEST_OVERLAP * width < x0 - before_right < _WIDEST_GAP * width
            or not -_LARGEST_STEP * width < y - before_base < _LARGEST_STEP * width
        ):
            yield index
            was_blank = char in blank
        before_left, before_right, before_base = x0, x1, y
    yield len(text)


def _is_space(char: str) -> bool:
    return char.isspace() or char < " " or char in "\x7f\u200b\ufeff"


def _fragment(glyphs: Glyphs, start: int, stop: int) -> Fragment:
    text = glyphs.text[start:stop]
    left, right = glyphs.left[start], glyphs.right[stop - 1]
    is_spaced = start > 0 and _is_space(glyphs.text[start - 1])
    space = glyphs.right[start - 1] - glyphs.left[start - 1] if is_spaced else None
    return Fragment(text, left, right, glyphs.base[start], _em(glyphs, start, stop), start, space)


def _em(glyphs: Glyphs, start: int, stop: int) -> float:
    """The size of the type: the width of a full-width character, else nearly twice the mean of narrow ones."""
    text = glyphs.text[start:stop]
    if max(text) >= _WIDE:
        widest = start + text.index(max(text))
        return max(glyphs.right[widest] - glyphs.left[widest], _SMALLEST)
    return max(_NARROW_EM * (glyphs.right[stop - 1] - glyphs.left[start]) / len(text), _SMALLEST)


def cut_fragment(glyphs: Glyphs, fragment: Fragment, stops: Sequence[int]) -> list[Fragment]:
    """The parts of a fragment, cut before the glyphs at the given offsets (0 < offset < length, in order)."""
    edges = [0, *stops, len(fragment.text)]
    return [
        _fragment(glyphs, fragment.start + low, fragment.start + high)._replace(em=fragment.em)
        for low, high in pairwise(edges)
    ]
