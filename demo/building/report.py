"""The Government Work Report as a letter, from a Markdown text of titles, bylines, headings and paragraphs."""

from datetime import date

from demo.building import letter as page
from docx.document import Document as Letter
from docx.shared import Pt

HEADINGS = {"##": page.HEADING, "###": page.SUBHEADING}


def write_report(text: str, author: str, delivered: date) -> bytes:
    """Return the Markdown `text` as the bytes of a .docx file."""
    lines = [line for line in text.splitlines() if line.strip(" >")]
    title = lines[0].removeprefix("# ")
    letter = page.open_letter(title, author, delivered)
    page.add_line(letter, title, page.TITLE, page.CENTER).paragraph_format.space_after = Pt(14)
    for line in lines[1:]:
        _write_line(letter, line)
    return page.close_letter(letter)


def _write_line(letter: Letter, line: str) -> None:
    mark, _, rest = line.partition(" ")
    if mark == ">":
        page.add_line(letter, rest, page.BYLINE, page.CENTER)
    elif mark in HEADINGS:
        page.add_paragraph(letter, rest, HEADINGS[mark])
    else:
        page.add_paragraph(letter, line)
