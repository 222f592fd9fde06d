"""The head of a table → what each of its columns holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from luoshi.language.lexicon.labels import UNIT_FIELDS, Field, clause_field, column_field
from luoshi.reading.grid import Grid, Row, texts
from luoshi.reading.passage import tight

_SUBJECTS = frozenset({Field.TASK, Field.NAME})
_PREDICATES = UNIT_FIELDS | {Field.PROGRESS, Field.TOTAL, Field.LEADER, Field.DUE}
_DEEPEST_HEAD = 4  # rows
_LONGEST_HEADING = 24
_FIGURE = re.compile(r"[\d０-９.,，%％万亿]+|[/／—\-–－]|[（(]?无任务[)）]?")
# 柯山区, 各镇, 市本级, 经开区 — how the heading of a district's column ends
_DISTRICT = re.compile(r"(?:区|县|市|旗|镇|乡|街道|本级|新城|开发区|管委会|园区|农场|林场|直属|高新|经开)$")


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds (`None`: a district's share or nothing known) and what its heading says."""

    fields: tuple[Field | None, ...]
    headings: tuple[str, ...]
    districts: frozenset[int]
    head: tuple[str, ...]  # the texts of the first head row, by which a repeated head is known

    def index(self, field: Field) -> int | None:
        """The first column of a field."""
        return self.fields.index(field) if field in self.fields else None

    def indexes(self, field: Field) -> tuple[int, ...]:
        return tuple(index for index, each in enumerate(self.fields) if each is field)


def find_columns(grid: Grid) -> tuple[Columns, int] | None:
    """The columns of a table and the index of its first body row, or None when it has no head of the genre."""
    for index, row in enumerate(grid.rows[: _DEEPEST_HEAD * 3]):
        if _is_head(row):
            end = index + _head_height(grid, index)
            return _columns(grid, index, end), end
    return None


def is_repeated_head(row: Row, columns: Columns) -> bool:
    """Whether a row is the table's head once more, as at the top of a page."""
    return tuple(tight(text) for text in texts(row)) == columns.head or _is_head(row)


def _is_head(row: Row) -> bool:
    cells = [text for text in texts(row) if text]
    if any(len(tight(text)) > _LONGEST_HEADING for text in cells):
        return False
    fields = {column_field(text) for text in cells}
    named = len(fields - {None})
    return named > 1 and bool(fields & _SUBJECTS) and bool(fields & (_PREDICATES | {Field.NUMBER}))


def _head_height(grid: Grid, index: int) -> int:
    """How many rows the head has: what its merged cells span, or the rows below that hold only more headings."""
    height = min(grid.spans[index], _DEEPEST_HEAD)
    if height > 1:
        return height
    head = texts(grid.rows[index])
    while height < _DEEPEST_HEAD and index + height < len(grid.rows):
        below = texts(grid.rows[index + height])
        if not _is_lower_head(head, below):
            break
        height += 1
    return height


def _is_lower_head(head: Sequence[str], below: Sequence[str]) -> bool:
    """A second head row: headings of parts of a merged heading, nothing under the number and the task."""
    filled = [index for index, text in enumerate(below) if text]
    if len(filled) < 2 or any(_FIGURE.fullmatch(tight(below[index])) for index in filled):  # noqa: PLR2004
        return False
    fields = {column_field(head[index]) for index in filled if index < len(head) and head[index] != below[index]}
    return not fields & {Field.NUMBER, *UNIT_FIELDS} and all(len(below[index]) <= _LONGEST_HEADING for index in filled)


def _columns(grid: Grid, start: int, end: int) -> Columns:
    rows = [texts(row) for row in grid.rows[start:end]]
    stacks = [[text for text in stack if text] for stack in zip_longest(*rows, fillvalue="")]
    fields = [_field(stack) for stack in stacks]
    headings = tuple(tight(stack[-1]) if stack else "" for stack in stacks)
    fields = _one_measure(_one_task(fields, headings), headings)
    body = [texts(row) for row in grid.rows[end : end + 60]]
    districts = frozenset(
        index
        for index, field in enumerate(fields)
        if field is None and headings[index] and _is_district(headings[index], [_at(row, index) for row in body])
    )
    return Columns(tuple(fields), headings, districts, tuple(tight(text) for text in rows[0]))


def _field(stack: Sequence[str]) -> Field | None:
    """The lowest heading decides, then those above it."""
    for heading in reversed(stack):
        field = column_field(heading)
        if field is Field.TOTAL or (field is not None and heading is stack[-1]):
            return field
    lower = [text for text in stack if not _DISTRICT.search(tight(text))]
    return next((field for text in reversed(lower) if (field := clause_field(text))), None)


def _one_task(fields: list[Field | None], headings: Sequence[str]) -> list[Field | None]:
    """A table without a task column tells the task by its name; a total's heading may speak of the task (全市任务)."""
    if Field.TASK not in fields and Field.NAME in fields:
        fields[fields.index(Field.NAME)] = Field.TASK
    if Field.TASK not in fields and Field.SECTION in fields and len(headings) > 1:
        fields[fields.index(Field.SECTION)] = Field.TASK
    return fields


def _one_measure(fields: list[Field | None], headings: Sequence[str]) -> list[Field | None]:
    """A column headed just 单位 beside columns of named units holds the measure word of the quota."""
    others = [field for field, heading in zip(fields, headings, strict=True) if heading != "单位"]
    if not UNIT_FIELDS & set(others):
        return fields
    return [Field.MEASURE if heading == "单位" else field for field, heading in zip(fields, headings, strict=True)]


def _is_district(heading: str, cells: Sequence[str]) -> bool:
    filled = [tight(text) for text in cells if text]
    figures = sum(1 for text in filled if _FIGURE.fullmatch(text))
    return bool(_DISTRICT.search(heading)) or (bool(filled) and 2 * figures >= len(filled))


def _at(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""
