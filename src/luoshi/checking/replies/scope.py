"""Doubts about what a figure covers: more than its target, a part of it, or another metric of the same thing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.answers import is_of_kind, list_open_targets
from luoshi.checking.replies.rows import bigrams, judged_rows, reply_of
from luoshi.checking.thresholds import Thresholds
from luoshi.judgement import Measurement
from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of
from luoshi.language.metrics import normal_metric
from luoshi.model import ProgressRow, Target, TargetKind

# 培训工匠、电商人员共计 | 640人次
_TOGETHER = re.compile(
    r"(?P<listed>(?:(?!共|合计|总计)[^，。；：\d])*、(?:(?!共|合计|总计)[^，。；：、\d]){2,}?)"
    r"(?:(?:共计|合计|总计|共)[^\d，。；：、]{0,4})?(?<!等)\d"
)
# 智能工厂 | （数字化车间）; not （含3家外资）, nor （市、区）
_BRACKETED = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2})[（(](?!含|其中|如|即|为|不含|包括|包含|原|暂|已|正|待)(?P<other>[\u4e00-\u9fff]{3,10})[)）]"
)
# 累计达4300个 where 1500 are to be built
_STOCK = re.compile("累计(?:已)?(?:达|有|拥有|建成)|总数|总量|保有量")
_DIVIDER = re.compile("[、和及与]")
_PLACE = re.compile("(?:村|镇|乡|街道|社区|区|县|市)$")
# 收集问题 | 4127个; not 排查整治隐患
_ONLY_FOUND = re.compile(
    rf"(?:已|共|累计|全市|全县|全区|组织|开展|目前|截至目前，?)*(?P<how>{any_of(status.FOUND)})(?![^，。；]*(?:{any_of(status.DEALT)}))"
)
_NARROWING = re.compile(any_of((*status.NARROWING, *status.QUALIFYING)))
_QUALIFYING = re.compile(any_of(status.QUALIFYING))
# 白苇街道 | 新增
_ONE_PLACE = re.compile(
    r"^(?:截至[^，]{1,10}[，,]|目前[，,]?|其中[，,：:]?)?"
    r"(?P<place>(?![^，。]{0,3}(?:全|各|我|每|个|城镇|乡镇|小镇|集镇))[\u4e00-\u9fff]{2,4}?(?:街道|镇|乡))"
    r"(?=已|现|累计|共|新增|新建|完成|建成|投用|改造|实施|培育|引进|发放)"
)


def find_other_scopes(case: ProgressCase) -> Iterator[Remark]:
    """限上零售 for all retail, one street for the district, courses and activities together for courses."""
    for each in list_open_targets(case):
        if each.instead and is_of_kind(each.target, each.instead):
            told = f"“{each.instead.quote.text}”与目标“{each.target.quote.text}”不是同一口径"
            yield Remark(f"{label(each.row)}{told}，请按目标的口径报数。", reply_of(each.row))
    for row, judged in judged_rows(case):
        for answer in judged.measurements:
            target = None if answer.target is None else row.targets[answer.target]
            doubt = target and _doubt(_Answered(row, target, answer, case.thresholds))
            if doubt:
                yield Remark(f"{label(row)}“{answer.quote.text}”{doubt}，请核对口径。", reply_of(row))


_STREET, _LONGEST = re.compile("街道|镇|乡"), 4


def seen_of_name(name: str, text: str) -> frozenset[str]:
    """What these checks see of a task's name: which of the words for finding, and of the reply's places, it has."""
    places = (
        text[max(found.start() - length, 0) : found.end()]
        for found in _STREET.finditer(text)
        for length in range(2, _LONGEST + 1)
    )
    return frozenset(words for words in (*status.FOUND, *places) if words in name)


@dataclass(frozen=True, slots=True)
class _Answered:
    """A target of a row with the figure that answers it, and from where on that is too much."""

    row: ProgressRow
    target: Target
    answer: Measurement
    thresholds: Thresholds

    @property
    def words(self) -> str:
        """The passage of the figure."""
        return self.answer.quote.text


def _doubt(each: _Answered) -> str | None:
    """What an answer covers that its target does not, or leaves out."""
    return next((told for find in _DOUBTS if (told := find(each))), None)


def _of_some_time(each: _Answered) -> str | None:
    is_part = each.target.kind is TargetKind.COUNT and not each.answer.is_cumulative
    return "只是一段时间的数，要的是全年累计" if is_part else None


def _of_all_years(each: _Answered) -> str | None:
    """So many times the goal are all there are."""
    stock = _STOCK.search(each.words) if each.target.kind is TargetKind.COUNT else None
    is_stock = stock is not None and "新增" not in each.words[: stock.start()]
    is_too_much = each.answer.amount > each.thresholds.scales.stock * each.target.amount
    return "像是历年的总数，要的是今年的" if is_stock and is_too_much else None


def _of_more_things(each: _Answered) -> str | None:
    others = _others_counted(each.target, each.words, each.thresholds.replies.within)
    more = others or _bracketed(each.target, each.words)
    return f"把“{more}”也算在一起" if more else None


def _of_any_kind(each: _Answered) -> str | None:
    narrowed = (_QUALIFYING if each.target.kind is TargetKind.COUNT else _NARROWING).search(each.target.metric)
    is_left_out = narrowed and each.answer.metric and not _is_named(narrowed[0], each.row.text)
    return f"没有说是“{narrowed[0]}”的数" if narrowed and is_left_out else None


def _of_what_was_found(each: _Answered) -> str | None:
    found = _ONLY_FOUND.match(each.words)
    return f"是{found['how']}的数" if found and found["how"] not in each.row.name else None


def _of_one_place(each: _Answered) -> str | None:
    place = _ONE_PLACE.match(each.words)
    known = each.row.name + "".join(unit.name for unit in each.row.units)
    return f"只是{place['place']}的数" if place and place["place"] not in known else None


_DOUBTS = (_of_some_time, _of_all_years, _of_more_things, _of_any_kind, _of_what_was_found, _of_one_place)


def _others_counted(target: Target, said: str, least: float) -> str | None:
    """Another thing that is counted together with the target's; a list of places counts nothing more."""
    found = _TOGETHER.search(said)
    if found is None or _DIVIDER.search(target.metric):
        return None
    items = _DIVIDER.split(found["listed"])
    others = [item for item in items if not _is_of(item, target, least) and not _PLACE.search(item)]
    return normal_metric(others[0]) if others and len(others) < len(items) else None


def _is_of(item: str, target: Target, least: float) -> bool:
    """Whether so much of an item stands in the target's name: 兴趣课程 in 少年宫兴趣课程, not 体育公园 in 儿童公园."""
    words = bigrams(item)
    return item in target.quote.text or len(words & bigrams(target.metric)) >= least * max(len(words), 1)


def _bracketed(target: Target, said: str) -> str | None:
    """Another thing that stands in brackets behind the target's."""
    if target.kind is not TargetKind.COUNT:
        return None
    found = _BRACKETED.search(said)
    is_other = found and found["thing"] in target.metric and not _PLACE.search(found["other"])
    return found["other"] if found and is_other and not bigrams(found["other"]) & bigrams(target.quote.text) else None


def _is_named(narrowing: str, text: str) -> bool:
    return narrowing in text or narrowing in normal_metric(text)


CHECKS = (
    ProgressCheck(
        Rule("L073", "scope-differs", Severity.WARNING, "数的口径和目标不同：范围大了、小了，或是另一个指标。"),
        find_other_scopes,
    ),
)
