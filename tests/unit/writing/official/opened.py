"""What stands in a written Word file: its paragraphs with their styles, its tables, its raw parts."""

import io
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Opened
from docx.shared import Mm
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(content: bytes) -> Opened:
    return Document(io.BytesIO(content))


def lines(content: bytes) -> list[tuple[str, str]]:
    """(style, text) of every paragraph outside tables that has a text."""
    paragraphs = opened(content).paragraphs
    return [(each.style.name, each.text) for each in paragraphs if each.style and each.style.name and each.text]


def styled(content: bytes, style: str) -> list[str]:
    """The texts in a style."""
    return [text for name, text in lines(content) if name == style]


def rows(content: bytes, table: int = 0) -> list[list[str]]:
    """The cells of a table by rows, their lines joined; what is merged stands in each of its places."""
    return [["".join(cell.text.split("\n")) for cell in row.cells] for row in opened(content).tables[table].rows]


def part(content: bytes, name: str) -> etree._Element:
    with ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def pages(content: bytes) -> list[tuple[int, ...]]:
    """Of each section: width and height of the paper, left, top, right and bottom margin, in whole millimetres."""
    names = ("page_width", "page_height", "left_margin", "top_margin", "right_margin", "bottom_margin")
    return [tuple(round(getattr(each, name) / Mm(1)) for name in names) for each in opened(content).sections]
