"""Doubts about an event that one row calls the first of its kind, and another row a thing taken up again."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import SENTENCE, answered_rows, bigrams, reply_of
from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of
from luoshi.model import ProgressRow

# 8月6日
_DAY = re.compile(r"(?<![\d年])(?P<day>\d{1,2}月\d{1,2}日)")
_FIRST, _AGAIN = re.compile(any_of(status.FIRST_TIMES)), re.compile(any_of(status.TAKEN_UP_AGAIN))
# More events of one day than these are not compared, so that the time grows with the table
_MOST = 40


@dataclass(frozen=True, slots=True)
class _Event:
    """What a sentence tells of a day: `word` says that it was the first time, or that it was not."""

    row: ProgressRow
    word: str
    is_first: bool
    words: frozenset[str]


def find_two_tellings(case: ProgressCase) -> Iterator[Remark]:
    """8月6日，映川—松港航线首航 in one row, 8月6日，恢复映川—松港航线 in the other: told beside both."""
    days: defaultdict[str, list[_Event]] = defaultdict(list)
    for row in answered_rows(case):
        for sentence in SENTENCE.finditer(row.text):
            for day, event in _events(row, sentence[0]):
                if len(days[day]) < _MOST:
                    days[day].append(event)
    for day, events in days.items():
        for event in events:
            other = next((each for each in events if _contradicts(event, each, case.thresholds.replies.event)), None)
            if other:
                told = f"{label(event.row)}说{day}是“{event.word}”，{label(other.row)}说是“{other.word}”"
                yield Remark(f"{told}，像是同一件事，请核对。", reply_of(event.row))


def _events(row: ProgressRow, sentence: str) -> Iterator[tuple[str, _Event]]:
    day, first, again = _DAY.search(sentence), _FIRST.search(sentence), _AGAIN.search(sentence)
    word = first or again
    if day and word and not (first and again):
        yield day["day"], _Event(row, word[0], first is not None, bigrams(sentence.replace(word[0], "")))


def _contradicts(event: _Event, other: _Event, least: int) -> bool:
    """Two sentences with so many pairs of characters in common tell of one thing."""
    is_other_row = event.row is not other.row and event.is_first is not other.is_first
    return is_other_row and len(event.words & other.words - bigrams("月日")) >= least


CHECKS = (
    ProgressCheck(
        Rule("L080", "event-told-two-ways", Severity.WARNING, "同一天的同一件事，一行说是首次，另一行说是恢复。"),
        find_two_tellings,
        compares=True,
    ),
)
