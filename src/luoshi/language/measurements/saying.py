"""What a reply says: each figure with its metric, the words beside it and the sentence it stands in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from luoshi.language.lexicon import comparators, status
from luoshi.language.lexicon import metrics as names
from luoshi.language.lexicon.measures import Dimension
from luoshi.language.lexicon.words import any_of
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.language.targets import passing
from luoshi.language.targets.figures import Figure, find_figures
from luoshi.language.targets.kinds import has_falling_name, kind_of
from luoshi.language.targets.leads import change_of, read_lead
from luoshi.language.targets.surface import Clause, find_clauses

BRACKETED = re.compile(r"[（(][^（）()]*+[）)]")
SENTENCE_END = re.compile("[。！!？?；;\n\r]")
# 增速 of “限上社零增速9.8%”
CHANGE = re.compile(f"(?:同比|累计|同口径|名义|实际)*(?:{any_of((*comparators.CHANGES, '增长'))})$")
GROWING = re.compile(f"(?:{any_of((*comparators.CHANGES, '增长'))})(?:为|达|达到)?$")
# 、示范乡镇 of 达标村108个、示范乡镇1个: the name of the next figure
NEXT_NAME = re.compile("^[、和及与].*", re.DOTALL)
FIRST_YEAR, LAST_YEAR = 1900, 2100
DASHES = "-－—–负 "
YEARLY = any_of(status.YEARLY)
# 完成年度目标 before 95.4%, 完成率 before 110.3%, 占年度计划的 before 84%
COMPLETION = re.compile(
    rf"(?:{any_of(status.COMPLETED)})[^0-9，。；]{{0,4}}$"
    rf"|(?:完成|占|达到?|达成|为)了?(?:{YEARLY})*+(?<=[目标计划任务指进度年的量额资])(?:的|达|达到|为|约|近|超|超过)*$"
)
# 12类45件: the kinds of what is counted
KINDS = frozenset({"", "类", "批", "期", "轮", "种", "次"})
# How far a clause is read on both sides of a figure, and the sentence before its clause.
REACH, TOPIC = 120, 60
# A time is taken where a word for it stands so near before it.
NEAR = 8
GOAL = re.compile(f"{any_of(status.GOALS)}|率|全年|年度")
# 占 of 占63.8%, 已完成 of 已完成2.7万亩: no name
IDLE = any_of((*status.NAMELESS, *names.VERBS, *names.KEPT_VERBS, *names.FILLERS))
DATED = "(?:[0-9]+[-—–－至到]?)++[年月日](?:底|末|份)?"
NAMELESS = re.compile(f"(?:{IDLE}|{DATED})*+")
# 目前 of 目前参保率, 1—6月 of 1—6月完成投资
TIMED = re.compile(f"^(?:{DATED}|截至|截止|目前|前三季度|[一二三四上下]+季度|[上下]半年|已|现)*+")
# 建成启用 of 23个便民服务站建成启用: what became of the thing that is counted
RESULT = re.compile(any_of((*names.RESULTS, *status.AWARDS, *status.PIPELINE, "进入", "已", "均", "全部")))
# 增长-2.1%
MINUS = re.compile(r"(?<![0-9０-９年月日%])[-－−–负]$")


class Saying(NamedTuple):
    """A figure of a reply: `text[start:end]` prints it, `kind` is as of a target or “completion_rate”.

    `metric` is what is counted, inherited where the clause does not name it; `left` and `right` are the words beside it
    in its clause, `topic` the last words of the sentence before that. `sentence` is where its sentence begins.
    """

    start: int
    end: int
    quantity: QuantitySpan
    metric: str
    kind: str
    is_falling: bool
    left: str
    right: str
    clause: tuple[int, int]
    sentence: int
    topic: str
    is_inherited: bool = False


def find_sayings(text: str) -> tuple[Saying, ...]:
    """Return the figures of a reply in order."""
    found = list(_figures(text))
    starts = {figure.quantity.start for figure in found}
    bare = (figure for figure in _bare(text) if figure.quantity.start not in starts)
    figures = sorted((*found, *bare), key=lambda figure: figure.quantity.start)
    breaks = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
    sayings: list[Saying] = []
    for place, figure in enumerate(figures):
        follower = figures[place + 1].quantity.start if place + 1 < len(figures) else len(text)
        sentence = breaks[bisect_right(breaks, figure.quantity.start) - 1]
        said = _saying(text, figure, min(follower, figure.clause.end), sentence)
        sayings.append(_inheriting(said, sayings))
    return tuple(sayings)


def _figures(text: str) -> Iterator[Figure]:
    for figures in find_figures(text):
        yield from figures


def _bare(text: str) -> Iterator[Figure]:
    """投资21亿, PM2.5: 24, 办理时限9个工作日: numbers without a unit, times taken, and 1268户 of 搬迁1268户5063人."""
    listed = find_quantities(text)
    joined = {one.start for one, other in pairwise(listed) if one.end == other.start and one.unit not in KINDS}
    quantities = [quantity for quantity in listed if quantity.start in joined or _is_bare(text, quantity)]
    clauses = sorted(find_clauses(text), key=lambda clause: clause.start) if quantities else []
    starts = [clause.start for clause in clauses]
    for quantity in quantities:
        clause = clauses[bisect_right(starts, quantity.start) - 1]
        named = _with_name(text, clauses, bisect_left(starts, clause.start), quantity)
        lead = read_lead(clause.surface, named, quantity)
        yield Figure(quantity, clause, lead, "", quantity.end, quantity.end, "")


def _is_bare(text: str, quantity: QuantitySpan) -> bool:
    """A year (〔2026〕42号) is none, nor is a part of a code."""
    before = text[max(quantity.start - 1, 0) : quantity.start]
    is_coded = (before.isascii() and before.isalnum()) or before in ".-—〔[（("
    is_year = not quantity.unit and FIRST_YEAR <= quantity.value <= LAST_YEAR
    if quantity.dimension is Dimension.TIME:
        return passing.DURATION.search(text, max(quantity.start - NEAR, 0), quantity.start) is not None
    return quantity.dimension is Dimension.NONE and not is_coded and not is_year


def _with_name(text: str, clauses: Sequence[Clause], place: int, quantity: QuantitySpan) -> int:
    """Where the name begins: in the clause before where that ends with a colon (PM2.5: 24)."""
    clause = clauses[place]
    is_named = place > 0 and not text[clause.start : quantity.start].strip() and text[clause.start - 1] in ":："
    return clauses[place - 1].start if is_named else clause.start


def _saying(text: str, figure: Figure, limit: int, sentence: int) -> Saying:
    quantity, lead = figure.quantity, figure.lead
    opening = min(lead.opening, quantity.start)
    left = BRACKETED.sub("", text[opening : quantity.start])
    subject, noun = text[lead.start : lead.end], text[figure.noun_start : figure.end].strip()
    is_minus = MINUS.search(left) is not None
    is_grown = GROWING.search(left.rstrip(DASHES)) is not None
    named = TIMED.sub("", CHANGE.sub("", BRACKETED.sub("", subject).rstrip(DASHES)))
    metric = named or ("" if is_grown else _thing(noun))
    metric = "" if NAMELESS.fullmatch(metric) else metric
    change = change_of(lead) or ("up" if is_grown else "")
    kind = kind_of(subject or noun, text[opening : lead.start], lead.predicate, quantity, change)
    is_rate = quantity.dimension is Dimension.SHARE and COMPLETION.search(left) and GOAL.search(left)
    return Saying(
        quantity.start,
        quantity.end,
        quantity,
        metric,
        "completion_rate" if is_rate else kind,
        (change == "down" or has_falling_name(subject)) != is_minus,
        left,
        NEXT_NAME.sub("", text[quantity.end : min(max(limit, quantity.end), quantity.end + REACH)]),
        (max(figure.clause.start, quantity.start - REACH), min(figure.clause.end, quantity.end + REACH)),
        sentence,
        text[max(sentence, opening - TOPIC) : opening],
    )


def _thing(noun: str) -> str:
    """便民服务站 of 便民服务站建成启用"""
    found = RESULT.search(noun)
    return noun[: found.start()] if found else noun


def _inheriting(said: Saying, before: Sequence[Saying]) -> Saying:
    """增长7.5% and 占63.8% speak of what the sentence named last."""
    if said.metric or not before or before[-1].sentence != said.sentence:
        return said
    return said._replace(metric=before[-1].metric, is_inherited=True)
