"""The rows that were answered, and the passages of an answer."""

import re
from collections.abc import Iterator

from luoshi.checking.check import ProgressCase
from luoshi.judgement import JudgedProgress, Measurement, RowVerdict
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.language.shingles import list_shingles
from luoshi.model import ProgressRow, Quote

SENTENCE = re.compile(r"[^。；;\n]+")
SENTENCE_END = re.compile(r"[。；;\n]")
LIST_MARK = re.compile(r"^\s*(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是)")
# Marks, white space and figures: what is left are the words
_NO_WORD = re.compile(r"[\W\d_]+")
RATES = frozenset(("%", "％", "‰"))
_NOTHING = frozenset(("", "/", "／", "—", "-", "无", "暂无", "无进展"))


def is_empty(row: ProgressRow) -> bool:
    """Whether nothing was reported."""
    return says_nothing(row.text)


def says_nothing(text: str) -> bool:
    """暂无 and the like are no report."""
    return text.strip() in _NOTHING


def answered_rows(case: ProgressCase) -> Iterator[ProgressRow]:
    """The rows in which something was reported."""
    return (row for row in case.reading.rows if not is_empty(row))


def judged_rows(case: ProgressCase) -> Iterator[tuple[ProgressRow, RowVerdict]]:
    """The rows in which something was reported, each with its verdict; none where nobody judged the table."""
    if isinstance(case.reading, JudgedProgress):
        pairs = zip(case.reading.rows, case.reading.verdicts, strict=True)
        yield from ((row, judged) for row, judged in pairs if not is_empty(row))


def reply_of(row: ProgressRow) -> Quote:
    """Where the reply stands."""
    return row.text_quote or row.quote


def text_before(measurement: Measurement, row: ProgressRow) -> str:
    """What the reply says before the passage of a figure."""
    reply = reply_of(row)
    return reply.text[: measurement.quote.place.start - reply.place.start]


def text_from(measurement: Measurement, row: ProgressRow) -> str:
    """What the reply says from the passage of a figure on."""
    return reply_of(row).text.removeprefix(text_before(measurement, row))


def figures_of(text: str) -> list[QuantitySpan]:
    """The figures of a reply that have a unit; the numbers of a list have none."""
    return [each for line in text.split("\n") for each in find_quantities(LIST_MARK.sub("", line)) if each.unit]


def bigrams(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text's words, its figures and marks left out."""
    return frozenset(list_shingles(_NO_WORD.sub("", text)))
