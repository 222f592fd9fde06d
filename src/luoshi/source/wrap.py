"""How a text is wrapped: which line goes on from the line before it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import NamedTuple

from luoshi.patterns import lazily

_LONGEST_MARGIN = 64  # em: no printed page of the genre is wider
_WRAPPED_SHARE = 0.3
_OPENING, _CLOSING = "（(〔[［【〈《“", "）)〕]］】〉》”"
_PAIRS = dict(zip(_CLOSING, _OPENING, strict=True)) | {")": "（", "]": "〔"}
_FOLDED = {"(": "（", "[": "〔"}
_BRACKET = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
_LONGEST_BRACKET = 40  # lines: a bracket that is never closed must not swallow the document
# 云泽县人民政府办公室文件 — words alone, too long for the last line of a list
_HEAD = re.compile(r"[\u4e00-\u9fff0-9A-Za-z 　《》“”—-]{6,30}")
_FEWEST_HEADS = 3
_DEEPEST = 8  # brackets within brackets
_NARROWEST_MARGIN = 12  # em
_FEWEST_LINES = 6  # below which no margin can be told
_SLACK = 3  # em: what justification, marks and words that are not broken take from a line
_LONGEST_EXCESS = 12  # em: a heading or a table's line may reach over the margin
_BROKEN_SHARE = 0.55
_WALL = 1.5  # em
_NARROWEST_PAGE = 24  # em: a column of a table may be narrower
_FEWEST_FULL, _FEWEST_PRINTED = 8, 3
_FLOWING_SHARE = 0.8
_ROUNDING = 0.6  # em
_SOME_LENGTH = 0.6  # of the margin
_INDENTED_SHARE = 0.15
_APART_SHARE = 0.7  # where more lines stand apart, a blank line is how lines end
_BARE_SHARE = 0.3
_SHORTEST_PROSE = 12  # characters

# Characters and marks that are wide beyond doubt: nearly all of any text.
_CHINESE = re.compile(r"[\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60\u2014\u2018\u2019\u201c\u201d\u25b2]+")
_NUMERAL = "一二三四五六七八九十百〇零"

# What opens a paragraph of its own wherever it stands: 一、 （一） 第三章 12. （3） 2） ① 附件 （此件公开发布）
_NUMBERED = re.compile(
    rf"""
      [（(]?[{_NUMERAL}]{{1,4}}[)）、.．]
    | 第[{_NUMERAL}]{{1,4}}[章节部分篇条]
    | \d{{1,3}}[.．、](?!\d(?!\d{{3}}年)) | [（(]\d{{1,3}}[)）] | \d{{1,2}}[)）]
    | [①-⑳㉑-㉟㊱-㊿]
    | 附\s?件?\d*[：:] | 附件\d* | [（(]此件
    """,
    re.VERBOSE,
)
# 牵头单位：市水利局 — a label on its own line
_LABEL = re.compile(
    r"[（(〔\[［【]?[\u4e00-\u9fff]{0,10}(?:单位|部门|领导|责任人|负责人|时限|时间|抄送|主送|安排|注|说明)[）)〕\]］】]?[：:]"
)
# 进展情况： — any short label, where lines are not wrapped
_SHORT_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]")
# …启动建设。责任单位：市水利局、市农业农村局 — a list of names behind the task breaks off only behind a mark
_UNIT_LABEL = re.compile(r"(?:单位|部门|领导)[：:][^。；]*$")
_DATE_LINE = re.compile(r"(?:[12]\d{3}|[二〇○零一九]{4})年.{1,5}月.{1,4}日(?:印发)?$")
# 云泽市人民政府办公室
_SIGNATURE = lazily(r"[\u4e00-\u9fff]{2,24}(?:政府|办公室|办公厅|委员会|督查室|指挥部|领导小组)")
# …从0到⏎1、从1到2
_ENUMERATED = re.compile(r"\d{1,4}、")
_UNFINISHED = "到至和与或为、，,（("
_COPIES = re.compile(r"抄\s?送[：:]")
# 一是…… opens a paragraph only where the line before was not filled
_POINT = re.compile(rf"[{_NUMERAL}]{{1,3}}是|——|[◆●■▪•·]")

# 999. 1000. （1001）
_COUNT = re.compile(r"[（(]?(?P<number>\d{3,4})(?:[.．、](?!\d)|[)）])")
_LARGEST_SHORT = 999
_CHINESE_NUMBER = re.compile(rf"[（(]?[{_NUMERAL}]{{1,4}}[)）、.．]")
_ARABIC_NUMBER = re.compile(r"\d{1,4}[.．、]|[（(]\d{1,4}[)）]|[①-⑳]")
_STOP = "。！？；：!?;:…"
_PAGE_NUMBER = re.compile(
    r"[—–－\-─]{1,2}\s*\d{1,4}\s*[—–－\-─]{1,2}|第\s?\d{1,4}\s?页(?:[，,/ ]?\s?共\s?\d{1,4}\s?页)?"
)
_BARE_NUMBER = re.compile(r"\d{1,4}")
# 云政办发〔2024〕9号
_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[［【（(]\d{4}[〕\]］】）)]第?\d{1,4}号")
_WORD = re.compile(r"[（(〔［【《“‘]*(?:[0-9A-Za-z.%％,+\-/]+|.)[，。、；：！？）)〕］】》”’]*")


class Openness(NamedTuple):
    """Which brackets and quotation marks a run of lines has opened and not closed."""

    opened: str = ""
    lines: int = 0

    @property
    def is_open(self) -> bool:
        return bool(self.opened) and self.lines <= _LONGEST_BRACKET

    def after(self, text: str) -> "Openness":
        """The state after one more line."""
        opened = list(self.opened)
        for mark in _BRACKET.findall(text):
            if mark in _OPENING:
                opened.append(_FOLDED.get(mark, mark))
            elif opened and opened[-1] == _PAIRS[mark]:
                opened.pop()
        return Openness("".join(opened[-_DEEPEST:]), self.lines + 1 if opened else 0)


class Line(NamedTuple):
    """A physical line: its text, and whether it was indented, or stood behind a blank line.

    `is_in_turn` marks a number of four figures that goes on counting: 1000. behind 999., but not 2024、2025年.
    `is_in_cell` marks one that goes on in the cell of a table.
    """

    text: str
    is_indented: bool = False
    is_apart: bool = False
    is_in_turn: bool = False
    is_in_cell: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with the number of an item."""
        return self.is_in_turn or bool(_NUMBERED.match(self.text))


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text was set.

    `margin` is where lines were wrapped, in em; None where each line is a paragraph. `furniture` are page numbers and
    running heads. Whether blank lines part paragraphs, whether indents open them, and whether a numbered line without a
    full stop may be a heading (and is then not joined with what follows) is told by the text as a whole.
    """

    margin: float | None
    furniture: frozenset[str] = frozenset()
    has_indents: bool = False
    has_gaps: bool = False
    has_bare_items: bool = False

    def is_furniture(self, text: str) -> bool:
        return is_page_number(text) or text in self.furniture

    def is_full(self, text: str, following: str) -> bool:
        """Whether the first word of the following line would not have fitted at the end of this one."""
        if self.margin is None:
            return False
        return width(text) + width(first_word(following)) > self.margin - _ROUNDING

    def continues(self, first: str, before: str, line: Line, *, is_open: bool) -> bool:
        """Whether `line` goes on from `before`, in a paragraph that began with `first`."""
        text = line.text
        if _COPIES.match(first):
            return before[-1] != "。" and not line.is_numbered and not _DATE_LINE.fullmatch(text)
        if self._begins(before, line):
            return False
        if is_open or self._opens(before, line):
            return is_open
        if self._is_nearly_full(before) or self.is_full(before, text) or self._breaks_off(before, line):
            tells_paragraphs = self.has_indents or self.has_gaps
            return not self._stands_alone(before, text) and (tells_paragraphs or not _is_heading(first, before))
        if before[-1] in _STOP or _POINT.match(text):
            return False
        return _is_cut_prose(first, before, text, takes_items=not self.has_bare_items)

    def _begins(self, before: str, line: Line) -> bool:
        """Whether an indent, a date or a number opens a paragraph; a full line may break before 1、 in mid-sentence."""
        if line.is_indented or _DATE_LINE.fullmatch(line.text) or is_document_number(line.text):
            return True
        is_torn = before[-1] in _UNFINISHED or (self.has_indents and before[-1] not in _STOP)
        is_broken = is_torn and self._is_nearly_full(before)
        return line.is_numbered and not (is_broken and _ENUMERATED.match(line.text))

    def _breaks_off(self, before: str, line: Line) -> bool:
        """Where gaps part paragraphs: a line of some length that ends no sentence, and no gap behind it."""
        if self.margin is None or not self.has_gaps or line.is_apart:
            return False
        return width(before) > _SOME_LENGTH * self.margin and before[-1] not in _STOP and before[-1] not in _CLOSING

    def _stands_alone(self, before: str, text: str) -> bool:
        """A short line of words behind the end of a sentence: a signature, not a paragraph's last line."""
        is_short = self.margin is not None and width(text) < self.margin / 2
        is_behind = before[-1] in "。！" or (before[-1] in _CLOSING and _SIGNATURE.fullmatch(text))
        return is_short and bool(is_behind) and not any(mark in text for mark in "，。；、：")

    def _opens(self, before: str, line: Line) -> bool:
        """Whether a label, or a gap that means something, begins a paragraph here."""
        if self.margin is None and _SHORT_LABEL.match(line.text):
            return True
        if _LABEL.match(line.text) and not (line.text[0] in _OPENING and self._is_nearly_full(before)):
            return True
        is_broken_off = self.is_full(before, line.text) and before[-1] not in _STOP
        return self.has_gaps and line.is_apart and not is_broken_off

    def _is_nearly_full(self, text: str) -> bool:
        """Full but for what justification gave or took: marks set narrow, a word moved to the next line."""
        return self.margin is not None and width(text) > self.margin - _SLACK


def counted(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with those marked that go on counting in four figures."""
    seen: set[int] = set()
    for line in lines:
        found = _COUNT.match(line.text)
        number = int(found["number"]) if found else 0
        is_in_turn = number > _LARGEST_SHORT and number - 1 in seen
        if is_in_turn or number == _LARGEST_SHORT:
            seen.add(number)
        yield line._replace(is_in_turn=True) if is_in_turn else line


def measure(lines: Sequence[Line], *, is_printed: bool = False) -> Layout:
    """How a text was set, told by all its lines.

    The margin is a width that many lines reach in mid-sentence and that next to none goes beyond; on printed pages,
    where every long paragraph is wrapped, a few lines tell it.
    """
    texts = [line.text for line in lines]
    margin = _margin(lines, fewest=_FEWEST_PRINTED if is_printed else _FEWEST_FULL)
    return Layout(
        margin,
        _page_numbers(texts) | _running_heads(texts) if margin is not None else frozenset(),
        has_indents=sum(line.is_indented for line in lines) > _INDENTED_SHARE * len(lines),
        has_gaps=sum(line.is_apart for line in lines) < _APART_SHARE * len(lines),
        has_bare_items=margin is None and _has_bare_items(lines),
    )


def _margin(lines: Sequence[Line], *, fewest: int) -> float | None:
    texts = [line.text for line in lines]
    widths = sorted(width(text) for text in texts)
    if len(widths) < _FEWEST_LINES:
        return None
    margin = widths[int(len(widths) * 0.96) - 1]
    if not _NARROWEST_MARGIN <= margin <= _LONGEST_MARGIN or widths[-1] > margin + _LONGEST_EXCESS:
        return None
    pairs = zip_longest(lines, lines[1:])
    full = [(line.text, after) for line, after in pairs if abs(width(line.text) - margin) <= _SLACK]
    broken = sum(1 for text, after in full if text[-1] not in _STOP and not (after and _is_labelled(after.text)))
    is_mostly_full = len(full) >= _WRAPPED_SHARE * len(widths) and broken >= _BROKEN_SHARE * len(full)
    return margin if is_mostly_full or _has_wall(lines, margin, fewest=fewest) else None


def _opens_item(line: Line) -> bool:
    return line.is_numbered or _is_labelled(line.text)


def _is_labelled(text: str) -> bool:
    """Whether a label says that a line goes on from none: a list of short lines has no margin."""
    return bool(_LABEL.match(text) or _SHORT_LABEL.match(text))


def _has_wall(lines: Sequence[Line], margin: float, *, fewest: int) -> bool:
    """Whether the longest lines end at one place in mid-sentence and a line without a mark of its own follows them.

    What a label's line ends with before the next label tells nothing: 责任单位：市水利局、…⏎完成时限：6月底.
    """
    full = [
        (line.text, after)
        for line, after in pairwise(lines)
        if abs(width(line.text) - margin) <= _WALL and not (_is_labelled(after.text) and line.text[-1] != "，")
    ]
    flowing = sum(1 for text, after in full if text[-1] not in _STOP and not _opens_item(after))
    if margin < _NARROWEST_PAGE:
        fewest = _FEWEST_FULL
    return len(full) >= fewest and flowing >= _FLOWING_SHARE * len(full)


def _has_bare_items(lines: Sequence[Line]) -> bool:
    """Whether numbered lines without a final mark are the rule before plain text: headings, not cut sentences."""
    items = bare = 0
    for line, following in pairwise(lines):
        if _ARABIC_NUMBER.match(line.text):
            items += 1
            is_plain = not following.is_numbered and not _LABEL.match(following.text)
            bare += is_plain and line.text[-1] not in _STOP and line.text[-1] not in _CLOSING
    return bare > _BARE_SHARE * items


def _page_numbers(lines: Sequence[str]) -> frozenset[str]:
    """Bare figures that count up by one from page to page."""
    figures = [text for text in lines if _BARE_NUMBER.fullmatch(text)]
    counts = [int(text) for text in figures]
    rises = all(after == before + 1 for before, after in pairwise(counts))
    return frozenset(figures) if len(counts) > 1 and rises else frozenset()


def _running_heads(texts: Sequence[str]) -> frozenset[str]:
    """Short lines that stand again and again, as at the head of each page or across a scan."""
    counts = Counter(text for text in texts if _HEAD.fullmatch(text))
    return frozenset(text for text, count in counts.items() if count >= _FEWEST_HEADS and not _NUMBERED.match(text))


def is_page_number(text: str) -> bool:
    """— 3 — | 第3页 共12页"""
    return bool(_PAGE_NUMBER.fullmatch(text))


def is_document_number(text: str) -> bool:
    """云政办发〔2024〕9号 on a line of its own."""
    return bool(_DOCUMENT_NUMBER.fullmatch(text))


def is_latin_break(before: str, line: str) -> bool:
    """Whether two Latin words meet where two lines are joined."""
    return before[-1].isascii() and before[-1].isalpha() and line[0].isascii() and line[0].isalpha()


def first_word(text: str) -> str:
    """What of a text stays on one line: a character or a figure, with the marks behind it."""
    word = _WORD.match(text)
    return word.group() if word else ""


def _is_heading(first: str, before: str) -> bool:
    """A heading that happens to fill its line: （一）…… without a full stop, ending in no comma."""
    return (
        first is before and bool(_CHINESE_NUMBER.match(first)) and before[-1] not in _UNFINISHED and "。" not in first
    )


def _is_cut_prose(first: str, before: str, line: str, *, takes_items: bool) -> bool:
    """Whether a paragraph breaks off in mid-sentence, as at the foot of a page, and `line` goes on with it."""
    if before[-1] in "，、,":
        return True
    if (
        _LABEL.match(first)
        or _SHORT_LABEL.match(first)
        or _UNIT_LABEL.search(before)
        or before[-1] in "）)〕]】"
        or _is_heading(first, before)
    ):
        return False
    if not any(mark in line for mark in "，。；、）)"):
        return False
    has_clauses = any(mark in first for mark in "，。；：“,") and len(first) >= _SHORTEST_PROSE
    return has_clauses if not _ARABIC_NUMBER.match(first) else takes_items


def _wide(char: str) -> float:
    return 1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5


def width(text: str) -> float:
    """Width in em: a Chinese character is 1, a Latin one 0.5."""
    others = _CHINESE.sub("", text)
    rest = len(others) / 2 if others.isascii() else sum(map(_wide, others))
    return len(text) - len(others) + rest
