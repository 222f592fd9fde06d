"""All tables of a source, by the block that they begin at, whatever form they came in."""

import re
from dataclasses import dataclass, replace
from itertools import zip_longest

from luoshi.model import Paragraph, Source, Table
from luoshi.reading.tables.card import find_card
from luoshi.reading.tables.columns import Columns, find_columns, tell_columns
from luoshi.reading.tables.flat import find_flat_tables
from luoshi.reading.tables.grid import EMPTY, Grid, read_grid

# 2026年重点工作任务分解表 | 攻坚行动作战图 | 督办事项清单
_ANNOUNCES = re.compile(
    r"分解|分工|责任(?:清单|书|制|表|状|落实)|重点(?:工作|任务)|任务|实事|目标|攻坚|作战|督办|交办|落实|要点|台账|行动"
)
_LONGEST_TITLE = 60
_TITLE_BLOCKS, _LINES_ABOVE = 6, 3
_WIDEST_STANDING = 60  # rows of a table whose heads stand in its first column


@dataclass(frozen=True, slots=True)
class Tables:
    """`grids` by their first block; `absorbed` are the paragraphs that belong to a flattened table.

    `heads` are the columns of each grid with the index of its first body row, None for one without a head.
    """

    grids: dict[int, Grid]
    absorbed: frozenset[int]
    heads: dict[int, tuple[Columns, int] | None]


def find_tables(source: Source) -> Tables:
    """The ruled tables of a source and those flattened to lines, each with its heads in its first rows."""
    ruled = {index: _upright(read_grid(source, index)) for index, block in enumerate(source.blocks) if _is_table(block)}
    flat = find_flat_tables(source)
    absorbed = frozenset(index for table in flat for index in range(table.start + 1, table.end))
    grids = ruled | {table.start: table.grid for table in flat}
    return Tables(grids, absorbed, _heads(source, grids))


def _heads(source: Source, grids: dict[int, Grid]) -> dict[int, tuple[Columns, int] | None]:
    """The heads of the tables: by their words, else by their cells, unless a table goes on from the one before."""
    heads: dict[int, tuple[Columns, int] | None] = {}
    above: int | None = None  # the block of the table before
    for block, grid in sorted(grids.items()):
        is_announced = _is_announced(source, grid)
        found = find_columns(grid, is_announced=is_announced)
        if found is None and (above is None or not _goes_on(grid, block, above, heads[above])):
            found = tell_columns(grid, is_announced=is_announced)
        heads[block], above = found, block
    return heads


def _goes_on(grid: Grid, block: int, above: int, head: tuple[Columns, int] | None) -> bool:
    """Whether a table without known headings stands right below one with about as many columns."""
    return block == above + 1 and head is not None and abs(grid.width - len(head[0].fields)) <= 1


def _is_announced(source: Source, grid: Grid) -> bool:
    """Whether a title of the document, the lines above a table, its first row or its sheet speak of a breakdown."""
    blocks = (*source.blocks[:_TITLE_BLOCKS], *source.blocks[max(grid.block - _LINES_ABOVE, 0) : grid.block])
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    table = source.blocks[grid.block]
    sheet = table.sheet if isinstance(table, Table) else None
    titles = (*texts, sheet or "", *(slot.text for row in grid.rows[:1] for slot in row[:1]))
    return any(_ANNOUNCES.search(text) for text in titles if len(text) <= _LONGEST_TITLE)


def _is_table(block: object) -> bool:
    return isinstance(block, Table)


def _upright(grid: Grid) -> Grid:
    """A table with its heads in the first column, turned so that each of its columns becomes a row."""
    if len(grid.rows) > _WIDEST_STANDING or find_columns(grid) is not None or find_card(grid) is not None:
        return grid
    turned = tuple(zip_longest(*grid.rows, fillvalue=EMPTY))
    upright = replace(grid, rows=turned, spans=(1,) * len(turned))
    return upright if find_columns(upright) is not None else grid
