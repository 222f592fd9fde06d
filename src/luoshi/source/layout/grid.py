"""Ruling lines → the grids they draw: cells, spans where an inner line is missing, and the text inside."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from luoshi.source.layout.fragments import cut_fragment
from luoshi.source.layout.levels import SNAP, cluster, nearest
from luoshi.source.layout.lines import join_lines
from luoshi.source.layout.shapes import Box, Fragment, Glyphs, Grid, GridCell, Rule, Rules
from luoshi.source.layout.shelves import find_shelves

_OVERHANG = 8.0
"""A rule that goes on so far beyond the last one across it closes a column (or row) that has no outer line."""

_SHORTEST = 5.0

# Below these lines are a frame or a cross.
_FEWEST_RULES = 3
_FEWEST_COLUMNS = 2
_FEWEST_CELLS = 2
_FEWEST_OPEN = 3
"""Columns whose text stands apart, for a row without walls to have cells: two words may only be spread."""

# Beyond these a page holds a drawing, not tables.
_MOST_RULES = 3_000
_MOST_GRIDS = 50
_MOST_PLACES = 50_000


class _Mesh(NamedTuple):
    """Heights and distances of the lines of one grid; `floors[r][c]` and `walls[r][c]` close a cell below and right."""

    ys: list[float]
    xs: list[float]
    floors: list[bytearray]
    walls: list[bytearray]


def find_grids(rules: Rules, fragments: list[Fragment], glyphs: Glyphs) -> tuple[list[Grid], list[Fragment]]:
    """The tables of a page from top to bottom, and the fragments that stand outside them."""
    lying, standing = _joined(rules.lying), _joined(rules.standing)
    if len(lying) + len(standing) > _MOST_RULES:
        return [], fragments
    grids = []
    for group in _components(lying, standing)[:_MOST_GRIDS]:
        ys, xs = _axis(*group), _axis(*reversed(group))
        if len(ys) * len(xs) <= _MOST_PLACES:
            grid, fragments = _fill(_mesh(ys, xs, *group), fragments, glyphs)
            grids += [grid] if grid else []
    lone = [rule for rule in lying if not any(grid.box.top <= rule.at <= grid.box.bottom for grid in grids)]
    shelves, fragments = find_shelves(lone, fragments)
    return sorted([*grids, *shelves], key=lambda grid: (grid.box.top, grid.box.left)), fragments


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules at one height that touch or overlap are one."""
    joined: list[Rule] = []
    level, start = float("-inf"), 0
    for rule in _levelled(rules):
        if rule.at != level:
            level, start = rule.at, len(joined)
        if len(joined) > start and rule.low <= joined[-1].high + SNAP:
            joined[-1] = joined[-1]._replace(high=max(joined[-1].high, rule.high))
        else:
            joined.append(rule)
    return [rule for rule in joined if rule.high - rule.low >= _SHORTEST]


def _levelled(rules: Iterable[Rule]) -> list[Rule]:
    """The rules with heights that all but agree made equal, sorted."""
    ordered = sorted(rules)
    levels = cluster(rule.at for rule in ordered)
    return sorted(rule._replace(at=levels[nearest(levels, rule.at)]) for rule in ordered)


def _components(lying: list[Rule], standing: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that meet, grouped; the group with the tallest extent first, so that an outer table takes its text."""
    roots = list(range(len(lying) + len(standing)))
    heights = [rule.at for rule in lying]
    for index, rule in enumerate(standing, start=len(lying)):
        for other in range(bisect_left(heights, rule.low - SNAP), bisect_right(heights, rule.high + SNAP)):
            if lying[other].low - SNAP <= rule.at <= lying[other].high + SNAP:
                roots[_root(roots, other)] = _root(roots, index)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(roots)):
        group = groups.setdefault(_root(roots, index), ([], []))
        if index < len(lying):
            group[0].append(lying[index])
        else:
            group[1].append(standing[index - len(lying)])
    tables = [group for group in groups.values() if min(map(len, group)) and sum(map(len, group)) >= _FEWEST_RULES]
    return sorted(tables, key=lambda group: group[0][0].at - group[0][-1].at)


def _root(roots: list[int], index: int) -> int:
    while roots[index] != index:
        roots[index] = roots[roots[index]]
        index = roots[index]
    return index


def _axis(rules: list[Rule], across: list[Rule]) -> list[float]:
    """Where a grid's parallel rules stand; the ends of those across close it where the outermost rule is missing."""
    levels = [rule.at for rule in rules]
    ends = [min(rule.low for rule in across), max(rule.high for rule in across)]
    return cluster([*levels, *(end for end in ends if min(abs(end - level) for level in levels) > _OVERHANG)])


def _mesh(ys: list[float], xs: list[float], lying: list[Rule], standing: list[Rule]) -> _Mesh:
    """The grid that rules draw."""
    floors = [bytearray(len(xs) - 1) for _ in ys[1:]]
    walls = [bytearray(len(xs) - 1) for _ in ys[1:]]
    for rule in lying:
        row = nearest(ys, rule.at) - 1
        if row >= 0:
            low, high = nearest(xs, rule.low), nearest(xs, rule.high)
            floors[row][low:high] = b"\1" * (high - low)
    for rule in standing:
        column = nearest(xs, rule.at) - 1
        if column >= 0:
            for row in range(nearest(ys, rule.low), nearest(ys, rule.high)):
                walls[row][column] = 1
    return _Mesh(ys, xs, floors, walls)


def _fill(mesh: _Mesh, fragments: list[Fragment], glyphs: Glyphs) -> tuple[Grid | None, list[Fragment]]:
    """The table with its text; None and all fragments for a frame (one cell, one column) or an empty grid."""
    box = Box(mesh.xs[0], mesh.ys[0], mesh.xs[-1], mesh.ys[-1])
    _close_open_rows(mesh, [each for each in fragments if _is_inside(box, each)])
    spans, owners = _spans(mesh)
    columns = len({column for _, column in spans})
    if columns < _FEWEST_COLUMNS:
        return None, fragments
    inside: dict[tuple[int, int], list[Fragment]] = {key: [] for key in spans}
    outside = []
    for fragment in fragments:
        if not _is_inside(box, fragment):
            outside.append(fragment)
            continue
        row = _row(mesh, fragment)
        for part, column in _parts(mesh.xs, owners[row], fragment, glyphs):
            inside[owners[row][column]].append(part)
    # A page may hold the rest of a single long cell, the others of its row being empty.
    if sum(map(bool, inside.values())) < (1 if columns > _FEWEST_COLUMNS else _FEWEST_CELLS):
        return None, fragments
    return Grid(box, tuple(_cell(mesh, key, spans[key], inside[key]) for key in sorted(spans))), outside


def _close_open_rows(mesh: _Mesh, fragments: list[Fragment]) -> None:
    """Where a row has no walls and its text keeps to the columns of the other rows, it has their cells."""
    inside: dict[int, list[Fragment]] = {}
    for fragment in fragments:
        inside.setdefault(_row(mesh, fragment), []).append(fragment)
    for row, walls in enumerate(mesh.walls):
        for low, high in _open_stretches(walls):
            held = [each for each in inside.get(row, ()) if mesh.xs[low] < each.right and each.left < mesh.xs[high]]
            ends = {(_column(mesh.xs, each.left + 1), _column(mesh.xs, each.right - 1)) for each in held}
            if len(ends) >= _FEWEST_OPEN and all(first == last for first, last in ends):
                walls[low : high - 1] = b"\1" * (high - low - 1)


def _open_stretches(walls: bytearray) -> list[tuple[int, int]]:
    """First column and the one behind the last, of each stretch of columns that no wall parts."""
    edges = [0, *(at + 1 for at, wall in enumerate(walls) if wall), len(walls)]
    return [(low, high) for low, high in pairwise(edges) if high - low >= _FEWEST_OPEN]


def _row(mesh: _Mesh, fragment: Fragment) -> int:
    return max(min(bisect_right(mesh.ys, fragment.middle), len(mesh.ys) - 1) - 1, 0)


def _is_inside(box: Box, fragment: Fragment) -> bool:
    centre = (fragment.left + fragment.right) / 2
    return box.left <= centre <= box.right and box.top <= fragment.middle <= box.bottom


def _spans(mesh: _Mesh) -> tuple[dict[tuple[int, int], tuple[int, int]], list[list[tuple[int, int]]]]:
    """Top left corner → (rows, columns) of each cell, and for each place of the grid the corner that owns it."""
    rows, columns = len(mesh.ys) - 1, len(mesh.xs) - 1
    nobody = (-1, -1)
    owners = [[nobody] * columns for _ in range(rows)]
    spans = {}
    for row in range(rows):
        for column in range(columns):
            if owners[row][column] is not nobody:
                continue
            width, height = _extent(mesh, owners, row, column)
            spans[row, column] = (height, width)
            for each in owners[row : row + height]:
                each[column : column + width] = [(row, column)] * width
    return spans, owners


def _extent(mesh: _Mesh, owners: list[list[tuple[int, int]]], row: int, column: int) -> tuple[int, int]:
    """How many columns and rows the cell at a free place spans: as far as no line stops it."""
    width = 1
    while column + width < len(owners[0]) and not mesh.walls[row][column + width - 1]:
        if owners[row][column + width] != (-1, -1):
            break
        width += 1
    height = 1
    while row + height < len(owners) and not any(mesh.floors[row + height - 1][column : column + width]):
        if any(mesh.walls[row + height][column : column + width - 1]):
            break
        height += 1
    return width, height


def _parts(
    xs: list[float], owners: list[tuple[int, int]], fragment: Fragment, glyphs: Glyphs
) -> list[tuple[Fragment, int]]:
    """The parts of a fragment with the column each stands in: it is cut where it runs across a wall."""
    low, high = _column(xs, fragment.left + 1), _column(xs, fragment.right - 1)
    if owners[low] == owners[high]:
        return [(fragment, low)]
    columns = [
        _column(xs, (glyphs.left[index] + glyphs.right[index]) / 2)
        for index in range(fragment.start, fragment.start + len(fragment.text))
    ]
    stops = [at for at in range(1, len(columns)) if owners[columns[at]] != owners[columns[at - 1]]]
    pieces = cut_fragment(glyphs, fragment, stops)
    return [(piece, columns[at]) for piece, at in zip(pieces, [0, *stops], strict=True)]


def _column(xs: list[float], x: float) -> int:
    return min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)


def _cell(mesh: _Mesh, corner: tuple[int, int], span: tuple[int, int], fragments: list[Fragment]) -> GridCell:
    (row, column), (height, width) = corner, span
    box = Box(mesh.xs[column], mesh.ys[row], mesh.xs[column + width], mesh.ys[row + height])
    return GridCell(row, column, height, width, box, tuple(join_lines(fragments)))
