"""Promises without a figure: full coverage, a first, a relation to another figure, a trend, a rank, no accident.

A person judges them, or a second figure is needed; with a figure of their own (高于全省平均2个百分点) they are targets.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.language.lexicon import qualities as words
from luoshi.language.lexicon.words import any_of, initials
from luoshi.language.targets.leads import SCHEDULED
from luoshi.language.targets.patterns import match_end
from luoshi.language.targets.surface import COVER, find_clauses

# What ends a promise: the clause, or the next member of a list.
END = r"(?=[”’\"]?(?:[、，,。；;！!）)\n]|$))"

# Only these can begin a sense: told first, for speed.
WORDS = (*words.COVERAGES, *words.ZEROS, *words.DOUBLES, *words.RELATIONS, *words.TRENDS, *words.FIELDS)
FIRSTS = initials(WORDS) + '“"与同和明显季全不ⅠⅡⅢⅣⅤ完达'
# Each sense with the words that show it; what stands before them in the clause says of what.
SENSES = re.compile(
    rf"""
    (?=[{FIRSTS}])
    (?: (?P<coverage> {any_of(words.COVERAGES)} )
    | (?P<zero> [“"]?(?:{any_of(words.ZEROS)})[”"]?{END} )
    | (?P<double> [“"]?(?:{any_of(words.DOUBLES)})[”"]?{END} )
    | (?P<pace> (?:与|同|和)[^，、。0-9]{{2,14}}?(?:基本|保持)?同步(?:增长|提高|提升)?{END} )
    | (?P<relation> (?:明显|显著)?(?:{any_of(words.RELATIONS)})
        [^，、。；0-9%]{{0,14}}? (?:{any_of(words.STANDARDS)}){END} )
    | (?P<trend> (?:{any_of(words.TRENDS)}){END} )
    | (?P<rank> (?:{any_of(words.FIELDS)})(?:{any_of(words.RANKS)}){END} | 季季[^，、。]{{1,4}}{END} )
    | (?P<completion> 全部(?:实质性|如期|按期)?(?:{any_of(words.COMPLETIONS)}){END} )
    | (?P<safety> 不发生[^，。；]{{0,24}}?(?:风险|事故|事件|案件|疫情) )
    | (?P<grade> [ⅠⅡⅢⅣⅤ]类(?:水|水质)?(?:及)?(?:以上|标准|以内)?{END} )
    | (?P<assignment> (?:完成|达到)[^，。；]{{0,8}}下达的?[^，。；0-9]{{0,30}}?(?:任务|目标|指标|要求){END}
        | (?:完成|达到)(?:国家|省|上级)的?(?:要求|标准|目标|任务){END} )
    )
    """,
    re.VERBOSE,
)
OPENING = re.compile(rf"(?:{any_of(words.OPENINGS)}|{SCHEDULED}|\s)*+", re.VERBOSE)
# A relation, a trend or a rank is of something: 持续改善 alone promises nothing.
SHORTEST_SUBJECT = 2
WITHOUT_SUBJECT = frozenset({"safety", "assignment", "completion"})


class QualitySpan(NamedTuple):
    """`text[start:end]` promises something without a figure; `sense` says in which way.

    Senses: coverage, zero, double, pace, relation, trend, rank, completion, safety, grade, assignment. A relation and a
    pace need the figure that they are compared with.
    """

    start: int
    end: int
    sense: str


def find_qualitative(text: str) -> tuple[QualitySpan, ...]:
    """Return what a text promises without a figure, in order."""
    if not SENSES.search(text):
        return ()
    found = [
        span for clause in find_clauses(text) for span in _qualities(text, clause.start, clause.end, clause.surface)
    ]
    return tuple(sorted(found, key=lambda span: span.start))


def _qualities(text: str, start: int, end: int, surface: str) -> Iterator[QualitySpan]:
    for match in SENSES.finditer(text, start, end):
        if surface[match.start()] == COVER and text[match.start() - 1] not in '“"‘':
            continue
        sense = match.lastgroup or ""
        begin = match.start() if sense == "safety" else match_end(OPENING, text, start, match.start())
        if match.start() - begin >= SHORTEST_SUBJECT or sense in WITHOUT_SUBJECT:
            yield QualitySpan(begin, _closed(text, match.end(), end), sense)
        start = match.end()


def _closed(text: str, end: int, limit: int) -> int:
    """With the closing mark of “零突破”."""
    return end + 1 if end < limit and text[end] in "”’" else end
