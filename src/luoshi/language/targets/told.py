"""Where a text tells of what was: 去年，全市完成投资20亿元; 今年 or 力争 ends the telling."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from luoshi.language.lexicon import dates as words
from luoshi.language.lexicon.words import any_of

PAST = re.compile(any_of(words.PAST))
# From 去年 at the beginning of a clause to 今年 at the beginning of another, or to the end of the sentence.
PASSAGE = re.compile(
    rf"(?<![^，,；;。！：:\s])(?:{any_of(words.PAST)})(?:[^，,；;。！\n]|[，,；;](?!\s?(?:{any_of(words.COMING)})))*+"
)


def find_told(text: str) -> tuple[range, ...]:
    """Return the passages of a text that tell of the past, in order."""
    return tuple(range(*found.span()) for found in PASSAGE.finditer(text)) if PAST.search(text) else ()


def is_told(passages: Sequence[range], place: int) -> bool:
    """Whether a place of the text stands in one of its passages that tell of the past."""
    index = bisect_right(passages, place, key=lambda passage: passage.start) - 1
    return index >= 0 and place in passages[index]
