"""Doubts about a reply that says what another row says."""

from collections.abc import Iterator

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.likeness import alike, bare_words
from luoshi.checking.replies.rows import LIST_MARK, SENTENCE, answered_rows, reply_of

# A sentence as long as this, or a run of so many characters, does not stand in two rows by chance
_TELLING, _RUN = 16, 20
_SHOWN = 16


def _telling(text: str) -> Iterator[str]:
    """What tells a text from others: its sentences, then every run of so many characters."""
    for found in SENTENCE.finditer(text):
        bare = bare_words(LIST_MARK.sub("", found[0]))
        if len(bare) >= _TELLING:
            yield bare
    whole = bare_words(text)
    yield from (whole[start : start + _RUN] for start in range(len(whole) - _RUN + 1))


def find_shared_texts(case: ProgressCase) -> Iterator[Remark]:
    """A row that says what an earlier row says, as a whole or in a passage."""
    rows = list(answered_rows(case))
    whole = dict(alike([row.text for row in rows]))
    first: dict[str, int] = {}
    for index, row in enumerate(rows):
        shared = [words for words in _telling(row.text) if first.setdefault(words, index) != index]
        if index in whole:
            yield Remark(
                f"{label(row)}与{label(rows[whole[index]])}的文字几乎一样，请核对是否填错了行。", reply_of(row)
            )
        elif shared:
            other = label(rows[first[shared[0]]])
            yield Remark(f"{label(row)}与{other}有同一段话“{shared[0][:_SHOWN]}…”，请核对是否填错了行。", reply_of(row))


CHECKS = (
    ProgressCheck(
        Rule("L063", "text-shared", Severity.WARNING, "两行反馈的文字一样，或有同一段话。"), find_shared_texts
    ),
)
