"""Cards: a task told by labels with their values, in a small table of its own or as headings with lines below."""

from collections.abc import Sequence
from dataclasses import dataclass

from luoshi.language.lexicon.labels import UNIT_FIELDS, Field, clause_field, column_field
from luoshi.language.numerals import parse_numeral
from luoshi.model import Quote
from luoshi.reading.passage import tight
from luoshi.reading.tables.grid import Grid

_FEWEST_LABELS = 3
SUBJECTS = frozenset({Field.TASK, Field.NAME})


@dataclass(frozen=True, slots=True)
class Card:
    """Labels and the passages that stand with them, in printed order."""

    entries: tuple[tuple[Field, tuple[Quote, ...]], ...]
    number: int = 0


def label_field(text: str) -> Field | None:
    """The field of a text that is a label and nothing else."""
    bare = tight(text).rstrip("：:")
    return clause_field(bare) or column_field(bare)


def find_card(grid: Grid) -> Card | None:
    """The card that a table is, when each of its rows begins with a label and its value stands beside it."""
    entries: list[tuple[Field, tuple[Quote, ...]]] = []
    for row in grid.rows:
        slots = [slot for slot in row if slot.text and not slot.is_covered]
        if not slots or label_field(slots[0].text) is None:
            return None
        for label, value in zip(slots[::2], slots[1::2], strict=False):
            field = label_field(label.text)
            if field is not None and value.quote is not None:
                entries.append((field, (value.quote,)))
    return make_card(entries)


def make_card(entries: Sequence[tuple[Field, tuple[Quote, ...]]], number: int = 0) -> Card | None:
    """The card of labels that speak of a task and of who answers for it, or None."""
    fields = {field for field, _ in entries}
    if len(entries) < _FEWEST_LABELS or not fields & SUBJECTS or not fields & UNIT_FIELDS:
        return None
    printed = next((quotes[0].text for field, quotes in entries if field is Field.NUMBER), "")
    value = parse_numeral(tight(printed))
    return Card(tuple(entries), int(value) if value is not None else number)
