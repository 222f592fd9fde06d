"""The ruling lines of a PDF page: thin strokes and bars among its paths, also inside form objects."""

import ctypes
from collections.abc import Iterator
from typing import Final, NamedTuple

from luoshi.source.layout.ruling import THICKEST, add_rule
from luoshi.source.layout.shapes import Box, Rules

_PATH: Final = 2
_FORM: Final = 5
_LINE_TO: Final = 0
_MOVE_TO: Final = 2

_DEEPEST: Final = 6
_MOST_OBJECTS: Final = 60_000
_MOST_SEGMENTS: Final = 400
"""A path of more segments is a drawing."""

_NO_FILL: Final = 0


class _Matrix(NamedTuple):
    """x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def moved(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: "_Matrix") -> "_Matrix":
        """`inner` first, then this one."""
        a, b = self.a * inner.a + self.c * inner.b, self.b * inner.a + self.d * inner.b
        c, d = self.a * inner.c + self.c * inner.d, self.b * inner.c + self.d * inner.d
        return _Matrix(a, b, c, d, *self.moved(inner.e, inner.f))


class _Edge(NamedTuple):
    """A straight edge on the page as PDF counts it."""

    x0: float
    y0: float
    x1: float
    y1: float


def read_rules(library: ctypes.CDLL, page: int, frame: Box, turn: int) -> Rules:
    """The rulings of a page in its frame, turned by quarters clockwise."""
    rules = Rules([], [])
    budget = iter(range(_MOST_OBJECTS))
    count = library.FPDFPage_CountObjects(page)
    objects = (library.FPDFPage_GetObject(page, index) for index in range(count))
    for edge in _edges(library, objects, _Matrix(), 0, budget):
        add_rule(rules, place_point(edge.x0, edge.y0, frame, turn), place_point(edge.x1, edge.y1, frame, turn))
    return rules


def _edges(
    library: ctypes.CDLL, objects: Iterator[int | None], matrix: _Matrix, depth: int, budget: Iterator[int]
) -> Iterator[_Edge]:
    """The straight edges of the paths among page objects."""
    for item in objects:
        if next(budget, None) is None:
            return
        kind = library.FPDFPageObj_GetType(item)
        if kind == _PATH:
            yield from _path_edges(library, item, matrix)
        elif kind == _FORM and depth < _DEEPEST:
            count = library.FPDFFormObj_CountObjects(item)
            inner = (library.FPDFFormObj_GetObject(item, index) for index in range(max(count, 0)))
            yield from _edges(library, inner, matrix.after(_matrix(library, item)), depth + 1, budget)


def _matrix(library: ctypes.CDLL, item: int | None) -> _Matrix:
    numbers = (ctypes.c_float * 6)()
    return _Matrix(*numbers) if library.FPDFPageObj_GetMatrix(item, numbers) else _Matrix()


def _path_edges(library: ctypes.CDLL, path: int | None, matrix: _Matrix) -> Iterator[_Edge]:
    """A thin path is one edge along it; of others the stroked straight segments count."""
    sides = [ctypes.c_float() for _ in range(4)]
    if not library.FPDFPageObj_GetBounds(path, *map(ctypes.byref, sides)):
        return
    left, bottom, right, top = (side.value for side in sides)
    if right - left <= THICKEST or top - bottom <= THICKEST:
        yield _Edge(*matrix.moved(left, bottom), *matrix.moved(right, top))
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    library.FPDFPath_GetDrawMode(path, ctypes.byref(fill), ctypes.byref(stroke))
    if stroke.value or fill.value == _NO_FILL:
        yield from _segments(library, path, matrix.after(_matrix(library, path)))


def _segments(library: ctypes.CDLL, path: int | None, matrix: _Matrix) -> Iterator[_Edge]:
    """The straight segments of a path."""
    count = library.FPDFPath_CountSegments(path)
    if count > _MOST_SEGMENTS:
        return
    x, y = ctypes.c_float(), ctypes.c_float()
    start = before = (0.0, 0.0)
    for index in range(count):
        segment = library.FPDFPath_GetPathSegment(path, index)
        library.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = matrix.moved(x.value, y.value)
        kind = library.FPDFPathSegment_GetType(segment)
        if kind == _MOVE_TO:
            start = point
        elif kind == _LINE_TO:
            yield _Edge(*before, *point)
        if library.FPDFPathSegment_GetClose(segment):
            yield _Edge(*point, *start)
        before = point


def place_point(x: float, y: float, frame: Box, turn: int) -> tuple[float, float]:
    """A point as PDF counts (y upwards) → on the page in its frame once turned by quarters clockwise."""
    match turn:
        case 0:
            return x - frame.left, frame.top - y
        case 1:
            return y - frame.bottom, x - frame.left
        case 2:
            return frame.right - x, y - frame.bottom
        case _:
            return frame.top - y, frame.right - x
