"""The mended document block by block, its marks in place and its margin beside it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from luoshi.language.days import day_words
from luoshi.model import Document, Paragraph, Place, Source, Table
from luoshi.writing.page.entries import Entry
from luoshi.writing.page.grid import write_table
from luoshi.writing.page.margin import write_notes
from luoshi.writing.page.passages import Passage, mark_text

# “一、”, “（二）”, “3.” before a heading: “一、市长牵头的重点工作”
_ORDINAL = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]")
# Within so many blocks one is still in the document's head
_HEAD_BLOCKS = 6
# A title's line has at least so many characters: “的通知” has not
_SHORTEST_TITLE = 4

Spot = tuple[int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Looks:
    """Lines that are set apart, without white space: the title's parts, signatures, headings."""

    title: str
    doc_number: str
    signed: frozenset[str]
    headings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """What is written onto the paper: passages by block, row and column; entries by the block where they begin."""

    passages: Mapping[Spot, Sequence[Passage]]
    entries: Mapping[int, Sequence[Entry]]
    looks: Looks


def _spot(place: Place) -> Spot:
    return place.block, place.row, place.column


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _looks(document: Document, headings: Sequence[str]) -> Looks:
    day = document.issued_on
    signed = {_squeezed(document.issuer or ""), day_words(day) if day else ""}
    return Looks(
        _squeezed(document.title or ""),
        _squeezed(document.doc_number or ""),
        frozenset(signed - {""}),
        frozenset(map(_squeezed, headings)),
    )


def _look(index: int, text: str, looks: Looks) -> str:
    """The class of a line; an issuer's name is part of the title when it stands at the document's head."""
    line = _squeezed(text)
    if len(line) < _SHORTEST_TITLE:
        return ""
    if line in looks.signed and index > _HEAD_BLOCKS:
        return "is-signed"
    if line in looks.title or line == looks.doc_number:
        return "is-title"
    return "is-heading" if line in looks.headings or _ORDINAL.sub("", line, count=1) in looks.headings else ""


def lay_out(
    passages: Sequence[Passage], entries: Sequence[Entry], document: Document, headings: Sequence[str]
) -> Layout:
    """Sort passages and entries to the places where they are written."""
    by_spot: defaultdict[Spot, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_spot[_spot(passage.mark.place)].append(passage)
    by_block: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_block[entry.place.block].append(entry)
    return Layout(by_spot, by_block, _looks(document, headings))


def _paragraph(index: int, paragraph: Paragraph, look: str, layout: Layout) -> str:
    classes = f' class="{look}"' if look else ""
    return f"<p{classes}>{mark_text(paragraph.text, layout.passages.get((index, None, None), ()))}</p>"


def _table(index: int, table: Table, layout: Layout) -> str:
    marked = {
        (cell.row, cell.column): mark_text(cell.text, layout.passages.get((index, cell.row, cell.column), ()))
        for cell in table.cells
    }
    return write_table(table, marked, layout.entries.get(index, ()))


def _page_sign(page: int | None, before: int | None) -> str:
    return "" if page is None or page == before else f'<span class="page" id="p{page}">第 {page} 页</span>'


def _stretch(blocks: Sequence[str], sign: str, notes: str) -> str:
    paper = f'<div class="paper">{"".join(blocks)}</div>'
    return f'<div class="stretch"><div class="gutter">{sign}</div>{paper}<div class="margin">{notes}</div></div>'


def _wide_stretch(table: str, sign: str) -> str:
    return f'<div class="stretch is-wide"><div class="gutter">{sign}</div><div class="paper">{table}</div></div>'


def write_paper(source: Source, layout: Layout) -> Iterator[str]:
    """One stretch of paper a task, from where it begins to the next task or heading; a table is one of its own."""
    blocks: list[str] = []
    sign, notes, page = "", "", None
    for index, block in enumerate(source.blocks):
        entries = layout.entries.get(index, ())
        new_sign, page = _page_sign(block.page, page), block.page or page
        look = "" if isinstance(block, Table) else _look(index, block.text, layout.looks)
        if blocks and (entries or new_sign or look or isinstance(block, Table) or not notes):
            yield _stretch(blocks, sign, notes)
            blocks, sign, notes = [], "", ""
        if isinstance(block, Table):
            yield _wide_stretch(_table(index, block, layout), new_sign)
        elif block.text.strip():
            blocks.append(_paragraph(index, block, look, layout))
            sign, notes = sign or new_sign, notes or write_notes(entries)
    if blocks:
        yield _stretch(blocks, sign, notes)


def source_facts(source: Source) -> str:
    """Which file this is, for the foot of the page."""
    return f"{escape(source.name)}　sha256 {escape(source.sha256)}"
