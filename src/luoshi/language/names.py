"""Lists of unit names in the genre's many spellings → the span of each name."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from luoshi.language.lexicon.units import AND_OTHERS, BARE_ENDINGS, ENDINGS, FIELDS_OF_DUTY, LEAD_MARKS, STRONG_ENDINGS
from luoshi.language.lexicon.words import any_of
from luoshi.patterns import lazily

_OPENING, _CLOSING = "（([［〔【〈《<", "）)]］〕】〉》>"
_SEPARATORS = "、，,；;。/／|｜"
_LEADING_WORDS = re.compile(r"(?:会同|以及|由|及|和|与|并由|具体由|其中)(?=.{2})")
_LEAD_NOTE = re.compile(r"[（(](?:牵头(?:单位|部门)?|总?牵头|主办|列首位)[）)]$")
_LEADING = re.compile(r"[（(](?:牵头(?:单位|部门)?|总?牵头|主办)[）)]\s?[，,；;]")
_GROUP_END = re.compile("[，,；;]")
# 列第一位的为牵头单位，下同 — said within a list, and no name
_ASIDE = re.compile(r"其?中?(?:列|排)(?:在|名|序)?(?:第一|首)[^、，,；;]*|(?:以下|下)均?同")
# 各乡镇和开发区管委会 — “和” parts two names only where both sides end as names do
_AND = re.compile(r"以及|及其|和|及|与")
_BRACKETED = re.compile(r"[（(\[［〔【〈《<][^（(\[［〔【〈《<）)\]］〕】〉》>]{0,30}[）)\]］〕】〉》>]")
_WHITE = re.compile(r"\s")
# What may begin or end a name
_EDGE = re.compile(rf"[{re.escape(_OPENING + _CLOSING + _SEPARATORS + LEAD_MARKS)}\s]")
_LONGEST_NAME = 30
_SHORTEST = 2
_LEVELS = "市县区省州旗各"
_FIRSTS = _LEVELS + "团"
# 市委 alone answers for nothing: what the next line begins with (编办) belongs to it
_ORGAN = re.compile("[市县区省州旗](?:委|政府|人大(?:常委)?|政协)")
# 人民银行⏎映川市⏎分行
_HOUSES = ("银行", "公司")
_BRANCH = lazily(r"[\u4e00-\u9fff]*(?:[省市县区州](?:分|支)?|分行|支行|分公司)")
# …残联|市…, but not within 市委|市政府
_JOINT = re.compile(f"(?:{any_of(STRONG_ENDINGS)})(?=\\s?[{_LEVELS}])")


# 各市（州）、县（市、区）人民政府 | 各省、自治区、直辖市人民政府: one group
_EVERY = re.compile(
    r"(?:.{2,30}[和及与])?各(?:有关|相关)?(?:[省市县区州旗镇乡]|乡镇|市州|县区|省、自治区)(?:[（(][^（()）]{1,8}[)）])?"
)
_GOVERNMENTS = re.compile(
    r"(?:[市县区旗镇乡]|街道|乡镇|直辖市)(?:[（(][^（()）]{1,8}[)）])?(?:人民)?(?:政府|办事处|管委会)|自治区|直辖市"
)


def _halves() -> dict[str, tuple[str, ...]]:
    """The endings of names cut in two, each rest with what may stand before it: 公室 → 办."""
    halves: dict[str, tuple[str, ...]] = {}
    for word in sorted({*ENDINGS, *BARE_ENDINGS}):
        for cut in range(1, len(word)):
            halves[word[cut:]] = (*halves.get(word[cut:], ()), word[:cut])
    return halves


_HALVES = _halves()


class NameSpan(NamedTuple):
    """A unit's name at `start:end` of the text; `is_lead` when a mark (▲) or a note （牵头） says that it leads."""

    start: int
    end: int
    name: str
    is_lead: bool = False


def find_names(text: str) -> tuple[NameSpan, ...]:
    """The names of a list of units: 市财政局、市发展改革委（粮食局） 各县（市、区）人民政府等部门."""
    spans = tuple(_names(text))
    return _with_shared_notes(text, spans) if _LEADING.search(text) else spans


def _with_shared_notes(text: str, spans: tuple[NameSpan, ...]) -> tuple[NameSpan, ...]:
    """甲局、乙局（牵头），丙局: a note before a comma holds for all that 、 joins to its name.

    In one list, 甲局、乙局（牵头）、丙局, it holds for its own name alone, and so do notes that stand behind each.
    """
    shared, first = list(spans), 0
    for index, span in enumerate(spans):
        if index and _GROUP_END.search(text, spans[index - 1].end, span.start):
            first = index
        if _LEADING.match(text, span.end) and not any(each.is_lead for each in spans[first:index]):
            shared[first:index] = [each._replace(is_lead=True) for each in spans[first:index]]
    return tuple(shared)


def is_unit_list(text: str) -> bool:
    """Whether a text is a list of names that can be nothing but units'."""
    last = None
    for last in _names(text):
        if not is_surely_unit(last.name):
            return False
    return last is not None


def ends_as_unit(name: str) -> bool:
    """Whether a name ends as those of units do, a bracket at its end set aside."""
    return _without_brackets(name).endswith(ENDINGS)


@lru_cache(maxsize=4096)
def is_surely_unit(name: str) -> bool:
    """Whether a name can be nothing but a unit's: it ends in 局, 政府, 集团 … and not merely in 市 or 园."""
    bare = _without_brackets(name)
    return len(bare) > 1 and bare.endswith(STRONG_ENDINGS)


def _without_brackets(name: str) -> str:
    return _BRACKETED.sub("", _without_white(name)).rstrip("等")


def _without_white(name: str) -> str:
    return "".join(name.split())


def _names(text: str) -> Iterator[NameSpan]:
    for start, end in _rejoined(text, list(_pieces(text))):
        for name in _names_of(text[start:end]):
            yield NameSpan(start + name.start, start + name.end, name.name, name.is_lead)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans between separators, white space and lead marks that stand outside brackets."""
    depth = start = 0
    for found in _EDGE.finditer(text):
        mark, index = found[0], found.start()
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(depth - 1, 0)
        elif depth == 0:
            yield start, index
            start = index if mark in LEAD_MARKS else index + 1
    yield start, len(text)


def _rejoined(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Names that a line of a cell or a stray space has cut in two, put together again."""
    whole: list[tuple[int, int]] = []
    has_marks = any(text[end : end + 1] in _SEPARATORS and text[end + 1 : end + 2] == "\n" for _, end in pieces)
    for start, end in pieces:
        if start >= end:
            continue
        if whole and _is_cut(text, whole[-1], (start, end), has_marks=has_marks):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def _is_cut(text: str, before: tuple[int, int], after: tuple[int, int], *, has_marks: bool) -> bool:
    gap = text[before[1] : after[0]]
    if gap == "、":
        return bool(_EVERY.fullmatch(text, *before) and _GOVERNMENTS.fullmatch(text, *after))
    if not gap or not gap.isspace():
        return False
    head, tail = _without_white(text[slice(*before)]), text[slice(*after)]
    if tail[0] in LEAD_MARKS or len(head) + len(tail) > _LONGEST_NAME:
        return False
    is_rest = tail in BARE_ENDINGS and not (tail[0] in _FIRSTS and is_surely_unit(head))
    if is_rest or tail[0] in _OPENING or not ends_as_unit(head):
        return True
    if "\n" in gap:
        return _is_torn(head, tail, has_marks=has_marks)
    return len(tail) == 1 and not _begins_name(tail, text[after[1] : after[1] + 1])


def _begins_name(char: str, following: str) -> bool:
    """Whether a character alone behind a name begins the next one, which the line's end cuts: 区政府 江⏎山市政府."""
    return following == "\n" and (char in _FIRSTS or char not in ENDINGS)


def _is_torn(head: str, tail: str, *, has_marks: bool) -> bool:
    """Whether a line's end has cut a name whose first part might be one; marks at other lines' ends speak for it."""
    if len(head) == 1 or len(tail) == 1 or head.endswith(_HALVES.get(tail, ())):
        return True
    if head.endswith(_HOUSES) and _BRANCH.fullmatch(tail):
        return True
    is_whole = is_surely_unit(head) and not _ORGAN.fullmatch(head) and not has_marks
    return tail[0] not in _FIRSTS and not is_whole


@lru_cache(maxsize=4096)
def _names_of(piece: str) -> tuple[NameSpan, ...]:
    """The names of what stands between two separators; a document names the same units again and again."""
    is_lead = piece[0] in LEAD_MARKS
    start, end = _trimmed(piece, int(is_lead), len(piece))
    note = _LEAD_NOTE.search(piece, start, end)
    if note:
        is_lead, end = True, note.start()
    if start >= end or _ASIDE.fullmatch(piece, start, end):
        return ()
    parts = (_trimmed(piece, begin, stop) for begin, stop in _unfused(piece, start, end))
    return tuple(
        NameSpan(first, last, _without_white(piece[first:last]), is_lead) for first, last in parts if first < last
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in "：:—–-"):
        start += 1
    word = _LEADING_WORDS.match(text, start, end)
    if word:
        start = word.end()
    while start < end and (text[end - 1].isspace() or text[end - 1] in "：:.．"):
        end -= 1
    if text.find("等", start, end) < 0:
        return start, end
    for others in AND_OTHERS:
        if text.endswith(others, start, end) and end - len(others) > start:
            return start, end - len(others)
    return (start, start) if text[start:end] in AND_OTHERS else (start, end)


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start > 2 * _LONGEST_NAME:
        yield start, end
        return
    for word in _AND.finditer(text, start, end):
        head = text[start : word.start()]
        ends_well = is_surely_unit if word.group() == "及" else ends_as_unit
        if head.lstrip(_LEVELS) in FIELDS_OF_DUTY:
            continue
        if len(head) > 1 and _is_balanced(head) and ends_as_unit(head) and ends_well(text[word.end() : end]):
            yield start, word.start()
            start = word.end()
    yield start, end


def _unfused(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """市残联市⏎人力社保局: names that ran together where a cell's line ended are parted at the next 市, 县 or 各."""
    for first, last in _parted(text, start, end):
        begin = first
        joints = _JOINT.finditer(text, first, last) if _WHITE.search(text, first, last) else ()
        for joint in joints:
            if joint.end() - begin > _SHORTEST and is_surely_unit(text[joint.end() : last]):
                yield begin, joint.end()
                begin = joint.end()
        yield begin, last


def _is_balanced(text: str) -> bool:
    return sum(char in _OPENING for char in text) == sum(char in _CLOSING for char in text)
