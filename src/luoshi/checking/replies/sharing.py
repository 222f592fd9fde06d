"""Doubts about a reply that says what another row says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.likeness import alike
from luoshi.checking.replies.rows import LIST_MARK, SENTENCE, answered_rows, reply_of
from luoshi.checking.thresholds import Replies
from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of

_DONE = re.compile("(?:完成|建成|开工|竣工|完工|投用|通车|封顶|结顶|验收|获批|挂牌|上线|启动)$")
_FORMULA = re.compile(any_of(status.FORMULAS))
_SHOWN = 16
# A character; a word in Latin letters and a number are as one
_LETTER = re.compile(r"[A-Za-z]+|[\d.%％]+|[^\W_]")
# 《…实施方案》: what several rows rest on
_TITLE = re.compile("《[^《》]*+》")


def find_shared_texts(case: ProgressCase) -> Iterator[Remark]:
    """Two rows that say the same, as a whole or in a passage: told beside both."""
    rows = list(answered_rows(case))
    texts = [_TITLE.sub("", row.text) for row in rows]
    told: dict[int, str] = {}
    for later, earlier in alike(texts, case.thresholds.likeness):
        told.setdefault(later, f"与{label(rows[earlier])}的文字几乎一样")
        told.setdefault(earlier, f"与{label(rows[later])}的文字几乎一样")
    for later, earlier, words in _shared_passages(texts, case.thresholds.replies):
        told.setdefault(later, f"与{label(rows[earlier])}有同一段话“{words}…”")
        told.setdefault(earlier, f"与{label(rows[later])}有同一段话“{words}…”")
    for index, words in sorted(told.items()):
        yield Remark(f"{label(rows[index])}{words}，请核对是否填错了行。", reply_of(rows[index]))


def _shared_passages(texts: Sequence[str], usual: Replies) -> Iterator[tuple[int, int, str]]:
    """Each passage that an earlier text has, too, with the first such and how it begins."""
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        for letters, words in _passages(text, usual):
            earlier = first.setdefault(letters, index)
            if earlier != index:
                yield index, earlier, words


@dataclass(frozen=True, slots=True)
class _Letter:
    """A letter at a place of its text; `own` counts those up to it that belong to no formula."""

    text: str
    start: int
    own: int


def _passages(text: str, usual: Replies) -> Iterator[tuple[str, str]]:
    """What tells a text from others: its sentences, then runs of its letters, each with its first words.

    A sentence of so many letters, a run of so many that ends in what was done, or a longer one that may be a mere name
    does not stand in two rows by chance where so many of them are no formula (正在有序推进).
    """
    for found in SENTENCE.finditer(text):
        sentence = LIST_MARK.sub("", found[0]).strip()
        letters = _letters(sentence)
        if len(_joined(letters)) >= usual.sentence and letters[-1].own >= usual.own:
            yield _joined(letters), sentence[:_SHOWN]
    placed = _letters(text)
    for length, pattern in ((usual.saying, _DONE), (usual.run, _LETTER)):
        for start in range(len(placed) - length + 1):
            run = placed[start : start + length]
            if run[-1].own - run[0].own >= usual.own and pattern.search(_joined(run)):
                yield _joined(run), text[run[0].start : run[0].start + _SHOWN].replace("\n", "")


def _letters(text: str) -> list[_Letter]:
    formulas = {place for found in _FORMULA.finditer(text) for place in range(found.start(), found.end())}
    letters: list[_Letter] = []
    own = 0
    for found in _LETTER.finditer(text):
        own += found.start() not in formulas
        letters.append(_Letter(normalize("NFKC", found[0]), found.start(), own))
    return letters


def _joined(letters: Sequence[_Letter]) -> str:
    return "".join(letter.text for letter in letters)


CHECKS = (
    ProgressCheck(
        Rule("L063", "text-shared", Severity.WARNING, "两行反馈的文字一样，或有同一段话。"),
        find_shared_texts,
        compares=True,
    ),
)
