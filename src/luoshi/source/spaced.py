"""Tables that a text file sets out with spaces, as `pdftotext -layout` and old printers do → cells."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final
from unicodedata import east_asian_width

from luoshi.model import Cell
from luoshi.source.layout.alignment import find_table
from luoshi.source.layout.shapes import Fragment, GridCell, Line

# What stands between two gaps of a line: "牵头单位", "1", "新建公园 3个"
CHUNK: Final = re.compile(r"[^\s\u3000]+(?:[ \xa0][^\s\u3000]+)*")

# A heading of a column; a label with its value (牵头单位：市水利局) is none.
HEADING: Final = re.compile(r"[^。，；：:,;\d][^。，；：:,;]{0,15}")

SHORT_HEADING: Final = re.compile(r"[^。，；：:,;\d]{1,8}")

FEWEST_COLUMNS: Final = 3
FEWEST_ROWS: Final = 3
MOST_LINES: Final = 8
"""Lines of one row."""

MOST_BLANK: Final = 2
"""Empty lines that may stand between two rows."""

FEW_LINES: Final = 6
"""Lines looked at to find a table; as many again while all of them keep to its columns, so that time grows with it."""

EM: Final = 1.5
"""Columns of the screen that count as the size of the type, so that two spaces part columns and one does not."""


def take_spaced(texts: Sequence[str], start: int) -> tuple[tuple[Cell, ...], int]:
    """The cells of the table whose head is line `start` and the index behind it; no cells where none begins there."""
    if not _is_head(texts[start]):
        return _take_numbered(texts, start)
    most = FEW_LINES
    while True:
        lines = list(islice(_lines(texts, start), most))
        grid, count = find_table([line for _, line in lines])
        if count < most:
            break
        most *= 2
    end = lines[count - 1][0] + 1
    return (tuple(map(_cell, grid.cells)) if grid else ()), end


def _take_numbered(texts: Sequence[str], start: int) -> tuple[tuple[Cell, ...], int]:
    """Rows 1, 2, 3, … below a head, with one space where a cell ends: as they are copied out of a page.

    A row that has fewer cells than the head may go on in the next lines; else what is missing at its end was empty.
    """
    head = texts[start].split()
    if len(head) < FEWEST_COLUMNS or not all(map(SHORT_HEADING.fullmatch, head)):
        return (), start + 1
    rows, end = _numbered_rows(texts, start, head)
    complete = sum(len(row) == len(head) for row in rows[1:])
    if len(rows) < FEWEST_ROWS or 2 * complete < len(rows) - 1:
        return (), start + 1
    return tuple(Cell(row, column, text) for row, words in enumerate(rows) for column, text in enumerate(words)), end


def _numbered_rows(texts: Sequence[str], start: int, head: list[str]) -> tuple[list[list[str]], int]:
    """The head and the rows below it, and the index behind the last."""
    rows, end = [head], start + 1
    row: list[str] = []
    for index in range(start + 1, len(texts)):
        words = texts[index].split()
        if len(words) > 1 and words[0] == str(len(rows)):
            row = words
            rows.append(row)
            end = index + 1
        elif words and len(rows) > 1 and index < end + MOST_LINES and len(row) < len(head):
            row = [*row[:-1], row[-1] + words[0], *words[1:]]
        else:
            break
        if len(row) == len(head):
            rows[-1], end = row, index + 1
    return rows, end


def _is_head(text: str) -> bool:
    if "\t" in text or ("  " not in text and "\u3000" not in text):
        return False
    chunks = CHUNK.findall(text)
    return len(chunks) >= FEWEST_COLUMNS and all(map(HEADING.fullmatch, chunks))


def _lines(texts: Sequence[str], start: int) -> Iterator[tuple[int, Line]]:
    """The lines from `start` on with their indexes, up to a gap or a tab."""
    blank = 0
    for index in range(start, len(texts)):
        if not CHUNK.search(texts[index]):
            blank += 1
            if blank > MOST_BLANK:
                return
            continue
        if "\t" in texts[index]:
            return
        blank = 0
        yield index, _line(texts[index], index * EM)


def _line(text: str, base: float) -> Line:
    """A line with each chunk where it stands on the screen."""
    fragments: list[Fragment] = []
    column, position = 0, 0
    for found in CHUNK.finditer(text):
        column += _width(text[position : found.start()])
        width = _width(found.group())
        fragments.append(Fragment(found.group(), column, column + width, base, EM, found.start(), None))
        column, position = column + width, found.end()
    return Line(tuple(fragments), fragments[0].left, fragments[-1].right, base, EM)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def _cell(cell: GridCell) -> Cell:
    text = "\n".join(" ".join(fragment.text for fragment in line.fragments) for line in cell.lines)
    return Cell(cell.row, cell.column, text, cell.row_span, cell.column_span)
