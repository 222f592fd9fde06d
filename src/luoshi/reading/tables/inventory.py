"""All tables of a source, by the block that they begin at, whatever form they came in."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from luoshi.model import Source, Table
from luoshi.reading.tables.card import find_card
from luoshi.reading.tables.columns import Columns, find_columns
from luoshi.reading.tables.flat import find_flat_tables
from luoshi.reading.tables.grid import EMPTY, Grid, read_grid

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
    return Tables(grids, absorbed, {block: find_columns(grid) for block, grid in grids.items()})


def _is_table(block: object) -> bool:
    return isinstance(block, Table)


def _upright(grid: Grid) -> Grid:
    """A table with its heads in the first column, turned so that each of its columns becomes a row."""
    if len(grid.rows) > _WIDEST_STANDING or find_columns(grid) is not None or find_card(grid) is not None:
        return grid
    turned = tuple(zip_longest(*grid.rows, fillvalue=EMPTY))
    upright = replace(grid, rows=turned, spans=(1,) * len(turned))
    return upright if find_columns(upright) is not None else grid
