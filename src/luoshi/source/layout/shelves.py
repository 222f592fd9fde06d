"""Tables whose rows alone are ruled: lying rules of one length, with columns of text between them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain, compress, islice, pairwise

from luoshi.source.layout.alignment import columns_of, cut_cells, fill_columns, heading_cell
from luoshi.source.layout.levels import cluster, nearest
from luoshi.source.layout.lines import join_lines
from luoshi.source.layout.rows import find_numbers
from luoshi.source.layout.shapes import Box, Column, Fragment, Grid, GridCell, Rule

_FEWEST_RULES = 3
_FEWEST_COLUMNS = 3
_MOST_STACKS = 50
"""Beyond these a page holds a drawing, not tables."""

_HEAD_AND_BODY = 2
"""Rows that three rules make: below the head stand all the others."""


def find_shelves(lying: list[Rule], fragments: list[Fragment]) -> tuple[list[Grid], list[Fragment]]:
    """The tables that rules which nothing crosses make, and the fragments that stand outside them."""
    grids = []
    for rules in _stacks(lying):
        box = Box(rules[0].low, rules[0].at, rules[0].high, rules[-1].at)
        inside = [each for each in fragments if _is_inside(box, each)]
        if grid := _grid(box, [rule.at for rule in rules], inside):
            grids.append(grid)
            held = {each.start for each in inside}
            fragments = [each for each in fragments if each.start not in held]
    return grids, fragments


def _stacks(lying: list[Rule]) -> Iterator[list[Rule]]:
    """Rules that begin and end at the same distances, from top to bottom."""
    lows, highs = cluster(rule.low for rule in lying), cluster(rule.high for rule in lying)
    stacks: dict[tuple[int, int], list[Rule]] = {}
    for rule in sorted(lying):
        stacks.setdefault((nearest(lows, rule.low), nearest(highs, rule.high)), []).append(rule)
    return islice((stack for stack in stacks.values() if len(stack) >= _FEWEST_RULES), _MOST_STACKS)


def _is_inside(box: Box, fragment: Fragment) -> bool:
    return box.left <= fragment.left and fragment.right <= box.right and box.top <= fragment.middle <= box.bottom


def _grid(box: Box, levels: list[float], fragments: list[Fragment]) -> Grid | None:
    if not fragments:
        return None
    em = sorted(each.em for each in fragments)[len(fragments) // 2]
    shelves: list[list[Fragment]] = [[] for _ in levels[1:]]
    for fragment in fragments:
        shelves[min(bisect_right(levels, fragment.middle), len(shelves)) - 1].append(fragment)
    parted = [len(columns_of(shelf, em)) > 1 for shelf in shelves]
    columns = columns_of(chain.from_iterable(compress(shelves, parted)), em)
    if len(columns) < _FEWEST_COLUMNS:
        return None
    cells: list[GridCell] = []
    for span, shelf, is_parted in zip(pairwise(levels), shelves, parted, strict=True):
        row = cells[-1].row + 1 if cells else 0
        if is_parted:
            cells += _rows(row, columns, shelf, span, is_whole=len(shelves) > _HEAD_AND_BODY)
        elif shelf:
            cells.append(heading_cell(row, columns, join_lines(shelf)))
    return Grid(box, tuple(cells), tuple(columns))


def _rows(
    first: int, columns: list[Column], fragments: Iterable[Fragment], span: tuple[float, float], *, is_whole: bool
) -> Iterator[GridCell]:
    """One row between two rules, unless it counts several."""
    filled = fill_columns(columns, fragments)
    if not is_whole or find_numbers(filled):
        yield from cut_cells(first, columns, filled, span)
        return
    for at, (column, lines) in enumerate(zip(columns, filled, strict=True)):
        yield GridCell(first, at, 1, 1, Box(column.left, span[0], column.right, span[1]), tuple(lines))
