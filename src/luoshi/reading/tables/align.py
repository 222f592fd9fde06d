"""Rows whose merged cells were lost, put back into their columns: which cell belongs under which heading.

A row is aligned with the columns at the least cost: a cell under a heading that it does not fit, a column left without
a cell (its merged cell was lost) and a cell left over (padding, or a surplus figure) each cost something.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from luoshi.language.lexicon.labels import UNIT_FIELDS, Field
from luoshi.reading.tables.columns import Columns
from luoshi.reading.tables.shapes import shape_of

_SURPLUS_COST = 30
_PAD_COST = 2
_TROUBLE = 30  # the cost above which a row is not taken as it stands

_LOST_COST = {
    Field.SECTION: 10,
    Field.NUMBER: 10,
    Field.LEAD: 14,
    Field.COOPERATING: 14,
    Field.LEADER: 14,
    Field.DUE: 16,
}
_LOST_COST_ELSE = 40


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each column the index of its cell, or None; the cells that are left over; whether anything moved."""

    cells: tuple[int | None, ...]
    surplus: tuple[int, ...]
    is_shifted: bool


def align(row: Sequence[str], columns: Columns) -> Alignment:
    """The cheapest way to put the cells of a row under the headings of its table."""
    width = len(columns.fields)
    kinds = [shape_of(text) for text in row]
    if _cost_as_printed(kinds, columns) < _TROUBLE and not any(row[width:]):
        return Alignment(tuple(index if index < len(row) else None for index in range(width)), (), is_shifted=False)
    cells = _cheapest(kinds, columns)
    used = set(cells)
    surplus = tuple(index for index, text in enumerate(row) if index not in used and text)
    is_shifted = any(cell is not None and cell != column for column, cell in enumerate(cells) if row[cell or 0])
    return Alignment(cells, surplus, is_shifted=is_shifted)


def _cost_as_printed(kinds: Sequence[str], columns: Columns) -> int:
    """What a row costs as it stands; what an unknown heading has below it (1-2月: 立项) does not count."""
    known = (index for index, field in enumerate(columns.fields) if field or index in columns.districts)
    return sum(_misfit(kinds[index], columns, index) for index in known if index < len(kinds))


def _cheapest(kinds: Sequence[str], columns: Columns) -> tuple[int | None, ...]:
    """Needleman–Wunsch over cells and columns; of equal ways the one that fills the columns further left."""
    lost = [_lost(columns, column) for column in range(len(columns.fields))]
    cost = [list(accumulate(lost, initial=0))]
    for kind in kinds:
        above, left_over = cost[-1], _left_over(kind)
        row = [above[0] + left_over]
        for column, lost_here in enumerate(lost):
            as_printed = above[column] + _misfit(kind, columns, column)
            row.append(min(as_printed, row[column] + lost_here, above[column + 1] + left_over))
        cost.append(row)
    return _traced(cost, kinds, columns)


def _traced(cost: list[list[int]], kinds: Sequence[str], columns: Columns) -> tuple[int | None, ...]:
    cells: list[int | None] = [None] * len(columns.fields)
    cell, column = len(kinds), len(columns.fields)
    while cell and column:
        here = cost[cell][column]
        if here == cost[cell][column - 1] + _lost(columns, column - 1):
            column -= 1
        elif here == cost[cell - 1][column] + _left_over(kinds[cell - 1]):
            cell -= 1
        else:
            cell, column = cell - 1, column - 1
            cells[column] = cell
    return tuple(cells)


def _lost(columns: Columns, column: int) -> int:
    field = columns.fields[column]
    return _LOST_COST_ELSE if field is None else _LOST_COST.get(field, _LOST_COST_ELSE)


def _left_over(kind: str) -> int:
    return (
        _PAD_COST if kind == "blank" else _SURPLUS_COST if kind in {"figure", "number", "none"} else 2 * _SURPLUS_COST
    )


_NUMBER_MISFIT = {"number": 0, "code": 0, "blank": 2, "short": 30, "figure": 30}
_SECTION_MISFIT = {"short": 0, "people": 0, "blank": 2, "long": 30, "units": 20}
_TASK_MISFIT = {"long": 0, "everywhere": 0, "short": 5, "people": 8, "blank": 10, "units": 20}
_NAME_MISFIT = _TASK_MISFIT | {"blank": 2}
_TOTAL_MISFIT = {"number": 0, "figure": 0, "everywhere": 0, "none": 0, "blank": 10, "long": 10, "short": 10}
_FIGURE_MISFIT = _TOTAL_MISFIT | {"short": 2}
_SHARE_MISFIT = {"number": 0, "figure": 0, "everywhere": 0, "none": 0, "blank": 3, "short": 20, "long": 20}
_UNITS_MISFIT = {"units": 0, "blank": 3, "none": 3, "short": 10, "people": 12, "long": 15}
_LEADER_MISFIT = {"people": 0, "short": 3, "blank": 3, "none": 3, "long": 12}
_DUE_MISFIT = {
    "date": 0,
    "code": 0,
    "short": 3,
    "blank": 3,
    "none": 3,
    "long": 5,
    "people": 10,
    "figure": 5,
    "number": 5,
}
_OTHER_MISFIT = {"blank": 1}
_MISFITS: dict[Field | None, dict[str, int]] = {
    Field.NUMBER: _NUMBER_MISFIT,
    Field.SECTION: _SECTION_MISFIT,
    Field.TASK: _TASK_MISFIT,
    Field.NAME: _NAME_MISFIT,
    Field.TOTAL: _TOTAL_MISFIT,
    Field.FIGURE: _FIGURE_MISFIT,
    Field.LEADER: _LEADER_MISFIT,
    Field.DUE: _DUE_MISFIT,
}
_NOBODY_LEADS = 50  # a “/” where the lead should stand


def _misfit(kind: str, columns: Columns, column: int) -> int:
    """What it costs to put a cell that looks like `kind` under a heading."""
    field = columns.fields[column]
    if column in columns.districts:
        return _SHARE_MISFIT.get(kind, 50)
    if field is Field.LEAD and kind == "none":
        return _NOBODY_LEADS
    if field in UNIT_FIELDS:
        return _UNITS_MISFIT.get(kind, 60)
    table = _MISFITS.get(field)
    return _OTHER_MISFIT.get(kind, 4) if table is None else table.get(kind, 50)
