"""Doubts about a reply that says what another row says."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.likeness import alike
from luoshi.checking.replies.rows import LIST_MARK, SENTENCE, answered_rows, reply_of

# A sentence of so many characters, or a run of so many, does not stand in two rows by chance
_TELLING, _RUN = 16, 20
_SHOWN = 16
# 《…实施方案》: what several rows rest on
_TITLE = re.compile("《[^《》]*+》")


def find_shared_texts(case: ProgressCase) -> Iterator[Remark]:
    """Two rows that say the same, as a whole or in a passage: told beside both."""
    rows = list(answered_rows(case))
    texts = [_TITLE.sub("", row.text) for row in rows]
    told: dict[int, str] = {}
    for later, earlier in alike(texts):
        told.setdefault(later, f"与{label(rows[earlier])}的文字几乎一样")
        told.setdefault(earlier, f"与{label(rows[later])}的文字几乎一样")
    for later, earlier, words in _shared_passages(texts):
        told.setdefault(later, f"与{label(rows[earlier])}有同一段话“{words}…”")
        told.setdefault(earlier, f"与{label(rows[later])}有同一段话“{words}…”")
    for index, words in sorted(told.items()):
        yield Remark(f"{label(rows[index])}{words}，请核对是否填错了行。", reply_of(rows[index]))


def _shared_passages(texts: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Each passage that an earlier text has, too, with the first such and how it begins."""
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        for letters, words in _passages(text):
            earlier = first.setdefault(letters, index)
            if earlier != index:
                yield index, earlier, words


def _passages(text: str) -> Iterator[tuple[str, str]]:
    """What tells a text from others: its sentences, then every run of so many letters, each with its first words."""
    for found in SENTENCE.finditer(text):
        sentence = LIST_MARK.sub("", found[0])
        letters = "".join(letter for _, letter in _letters(sentence))
        if len(letters) >= _TELLING:
            yield letters, sentence.strip()[:_SHOWN]
    placed = _letters(text)
    for start in range(len(placed) - _RUN + 1):
        run = "".join(letter for _, letter in placed[start : start + _RUN])
        at = placed[start][0]
        yield run, text[at : at + _SHOWN].replace("\n", "")


def _letters(text: str) -> list[tuple[int, str]]:
    """The letters and figures of a text, of one width, each with its place."""
    return [(place, normalize("NFKC", mark)) for place, mark in enumerate(text) if mark.isalnum() or mark in "%％"]


CHECKS = (
    ProgressCheck(
        Rule("L063", "text-shared", Severity.WARNING, "两行反馈的文字一样，或有同一段话。"), find_shared_texts
    ),
)
