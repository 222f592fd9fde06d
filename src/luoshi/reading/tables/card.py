"""Cards: a task told by labels with their values, in a small table of its own or as headings with lines below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from luoshi.language.lexicon.labels import SUBJECT_FIELDS, UNIT_FIELDS, Field, clause_field, column_field
from luoshi.language.numerals import parse_numeral
from luoshi.model import Quote
from luoshi.reading.passage import tight
from luoshi.reading.tables.columns import has_head
from luoshi.reading.tables.grid import Grid, Slot

_FEWEST_LABELS = 3
_STRANGE = 2  # labels of the genre for one that is not
_LONGEST_LABEL = 8
NO_LABELS: Mapping[str, Field] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Card:
    """Labels and the passages that stand with them, in printed order."""

    entries: tuple[tuple[Field, tuple[Quote, ...]], ...]
    number: int = 0


def label_field(text: str) -> Field | None:
    """The field of a text that is a label and nothing else."""
    bare = tight(text).rstrip("：:")
    return clause_field(bare) or column_field(bare)


def find_card(grid: Grid, labels: Mapping[str, Field] = NO_LABELS) -> Card | None:
    """The card that a table is, when its rows begin with labels and their values stand beside them.

    `labels` are those of the document's own.

    Most labels are of the genre, others may stand among them (总投资, 资金来源); what stands beside a label that runs
    on from the row above goes on with its value (进度安排 | 一季度 | 完成招标).
    """
    if has_head(grid):
        return None
    entries: list[tuple[Field, tuple[Quote, ...]]] = []
    strange = 0
    for row in grid.rows:
        if row and row[0].is_covered and row[0].text:
            continue
        slots = [slot for slot in row if slot.text and not slot.is_covered]
        is_known = bool(slots) and _field(slots[0].text, labels) is not None
        if not is_known and not (len(slots) > 1 and is_label(tight(slots[0].text))):
            return None
        strange += not is_known
        entries.extend(_entries(slots, labels))
    return make_card(entries) if _STRANGE * strange < len(entries) else None


def _field(text: str, labels: Mapping[str, Field]) -> Field | None:
    return labels.get(tight(text)) or label_field(text)


def _entries(slots: Sequence[Slot], labels: Mapping[str, Field]) -> Iterator[tuple[Field, tuple[Quote, ...]]]:
    """The labels of a row with their values; 进度安排 | 一季度 | 完成招标 begins a list of stages and sets no limit."""
    for label, value in zip(slots[::2], slots[1::2], strict=False):
        field = _field(label.text, labels)
        is_stage = field is Field.DUE and len(slots) % 2
        if field is not None and value.quote is not None and not is_stage:
            yield field, (value.quote,)


def is_label(text: str) -> bool:
    """Whether a row of a card may begin with a label that says nothing of a task: a few words."""
    return 0 < len(text) <= _LONGEST_LABEL and not any(char.isdigit() or char in "，。；" for char in text)


def make_card(entries: Sequence[tuple[Field, tuple[Quote, ...]]], number: int = 0) -> Card | None:
    """The card of labels that speak of a task and of who answers for it, or None."""
    fields = {field for field, _ in entries}
    if len(entries) < _FEWEST_LABELS or not fields & SUBJECT_FIELDS or not fields & UNIT_FIELDS:
        return None
    printed = next((quotes[0].text for field, quotes in entries if field is Field.NUMBER), "")
    value = parse_numeral(tight(printed))
    return Card(tuple(entries), int(value) if value is not None else number)
