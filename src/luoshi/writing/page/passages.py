"""Text with its marks → HTML in which marks that overlap are split, so that the tree is always sound."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from luoshi.writing.marks import LEGEND, Mark


@dataclass(frozen=True, slots=True)
class Passage:
    """A mark with the address that links lead to and the number printed before it, both empty for most."""

    mark: Mark
    name: str = ""
    number: str = ""


def _opening(passage: Passage) -> str:
    """The number before a passage that bears one; the doubt's is a sign of its own."""
    if not passage.name:
        return ""
    kind = "no-doubt" if passage.mark.kind == "flag" else "no"
    return f'<sup class="{kind}" id="{escape(passage.name)}">{escape(passage.number)}</sup>'


def _title(kinds: Iterable[str], starting: Sequence[Passage]) -> str:
    labels = [passage.mark.label for passage in starting if passage.mark.label]
    return "；".join(labels) or "、".join(LEGEND.get(kind, kind) for kind in kinds)


def _segment(text: str, kinds: Sequence[str], starting: Sequence[Passage]) -> str:
    shown = escape(text)
    if not kinds:
        return shown
    numbers = "".join(map(_opening, starting))
    classes = " ".join(f"m-{kind}" for kind in kinds)
    return f'{numbers}<mark class="{escape(classes)}" title="{escape(_title(kinds, starting))}">{shown}</mark>'


def mark_text(text: str, passages: Sequence[Passage]) -> str:
    """HTML of `text`; each stretch between two ends of marks is one `<mark>` with a class a kind that covers it."""
    starts: defaultdict[int, list[Passage]] = defaultdict(list)
    ends: defaultdict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        start, end = max(0, passage.mark.place.start), min(len(text), passage.mark.place.end)
        if start < end:
            starts[start].append(passage)
            ends[end].append(passage)
    bounds = sorted({0, len(text), *starts, *ends})
    active: Counter[str] = Counter()
    pieces = []
    for start, end in pairwise(bounds):
        active.subtract(passage.mark.kind for passage in ends.get(start, ()))
        active.update(passage.mark.kind for passage in starts.get(start, ()))
        kinds = [kind for kind, covering in active.items() if covering]
        pieces.append(_segment(text[start:end], kinds, starts.get(start, ())))
    return "".join(pieces)
