"""All tables of a source, by the block that they begin at, whatever form they came in."""

from dataclasses import dataclass

from luoshi.model import Source, Table
from luoshi.reading.flat import find_flat_tables
from luoshi.reading.grid import Grid, read_grid


@dataclass(frozen=True, slots=True)
class Tables:
    """`grids` by their first block; `absorbed` are the paragraphs that belong to a flattened table."""

    grids: dict[int, Grid]
    absorbed: frozenset[int]


def find_tables(source: Source) -> Tables:
    """The ruled tables of a source and those flattened to lines."""
    ruled = {index: read_grid(source, index) for index, block in enumerate(source.blocks) if isinstance(block, Table)}
    flat = find_flat_tables(source)
    absorbed = frozenset(index for table in flat for index in range(table.start + 1, table.end))
    return Tables(ruled | {table.start: table.grid for table in flat}, absorbed)
