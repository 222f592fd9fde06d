"""Numbers alone on their lines, as in the cards of a page: 01 / 助餐服务 / 新增助餐点12个 / 责任单位｜市民政局."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from luoshi.language.lexicon.labels import clause_field
from luoshi.language.names import is_surely_unit

# 主责单位：区园林局
_LABEL = re.compile(r"(?P<label>[\u4e00-\u9fff]{2,10})[：:|｜]")
_WORDS = re.compile(r"[\u4e00-\u9fff“”、]{2,16}")
_FIGURE = re.compile(r"\d")


class Lone(NamedTuple):
    """The number of a paragraph, and the paragraph between the two that names it."""

    number: int
    name: int | None


@dataclass(frozen=True, slots=True)
class LoneNumbers:
    """Paragraphs with the numbers on lines above them; the lines of numbers and names; themes above named ones."""

    items: Mapping[int, Lone]
    around: frozenset[int]
    headings: frozenset[int]


def find_lone_numbers(texts: Sequence[str]) -> LoneNumbers:
    """Paragraphs whose number stands alone above, with a label below: 1 / 新建公园。 / 主责单位：园林局."""
    items: dict[int, Lone] = {}
    around: set[int] = set()
    headings: set[int] = set()
    following = 1
    for index, number in enumerate(texts):
        at = _item_below(texts, index) if number.lstrip("0") in {str(following), "1"} else None
        if at is None:
            continue
        following = int(number) + 1
        items[at] = Lone(int(number), index + 1 if at > index + 1 else None)
        around.update(range(index, at))
        if at > index + 1 and index and _is_theme(texts[index - 1]):
            headings.add(index - 1)
    return LoneNumbers(items, frozenset(around), frozenset(headings) - items.keys())


def _item_below(texts: Sequence[str], index: int) -> int | None:
    """The paragraph that the number at `index` belongs to: the next, or the one behind that where that is a name."""
    if _is_labelled(texts, index + 1):
        return index + 1
    is_named = _WORDS.fullmatch("".join(texts[index + 1 : index + 2])) is not None
    return index + 2 if is_named and _is_labelled(texts, index + 2) and _FIGURE.search(texts[index + 2]) else None


def _is_labelled(texts: Sequence[str], index: int) -> bool:
    """Whether a paragraph is no label, and the one below it is one."""
    label = _LABEL.match(texts[index + 1]) if index + 1 < len(texts) else None
    return label is not None and clause_field(label["label"]) is not None and not _LABEL.match(texts[index])


def _is_theme(text: str) -> bool:
    return _WORDS.fullmatch(text) is not None and not is_surely_unit(text)
