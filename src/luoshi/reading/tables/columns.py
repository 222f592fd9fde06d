"""The head of a table → what each of its columns holds."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from luoshi.language.lexicon.labels import (
    ANSWERING_FIELDS,
    SUBJECT_FIELDS,
    UNIT_FIELDS,
    Field,
    clause_field,
    column_field,
)
from luoshi.language.names import ends_as_unit, is_surely_unit
from luoshi.model import Role
from luoshi.patterns import lazily
from luoshi.reading.passage import tight
from luoshi.reading.tables.content import filled_cells, is_promise
from luoshi.reading.tables.grid import Grid, Row, texts
from luoshi.reading.tables.meaning import Column, tell_fields, weigh, with_fields

_PREDICATES = ANSWERING_FIELDS | {Field.PROGRESS, Field.TOTAL, Field.DUE}
_FEWEST_HEADINGS = 2
_DEEPEST_HEAD = 4  # rows
_LONGEST_HEADING = 24
_TELLING = 16  # body rows by which columns are told whose headings are new
_FEWEST_COLUMNS = 2
_LONGEST_OPEN = 14
_SENTENCE = re.compile(r"[。；，,;]|[：:]$")
_SAMPLE = 60  # body rows by which a column is known
_FIGURE = re.compile(r"[\d０-９.,，%％万亿]+|[/／—\-–－]|[（(]?无任务[)）]?")
# 任务 | 子任务
_SUB_TASK = re.compile(r"子|分项|[二三]级")
# 工作任务 | 具体举措
_MEASURES = re.compile("举措|措施|内容|目标|任务|事项|工作")
_YEAR = re.compile(r"(?P<year>20\d{2})年")
# 6.5 | 8以上 | ≥60 | 12户 | 增长6%左右 — what an indicator is to reach
_GOAL = lazily(
    r"(?:增长|下降|提高|降低|达到|[≥≤><＞＜约]=?|不低于|不少于|不超过|不高于){0,2}[\d０-９][\d０-９.,，]*"
    r"(?:[%％‰]|[万亿]?[\u4e00-\u9fff]{0,2}(?:[/／][\u4e00-\u9fff]{1,4})?)(?:以上|以下|以内|左右)?"
)
_LONGEST_GOAL = 16
_FEWEST_DISTRICTS = 2
# 一、优化产业结构 | （二）扩大内需 — a heading, though it stands in a cell
_CATEGORY = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[)）])(?P<theme>[^。；;]{2,36})"
)
_SAYS_LEAD = re.compile("牵头|主办")
_LONGEST_NAME = 16
MARKS = {
    **dict.fromkeys(("▲", "★", "●", "◎", "牵头", "主办", "主责"), Role.LEAD),
    **dict.fromkeys(("○", "△", "☆", "◇", "配合", "协办", "参与"), Role.COOPERATING),
    **dict.fromkeys(("√", "✓", "责任"), Role.RESPONSIBLE),
}
"""What a mark under a unit's name says of its role."""
_DIGIT = re.compile(r"[\d０-９]")
# 柯山区, 各镇, 市本级, 经开区 — how the heading of a district's column ends
_NO_DISTRICT = re.compile(r"季度|月|年|率|比|进度|分值|权重|得分|计划|完成")
_DISTRICT = re.compile(r"(?:区|县|市|旗|镇|乡|街道|本级|新城|开发区|管委会|园区|农场|林场|直属|高新|经开)$")


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds (`None`: a district's share or nothing known) and what its heading says."""

    fields: tuple[Field | None, ...]
    headings: tuple[str, ...]
    districts: frozenset[int]
    head: tuple[str, ...]  # the texts of the first head row, by which a repeated head is known
    top: int = 0  # the row of the grid that the head begins at
    units: frozenset[int] = frozenset()  # columns headed by a unit's name, with marks of its role below
    told: frozenset[int] = frozenset()  # columns known by what their cells hold rather than by their headings
    weight: float = 0.0  # how much speaks for it that the table breaks tasks down

    def index(self, field: Field) -> int | None:
        """The first column of a field."""
        return self.fields.index(field) if field in self.fields else None

    def indexes(self, field: Field) -> tuple[int, ...]:
        return tuple(index for index, each in enumerate(self.fields) if each is field)


def find_columns(grid: Grid, *, is_announced: bool = False) -> tuple[Columns, int] | None:
    """The columns of a table and the index of its first body row, or None when it has no head of the genre.

    `is_announced` says that what stands above the table speaks of a breakdown.
    """
    index = _head_row(grid)
    if index is None:
        return None
    end = index + _head_height(grid, index)
    return replace(_columns(grid, index, end, is_announced=is_announced), top=index), end


def has_head(grid: Grid) -> bool:
    """Whether a table has a head of the genre."""
    return _head_row(grid) is not None


def _head_row(grid: Grid) -> int | None:
    rows = enumerate(grid.rows[: _DEEPEST_HEAD * 3])
    return next((index for index, row in rows if _is_head(texts(row))), None)


def tell_columns(grid: Grid, *, is_announced: bool, may_lack_head: bool = False) -> tuple[Columns, int] | None:
    """The columns of a table whose head says nothing that is known, where its cells tell that it is a breakdown.

    Of a head that may have one row or several, as many are taken as speak most for it; there may be none at all.
    """
    top = next((index for index, row in enumerate(grid.rows[:_DEEPEST_HEAD]) if _may_be_head(texts(row))), None)
    ends = [] if top is None else [(top, top + height) for height in range(1, _head_height(grid, top) + 1)]
    told = [(_columns(grid, *rows, is_announced=is_announced), rows) for rows in ends]
    if may_lack_head and grid.rows:
        headless = _columns(grid, 0, 0, is_announced=is_announced)
        told += [(headless, (0, 0))] if _promises(texts(grid.rows[0]), headless) else []
    sure = [(replace(columns, top=rows[0]), rows[1]) for columns, rows in told if _is_told(columns)]
    return max(sure, key=lambda pair: pair[0].weight, default=None)


def _promises(cells: Sequence[str], columns: Columns) -> bool:
    """Whether the first row of a table holds a task already."""
    index = columns.index(Field.TASK)
    return index is not None and is_promise(_at(cells, index))


def _is_told(columns: Columns) -> bool:
    fields = set(columns.fields)
    return bool(columns.told and fields & SUBJECT_FIELDS and fields & ANSWERING_FIELDS)


def _may_be_head(cells: Sequence[str]) -> bool:
    """Whether a row holds short headings, all of them different, and no figures or names."""
    filled = [tight(text) for text in cells if text]
    is_wide = len(filled) >= _FEWEST_COLUMNS and 2 * len(filled) > len(cells)
    return is_wide and len(set(filled)) == len(filled) and all(map(_may_be_heading, filled))


def _may_be_heading(text: str) -> bool:
    return len(text) <= _LONGEST_OPEN and not _SENTENCE.search(text) and not _FIGURE.fullmatch(text)


def is_repeated_head(cells: Sequence[str], columns: Columns) -> bool:
    """Whether the texts of a row are the table's head once more, as at the top of a page."""
    is_same = len(cells) == len(columns.head) and all(map(_is_heading, cells, columns.head))
    return is_same or _is_head(cells)


def _is_heading(text: str, heading: str) -> bool:
    return tight(text) == heading


def _is_head(cells: Sequence[str]) -> bool:
    """Whether cells are headings of the genre: none of them is long, or a sentence."""
    if any("。" in text or (len(text) > _LONGEST_HEADING and len(tight(text)) > _LONGEST_HEADING) for text in cells):
        return False
    fields = {column_field(text) for text in cells if text}
    named = len(fields - {None})
    return named > 1 and bool(fields & SUBJECT_FIELDS) and bool(fields & (_PREDICATES | {Field.NUMBER}))


def _head_height(grid: Grid, index: int) -> int:
    """How many rows the head has: what its merged cells span, or the rows below that hold only more headings."""
    height = min(grid.spans[index], _DEEPEST_HEAD)
    if height > 1:
        return height
    head = texts(grid.rows[index])
    while height < _DEEPEST_HEAD and index + height < len(grid.rows):
        below = grid.rows[index + height]
        if _is_one_text(below) or not _is_lower_head(head, texts(below)):
            break
        height += 1
    return height


def _is_one_text(row: Row) -> bool:
    """Whether one cell fills the row: 一、主要预期指标 below the head."""
    return len({id(slot.quote) for slot in row if slot.text}) == 1


def _is_lower_head(head: Sequence[str], below: Sequence[str]) -> bool:
    """A second head row: headings of parts of a merged heading, nothing under the number and the task."""
    filled = [index for index, text in enumerate(below) if text]
    if len(filled) < _FEWEST_HEADINGS or any(_FIGURE.fullmatch(tight(below[index])) for index in filled):
        return False
    if all(column_field(below[index]) for index in filled):
        return True
    fields = {column_field(head[index]) for index in filled if index < len(head) and head[index] != below[index]}
    return not fields & {Field.NUMBER, *UNIT_FIELDS} and all(len(below[index]) <= _LONGEST_HEADING for index in filled)


def _columns(grid: Grid, start: int, end: int, *, is_announced: bool) -> Columns:
    rows = [texts(row) for row in grid.rows[start:end]] or [("",) * grid.width]
    stacks = [[text for text in stack if text] for stack in zip_longest(*rows, fillvalue="")]
    while start < end and stacks and not stacks[-1]:
        stacks.pop()
    fields = [_field(stack) for stack in stacks]
    headings = tuple(tight(stack[-1]) if stack else "" for stack in stacks)
    body = [texts(row) for row in grid.rows[end : end + _SAMPLE] if not _is_one_text(row)]
    told, weight = _told(fields, headings, body, is_announced=is_announced)
    fields = [told.get(index, field) for index, field in enumerate(fields)]
    fields = _figured(_one_lead(_current(fields, headings), headings), body)
    fields = _named(fields, headings, body, told=told)
    fields = _one_measure(_one_task(fields, headings), headings, body)
    fields = _totalled(fields, headings, body)
    has_total = Field.TOTAL in fields
    unknown = [index for index, field in enumerate(fields) if field is None and headings[index]]
    districts = frozenset(
        index
        for index in unknown
        if _is_district(headings[index], [_at(row, index) for row in body], has_total=has_total)
    )
    units = frozenset(index for index in unknown if _is_unit(headings[index], [_at(row, index) for row in body]))
    head = tuple(tight(text) for text in rows[0] if start < end)
    return Columns(tuple(fields), headings, districts - units, head, units=units, told=frozenset(told), weight=weight)


def _told(
    fields: Sequence[Field | None], headings: Sequence[str], body: Sequence[Sequence[str]], *, is_announced: bool
) -> tuple[Mapping[int, Field | None], float]:
    """What the cells of the columns tell besides their headings, and how much then speaks for a breakdown."""
    sample = body[:_TELLING]
    columns = [
        Column(heading, field, filled_cells(_at(row, index) for row in sample))
        for index, (heading, field) in enumerate(zip(headings, fields, strict=True))
    ]
    told = tell_fields(columns, is_announced=is_announced)
    return told, weigh(with_fields(columns, told))


def _field(stack: Sequence[str]) -> Field | None:
    """The lowest heading decides, then those above it."""
    for heading in reversed(stack):
        field = column_field(heading)
        if field is Field.TOTAL or (field is not None and heading is stack[-1]):
            return field
    above = (clause_field(text) for text in reversed(stack[:-1]) if not _DISTRICT.search(tight(text)))
    return next((field for field in above if field in UNIT_FIELDS), None)


def _current(fields: list[Field | None], headings: Sequence[str]) -> list[Field | None]:
    """2025年完成情况 beside 2026年目标 tells what was done before, and no progress."""
    years = [int(found["year"]) if (found := _YEAR.search(heading)) else 0 for heading in headings]
    return [
        None if field is Field.PROGRESS and 0 < year < max(years) else field
        for field, year in zip(fields, years, strict=True)
    ]


def _one_lead(fields: list[Field | None], headings: Sequence[str]) -> list[Field | None]:
    """Beside a column of those who lead (牵头单位) one of 主要责任单位 leads nobody."""
    leads = [index for index, field in enumerate(fields) if field is Field.LEAD]
    if any(_SAYS_LEAD.search(headings[index]) for index in leads):
        for index in leads:
            if not _SAYS_LEAD.search(headings[index]):
                fields[index] = Field.RESPONSIBLE
    return fields


def _figured(fields: list[Field | None], body: Sequence[Sequence[str]]) -> list[Field | None]:
    """Figures under 年度目标值 are what the indicator beside them is to reach, and tell no task."""
    subjects = [index for index, field in enumerate(fields) if field in SUBJECT_FIELDS]
    for index in subjects[1:]:
        filled = [text for row in body if (text := tight(_at(row, index)))]
        figures = sum(1 for text in filled if _GOAL.fullmatch(text))
        if fields[index] is Field.TASK and 2 * figures > len(filled) and max(map(len, filled)) <= _LONGEST_GOAL:
            fields[index] = Field.FIGURE
    return fields


def _totalled(fields: list[Field | None], headings: Sequence[str], body: Sequence[Sequence[str]]) -> list[Field | None]:
    """Plain figures under 年度目标 are the total of what the districts behind them are to do."""
    districts = [index for index, heading in enumerate(headings) if fields[index] is None and _DISTRICT.search(heading)]
    if Field.TOTAL in fields or Field.FIGURE not in fields or len(districts) < _FEWEST_DISTRICTS:
        return fields
    index = fields.index(Field.FIGURE)
    filled = [text for row in body if (text := tight(_at(row, index)))]
    if index < districts[0] and all(map(_FIGURE.fullmatch, filled)):
        fields[index] = Field.TOTAL
    return fields


def _named(
    fields: list[Field | None], headings: Sequence[str], body: Sequence[Sequence[str]], *, told: Container[int]
) -> list[Field | None]:
    """Short words without a figure under 工作任务 only name what 具体举措 promises; numbered ones head it."""
    tasks = [index for index, field in enumerate(fields) if field is Field.TASK]
    if len(tasks) > 1 and (tasks[1] in told or _MEASURES.search(headings[tasks[1]])) and Field.NAME not in fields:
        names, measures = ([tight(_at(row, index)) for row in body] for index in tasks[:2])
        if Field.SECTION not in fields and any(names) and all(_CATEGORY.fullmatch(name) for name in names if name):
            fields[tasks[0]] = Field.SECTION
        elif all(map(is_mere_name, names)) and _tell_more(measures, names):
            fields[tasks[0]] = Field.NAME
    return fields


def _tell_more(measures: Sequence[str], names: Sequence[str]) -> bool:
    """Whether texts say much more than the names beside them, or more where a name holds several of them."""
    is_parted = len(set(names)) < len(names) and len(set(measures)) == len(measures)
    return sum(map(len, measures)) > (1 if is_parted else 2) * sum(map(len, names))


def is_mere_name(text: str) -> bool:
    """Whether a text is too short for a promise and has no figure."""
    return len(text) <= _LONGEST_NAME and not _DIGIT.search(text)


def _one_task(fields: list[Field | None], headings: Sequence[str]) -> list[Field | None]:
    """A table without a task column tells the task by its name; a total's heading may speak of the task (全市任务)."""
    tasks = [heading for heading, field in zip(headings, fields, strict=True) if field is Field.TASK]
    if len(tasks) > 1 and (tasks[0].endswith("名称") or any(map(_SUB_TASK.match, tasks[1:]))):
        fields[fields.index(Field.TASK)] = Field.NAME
    if Field.TASK not in fields and Field.NAME in fields:
        fields[fields.index(Field.NAME)] = Field.TASK
    if Field.TASK not in fields and Field.SECTION in fields and len(headings) > 1:
        fields[fields.index(Field.SECTION)] = Field.TASK
    return fields


def _one_measure(
    fields: list[Field | None], headings: Sequence[str], body: Sequence[Sequence[str]]
) -> list[Field | None]:
    """A column headed just 单位 in which no unit is named holds the measure words of the quotas."""
    for index, heading in enumerate(headings):
        if heading == "单位" and not any(is_surely_unit(tight(_at(row, index))) for row in body):
            fields[index] = Field.MEASURE
    return fields


def _is_district(heading: str, cells: Sequence[str], *, has_total: bool) -> bool:
    """A district by the end of its name, or beside a total by the figures under it."""
    if _DISTRICT.search(heading):
        return True
    filled = [tight(text) for text in cells if text]
    figures = sum(1 for text in filled if _FIGURE.fullmatch(text))
    return has_total and bool(filled) and 2 * figures >= len(filled) and not _NO_DISTRICT.search(heading)


def _is_unit(heading: str, cells: Sequence[str]) -> bool:
    """市财政局 over cells with ▲, ○ or nothing: a table of duties with a column a unit."""
    filled = [tight(text) for text in cells if text]
    return ends_as_unit(heading) and bool(filled) and all(text in MARKS for text in filled)


def _at(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""
