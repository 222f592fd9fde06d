"""Forms of one shape, a task each: what stands behind the same label in all of them tells what the label means."""

from collections.abc import Mapping, Sequence

from luoshi.language.lexicon.labels import Field
from luoshi.reading.passage import tight
from luoshi.reading.tables.card import is_label, label_field
from luoshi.reading.tables.content import filled_cells
from luoshi.reading.tables.grid import Grid
from luoshi.reading.tables.meaning import Column, tell_fields

_FEWEST_FORMS, _FEWEST_LABELS = 2, 3
_TELLING = 24  # forms


def form_labels(grids: Sequence[Grid], *, is_announced: bool) -> Mapping[str, Field]:
    """The labels of several forms of one shape that no table of words knows, with what they mean."""
    shapes: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for grid in grids:
        labels, values = _pairs(grid)
        if len(labels) >= _FEWEST_LABELS:
            shapes.setdefault(labels, []).append(values)
    told: dict[str, Field] = {}
    for labels, forms in shapes.items():
        if len(forms) >= _FEWEST_FORMS and not all(map(label_field, labels)):
            cells = zip(*forms[:_TELLING], strict=True)
            columns = [Column(*pair, filled_cells(each)) for pair, each in zip(_known(labels), cells, strict=True)]
            fields = tell_fields(columns, is_announced=is_announced)
            told |= {labels[index]: field for index, field in fields.items() if field is not None}
    return told


def _known(labels: Sequence[str]) -> list[tuple[str, Field | None]]:
    return [(label, label_field(label)) for label in labels]


def _pairs(grid: Grid) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels of a form and the values beside them; none where a row is no run of labels and values."""
    labels: list[str] = []
    values: list[str] = []
    for row in grid.rows:
        cells = [tight(slot.text) for slot in row if not slot.is_covered and slot.quote is not None]
        if len(cells) < _FEWEST_FORMS or len(cells) % 2 or not all(map(is_label, cells[::2])):
            return (), ()
        labels += cells[::2]
        values += cells[1::2]
    return tuple(labels), tuple(values)
