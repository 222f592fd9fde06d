"""DOCX → blocks: paragraphs as Word draws them, with their numbers, and tables with their spans, in one pass."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from luoshi.errors import Damaged
from luoshi.model import Paragraph, Table
from luoshi.source.archive import unpack
from luoshi.source.notes import PARTS, Notes, notes_at, read_notes
from luoshi.source.numbering import Counts, Numbering, draw_mark, read_numbering
from luoshi.source.runs import PAGE_END, RENDERED_END, read_hidden_styles, read_runs
from luoshi.source.titles import read_title_styles
from luoshi.source.tree import read_tree
from luoshi.source.wordgrid import read_cells
from luoshi.source.wordml import MC, W, transitional, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

# The part that holds the body: "word/document.xml", or "word/document2.xml" from some programs.
BODY: Final = re.compile(r"word/document\d{0,2}\.xml")

# Parts that tell how the body is numbered and set, and its notes.
BESIDE: Final = frozenset({"word/numbering.xml", "word/styles.xml", *PARTS})

# Elements that wrap paragraphs and tables without being either.
WRAPPERS: Final = frozenset({W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"})

PAGE_MARK: Final = re.compile(f"([{PAGE_END}{RENDERED_END}])")
LEADING_MARKS: Final = re.compile(rf"[\n{PAGE_END}{RENDERED_END}]*")


@dataclass(frozen=True, slots=True)
class Manner:
    """What the reading of a paragraph depends on beside the paragraph."""

    numbering: Numbering
    counts: Counts
    hidden: frozenset[str]
    titles: frozenset[str]
    notes: Notes


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """Blocks of a Word document, with the pages that Word last drew. Raises `Damaged`, `Encrypted`, `TooLarge`."""
    parts = unpack(content, lambda name: name in BESIDE or bool(BODY.fullmatch(name)))
    bodies = [name for name in sorted(parts) if BODY.fullmatch(name)]
    trees = {name: read_tree(transitional(part)) for name, part in parts.items()}
    body = trees[bodies[0]].find(W + "body") if bodies else None
    if body is None:
        raise Damaged("文件里没有正文，可能没有保存完整，请用 Word、WPS 打开后另存再导入。")
    styles = trees.get("word/styles.xml")
    numbering = read_numbering(trees.get("word/numbering.xml"), styles)
    hidden = read_hidden_styles(styles)
    manner = Manner(numbering, Counts(), hidden, read_title_styles(styles), read_notes(trees, hidden))
    try:
        return tuple(paginate(list(_read_content(body, manner))))
    except RecursionError:
        raise Damaged("文件里的表格层层嵌套过深，请把表格拆开后另存再导入。") from None


def paginate(drawn: list[str | Table]) -> Iterator[Paragraph | Table]:
    """Lines and tables with the page each begins on, or none where no page end is known."""
    page = 1
    is_fresh = False
    has_pages = any(isinstance(item, str) and PAGE_MARK.search(item) for item in drawn)
    for item in drawn:
        if isinstance(item, Table):
            is_fresh = False
            yield replace(item, page=page if has_pages else None)
            continue
        begun, page, is_fresh = _turn_pages(item, page, is_fresh=is_fresh)
        text = PAGE_MARK.sub("", item).rstrip()
        if text or not PAGE_MARK.search(item):
            yield Paragraph(text, begun if has_pages else None)


def _turn_pages(text: str, page: int, *, is_fresh: bool) -> tuple[int, int, bool]:
    """The page on which `text` begins, the page after it, and whether nothing stands on that page yet.

    Word notes a page that its author ended a second time where it drew the next one.
    """
    begun = None
    for piece in PAGE_MARK.split(text):
        if piece in (PAGE_END, RENDERED_END):
            page += 0 if is_fresh and piece == RENDERED_END else 1
            is_fresh = piece == PAGE_END
        elif piece.strip():
            begun = begun or page
            is_fresh = False
    return begun or page, page, is_fresh


def _read_content(container: "_Element", manner: Manner) -> Iterator[str | Table]:
    """Lines and tables in a body, a cell or a text box."""
    for child in container:
        if child.tag == W + "p":
            yield from _read_paragraph(child, manner)
        elif child.tag == W + "tbl":
            yield from _read_table(child, manner)
        elif child.tag in WRAPPERS:
            yield from _read_content(child, manner)
        elif child.tag == MC + "AlternateContent":
            yield from _read_content(child[0], manner) if len(child) else ()


def _read_paragraph(paragraph: "_Element", manner: Manner) -> Iterator[str]:
    """The lines of a paragraph, then the notes that are set to it, and the lines of the text boxes in it."""
    properties = paragraph.find(W + "pPr")
    text, boxes = read_runs(paragraph, manner.hidden)
    is_deleted = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
    if text.strip() or not is_deleted:
        mark = draw_mark(manner.numbering, manner.counts, properties)
        leading = LEADING_MARKS.match(text)
        start = leading.end() if leading else 0
        drawn = text[:start] + mark + text[start:]
        yield from [drawn.replace("\n", "")] if value_of(properties, "pStyle") in manner.titles else drawn.split("\n")
    yield from notes_at(paragraph, manner.notes)
    for box in boxes:
        yield from _lines(_read_content(box, manner))


def _read_table(table: "_Element", manner: Manner) -> Iterator[str | Table]:
    """A table between the page ends that stand before and inside it."""
    rows = read_cells(table, lambda cell: "\n".join(_lines(_read_content(cell, manner))))
    ends = [max((_ends(cell.text) for cell in row), key=len, default="") for row in rows]
    starts_page = bool(rows and rows[0]) and PAGE_MARK.match(rows[0][0].text) is not None
    cells = (replace(cell, text=PAGE_MARK.sub("", cell.text).strip()) for row in rows for cell in row)
    if starts_page:
        yield ends[0][0]
    yield Table(tuple(cells))
    yield from filter(None, ["".join(ends)[1 if starts_page else 0 :]])


def _ends(text: str) -> str:
    return "".join(PAGE_MARK.findall(text))


def _lines(content: Iterable[str | Table]) -> Iterator[str]:
    """Lines, those of nested tables cell by cell."""
    for item in content:
        if isinstance(item, str):
            yield item
        else:
            yield from (cell.text for cell in item.cells if cell.text)
