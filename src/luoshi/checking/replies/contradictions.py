"""Doubts about two rows that tell one figure in two ways, or one thing by two figures."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import combinations, groupby

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import RATES, bigrams, judged_rows
from luoshi.checking.thresholds import Replies
from luoshi.judgement import Measurement, MeasurementKind
from luoshi.language.lexicon import metrics as names
from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of
from luoshi.language.metrics import normal_metric
from luoshi.model import ProgressRow

# 完成投资、已开工项目: each row has its own
_GENERAL = re.compile(r".{0,4}(?:项目|投资|企业|活动|面积|产值|平台|资金|任务|人才|培训)")
# 环比, 较上年: a growth from another base
_OTHER_BASE = re.compile("环比|[较比]上")
# 2000余人, 超300家 and 近300家: from what to what they may stand for, as parts of what is printed
_ROUGH = (
    (re.compile(r"\d[万亿]?[余多]"), Decimal(1), Decimal("1.1")),
    (re.compile(r"(?:超过?|突破|逾)\s*[\d.,]+\D*$|以上"), Decimal(1), Decimal("1.5")),
    (re.compile(r"近\s*[\d.,]+\D*$"), Decimal("0.9"), Decimal(1)),
    (re.compile(r"约\s*[\d.,]+\D*$|左右"), Decimal("0.9"), Decimal("1.1")),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row says of a metric."""

    row: ProgressRow
    measurement: Measurement

    @property
    def amount(self) -> Decimal:
        return self.measurement.amount

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """From what to what it may be."""
        rough = ((low, high) for pattern, low, high in _ROUGH if pattern.search(self.words))
        low, high = next(rough, (Decimal(1), Decimal(1)))
        return self.amount * low, self.amount * high

    @property
    def promised(self) -> Decimal | None:
        """The figure that it answers."""
        place = self.measurement.target
        return None if place is None else self.row.targets[place].amount

    @property
    def is_general(self) -> bool:
        """Whether each row has a figure of that name."""
        return _GENERAL.fullmatch(normal_metric(self.measurement.metric)) is not None

    @property
    def words(self) -> str:
        return self.measurement.quote.text


_Pair = tuple[_Told, _Told]


def _list_told(case: ProgressCase) -> list[_Told]:
    """The figures of a table: of the whole year so far, and reached; of rates those of growth."""
    return [
        _Told(row, each)
        for row, judged in judged_rows(case)
        for each in judged.measurements
        if each.unit and (each.unit not in RATES or each.kind is MeasurementKind.GROWTH)
        if each.is_cumulative and each.is_done and not _OTHER_BASE.search(each.quote.text)
    ]


# ── Two figures for one thing ────────────────────────────────────────────────────────────────────────────────────────

# So many figures of one run of letters are compared
_KEPT = 4
# What says nothing of the thing that is counted: 目前已, 完成, 及
_IDLE = re.compile(f"{any_of((*status.FORMULAS, *names.VERBS, *names.KEPT_VERBS, *names.FILLERS))}|[和及与并的]")
# What makes another thing of it: 第二批, 省级, 新增, 城镇, 累计, 申报
_NARROWED = any_of((*status.NARROWING, *status.TOTALS, *status.APPLIED))
_QUALIFIER = re.compile(rf"第[一二三四五六七八九十\d]+批|国家级|[省市县区镇村]级|以上|新增|{_NARROWED}")
_NO_LETTER = re.compile(r"[\W\d_]+")


def find_contradictions(case: ProgressCase) -> Iterator[Remark]:
    """A metric with one figure here and another there; what may be meant roughly, or is not done yet, is let be."""
    told, usual = _list_told(case), case.thresholds.replies
    pairs = {(id(one), id(other)): (one, other) for one, other in (*_by_name(told, usual), *_by_passage(told, usual))}
    for one, other in pairs.values():
        for here, there in ((one, other), (other, one)):
            message = f"{label(here.row)}写的是“{here.words}”，{label(there.row)}写的是“{there.words}”"
            yield Remark(f"{message}，请核对以哪个为准。", here.measurement.quote)


def _by_name(told: Iterable[_Told], usual: Replies) -> Iterator[_Pair]:
    """Figures of one name: that of the first row, and those of rows that tell none of its amounts."""
    for same in _grouped(told, partial(_name, usual)).values():
        first, *others = (list(group) for _, group in groupby(same, key=lambda each: each.row.number))
        for other in others:
            if not any(_agree(one, also) for one in first for also in other) and not _are_parts(first[0], other[0]):
                yield first[0], other[0]


def _agree(one: _Told, other: _Told) -> bool:
    """Whether two figures may be the same, however roughly they are told."""
    (low, high), (least, most) = one.bounds, other.bounds
    return low <= most and least <= high


def _are_parts(one: _Told, other: _Told) -> bool:
    """Whether each row was promised its own share of one metric, as where each is about another town."""
    return one.promised is not None and other.promised is not None and one.promised != other.promised


def _grouped(told: Iterable[_Told], key: Callable[[_Told], Iterable[object]]) -> dict[object, list[_Told]]:
    found: defaultdict[object, list[_Told]] = defaultdict(list)
    for each in told:
        for one in key(each):
            found[one].append(each)
    return found


def _name(usual: Replies, told: _Told) -> Iterator[tuple[object, ...]]:
    """The metric with its day, unless it is one that each row has of its own."""
    said = told.measurement
    if len(said.metric) >= usual.name and not told.is_general:
        yield normal_metric(said.metric), said.base_unit, said.kind.value, said.is_falling, said.as_of


def _by_passage(told: Iterable[_Told], usual: Replies) -> Iterator[_Pair]:
    """Figures in passages that have so many letters of their own, and share nearly all of the shorter one's."""
    for same in _grouped(told, partial(_runs, usual)).values():
        for one, other in combinations(same[:_KEPT], 2):
            is_other = one.row is not other.row and not _agree(one, other) and not _are_parts(one, other)
            if is_other and _are_alike(one, other, usual):
                yield one, other


def _runs(usual: Replies, told: _Told) -> Iterator[tuple[object, ...]]:
    letters, said = _own_words(told), told.measurement
    for start in range(len(letters) - usual.letters + 1):
        yield letters[start : start + usual.letters], said.base_unit, said.as_of


def _own_words(told: _Told) -> str:
    """The letters of a passage without its figure and what any reply may say."""
    words = re.sub(rf"(?<=\d){re.escape(told.measurement.unit)}", "", told.words)
    is_named = not told.is_general and told.measurement.unit not in RATES
    return _NO_LETTER.sub("", _IDLE.sub("", words)) if is_named else ""


def _are_alike(one: _Told, other: _Told, usual: Replies) -> bool:
    mine, theirs = bigrams(_own_words(one)), bigrams(_own_words(other))
    shared = len(mine & theirs)
    is_within = shared >= usual.shared * min(len(mine), len(theirs))
    is_near = 2 * shared >= usual.both * (len(mine) + len(theirs))
    return is_within and is_near and set(_QUALIFIER.findall(one.words)) == set(_QUALIFIER.findall(other.words))


# ── Two names for one figure ─────────────────────────────────────────────────────────────────────────────────────────


def find_two_names(case: ProgressCase) -> Iterator[Remark]:
    """引进高校毕业生3.93万人 here and 首次来青大学生3.93万人 there."""
    for same in _grouped(_list_told(case), partial(_printed, case.thresholds.replies)).values():
        one = same[0]
        for other in same[1:]:
            if other.row is not one.row and _are_other_names(one.measurement.metric, other.measurement.metric):
                for here, there in ((one, other), (other, one)):
                    told = f"{label(here.row)}的“{here.words}”，{label(there.row)}叫“{there.measurement.metric}”"
                    yield Remark(f"{told}，数一样、名称不一样，请核对。", here.measurement.quote)


def _printed(usual: Replies, told: _Told) -> Iterator[tuple[Decimal, str]]:
    """3.93万人 is no round figure: it does not stand in two rows by chance."""
    said = told.measurement
    if said.unit not in RATES and len(said.value.normalize().as_tuple().digits) >= usual.digits:
        yield said.value, said.unit


def _are_other_names(one: str, other: str) -> bool:
    """Whether two names of one kind of thing (毕业生, 大学生) have nothing else in common."""
    return (
        bool(one and other) and one[-1] == other[-1] and not bigrams(normal_metric(one)) & bigrams(normal_metric(other))
    )


CHECKS = (
    ProgressCheck(
        Rule("L069", "figure-contradicts", Severity.WARNING, "同一指标，两行写的数不一样。"),
        find_contradictions,
        compares=True,
    ),
    ProgressCheck(
        Rule("L077", "figure-renamed", Severity.WARNING, "同一个数，两行用了不同的名称。"),
        find_two_names,
        compares=True,
    ),
)
