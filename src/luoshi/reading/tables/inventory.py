"""All tables of a source, by the block that they begin at, whatever form they came in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from luoshi.language.lexicon.labels import Field
from luoshi.model import Paragraph, Source, Table
from luoshi.reading.tables.bilingual import in_chinese
from luoshi.reading.tables.card import find_card
from luoshi.reading.tables.columns import Columns, find_columns, has_head, tell_columns
from luoshi.reading.tables.flat import find_flat_tables
from luoshi.reading.tables.forms import form_labels
from luoshi.reading.tables.grid import EMPTY, Grid, read_grid

# 2026年重点工作任务分解表 | 攻坚行动作战图 | 督办事项清单
_ANNOUNCES = re.compile(
    r"分解|分工|责任(?:清单|书|制|表|状|落实)|重点(?:工作|任务)|任务|实事|目标|攻坚|作战|督办|交办|落实|要点|台账|行动"
)
_LONGEST_TITLE = 60
_TITLE_BLOCKS, _LINES_ABOVE = 6, 3
_FEWEST_STANDING = 2  # columns of a table whose heads stand in its first column and say nothing known
_WIDEST_STANDING = 60  # rows of a table whose heads stand in its first column


Head = tuple[Columns, int] | None
Heads = dict[int, Head]


@dataclass(frozen=True, slots=True)
class Tables:
    """`grids` by their first block; `absorbed` are the paragraphs that belong to a flattened table.

    `heads` are the columns of each grid with the index of its first body row, None for one without a head; `labels`
    what new words mean that stand as labels in forms of one shape.
    """

    grids: dict[int, Grid]
    absorbed: frozenset[int]
    heads: Heads
    labels: Mapping[str, Field] = field(default_factory=dict)


def find_tables(source: Source) -> Tables:
    """The ruled tables of a source and those flattened to lines, each with its heads in its first rows."""
    blocks = (index for index, block in enumerate(source.blocks) if _is_table(block))
    ruled = {index: _upright(in_chinese(read_grid(source, index))) for index in blocks}
    flat = find_flat_tables(source)
    grids, heads = _told(source, ruled | {table.start: table.grid for table in flat})
    gone = [table for table in flat if not table.is_sure and heads[table.start] is None]
    for table in gone:
        del grids[table.start], heads[table.start]
    kept = (table for table in flat if table.start in grids)
    absorbed = frozenset(index for table in kept for index in range(table.start + 1, table.end))
    forms = [grid for block, grid in grids.items() if heads[block] is None]
    labels = form_labels(forms, is_announced=any(_is_announced(source, grid) for grid in forms[:1]))
    return Tables(grids, absorbed, heads, labels)


def _told(source: Source, found: dict[int, Grid]) -> tuple[dict[int, Grid], Heads]:
    """The tables with their heads: by their words, else by their cells, unless one goes on from the one before."""
    grids, heads = dict(sorted(found.items())), Heads()
    widths: set[int] = set()  # of the tables above that have heads
    for block, grid in grids.items():
        is_announced = _is_announced(source, grid)
        is_like_above = any(width in widths for width in (grid.width - 1, grid.width, grid.width + 1))
        goes_on = is_like_above and heads.get(block - 1) is not None
        heads[block] = find_columns(grid, is_announced=is_announced)
        if heads[block] is None and not goes_on and find_card(grid) is None:
            grids[block], heads[block] = _by_cells(grid, is_announced=is_announced, may_lack_head=not is_like_above)
        widths |= {grid.width} if heads[block] else set()
    return grids, heads


def _by_cells(grid: Grid, *, is_announced: bool, may_lack_head: bool) -> tuple[Grid, Head]:
    """A table whose headings are new, with its head, if its cells tell one; it may have to be turned for that."""
    told = tell_columns(grid, is_announced=is_announced, may_lack_head=may_lack_head)
    if told is None and is_announced and grid.width > _FEWEST_STANDING and len(grid.rows) <= _WIDEST_STANDING:
        upright = _turned(grid)
        told = tell_columns(upright, is_announced=is_announced)
        return (upright if told else grid), told
    return grid, told


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
    if len(grid.rows) > _WIDEST_STANDING or has_head(grid) or find_card(grid) is not None:
        return grid
    upright = _turned(grid)
    return upright if has_head(upright) else grid


def _turned(grid: Grid) -> Grid:
    turned = tuple(zip_longest(*grid.rows, fillvalue=EMPTY))
    return replace(grid, rows=turned, spans=(1,) * len(turned))
