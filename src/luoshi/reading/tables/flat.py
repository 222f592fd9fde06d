"""Tables flattened to one cell a line — as copied out of a web page — raised to grids again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from luoshi.language.lexicon.labels import SUBJECT_FIELDS, UNIT_FIELDS, Field, column_field
from luoshi.model import Paragraph, Source
from luoshi.reading.passage import paragraph_quote
from luoshi.reading.tables.grid import EMPTY, Grid, Row, Slot

_LONGEST_HEADING = 12
_FEWEST_COLUMNS = 3
_FEWEST_KNOWN = 3
_MARKS = "。；，,：:、"
# 一、经济发展 | （二）民生保障
_BANNER = re.compile(r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])[^。；]+$")
_LONGEST_BANNER = 40
_WRAPPED = 3
_MOST_LINES = 4  # lines a cell, on the average of a row


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A grid made of paragraphs `start:end` of the source; where it is not sure, its headings are not known as such."""

    grid: Grid
    start: int
    end: int
    is_sure: bool = True


def find_flat_tables(source: Source) -> tuple[FlatTable, ...]:
    """The flattened tables of a source: a run of headings, then runs of lines that begin with 1, 2, 3, …

    Between the rows headings of sections (一、经济发展) may stand, behind which the numbers may begin again.
    """
    texts = [block.text if isinstance(block, Paragraph) else None for block in source.blocks]
    found: list[FlatTable] = []
    index = 0
    while index < len(texts):
        width, is_sure = _head_width(texts, index)
        table = _table(source, texts, index, width) if width else None
        if table is not None and not is_sure:
            table = replace(table, is_sure=False)
        if table is not None:
            found.append(table)
        index = table.end if table is not None else index + 1
    return tuple(found)


def _head_width(texts: Sequence[str | None], start: int) -> tuple[int, bool]:
    """How many headings stand one below the other at `start`, the first of them a number's; 0 when they are none.

    And whether their words are known.
    """
    if column_field(texts[start] or "") is not Field.NUMBER:
        return 0, False
    end = start
    while end < len(texts) and _is_heading(texts[end]):
        end += 1
    if end - start < _FEWEST_COLUMNS:
        return 0, False
    fields = [column_field(text or "") for text in texts[start:end]]
    known = set(fields) - {None}
    says_who = known & (UNIT_FIELDS | {Field.PROGRESS})
    enough = len([each for each in fields if each]) >= _FEWEST_KNOWN
    return end - start, bool(enough and says_who and known & SUBJECT_FIELDS)


def _is_heading(text: str | None) -> bool:
    return (
        text is not None
        and 0 < len(text) <= _LONGEST_HEADING
        and not text.isdigit()
        and not any(mark in text for mark in _MARKS)
    )


def _table(source: Source, texts: Sequence[str | None], start: int, width: int) -> FlatTable | None:
    body = start + width
    starts = _row_starts(texts, start, body)
    if not starts or starts[0] != body or _is_banner(texts[starts[-1]]):
        return None
    if _are_wrapped([after - before for before, after in pairwise(starts)], width):
        return None
    ends = [*starts[1:], min(starts[-1] + width, _run_end(texts, starts[-1]))]
    rows: list[Row] = [_slots(source, start, body, width)]
    for first, last in zip(starts, ends, strict=True):
        head = next((index for index in range(first, last) if texts[index] == texts[start]), last)
        rows.append(_slots(source, first, head, width))
    return FlatTable(Grid(start, tuple(rows), (1,) * len(rows)), start, ends[-1])


def _are_wrapped(lines: Sequence[int], width: int) -> bool:
    """Whether many rows have more lines than the table has columns: nobody can tell where their cells end."""
    return _WRAPPED * sum(each > width for each in lines) > len(lines)


def _row_starts(texts: Sequence[str | None], head: int, body: int) -> list[int]:
    """Where the lines “1”, “2”, “3”, … stand, in their order, and the headings right above some of them."""
    starts: list[int] = []
    number = 0
    longest = _MOST_LINES * (body - head)
    for index in range(body, _run_end(texts, body)):
        is_below_banner = index - 1 in starts[-1:] and _is_banner(texts[index - 1])
        if texts[index] == str(number + 1) or (is_below_banner and texts[index] == "1"):
            starts.append(index)
            number = int(texts[index] or 0)
        elif _is_banner(texts[index]) and index + 1 < len(texts) and texts[index + 1] in {str(number + 1), "1"}:
            starts.append(index)
        elif index - (starts[-1] if starts else body) > longest:
            break
    return starts


def _is_banner(text: str | None) -> bool:
    return text is not None and len(text) <= _LONGEST_BANNER and _BANNER.match(text) is not None


def _run_end(texts: Sequence[str | None], start: int) -> int:
    return next((index for index in range(start, len(texts)) if texts[index] is None), len(texts))


def _slots(source: Source, start: int, end: int, width: int) -> Row:
    """The lines of a row; where cells were empty there are fewer lines than columns, and `align` finds their places."""
    slots = [Slot(paragraph_quote(source, index)) for index in range(start, end)]
    return tuple(slots[:width] + [EMPTY] * (width - len(slots)))
