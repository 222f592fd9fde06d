"""Plain text → blocks: a paragraph a physical line, and a table where tabs, borders or gaps cut neighbouring lines."""

import re
from typing import Final, NamedTuple

from luoshi.model import Cell, Paragraph, Table
from luoshi.source.encoding import decode
from luoshi.source.frame import find_frame, take_frame
from luoshi.source.markup import plain_text
from luoshi.source.spaced import take_spaced

# Word writes a numbered paragraph so when it saves plain text: "1.<tab>新建公园3个", "（一）<tab>…".
LIST_ITEM: Final = re.compile(
    r"^([ \t　]*(?:\d{1,4}[.．、)）]|[（(]?[一二三四五六七八九十百\d]{1,5}[、)）]|[•·●◆■]))\t(?=[^\t]*$)"
)

# 二、重点项目（12项）
_BANNER: Final = re.compile(r"[ \t　]*[（(]?[一二三四五六七八九十]{1,3}[、)）][^\t。；：]{2,40}")
_COUNTED_ROW: Final = re.compile(r"\s*\d{1,4}\t")
_FEWEST_TABS: Final = 2

SLACK: Final = 2
"""Cells that a row may lose or gain against its table where a merged cell was."""


class Line(NamedTuple):
    """A physical line without its end; `page` counts from 1 where the text has page ends."""

    text: str
    page: int | None


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """Blocks of a text file in any of the encodings of `encoding`. Raises `UnknownFormat` when it is no text."""
    return gather(split_lines(decode(content)))


def split_lines(text: str) -> tuple[Line, ...]:
    """Lines of `text` without trailing white space (tabs cut cells and stay); each "\\f" begins a page."""
    sheets = text.split("\f")
    if len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()
    has_pages = "\f" in text
    return tuple(
        Line(_trim(line), number if has_pages else None)
        for number, sheet in enumerate(sheets, 1)
        for line in sheet.removesuffix("\n").split("\n")
    )


def gather(lines: tuple[Line, ...]) -> tuple[Paragraph | Table, ...]:
    """Paragraphs and tables of `lines` in order."""
    blocks: list[Paragraph | Table] = []
    texts = [line.text for line in lines]
    index = 0
    while index < len(lines):
        end = take_frame(texts, index)
        if end > index:
            framed = find_frame(texts[index:end])
            blocks += [Table(framed, page=lines[index].page)] if framed else map(_paragraph, lines[index:end])
        else:
            found, end = _unframed(lines, texts, index)
            blocks += found
        index = end
    return tuple(blocks)


def _unframed(lines: tuple[Line, ...], texts: list[str], start: int) -> tuple[list[Paragraph | Table], int]:
    """The table of tabbed or spaced lines that begins at `start`, or the paragraphs there, and the index behind."""
    rows, end = take_tabbed(lines, start)
    if len(rows) > 1:
        return [_table(rows)], end
    cells, end = take_spaced(texts, start)
    if cells:
        return [Table(cells, page=lines[start].page)], end
    return list(map(_paragraph, lines[start:end])), end


def take_tabbed(lines: tuple[Line, ...], start: int) -> tuple[list[Line], int]:
    """The run of tabbed lines that begins at `start`, and the index behind it.

    Blank lines inside are passed over where the next row has about as many tabs: a page end leaves them.
    """
    rows: list[Line] = []
    end = index = start
    widest = 0
    while index < len(lines):
        line = lines[index]
        tabs = line.text.count("\t")
        if _is_row(line.text, widest) and (index == end or _is_similar(tabs, widest)):
            rows.append(line)
            widest = max(widest, tabs)
            end = index + 1
        elif rows and _is_banner(lines, index, widest):
            rows.append(line)
            end = index + 1
        elif line.text.strip() or not rows:
            break
        index += 1
    return rows, end


def _is_banner(lines: tuple[Line, ...], index: int, widest: int) -> bool:
    """A numbered heading within a table (二、重点项目): the row right behind it goes on counting."""
    if widest < _FEWEST_TABS or not _BANNER.fullmatch(lines[index].text) or index + 1 == len(lines):
        return False
    following = lines[index + 1].text
    return bool(_COUNTED_ROW.match(following)) and abs(following.count("\t") - widest) <= SLACK


def _is_row(text: str, widest: int) -> bool:
    """Tabs before the text only indent it, unless a table already stands above."""
    stripped = text.lstrip("\t 　")
    return "\t" in stripped or (widest > 1 and bool(stripped) and text.startswith("\t\t"))


def _is_similar(tabs: int, widest: int) -> bool:
    """Rows lose a cell or two where a merged cell was; another table has half or twice the columns."""
    return abs(tabs - widest) <= SLACK or (tabs <= 2 * widest and widest <= 2 * tabs)


def _paragraph(line: Line) -> Paragraph:
    return Paragraph(line.text, line.page)


def _table(rows: list[Line]) -> Table:
    cells = tuple(
        Cell(row, column, plain_text(text).strip())
        for row, line in enumerate(rows)
        for column, text in enumerate(line.text.split("\t"))
    )
    return Table(cells, page=rows[0].page)


def _trim(line: str) -> str:
    """`line` without trailing white space; trailing tabs stay, for they hold the places of empty cells."""
    if "\t" not in line:
        return line.rstrip()
    listed = LIST_ITEM.sub(r"\1 ", line)
    return listed.rstrip(" \u3000\xa0") if "\t" in listed and listed.strip() else listed.rstrip()
