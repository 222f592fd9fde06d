"""What a body needs before it is rendered and after: no section is lost or empty, tables fit their paper."""

from itertools import cycle
from typing import TYPE_CHECKING, Final

from lxml.etree import SubElement

from luoshi.source.wordml import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_INSTRUCTION: Final = "{%p"
_PRINTED: Final = frozenset({W + "t", W + "tbl", W + "drawing", W + "pict", W + "object"})

_A3: Final = {11906: 16838, 16838: 23811}
"""The sides of A3 by those of A4, in twentieths of a point."""
_SLACK: Final = 20
_NARROW: Final = 850
"""The width of a column that holds a number or a name, in twentieths of a point."""


def free_sections(body: "_Element", style: str | None) -> None:
    """Let each section end in a paragraph of its own where it ends in an instruction, which is not printed.

    LibreOffice takes away the empty paragraph that ends a section and hangs the end on the one before. `style` is the
    key of that of the new paragraphs.
    """
    for section in list(body.iterfind(f"{W}p/{W}pPr/{W}sectPr")):
        paragraph = next(section.iterancestors(W + "p"))
        if _INSTRUCTION in "".join(node.text or "" for node in paragraph.iter(W + "t")):
            ending = SubElement(body, W + "p")
            properties = SubElement(ending, W + "pPr")
            if style is not None:
                SubElement(properties, W + "pStyle").set(W + "val", style)
            properties.append(section)
            paragraph.addnext(ending)


def drop_empty_sections(body: "_Element") -> None:
    """Take away the sections in which nothing is printed: each would be an empty page."""
    content: list[_Element] = []
    for block in list(body):
        section = block if block.tag == W + "sectPr" else block.find(f"{W}pPr/{W}sectPr")
        content.append(block)
        if section is None:
            continue
        if not any(map(_is_printed, content)):
            _drop(body, content)
        content = []


def _drop(body: "_Element", content: list["_Element"]) -> None:
    """Remove a section; where it is the last, the one before it becomes the last."""
    if content[-1].tag != W + "sectPr":
        for block in content:
            body.remove(block)
        return
    before = content[0].getprevious()
    section = None if before is None else before.find(f"{W}pPr/{W}sectPr")
    if before is not None and section is not None:
        for block in content:
            body.remove(block)
        body.append(section)


def _is_printed(block: "_Element") -> bool:
    return any(node.tag in _PRINTED and (node.tag != W + "t" or (node.text or "").strip()) for node in block.iter())


def fit_grids(body: "_Element") -> None:
    """Give the columns that are left in a table the whole width of those that the template had.

    Narrow ones keep theirs: a number or a name needs no more room beside fewer columns.
    """
    for table in body.iter(W + "tbl"):
        columns = table.findall(f"{W}tblGrid/{W}gridCol")
        cells = next((cells for row in table.iterfind(W + "tr") if len(cells := _widths(row)) == len(columns)), None)
        total = sum(map(_width, columns))
        if cells is None or not total or abs(sum(map(_width, cells)) - total) <= len(cells):
            continue
        widths = _stretched([_width(cell) for cell in cells], total)
        for column, width in zip(columns, widths, strict=True):
            column.set(W + "w", str(width))
        _fit_cells(table, widths)


def _stretched(widths: list[int], total: int) -> list[int]:
    """Widths that fill a total: to each its share of the rest by what it has beyond a narrow column."""
    beyond = [max(0, width - _NARROW) for width in widths]
    shares = beyond if any(beyond) else widths
    rest = (total - sum(widths)) / sum(shares)
    return [round(width + share * rest) for width, share in zip(widths, shares, strict=True)]


def _fit_cells(table: "_Element", widths: list[int]) -> None:
    """The widths of a table's cells by those of their columns; where none spans columns, each row is as the others."""
    cells = list(table.iter(W + "tcW"))
    if next(table.iter(W + "gridSpan"), None) is None and len(cells) % len(widths) == 0:
        for cell, width in zip(cells, cycle(map(str, widths)), strict=False):
            cell.set(W + "w", width)
        return
    for row in table.iterfind(W + "tr"):
        _fit_row(row, widths)


def _fit_row(row: "_Element", widths: list[int]) -> None:
    """The widths of a row's cells by those of the columns that they span."""
    start = 0
    for properties in row.iterfind(f"{W}tc/{W}tcPr"):
        span, width = properties.find(W + "gridSpan"), properties.find(W + "tcW")
        end = start + (1 if span is None else int(span.get(W + "val") or 1))
        if width is not None:
            width.set(W + "w", str(sum(widths[start:end])))
        start = end


def widen_paper(body: "_Element") -> None:
    """Give each section with a table that is wider than its sheet of A4 sheets of A3."""
    widest = 0
    for block in body:
        section = block if block.tag == W + "sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if block.tag == W + "tbl":
            width = block.find(f"{W}tblPr/{W}tblW")
            widest = max(widest, 0 if width is None else _width(width))
        paper = None if section is None else section.find(W + "pgSz")
        if paper is not None and widest > _width(paper):
            for side in ("w", "h"):
                paper.set(W + side, str(larger_side(int(paper.get(W + side) or 0))))
        widest = widest if section is None else 0


def larger_side(side: int) -> int:
    """The side of a sheet of A3 where that of A4 is `side` twentieths of a point; any other stays."""
    return next((larger for known, larger in _A3.items() if abs(known - side) <= _SLACK), side)


def _widths(row: "_Element") -> list["_Element"]:
    """The widths of a row's cells, none of which spans columns."""
    if row.find(f"{W}tc/{W}tcPr/{W}gridSpan") is not None:
        return []
    return row.findall(f"{W}tc/{W}tcPr/{W}tcW")


def _width(element: "_Element") -> int:
    return int(element.get(W + "w") or 0)
