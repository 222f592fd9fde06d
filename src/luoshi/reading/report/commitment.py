"""The text of a measure → its commitments, by the splitting rule.

。 and ； always split. A comma splits only before a clause that opens another deliverable; what frames a deliverable,
brings it about or results from it stays with it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from luoshi.language.lexicon.commitments import ADDING, BINDING, CAPACITIES, DELIVERING, FRAMING, OPENING
from luoshi.model import Commitment, Quote
from luoshi.reading.clause import Era
from luoshi.reading.passage import clip, tight
from luoshi.reading.text import text_dues, text_qualitative, text_targets

_MARKS = "。；;！!，,、：: \n"
_SENTENCE = re.compile(r"[^。；;！!]+(?:[。；;！!]+[”’）)]?|$)")
_CLAUSE = re.compile(r"[^，,]+(?:[，,]|$)")
_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】"}
_STOPS = "。；;！!，,、"
_MARK = re.compile(f"[{re.escape(''.join(_PAIRS))}]")
_BLOTTED = re.compile(f"[{re.escape(''.join((*_PAIRS, *_PAIRS.values())) + _STOPS)}]")
# 加快航运中心建设 | 完善一站式服务平台 | 为市场主体减负80亿元: deliverables by their whole form
_OPENING_WHOLE = re.compile(r"(?:加快|推进|启动|加速)[^，,]{2,20}建设$|完善[^，,]{2,24}平台$|为[^，]{2,16}\d")
# 耕地垦造1万亩
_AMOUNT = re.compile(r"[\u4e00-\u9fff、]{3,16}\d[\d.]*[万亿]?[\u4e00-\u9fff]{1,4}")
# 电商交易额突破6100亿元 — a clause with a subject and a figure of its own
_OWN_FIGURE = re.compile(r"[\u4e00-\u9fff“”、]{3,20}(?:突破|达到|达|超过|超|增长|提高|各超|到位)\d")
# 为企业出海提供服务保障
_PURPOSE = re.compile(r"为[^，]{2,20}(?:提供|注入|创造|奠定|打下|贡献|增添)")
# 大剧院建成投用 — a clause with a subject and a result of its own
_OWN_RESULT = re.compile(r"[^，,]{3,24}(?:建成投用|建成通车|投用|通车|全线运行|主体完工|主体封顶|完工|竣工|开工)")
# 加快甲园、乙园等项目建设 — after another list of projects, with a verb of its own
_PROJECTS = re.compile(
    r"(?:推动|推进|加快|启动|开工|建成|开展|谋划|实施|建设)[^，,]{4,300}(?:等[^，,]{0,8}(?:项目|工程)[^，,]{0,8}|前期工作)"
)
# 新建小学6所，新增学位8000个
_CAPACITY = re.compile("|".join(CAPACITIES))
_FIGURE = re.compile(r"\d")
# 实施消费扩容升级行动，新增限额以上商贸单位1500家 — a campaign without a figure brings the figure behind it about
_CAMPAIGN = re.compile(r"(?:实施|开展)[^，,\d]{3,20}(?:行动|计划)")
_TOPIC = ("聚焦", "围绕")
# What is moved on, and what comes out of it, may be two: 推进…试点，建成全国首个…
_MOVING = ("推动", "推进")
_OUTCOME = ("建成", "支持")
# 推动二期开工建设，引进企业40家: what is moved on to a result is delivered
_MOVED = re.compile(r"(?:开工(?:建设)?|竣工(?:投产|投用)?|建成(?:投用|投产|通车)|投产(?:达效)?|投用|通车)$")
_ADVERBS = re.compile(r"^(?:全力|全面|大力|高标准|高质量|高水平|扎实|积极|持续|稳步|有序|深入|切实|同时|加力|努力)")


class _Clause(NamedTuple):
    start: int
    end: int
    text: str


def read_commitments(quote: Quote, era: Era) -> tuple[Commitment, ...]:
    """The commitments of a measure's text in order; nothing but punctuation is left out."""
    return tuple(_commitment(part, era) for part in _parts(quote))


def _commitment(quote: Quote, era: Era) -> Commitment:
    return Commitment(
        text=tight(quote.text),
        quote=quote,
        due=text_dues((quote,), (), era),
        targets=text_targets((quote,)),
        qualitative=text_qualitative((quote,)),
    )


def _parts(quote: Quote) -> Iterator[Quote]:
    """Deliverable by deliverable; a stop inside quotation marks or brackets ends no sentence."""
    for sentence in _SENTENCE.finditer(_masked(quote.text)):
        for first, last in _deliverables(sentence[0]):
            part = clip(quote, sentence.start() + first, sentence.start() + last, _MARKS)
            if part.text:
                yield part


def _masked(text: str) -> str:
    """The text with what stands in brackets and quotation marks blotted out, at the same offsets."""
    if not _MARK.search(text):
        return text
    closing: list[str] = []

    def blotted(found: re.Match[str]) -> str:
        mark = found[0]
        if closing and mark == closing[-1]:
            closing.pop()
        elif mark in _PAIRS:
            closing.append(_PAIRS[mark])
        return "□" if closing and mark in _STOPS else mark

    return _BLOTTED.sub(blotted, text)


def _deliverables(masked: str) -> Iterator[tuple[int, int]]:
    clauses = [
        _Clause(found.start(), found.end(), masked[found.start() : found.end()].strip("，,。； "))
        for found in _CLAUSE.finditer(masked)
    ]
    begin = 0
    for index in range(1, len(clauses)):
        if _splits(clauses, begin, index):
            yield clauses[begin].start, clauses[index].start
            begin = index
    if clauses:
        yield clauses[begin].start, len(masked)


def _splits(clauses: list[_Clause], begin: int, index: int) -> bool:
    """Whether clause `index` opens another deliverable than the one that began with clause `begin`."""
    first, clause = _bare(clauses[begin].text), clauses[index].text
    is_outcome = index == begin + 1 and _CAMPAIGN.fullmatch(first) and _is_outcome(clause)
    if _binds(clause) or _PURPOSE.match(clause) or is_outcome:
        return False
    if _PROJECTS.fullmatch(first) and _PROJECTS.fullmatch(_bare(clause)):
        return True
    is_framed = not _opens(first) and (clauses[begin].text.startswith(FRAMING) or first.startswith(FRAMING))
    if is_framed and index == begin + 1:
        return first.startswith(_MOVING) and clause.startswith(DELIVERING if _MOVED.search(first) else _OUTCOME)
    if _opens(clause):
        return not first.startswith(_TOPIC)
    if is_framed:
        return not first.startswith(_TOPIC) and _are_counted(_bare(clauses[index - 1].text), _bare(clause))
    return _delivers(first, clause)


def _is_outcome(clause: str) -> bool:
    """Whether a clause tells how far something is to grow (新增…1500家, …规模突破1800亿元), and builds nothing."""
    return bool(_OWN_FIGURE.match(clause)) or (clause.startswith(ADDING) and bool(_FIGURE.search(clause)))


def _are_counted(before: str, clause: str) -> bool:
    """新建基地1万亩 | 培育企业2家: under one frame, each with its own verb and figure."""
    pair = (before, clause)
    return before[:2] != clause[:2] and all(each.startswith(DELIVERING) and _FIGURE.search(each) for each in pair)


def _binds(clause: str) -> bool:
    """Whether a clause belongs to the one before; 争取国家… opens another, though 争取… does not."""
    return _longest(BINDING, clause) > _longest(OPENING, clause)


def _longest(words: tuple[str, ...], clause: str) -> int:
    return max((len(word) for word in words if clause.startswith(word)), default=0)


def _delivers(first: str, clause: str) -> bool:
    """Whether a clause behind `first` promises something of its own."""
    if clause.startswith(ADDING):
        return (first.startswith(("建成", *DELIVERING)) or bool(_OWN_FIGURE.match(first))) and not _CAPACITY.search(
            clause
        )
    if clause.startswith(DELIVERING) or _OWN_FIGURE.match(clause) or _OWN_RESULT.fullmatch(clause):
        return True
    return bool(_OWN_FIGURE.match(first) and _AMOUNT.fullmatch(clause))


def _opens(clause: str) -> bool:
    """Whether a clause is by its own form a deliverable."""
    return _bare(clause).startswith(OPENING) or bool(_OPENING_WHOLE.match(clause))


def _bare(clause: str) -> str:
    """A clause without the adverb before its verb (全面, 高标准)."""
    return _ADVERBS.sub("", clause) or clause
