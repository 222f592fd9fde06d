"""Time limits: the phrases by which something of a task is to be done, each with the clause it holds for.

Not limits: a report's cut-off (截至9月底, 1-9月), the year of an amount (2024年完成1000家), a base (比2023年底), a
start (6月1日起), a name (三年行动), the age of what is counted (2005年以前建成的院落), anything in a year before the
document's.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from luoshi.language.clauses import Clause, find_clauses
from luoshi.language.days import day_of
from luoshi.language.lexicon import dates as words
from luoshi.language.phrases import Phrase, find_phrases

# 力争 of “力争6月底完成一期建设”
MODALS = re.compile(rf"(?:\s|{'|'.join(words.MODALS)})*+")
# 完成 of “6月底完成一期建设”
DELIVERY = re.compile("|".join(words.DELIVERIES))
ONGOING = re.compile("|".join(words.ONGOING))
# 2021年， of “，2021年，建成6座”
APART = re.compile("[，,]")
BEGINNINGS = frozenset(("", *"，,。；;：:、\n"))
# 建成的 of “2005年以前建成的老旧院落”: when that was built of which something is said, no limit of what is done
ATTRIBUTE = re.compile(rf"\s*(?:{'|'.join(words.ORIGINS)}){{1,2}}(?:并\w{{2,4}})?的")
# ，已建成 of “截至2025年底，已建成6座”
TOLD = re.compile(f"[，,]?(?:{'|'.join(words.ACHIEVED)})")


class DueSpan(NamedTuple):
    """A time limit: `text[start:end]` is the clause it holds for, `text[phrase_start:phrase_end]` the words of time.

    `by` is the last day of the time named (6月底前, 6月份 → 30 June), None where the words give no day (汛前, 长期).
    """

    start: int
    end: int
    by: date | None
    phrase_start: int
    phrase_end: int


def find_dues(text: str, *, year: int | None, issued_on: date | None = None) -> tuple[DueSpan, ...]:
    """Return the limits that a sentence or a paragraph sets, in order.

    `year` is the document's, for phrases without one; `issued_on` counts 印发之日起30日内.
    """
    phrases = [phrase for phrase in find_phrases(text, year, issued_on) if _may_limit(text, phrase)]
    if not phrases and not ONGOING.search(text):
        return ()
    clauses, owners = find_clauses(text)
    dated = [
        due
        for phrase, due in _holding(text, phrases, clauses, owners)
        if phrase.is_limit or DELIVERY.search(text, phrase.end, due.end)
    ]
    ongoing = (_ongoing(text, clause, year) for clause in clauses if clause.follower is None)
    return tuple(sorted([*dated, *filter(None, ongoing)], key=lambda due: due.phrase_start))


def find_named_years(text: str) -> tuple[DueSpan, ...]:
    """Return the times that name a year of their own and at which something is to be done, limits or not: 2022年上半年.

    Not a base (比2023年), a start (2024年以来), an attribute (2025年的), a range (2024—2026年), a day of issue, what
    was reached by then (截至2025年底，已建成), nor a year that is no time by itself (2025年度计划).
    """
    phrases = (phrase for phrase in find_phrases(text, None, None) if phrase.by and _may_be_meant(text, phrase))
    return tuple(DueSpan(each.start, each.end, each.by, each.start, each.end) for each in phrases)


def _may_be_meant(text: str, phrase: Phrase) -> bool:
    start, end = phrase.start, phrase.end
    if phrase.opens_range or phrase.ends_range or phrase.is_packed or _is_attribute(text, phrase):
        return False
    is_review = text.endswith(words.REVIEWS, 0, start) and not text.endswith(words.CUTOFFS, 0, start)
    is_told = is_review or text.startswith((*words.ACHIEVED, *words.ISSUED), end)
    if phrase.is_bare_year:
        return not is_told and APART.match(text, end) is not None and text[max(start - 1, 0) : start] in BEGINNINGS
    return not is_told and not TOLD.match(text, end)


def parse_due(cell: str, *, year: int | None, issued_on: date | None = None) -> tuple[DueSpan, ...]:
    """Return the limits in a cell of the column 完成时限 or the line of that label; () for an empty one or “/”.

    Here every time named is a limit (2024年, 12月, 1-12月, 全年); words without a date (长期) are one without `by`.
    """
    start, end = _trimmed(cell, 0, len(cell))
    if cell[start:end] in words.EMPTY_CELLS:
        return ()
    phrases = [phrase for phrase in find_phrases(cell, year, issued_on) if not _is_start(cell, phrase)]
    if len(phrases) == 1:
        return (DueSpan(start, end, phrases[0].by, phrases[0].start, phrases[0].end),)
    if phrases:
        return tuple(due for _, due in _holding(cell, phrases, *find_clauses(cell)))
    by = _year_end(year) if cell.startswith(words.WHOLE_YEAR, start) else None
    return (DueSpan(start, end, by, start, end),)


def is_only_due(text: str) -> bool:
    """Whether a clause sets a time limit and promises nothing itself: 9月底前完成, 长期坚持."""
    start, end = _trimmed(text, 0, len(text))
    bare = text[start:end].rstrip("，,；;。、")
    if bare in words.ONGOING:
        return True
    modals = MODALS.match(bare)
    phrase = next(iter(find_phrases(bare, None, None)), None)
    if phrase is None or modals is None or modals.end() != phrase.start:
        return False
    return bare[phrase.end :] in words.BARE_DELIVERIES


def _may_limit(text: str, phrase: Phrase) -> bool:
    """Tell whether the words around a phrase leave it a limit."""
    if text.endswith(words.EVERY_YEAR, phrase.start, phrase.end):
        return False
    if phrase.is_past or _is_attribute(text, phrase) or text.endswith(words.REVIEWS, 0, phrase.start):
        return False
    if phrase.is_limit:
        return True
    is_reported = text.startswith(words.ACHIEVED, phrase.end) or (
        phrase.is_day and text.startswith(words.ISSUED, phrase.end)
    )
    return not (is_reported or phrase.is_bare_year or phrase.is_packed or phrase.ends_range)


def _is_attribute(text: str, phrase: Phrase) -> bool:
    return _is_start(text, phrase) or ATTRIBUTE.match(text, phrase.end) is not None


def _is_start(text: str, phrase: Phrase) -> bool:
    return phrase.opens_range or text.startswith(words.STARTS, phrase.end)


def _holding(
    text: str, phrases: list[Phrase], clauses: list[Clause], owners: list[int]
) -> Iterator[tuple[Phrase, DueSpan]]:
    """Yield each phrase with the span it holds for: its clause, or its part of a clause that names several times."""
    groups: dict[int, list[Phrase]] = {}
    for phrase in phrases:
        groups.setdefault(owners[phrase.start], []).append(phrase)
    for owner, group in groups.items():
        clause = clauses[owner]
        follower = None if clause.follower in groups or clause.follower is None else clauses[clause.follower]
        starts = _member_starts(text, clause, group)
        for phrase, start, end in zip(group, starts, [*starts[1:], clause.end], strict=True):
            yield phrase, _due(text, phrase, (start, end), follower)


def _due(text: str, phrase: Phrase, part: tuple[int, int], follower: Clause | None) -> DueSpan:
    """到2030年，… : a clause that is nothing but its date holds for its follower, the clause after the comma."""
    modals = MODALS.match(text, part[0], phrase.start)
    start, end = _trimmed(text, modals.end() if modals else part[0], max(part[1], phrase.end))
    if follower and (start, end) == (phrase.start, phrase.end):
        end = max(end, _trimmed(text, follower.start, follower.end)[1])
    return DueSpan(start, end, phrase.by, phrase.start, phrase.end)


def _member_starts(text: str, clause: Clause, group: list[Phrase]) -> list[int]:
    """一季度达到30%、二季度达到60% divides at 、; a subject that stands only once, before the first, is in no part."""
    later = [_member_start(text, before, phrase) for before, phrase in pairwise(group)]
    is_parallel = bool(later) and later[0] == group[1].start
    return [group[0].start if is_parallel else clause.start, *later]


def _member_start(text: str, before: Phrase, phrase: Phrase) -> int:
    comma = text.rfind("、", before.end, phrase.start)
    return phrase.start if comma < 0 else comma + 1


def _ongoing(text: str, clause: Clause, year: int | None) -> DueSpan | None:
    """持续推进 as a clause of its own is a limit without a day; before an object (持续推进改革) it is none."""
    start, end = _trimmed(text, clause.start, clause.end)
    if text[start:end] not in words.ONGOING:
        return None
    by = _year_end(year) if words.WHOLE_YEAR in text[start:end] else None
    return DueSpan(start, end, by, start, end)


def _year_end(year: int | None) -> date | None:
    return day_of(year, 12, 31)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Draw the span in from white space and from 、 and 。 at its end."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, end - len(piece) + len(piece.rstrip("、。 \t\r\n\u3000\xa0")))
