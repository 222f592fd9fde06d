"""The outline of a document: numbered items in their nesting, whatever mix of 一、（一）1.（1）① it is written in."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from enum import IntEnum

from luoshi.language.lexicon.labels import clause_field
from luoshi.language.names import find_names, is_surely_unit, is_unit_list
from luoshi.language.numerals import parse_numeral
from luoshi.model import Paragraph, Place, Quote, Source
from luoshi.reading.lone import LoneNumbers, find_lone_numbers
from luoshi.reading.part import leader_headings
from luoshi.reading.passage import clip, cut, paragraph_quote
from luoshi.reading.tables.inventory import Tables


class Form(IntEnum):
    """How an item is numbered, from the coarsest form to the finest; a title or a heading bears no number."""

    TITLE = 0
    CHAPTER = 1
    HEADING = 2
    CHINESE = 3
    CHINESE_BRACKET = 4
    DECIMAL = 5
    DEEP_DECIMAL = 6
    ARABIC = 7
    ARABIC_BRACKET = 8
    CIRCLED = 9


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered paragraph, its unnumbered followers (`more`), and the blocks of the tables that stand under it.

    `parent` is the index of the item that it stands under; `quote` is the text behind the number, `name` what may stand
    between the two.
    """

    form: Form
    number: int
    quote: Quote
    parent: int | None
    more: tuple[Quote, ...] = ()
    tables: tuple[int, ...] = ()
    name: Quote | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands before the first item, and the items in order."""

    preface: tuple[Quote, ...]
    items: tuple[Item, ...]


_CHINESE = "一二三四五六七八九十百〇零"
_MARKERS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (Form.CHAPTER, re.compile(rf"第(?P<number>[{_CHINESE}]{{1,4}})(?:部分|章|节|篇)[、：:\s]*")),
    (Form.HEADING, re.compile(rf"(?:任务|项目|事项|实事)(?P<number>[{_CHINESE}]{{1,4}}|\d{{1,3}})[：:]?$")),
    (Form.CHINESE, re.compile(rf"(?P<number>[{_CHINESE}]{{1,4}})[、.．]\s*")),
    (Form.CHINESE, re.compile(r"(?P<number>[Ⅰ-Ⅻ])[、.．]\s*")),
    (Form.CHINESE_BRACKET, re.compile(rf"[（(](?P<number>[{_CHINESE}]{{1,4}})[)）]\s*[、.．]?")),
    (
        Form.ARABIC,
        re.compile(r"(?:任务|事项|第)?(?P<number>\d{1,4})(?:[.．、](?!\d)|[:：](?=\D)|[条项][.．、：:\s])\s*"),
    ),
    (Form.ARABIC_BRACKET, re.compile(r"[（(]?(?P<number>\d{1,4})[)）]\s*[、.．]?")),
    (Form.CIRCLED, re.compile(r"(?P<number>[①-⑳㉑-㉟㊱-㊿])\s*")),
)
_LONG = 4  # figures: a number of so many may be a year
# ★3.新建… — a mark before the number stresses the task and leads nobody
_STRESS = frozenset("★☆▲△*＊※●◆■")
_BEFORE_FIGURE = re.compile(r"(?P<number>\d{1,4})[.．、](?=\d{1,4}(?:年|月|个|家|项|万|%|[^\d.．]))")
# 1.2做优服务业 — the number of a heading, not 1.2万亩
_DECIMAL = re.compile(
    r"\d{1,2}(?:[.．]\d{1,2}){0,2}[.．](?P<number>\d{1,2})[.．、]?\s*"
    r"(?=[\u4e00-\u9fff])(?![万亿千百个家项亩元名户倍公平米吨年月日号])"
)
# 1.1.2 推进企业技改扩能，技改投资增长15%。 — three levels are no figure, however long the text behind them is
_DEEP_DECIMAL = re.compile(r"\d{1,2}[.．]\d{1,2}[.．](?P<number>\d{1,2})[.．、]?\s*(?=[\u4e00-\u9fff“])(?![年月日号])")
# 打印本页 | 关闭窗口 — what a web page puts around a document
_AROUND = re.compile(
    r"打印(?:本|此)?页|关闭(?:窗口|本页)|分享到|字体：|【字号|浏览次数|网站标识码|ICP备|版权所有|扫一扫|当前位置|^主办：.{2,30}(?:承办：|备案)"
)
# 注：牵头单位按月报送进展 | 备注：…… — said of the whole list
_NOTE = re.compile(r"(?:备?注|说明|附注)[：:]")
_LONGEST_AROUND = 80
_LONGEST_HEADING = 30
_LONGEST_THEME = 16
_ITEM = re.compile(r"\d{1,3}[.．、](?!\d)|[（(]\d{1,3}[)）]|[①-⑳]")
_ANY_FIGURE = re.compile(r"[\d０-９①-⑳]|[（(]?[一二三四五六七八九十]{1,3}[、)）]")
_FIRST_ITEM = re.compile(r"1[.．、](?!\d)|[（(]1[)）]|①")
# 牵头单位： — what stands below it is its value
_LABEL_ALONE = re.compile(r"[\u4e00-\u9fff]{2,10}[：:]?")
# 【综合指标】
_BRACKETED_HEADING = re.compile(r"【(?P<text>[\u4e00-\u9fff“”、]{2,20})】")
_INNER_MARKS = re.compile(r"[。；;，,、：:▲（(【〔［|｜•]|\d[.．、]|[—–-]{2}|^注|^[>《]")

# 2026年3月1日 — below a signature
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")

# 完成时限12月底前 — a label with nothing between it and its date
_LIMIT = re.compile(r"[\u4e00-\u9fff]{0,6}(?:时限|时间|期限)\s?(?:\d|全年|年底|长期|持续)")

# What says that an unnumbered paragraph is a title that begins a part of its own
TitleTest = Callable[[str], bool]


def read_outline(source: Source, tables: Tables, *, is_title: TitleTest) -> Outline:
    """The items of a source; an unnumbered paragraph that `is_title` takes begins a new nest of items."""
    builder = _Builder()
    lone, first = find_lone_numbers(_texts(source)), _first_heading(source)
    over_groups, over_units = leader_headings(source) | lone.headings, _unit_headings(source)
    for index, block in enumerate(source.blocks):
        if index in tables.grids:
            builder.table(index)
        if index in tables.grids or index in tables.absorbed or not isinstance(block, Paragraph):
            continue
        quote = paragraph_quote(source, index)
        if _is_aside(quote.text) or index in lone.around:
            continue
        found = _numbered_above(source, index, lone) or _marked(quote, builder)
        if found is not None:
            builder.item(*found)
        elif index in over_groups:
            builder.item(Form.HEADING, 0, quote)
        elif index in over_units:
            builder.item(Form.HEADING, 0, clip(quote, 0, len(quote.text), "：:"))
        elif is_title(quote.text):
            builder.title(quote)
        elif index == first or (builder.takes_headings and is_heading(quote.text)):
            builder.item(Form.HEADING, 0, quote)
        else:
            builder.follower(quote)
    return builder.outline()


def _numbered_above(source: Source, index: int, lone: LoneNumbers) -> tuple[Form, int, Quote, Quote | None] | None:
    """A paragraph whose number stands alone above it, with what names it."""
    if index not in lone.items:
        return None
    number, name = lone.items[index]
    named = None if name is None else paragraph_quote(source, name)
    return Form.ARABIC, number, paragraph_quote(source, index), named


def _marked(quote: Quote, builder: "_Builder") -> tuple[Form, int, Quote] | None:
    """The numbering of a paragraph, or the text of a heading in 【】."""
    headed = _BRACKETED_HEADING.fullmatch(quote.text)
    if headed and clause_field(headed["text"]) is None:
        return Form.HEADING, 0, cut(quote, *headed.span("text"))
    return find_marker(quote, following=builder.last_number + 1, counted=builder.counted)


def _texts(source: Source) -> list[str]:
    """The paragraphs of a source, tables left blank."""
    return [block.text if isinstance(block, Paragraph) else "" for block in source.blocks]


def _is_aside(text: str) -> bool:
    """Whether a paragraph stands around the list: what a web page adds, or a note."""
    return bool(_NOTE.match(text)) or (len(text) <= _LONGEST_AROUND and bool(_AROUND.search(text)))


def _unit_headings(source: Source) -> frozenset[int]:
    """Paragraphs that hold a unit's name alone above a list that begins anew: 区教育局 / 1.新建学校3所."""
    texts = _texts(source)
    triples = zip(("", *texts), texts, texts[1:], strict=False)
    found = frozenset(
        index
        for index, (above, text, below) in enumerate(triples)
        if len(text) <= _LONGEST_HEADING
        and _FIRST_ITEM.match(below)
        and not (_LABEL_ALONE.fullmatch(above) and clause_field(above.rstrip("：:")))
        and is_unit_list(text)
        and text[-1] not in "，,、"
        and not (text[-1] in "：:" and len(find_names(text)) > 1)
    )
    return found if len(found) > 1 else frozenset()


def _first_heading(source: Source) -> int | None:
    """The words alone above the first item, where words like them stand above items further down: 产业发展 / 4.…."""
    texts = _texts(source)
    first = next((index for index, below in enumerate(texts[1:]) if _FIRST_ITEM.match(below)), 0)
    if not first or not _is_theme(texts[first]):
        return None
    behind = zip(texts[first + 1 :], texts[first + 2 :], strict=False)
    return first if any(_ITEM.match(below) and _is_theme(text) for text, below in behind) else None


def _is_theme(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_THEME and is_heading(text) and not _ANY_FIGURE.search(text)


def find_marker(
    quote: Quote, *, following: int | None = None, counted: Container[tuple[Form, int]] = frozenset()
) -> tuple[Form, int, Quote] | None:
    """The numbering that a paragraph begins with, and the text behind it.

    1.3月底前完成… is number 1 where `following`, the number that is next in turn, is 1. 1000. is a number where 999. is
    among those `counted`, and not the year of 2026、2027年….
    """
    start = 1 if quote.text[:1] in _STRESS else 0
    deep = _DEEP_DECIMAL.match(quote.text)
    if deep:
        return Form.DEEP_DECIMAL, int(deep["number"]), clip(quote, deep.end(), len(quote.text))
    decimal = _DECIMAL.match(quote.text)
    if decimal and len(quote.text) <= _LONGEST_HEADING and "。" not in quote.text:
        return Form.DECIMAL, int(decimal["number"]), clip(quote, decimal.end(), len(quote.text))
    figure = _BEFORE_FIGURE.match(quote.text)
    if figure and int(figure["number"]) == following:
        return Form.ARABIC, following, clip(quote, figure.end(), len(quote.text))
    for form, pattern in _MARKERS:
        found = pattern.match(quote.text, start)
        if found and _is_number(form, found["number"], counted):
            number = _ordinal(found["number"])
            return None if number is None else (form, number, clip(quote, found.end(), len(quote.text)))
    return None


def is_heading(text: str) -> bool:
    """A short line of words alone that is neither a label nor a name."""
    is_words = not _INNER_MARKS.search(text) and not _DATE.fullmatch(text) and not _LIMIT.match(text)
    return len(text) <= _LONGEST_HEADING and is_words and not is_surely_unit(text)


def _is_number(form: Form, text: str, counted: Container[tuple[Form, int]]) -> bool:
    return len(text) < _LONG or not text.isdecimal() or (form, int(text) - 1) in counted


def _ordinal(text: str) -> int | None:
    for first, last in ("①⑳", "ⅠⅫ"):
        if first <= text <= last:
            return ord(text) - ord(first) + 1
    value = parse_numeral(text)
    return None if value is None else int(value)


class _Builder:
    """Gathers items while the paragraphs go by: a numbering form seen before closes all that it enclosed."""

    def __init__(self) -> None:
        self._preface: list[Quote] = []
        self._items: list[tuple[Form, int, Quote, int | None]] = []
        self._names: dict[int, Quote] = {}
        self._more: list[list[Quote]] = []
        self._tables: list[list[int]] = []
        self._open: list[int] = []
        self.counted: set[tuple[Form, int]] = set()

    @property
    def last_number(self) -> int:
        """The number of the last item in Arabic figures, 0 where none is open."""
        numbers = [self._items[index][1] for index in self._open if self._items[index][0] is Form.ARABIC]
        return numbers[-1] if numbers else 0

    @property
    def takes_headings(self) -> bool:
        """Whether an item stands above that is no label, whose value would stand on the lines below."""
        return bool(self._items) and clause_field(self._items[-1][2].text) is None

    def item(self, form: Form, number: int, quote: Quote, name: Quote | None = None) -> None:
        self.counted.add((form, number))
        self._close(form)
        if name:
            self._names[len(self._items)] = name
        self._add(form, number, quote)

    def title(self, quote: Quote) -> None:
        self._open.clear()
        self._add(Form.TITLE, 0, quote)

    def table(self, index: int) -> None:
        if not self._items:
            self._add(Form.TITLE, 0, Quote("", Place(index, 0, 0)))
        self._tables[-1].append(index)

    def follower(self, quote: Quote) -> None:
        (self._more[-1] if self._items else self._preface).append(quote)

    def outline(self) -> Outline:
        if not self._items and self._preface:
            self._add(Form.TITLE, 0, Quote("", self._preface[0].place))
            self._more[-1].extend(self._preface)
        items = (
            Item(form, number, quote, parent, tuple(more), tuple(tables), self._names.get(index))
            for index, ((form, number, quote, parent), more, tables) in enumerate(
                zip(self._items, self._more, self._tables, strict=True)
            )
        )
        return Outline(tuple(self._preface), tuple(items))

    def _add(self, form: Form, number: int, quote: Quote) -> None:
        self._items.append((form, number, quote, self._open[-1] if self._open else None))
        self._more.append([])
        self._tables.append([])
        self._open.append(len(self._items) - 1)

    def _close(self, form: Form) -> None:
        """An item of a form that is open already stands beside it; a new form stands under what is open."""
        forms = [self._items[index][0] for index in self._open]
        if form in forms:
            del self._open[forms.index(form) :]
        elif form in {Form.HEADING, Form.CHAPTER}:
            while self._open and self._items[self._open[-1]][0] > form:
                self._open.pop()


def ancestors(items: Sequence[Item], index: int) -> tuple[int, ...]:
    """The items that item `index` stands under, the nearest first."""
    found = []
    parent = items[index].parent
    while parent is not None:
        found.append(parent)
        parent = items[parent].parent
    return tuple(found)
