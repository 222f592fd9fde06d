"""Doubts about how units are called: mistyped, spelled two ways, changed since last year."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from luoshi.checking.check import (
    PlanCase,
    PlanCheck,
    ProgressCase,
    ProgressCheck,
    Remark,
    Rule,
    Severity,
    label,
    lines_of,
)
from luoshi.checking.context import Context, read_context
from luoshi.checking.slips import (
    are_two_offices,
    bureau_stem,
    cores,
    exchanged,
    folded_name,
    index_slips,
    is_cut,
    is_known,
    is_unlike_unit,
    is_whole_office,
    near_names,
    place_core,
    shortened,
    undoubled,
    unjoined,
)
from luoshi.checking.thresholds import Names
from luoshi.language.lexicon import offices
from luoshi.language.lexicon.units import BARE_ENDINGS
from luoshi.model import Plan, Progress, ProgressRow, Quote, Task

_SHORT = 2
_PLACE = 2
# 自然资源分局 is a branch of 自然资源局
_BRANCHES = frozenset("分支总大中小")
_GOVERNMENTS = ("政府", "人民政府")
_GROUPS = ("各", "相关", "有关", "其他", "其它")


class _Mention(NamedTuple):
    """A unit's name where it stands: its passage, and whose unit it is."""

    name: str
    quote: Quote
    line: Task | ProgressRow

    def remark(self, told: str) -> Remark:
        """What is to be said of it, with the item that has it: 重点工作第3项的“城头集团”……"""
        return Remark(f"{label(self.line)}的“{self.quote.text}”{told}", self.quote)


def _mentions(reading: Plan | Progress) -> Iterator[_Mention]:
    return (_Mention(folded_name(unit.name), unit.quote, line) for line in lines_of(reading) for unit in line.units)


def _districts(reading: Plan | Progress) -> Iterator[str]:
    tasks = reading.tasks if isinstance(reading, Plan) else ()
    allocations = (task.allocation for task in tasks if task.allocation)
    return (folded_name(share.district) for allocation in allocations for share in allocation.shares)


def _first_mentions(plan: Plan) -> dict[str, _Mention]:
    first: dict[str, _Mention] = {}
    for mention in _mentions(plan):
        first.setdefault(mention.name, mention)
    return first


def _count(reading: Plan | Progress, usual: Names) -> Counter[str]:
    """How often each name stands there; places that quota tables have as columns are sure of their spelling."""
    counts = Counter(mention.name for mention in _mentions(reading))
    sure = {district + ending for district in set(_districts(reading)) if district for ending in ("", *_GOVERNMENTS)}
    counts.update(dict.fromkeys(sure, usual.often_when_short))
    return counts


def _oftenest(counts: Counter[str]) -> Iterator[str]:
    """The names, those that stand there most often first."""
    return (name for name, _ in counts.most_common())


def _differing(name: str, other: str) -> set[str]:
    return set(name) ^ set(other)


def _are_two_places(name: str, other: str) -> bool:
    """城东街道 and 城西街道, 石笕镇 and 石笕街道 are two places; 笕镇 is 石笕镇 cut short."""
    core, near = place_core(name), place_core(other)
    if core is None or near is None:
        return False
    shorter, longer = sorted((len(core), len(near)))
    are_told_apart = shorter >= _PLACE and bool(_differing(core, near) & offices.PLACE_DIRECTIONS)
    return core == near or are_told_apart or longer < _PLACE


def _needed(name: str, other: str, times: int, usual: Names) -> int:
    """How often the other name has to stand there for one that stands there `times`: so often, and so many times."""
    shorter, longer = sorted(len(place_core(each) or each) for each in (name, other))
    if shorter < _PLACE:
        return times
    return max(usual.often_when_short if longer <= _SHORT else usual.often, usual.times * times - 1)


def _is_slip(name: str, other: str, counts: Counter[str], usual: Names) -> bool:
    """Whether `name` is likely `other` mistyped."""
    if _are_two_places(name, other) or name.removeprefix("各") == other.removeprefix("各"):
        return False
    # 溪白镇 for 白溪镇: no two units are called by the same characters
    if sorted(name) == sorted(other):
        return counts[other] > counts[name]
    # 新经济和科技局 for 新经济科技局 is no slip but another spelling
    if is_known(name) or are_two_offices(name, other) or unjoined(name) == unjoined(other):
        return False
    if counts[name] < usual.often and is_known(other) and _is_one_wrong(name, other):
        return True
    if other in undoubled(name):
        return counts[name] < usual.often
    return counts[other] >= _needed(name, other, counts[name], usual)


def _is_one_wrong(name: str, other: str) -> bool:
    """市交通运轮局 or 交运输局 for 交通运输局, but neither 文体局 for 文体旅局 nor 市政管理局 for 邮政管理局."""
    return any((core[0] == other[0] and len(core) == len(other)) or is_cut(core, other) for core in cores(name))


def find_mistyped(case: PlanCase | ProgressCase) -> Iterator[Remark]:
    """城头集团 once where 城投集团 stands eight times."""
    usual = case.thresholds.names
    counts, context = _count(case.reading, usual), read_context(case.source)
    index = index_slips((*_oftenest(counts), *offices.SURE_NAMES))
    seen = _seen(counts, index, context, usual.often)
    slips = dict(_slips(seen, index, usual)) | dict(_slips_in_context(counts, context, usual))
    for mention in _mentions(case.reading):
        if mention.name in slips:
            other = slips[mention.name]
            times = f"（出现{seen[other]}次）" if seen[other] else ""
            yield mention.remark(f"与“{other}”{times}只差一个字，可能是笔误，请核对。")


def _seen(counts: Counter[str], index: Mapping[str, list[str]], context: Context, often: int) -> Counter[str]:
    """The counts, higher for names that the text has beside its lists too, and not as the tail of another name."""
    tails = {name[start:] for name in counts for start in range(1, len(name))}
    seen = counts.copy()
    for name in counts:
        if counts[name] < often:
            for other in near_names(name, index):
                if len(other) >= len(name) and other in counts and other not in tails:
                    seen[other] = max(seen[other], context.text.count(other))
    return seen


def _slips(counts: Counter[str], index: Mapping[str, list[str]], usual: Names) -> Iterator[tuple[str, str]]:
    for name in list(counts):
        likely = [other for other in _near(name, index) if _is_slip(name, other, counts, usual)]
        if likely:
            yield name, max(likely, key=lambda other: counts[other])


def _slips_in_context(counts: Counter[str], context: Context, usual: Names) -> Iterator[tuple[str, str]]:
    """税局务 for 税务局, known everywhere; 砚州湖集团 where all over the text 川 stands between 砚 and 湖."""
    for name in counts:
        if counts[name] < usual.often and not is_known(name):
            corrected = context.corrected(name, counts[name], usual.context)
            likely = next((other for other in (*exchanged(name), *undoubled(name)) if is_known(other)), corrected)
            if likely and not _are_two_places(name, likely):
                yield name, likely


def _near(name: str, index: Mapping[str, list[str]]) -> Iterable[str]:
    """Names that differ by one slip, also when 市 stands before or a bracket behind: 市交通运轮局, 组职部(人才办)."""
    yield from near_names(name, index)
    for core in cores(name):
        if core != name and len(core) > 1:
            yield from (other for other in near_names(core, index) if is_known(other))


def find_two_spellings(case: PlanCase) -> Iterator[Remark]:
    """执法局 beside 行政执法局, 发改委 beside 发改局: one unit, by the look of it, under two names."""
    counts = Counter(mention.name for mention in _mentions(case.reading))
    first = _first_mentions(case.reading)
    usual = case.thresholds.names
    mistyped = dict(_slips(counts, index_slips(_oftenest(counts)), usual))
    for name, other in _two_spellings(counts):
        if name in mistyped or other in mistyped or counts[name] + counts[other] < usual.often:
            continue
        rarer, oftener = sorted((name, other), key=lambda each: counts[each])
        told = f"（全文{counts[rarer]}次）与“{oftener}”（{counts[oftener]}次）像是同一个单位，请统一写法。"
        yield first[rarer].remark(told)


def _two_spellings(counts: Counter[str]) -> Iterator[tuple[str, str]]:
    stems: dict[str, str] = {}
    for name in counts:
        stem = bureau_stem(name)
        if stem and stems.setdefault(stem, name) != name:
            yield name, stems[stem]
        if name.startswith("各") and name[1:] in counts and not name[1:].startswith(_GROUPS):
            yield name, name[1:]
        if "(" not in name and place_core(name) is None:
            whole = {short for short in shortened(name) if short in counts and _is_short_form(short, name)}
            yield from ((name, short) for short in sorted(whole))


def _is_short_form(short: str, name: str) -> bool:
    """Whether a name that lacks one run of characters is the same unit's: 编办 is not 办, and groups are no units."""
    if short in BARE_ENDINGS or short.startswith(_GROUPS) or name.startswith(_GROUPS):
        return False
    if short[-1] != name[-1] or short in offices.LEVELS or name[-2] in _BRANCHES:
        return False
    if are_two_offices(short, name) or set(cores(short)) & offices.ANYBODY or is_whole_office(short, name):
        return False
    return len(short) > _SHORT or is_known(short)


def find_renamed(case: PlanCase) -> Iterator[Remark]:
    """A unit's name that differs by one character from last year's."""
    if not case.earlier:
        return
    usual = case.thresholds.names
    earlier: Counter[str] = Counter()
    for plan in case.earlier:
        earlier.update(_count(plan, usual))
    index = index_slips(_oftenest(earlier))
    counts = _count(case.reading, usual)
    mistyped = dict(_slips(counts, index_slips(_oftenest(counts)), usual))
    for name, mention in _first_mentions(case.reading).items():
        near = [other for other in near_names(name, index) if _is_slip(name, other, earlier, usual)]
        if near and name not in earlier and name not in mistyped:
            yield mention.remark(f"与往年的“{near[0]}”只差一个字，请核对是改名还是笔误。")


def find_unlike_units(case: PlanCase | ProgressCase) -> Iterator[Remark]:
    """巨川团集, 医局, 砚湖挥指部: no unit is called so."""
    usual = case.thresholds.names
    counts = _count(case.reading, usual)
    mistyped = {remark.quote for remark in find_mistyped(case)}
    for mention in _mentions(case.reading):
        if counts[mention.name] < usual.often and mention.quote not in mistyped and is_unlike_unit(mention.name):
            yield mention.remark("不像完整的单位名称，可能漏了字或写错了字，请核对。")


_MISTYPED = Rule("L001", "unit-mistyped", Severity.WARNING, "单位名称与另一个常用名称只差一个字，可能是笔误。")
_UNLIKE = Rule("L004", "unit-unlike", Severity.INFO, "名称不像完整的单位名称，可能漏了字或写错了字。")
CHECKS = (
    PlanCheck(_MISTYPED, find_mistyped),
    ProgressCheck(_MISTYPED, find_mistyped),
    PlanCheck(Rule("L002", "unit-spelled-two-ways", Severity.INFO, "同一个单位像是用了两种写法。"), find_two_spellings),
    PlanCheck(
        Rule("L003", "unit-renamed", Severity.INFO, "单位名称与往年只差一个字（要用 --against 给出往年的分解）。"),
        find_renamed,
    ),
    PlanCheck(_UNLIKE, find_unlike_units),
    ProgressCheck(_UNLIKE, find_unlike_units),
)
