"""What a body needs before it is rendered and after: no section is lost or empty, tables fit their paper."""

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
    """Give the columns that are left in a table the whole width of those that the template had."""
    for table in body.iter(W + "tbl"):
        columns = table.findall(f"{W}tblGrid/{W}gridCol")
        cells = next((cells for row in table.iterfind(W + "tr") if len(cells := _widths(row)) == len(columns)), None)
        total = sum(int(column.get(W + "w") or 0) for column in columns)
        if cells is None or not total or abs(sum(map(_width, cells)) - total) <= len(cells):
            continue
        scale = total / sum(map(_width, cells))
        for column, cell in zip(columns, cells, strict=True):
            column.set(W + "w", str(round(_width(cell) * scale)))
        for width in table.iter(W + "tcW"):
            width.set(W + "w", str(round(_width(width) * scale)))


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
