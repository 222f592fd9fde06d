"""What the columns of a table hold, told by their headings and their cells together where the headings alone do not.

Words that are known decide, unless the cells can be nothing of the kind. Where they leave open who answers, or what is
to be done, the columns are told by their cells: what speaks for a breakdown is added up, and below `_ENOUGH` the table
is taken for something else.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from luoshi.language.lexicon.headings import (
    has_duty,
    heading_hint,
    is_foreign,
    is_neutral,
    names_body,
    stands_apart,
)
from luoshi.language.lexicon.labels import ANSWERING_FIELDS, SUBJECT_FIELDS, UNIT_FIELDS, Field
from luoshi.reading.tables.content import body_share, suits

_ENOUGH, _ENOUGH_ANNOUNCED = 4.0, 2.0
_MOSTLY = 0.75  # share of cells that tells a column of units or people
_NEARLY_ALL = 0.9
_DATED = 0.6
_PROMISED = 0.5
_DONE = 0.5
_SURELY = 0.8
_FEW = 0.2
_FEWEST_CELLS = 2
_REFUTING = 6  # cells by which a known heading is refuted
_LONGEST_NAME = 16
_REPEATED = 0.75  # below this share of different cells a column of short words heads several rows each
# 目标值, 今年要到 — but not 总投资 or 上年实绩
_NO_GOAL = re.compile(r"资|权重|[分得]分|上年|去年|实绩|基数|完成|[万亿]元|面积|规模|人数")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, the field that its words tell or None, and those of its cells that say something."""

    heading: str
    known: Field | None
    cells: tuple[str, ...]

    @property
    def hint(self) -> Field | None:
        """The field that the heading's smallest words speak for."""
        return heading_hint(self.heading)

    @property
    def length(self) -> float:
        """How long the cells are on the average."""
        return sum(map(len, self.cells)) / len(self.cells) if self.cells else 0.0

    @property
    def variety(self) -> float:
        """The share of cells that differ: a merged one stands in several rows."""
        return len(set(self.cells)) / len(self.cells) if self.cells else 1.0

    @property
    def is_filled(self) -> bool:
        """Whether there are cells enough to tell by; one is enough where the heading says which part its units have."""
        return len(self.cells) >= (1 if self.says_part else _FEWEST_CELLS)

    @property
    def says_part(self) -> bool:
        """Whether the heading says what bodies do for a task: 承接方, 助攻局."""
        return has_duty(self.heading) or self.hint in UNIT_FIELDS - {Field.RESPONSIBLE}

    def has(self, field: Field, least: float) -> bool:
        """Whether so great a share of the cells suits a field."""
        return self.is_filled and suits(self.cells, field) >= least

    @property
    def has_units(self) -> bool:
        """Whether the cells name units: surely, or by the ends of names under a heading of bodies (科室: 组织股)."""
        by_ends = self.is_filled and names_body(self.heading)
        return self.has(Field.RESPONSIBLE, _MOSTLY) or (by_ends and body_share(self.cells) >= _NEARLY_ALL)


Told = Mapping[int, Field | None]


def tell_fields(columns: Sequence[Column], *, is_announced: bool) -> Told:
    """The fields of columns of which their cells tell more than, or other than, their headings' words, by index.

    `is_announced` says that a title speaks of a breakdown. Empty where nothing is to be added, or nothing is sure.
    """
    corrected = dict(_misnamed([replace(each, cells=each.cells[:_REFUTING]) for each in columns]))
    known = with_fields(columns, corrected)
    fields = {each.known for each in known}
    if fields & SUBJECT_FIELDS and fields & ANSWERING_FIELDS:
        return corrected | dict(_added(known))
    told = _told(known)
    enough = _ENOUGH_ANNOUNCED if is_announced else _ENOUGH
    return corrected | told if weigh(with_fields(known, told)) >= enough else corrected


def with_fields(columns: Sequence[Column], told: Told) -> list[Column]:
    """The columns with what was told of them."""
    return [replace(each, known=told.get(index, each.known)) for index, each in enumerate(columns)]


def weigh(columns: Sequence[Column]) -> float:
    """How much speaks for it that a table with these columns breaks tasks down; 0 where it has no task or nobody."""
    fields = [each.known for each in columns]
    subjects = [_subject_weight(each) for each in columns if each.known in SUBJECT_FIELDS]
    answering = [_answering_weight(each) for each in columns if each.known in ANSWERING_FIELDS]
    if not subjects or not answering:
        return 0.0
    besides = (Field.DUE in fields) + (Field.PROGRESS in fields) + (Field.NUMBER in fields) / 2
    return max(subjects) + max(answering) + besides - 2 * sum(is_foreign(each.heading) for each in columns)


def _subject_weight(column: Column) -> float:
    return (column.hint is Field.TASK) + 2 * column.has(Field.TASK, _PROMISED)


def _answering_weight(column: Column) -> float:
    """A duty in the heading speaks for a breakdown, any other word beside 单位 (建设单位, 获奖单位) against it."""
    if column.known is Field.LEADER:
        return 1.5
    if has_duty(column.heading):
        return 3
    if is_neutral(column.heading):
        return 2
    return -0.5 if names_body(column.heading) else 1


def _misnamed(columns: Sequence[Column]) -> Iterator[tuple[int, Field | None]]:
    """Columns whose cells can be nothing of what the heading says: units under 责任人, people under 责任单位."""
    is_answered = any(each.known in ANSWERING_FIELDS for each in columns)
    subjects = sum(each.known in SUBJECT_FIELDS for each in columns)
    for index, column in enumerate(columns):
        if (
            column.known is Field.LEADER
            and column.has(Field.RESPONSIBLE, _MOSTLY)
            and not column.has(Field.LEADER, _FEW)
        ):
            yield index, Field.LEAD if "牵头" in column.heading else Field.RESPONSIBLE
        elif column.known in UNIT_FIELDS and _holds_people(column):
            yield index, Field.LEADER
        elif column.known in SUBJECT_FIELDS and subjects > 1 and names_body(column.heading) and column.has_units:
            yield index, None if is_answered else _role(column, Field.RESPONSIBLE)


def _holds_people(column: Column) -> bool:
    """Whether people stand under 责任单位; a village may be called as a person is (责任村：王庄)."""
    is_village = any(char in column.heading for char in "村镇乡街社")
    return not is_village and column.has(Field.LEADER, _SURELY) and not body_share(column.cells)


def _added(columns: Sequence[Column]) -> Iterator[tuple[int, Field]]:
    """Further columns of a table that its words tell, where heading and cells agree."""
    fields, first = {each.known for each in columns}, _first_subject(columns)
    for index, column in enumerate(columns):
        if column.known is None and not stands_apart(column.heading):
            yield from ((index, field) for field in _agreed(column, fields, is_before=index < first))


def _agreed(column: Column, fields: Container[Field | None], *, is_before: bool) -> Iterator[Field]:
    """The field at which a heading hints, where the cells agree with it and the table has none yet."""
    hint = column.hint
    is_open = hint not in fields
    if hint in UNIT_FIELDS and column.has_units:
        if column.says_part or not any(field in fields for field in UNIT_FIELDS):
            yield _role(column, Field.RESPONSIBLE)
    elif hint is Field.LEADER and column.has(hint, _MOSTLY):
        yield hint
    elif is_open and hint in {Field.DUE, Field.PROGRESS}:
        yield from (each for each in (hint,) if column.has(each, _DATED))
    elif is_open and hint is Field.SECTION and is_before and _is_grouping(column):
        yield hint


def _told(columns: Sequence[Column]) -> dict[int, Field]:
    """The fields of a table whose words tell no task, or nobody who answers."""
    told = dict(_unit_columns(columns))
    told |= dict.fromkeys(_task_columns(columns, told), Field.TASK)
    first = _first_subject(with_fields(columns, told))
    for index, column in enumerate(columns):
        if index in told or column.known is not None:
            continue
        field = _field_before(column) if index < first else _field_behind(column)
        is_taken = any(each.known is field for each in with_fields(columns, told))
        if field is not None and (field is Field.LEADER or not is_taken):
            told[index] = field
    return told


def _unit_columns(columns: Sequence[Column]) -> Iterator[tuple[int, Field]]:
    """The columns of units but for those that stand apart beside others; where none says its part the first answers."""
    is_answered = any(each.known in UNIT_FIELDS for each in columns)
    found = [(index, each) for index, each in enumerate(columns) if each.known is None and each.has_units]
    apt = [(index, each) for index, each in found if not stands_apart(each.heading)]
    if is_answered:
        apt, found = [(index, each) for index, each in apt if each.says_part], []
    for index, column in apt or found[:1]:
        field = _role(column, Field.COOPERATING if is_answered and not column.says_part else Field.RESPONSIBLE)
        is_answered = is_answered or field in {Field.LEAD, Field.RESPONSIBLE}
        yield index, field


def _role(column: Column, otherwise: Field) -> Field:
    hint = column.hint
    return hint if hint is not None and hint in UNIT_FIELDS - {Field.RESPONSIBLE} else otherwise


def _task_columns(columns: Sequence[Column], told: Mapping[int, Field]) -> Iterator[int]:
    """The columns that promise: all that say so, else the one whose cells promise most, else one that says so alone."""
    if any(each.known is Field.TASK and each.has(Field.TASK, _PROMISED) for each in columns):
        return
    is_named = any(each.known is Field.TASK for each in columns)
    free = [(index, each) for index, each in enumerate(columns) if index not in told and each.known is None]
    promising = [(index, each) for index, each in free if each.has(Field.TASK, _PROMISED)]
    said = [index for index, each in promising if each.hint is Field.TASK]
    best = max(promising, key=lambda pair: suits(pair[1].cells, Field.TASK) * pair[1].length, default=None)
    named = (index for index, each in free if each.hint is Field.TASK and each.is_filled)
    yield from said or ([best[0]] if best and not is_named else islice(named, not is_named))


def _field_before(column: Column) -> Field | None:
    """What a column in front of the tasks may be: their numbers, their names, or what they are grouped by."""
    if column.has(Field.NUMBER, _SURELY):
        return Field.NUMBER
    if column.hint is Field.LEADER and column.has(Field.LEADER, _MOSTLY):
        return Field.LEADER
    if not _is_grouping(column):
        return None
    return Field.SECTION if column.hint is Field.SECTION or column.variety < _REPEATED else Field.NAME


def _is_grouping(column: Column) -> bool:
    """Whether a column holds short words that may head or name tasks."""
    is_short = len(column.cells) >= _FEWEST_CELLS and column.length <= _LONGEST_NAME
    return is_short and not names_body(column.heading) and not column.has(Field.DUE, _DATED)


def _first_subject(columns: Sequence[Column]) -> int:
    return min((index for index, each in enumerate(columns) if each.known in SUBJECT_FIELDS), default=0)


def _field_behind(column: Column) -> Field | None:
    """What a column behind the tasks may be."""
    if column.has(Field.DUE, _DATED):
        return Field.DUE
    if column.hint is Field.LEADER and column.has(Field.LEADER, _MOSTLY):
        return Field.LEADER
    if column.has(Field.PROGRESS, _DONE if column.hint is Field.PROGRESS else _SURELY):
        return Field.PROGRESS
    is_goal = column.has(Field.FIGURE, _SURELY) and not _NO_GOAL.search(column.heading)
    return Field.FIGURE if is_goal and not is_foreign(column.heading) else None
