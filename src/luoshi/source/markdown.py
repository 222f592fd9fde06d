"""Markdown → blocks: the words as they were before someone converted the document, and its tables."""

import re
from typing import Final

from luoshi.model import Cell, Paragraph, Table
from luoshi.source.encoding import decode
from luoshi.source.html import read_page
from luoshi.source.markup import plain_text
from luoshi.source.text import Line, gather, split_lines

# "## 二、重点任务 ##": heading levels of converted documents mean nothing, so only the words stay.
HEADING: Final = re.compile(r"^ {0,3}#{1,6}(?:[ \t]+|$)")
HEADING_END: Final = re.compile(r"(?<=\S)[ \t]+#+$")

# "- 新建公园3个", "* …", "+ …"; "1. …" stays as printed.
BULLET: Final = re.compile(r"^[ \t]{0,12}[-*+] +(?:\[[ xX]\] +)?")

# "> 引文"
QUOTATION: Final = re.compile(r"^ {0,3}> ?")

# A line across the page: --- or * * * or =====
RULE: Final = re.compile(r"^ {0,3}(?:-[- ]{2,}|\*[* ]{2,}|_[_ ]{2,}|={3,}) *$")

FENCE: Final = re.compile(r"^ {0,3}(?:```|~~~)")

# "| --- | :-: |", the line under the head of a pipe table.
SEPARATOR: Final = re.compile(r"^ {0,3}\|?[ :]*-[-: ]*(?:\|[-: ]*)+$")

# A pipe that ends a cell: not the one in "a\|b".
PIPE: Final = re.compile(r"(?<!\\)\|")

# A picture ![图](a.png) or a link [通知](https://example.org/a)
LINK: Final = re.compile(r"!?\[(?P<text>[^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?: \"[^\"\n]{0,200}\")?\)")

# "**▲**", "__重点__", "*注*", "~~旧~~", "`编号`"; the blanks of a form, "____", stay.
STRONG: Final = re.compile(r"(?P<mark>\*\*|__|~~)(?=[^\s*_~])(?P<text>[^*_~\n]{1,2000})(?P=mark)")
EMPHASIS: Final = re.compile(r"(?<![*\w\\])\*(?=[^\s*])(?P<text>[^*\n]{1,2000})(?<=\S)\*(?!\*)")
CODE: Final = re.compile(r"`(?P<text>[^`\n]{1,2000})`")

# A line without any of these has no such marks.
MARK: Final = re.compile(r"[*_~`\[\\]")

# "\*", "1\."
ESCAPE: Final = re.compile(r"\\(?P<text>[!-/:-@\[-`{-~])")

TABLE_START: Final = re.compile(r"^ {0,3}<table\b", re.IGNORECASE)
TABLE_END: Final = re.compile(r"</table\s{0,9}>", re.IGNORECASE)


def read_blocks(content: bytes) -> tuple[Paragraph | Table, ...]:
    """Blocks of a Markdown file; each line of it is a paragraph. Raises `UnknownFormat` when it is no text."""
    lines = split_lines(decode(content))
    blocks: list[Paragraph | Table] = []
    plain: list[Line] = []
    index = 0
    while index < len(lines):
        found, end = _take_table(lines, index)
        if found:
            blocks += [*gather(tuple(plain)), *found]
            plain.clear()
        elif not (RULE.match(lines[index].text) or FENCE.match(lines[index].text)):
            plain += [Line(text, lines[index].page) for text in strip_line(lines[index].text)]
        index = end
    return (*blocks, *gather(tuple(plain)))


def strip_line(text: str) -> list[str]:
    """What one line says without the marks of Markdown, on several lines where HTML inside breaks it."""
    words = QUOTATION.sub("", text)
    words = HEADING_END.sub("", HEADING.sub("", words)) if HEADING.match(words) else BULLET.sub("", words)
    if "\t" in words.strip():
        return ["\t".join(map(strip_marks, words.split("\t")))]
    return strip_marks(words).split("\n")


def strip_marks(text: str) -> str:
    """`text` without emphasis, links, escapes and inline HTML."""
    if not MARK.search(text):
        return plain_text(text)
    stripped = LINK.sub(r"\g<text>", text)
    for mark in (CODE, STRONG, STRONG, EMPHASIS):
        stripped = mark.sub(r"\g<text>", stripped)
    return ESCAPE.sub(r"\g<text>", plain_text(stripped))


def _take_table(lines: tuple[Line, ...], start: int) -> tuple[tuple[Paragraph | Table, ...], int]:
    """The table that begins at line `start`, if one does, and the index of the line behind what was read."""
    if TABLE_START.match(lines[start].text):
        return _take_html(lines, start)
    if start + 1 < len(lines) and "|" in lines[start].text and SEPARATOR.match(lines[start + 1].text):
        return _take_pipes(lines, start)
    return (), start + 1


def _take_pipes(lines: tuple[Line, ...], start: int) -> tuple[tuple[Table], int]:
    end = start + 2
    while end < len(lines) and "|" in lines[end].text:
        end += 1
    rows = [lines[start], *(line for line in lines[start + 2 : end] if not SEPARATOR.match(line.text))]
    cells = (
        Cell(row, column, strip_marks(text.replace("\\|", "|")).strip())
        for row, line in enumerate(rows)
        for column, text in enumerate(split_pipes(line.text))
    )
    return (Table(tuple(cells), page=lines[start].page),), end


def split_pipes(line: str) -> list[str]:
    """The cells of a row: `| a | b |` and `a | b` hold two each."""
    parts = PIPE.split(line.strip())
    first = 1 if not parts[0].strip() else 0
    last = -1 if len(parts) > first + 1 and not parts[-1].strip() else None
    return parts[first:last]


def _take_html(lines: tuple[Line, ...], start: int) -> tuple[tuple[Paragraph | Table, ...], int]:
    """A table written as HTML, up to the line of its last “</table>” (tables may hold tables)."""
    depth = 0
    end = start
    while end < len(lines):
        depth += len(re.findall("<table", lines[end].text, re.IGNORECASE)) - len(TABLE_END.findall(lines[end].text))
        end += 1
        if depth <= 0:
            break
    return read_page("\n".join(line.text for line in lines[start:end])), end
