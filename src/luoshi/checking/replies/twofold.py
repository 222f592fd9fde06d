"""Doubts about a row that tells one thing in two ways: on two bases, done and yet under way, done and yet short."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import SENTENCE, answered_rows, bigrams, figures_of, judged_rows, reply_of
from luoshi.judgement import RowVerdict, Verdict
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.model import ProgressRow, Target, TargetKind


def find_twofold(case: ProgressCase) -> Iterator[Remark]:
    """A row that contradicts itself."""
    usual = case.thresholds.replies
    for row in answered_rows(case):
        sentences = SENTENCE.findall(row.text)
        doubts = (
            _two_bases(row.text),
            _other_goal(row, usual.goal),
            *map(_half_done, sentences),
            *map(_rest_open, sentences),
        )
        for told in doubts:
            if told:
                yield Remark(f"{label(row)}{told}，请核对。", reply_of(row))
    for row, judged in judged_rows(case):
        gap = _wrong_gap(row, judged, usual.rounded)
        if gap:
            yield Remark(f"{label(row)}{gap}，请核对。", reply_of(row))
        claim = _false_claim(row.text, judged)
        if claim:
            yield Remark(f"{label(row)}说“{claim}”，可是按它的数：{judged.why}", reply_of(row))


# ── Two bases of counting ────────────────────────────────────────────────────────────────────────────────────────────

# 统计口径完成投资 | 5.4亿元; not 同口径, 全口径
_BASIS = re.compile(r"(?P<basis>[\u4e00-\u9fff]{2,8})(?<![同全比大小])口径")


def _two_bases(text: str) -> str | None:
    found = list(_BASIS.finditer(text))
    ends = [*(each.start() for each in found[1:]), len(text)]
    counted = [_amounts(text[each.end() : end]) for each, end in zip(found, ends, strict=False)]
    for (one, said), (other, also) in pairwise(zip(found, counted, strict=True)):
        if any(also.get(unit, amount) != amount for unit, amount in said.items()):
            return f"写了“{one['basis']}口径”和“{other['basis']}口径”两个数，没有说以哪个为准"
    return None


def _amounts(text: str) -> dict[str, Decimal]:
    """The first amount of each unit."""
    return {each.base_unit: each.amount for each in reversed(figures_of(text)) if each.base_unit}


# ── Done and under way ───────────────────────────────────────────────────────────────────────────────────────────────

# 环城路已建成通车 | 竣工验收
_FINISHED = re.compile(
    "(?:已|全面|全线|全部|正式)(?:建成|竣工|完工|通车|投用|投产|投入使用|交付)|竣工验收|建成(?:通车|投用|投产)"
)
# Works that come before a thing is finished
_EARLY = re.compile(
    "选址|立项|可研|征地|拆迁|招标|招投标|初步设计|施工图|桩基|地基|路基|土方|土石方|开挖|基坑|基础施工"
    "|主体施工|主体结构|路面|铺设|架设|浇筑|砌筑"
)
# 沥青路面铺设 | 正在进行
_UNDER_WAY = re.compile(r"^(?:但|而)?(?:目前|现)?(?P<subject>[^，]{0,12}?)(?:正在|尚在|仍在|正抓紧)")
# 二期, 其余路段
_ANOTHER = re.compile(r"[一二三四五六七八九十\d][期标段座所个条处]|其余|另|剩余|配套")
# 完成100%
_WHOLE = re.compile("(?:完成|达到?|完成率)(?:了|为)?100[%％]|(?:全部|全面)(?:建成|完成|完工)")
_LEFT = re.compile("尚有|还有|仍有|未完成|未完工|尚未|未建成|[仍尚还]在(?:施工|建设|推进|办理)")
# 通达率100%， | 尚有11个村未覆盖
_ALL_OF_IT = re.compile("率(?:为|达到?)?100[%％]|全覆盖")
_SOME_LEFT = re.compile("(?:但|目前)?(?:尚有|还有|仍有)[^，]*未")
_NO_NOUN = bigrams("已全部全面完成率达到尚有还有仍有尚未完成未完工") | bigrams("工程项目施工任务")


# A clause and the two behind it speak of one thing
_NEXT = 3


def _half_done(sentence: str) -> str | None:
    """What a sentence calls finished, and what it says of it next."""
    clauses = sentence.split("，")
    for place, clause in enumerate(clauses):
        for later in clauses[place + 1 : place + _NEXT]:
            if _ALL_OF_IT.search(clause) and _SOME_LEFT.match(later):
                return f"先说“{clause}”，又说“{later}”"
            is_left = _WHOLE.search(clause) and _LEFT.search(later)
            if is_left and (later.startswith("其中") or (bigrams(clause) & bigrams(later)) - _NO_NOUN):
                return f"先说“{clause}”，又说“{later}”"
            if _FINISHED.search(clause) and _is_early(later):
                return f"先说“{clause}”，又说“{later}”"
    return None


# 打通8条，其中3条已通车，其余 | 5条年底前完工
_DONE_ALL = re.compile(
    r"(?:建成|完成|打通|竣工|投用|通车)[^，。；]{0,20}\d[^，。；]{0,10}，其中[^。；]{0,80}，(?:其余|剩余|余下)(?P<rest>[^，。；]+)"
)
_NOT_YET = re.compile("正在|在建|尚|未|预计|将|前(?:完成|完工|投用|建成|竣工|通车)|施工")


def _rest_open(sentence: str) -> str | None:
    """What is said to be left of all that is said to be done."""
    found = _DONE_ALL.search(sentence)
    return (
        f"先说“{sentence.partition('，')[0]}”，又说其余“{found['rest']}”"
        if found and _NOT_YET.search(found["rest"])
        else None
    )


def _is_early(clause: str) -> bool:
    """Whether a clause tells of works on the thing that was named before, long before its end."""
    found = _UNDER_WAY.match(clause)
    if found is None or not _EARLY.search(clause) or _ANOTHER.search(clause):
        return False
    return not found["subject"] or _EARLY.search(found["subject"]) is not None


# ── Done and short ───────────────────────────────────────────────────────────────────────────────────────────────────

_ALL_DONE = re.compile(
    "(?:已|均已|提前|超额|全面|全部|圆满|如期|顺利){1,3}完成了?(?:全年|年度|今年)(?:各项)?(?:的?目标|任务|计划)+"
)
_ON_TIME = re.compile("(?<!未)(?<!未能)(?:达到|达|超过?|快于|高于)序时进度")


def _false_claim(text: str, judged: RowVerdict) -> str | None:
    """What a row with one target claims, and its figure does not give."""
    if len(judged.targets) != 1 or judged.targets[0].ratio is None:
        return None
    done = _ALL_DONE.search(text)
    if done and judged.targets[0].ratio < 1:
        return done[0]
    timely = _ON_TIME.search(text)
    return timely[0] if timely and judged.verdict is Verdict.BEHIND else None


# ── Another goal than the task's ─────────────────────────────────────────────────────────────────────────────────────

# 全年任务 | 10个; not 省下达任务, 季度计划
_GOAL_BEFORE = re.compile("(?:年度|全年|今年)(?:的?(?:目标|任务|计划)){1,2}[数量]?(?:为|是|[:：])?$")
# 46个 | 的重点任务目标
_GOAL_BEHIND = re.compile(
    "[^，。；]{0,4}?的(?:年度|全年|重点)?(?:目标任务|任务目标|重点任务目标|年度目标|全年目标|全年任务)"
)
_OF_OTHERS = re.compile("[国省市]定|国家|上级|下达|季度|[0-9]月|阶段|[三五]年|总投资")
# How far before a goal it stands whose it is, and of what
_NEAR, _BEFORE = 12, 40


def _other_goal(row: ProgressRow, least: float) -> str | None:
    """Where a reply tells another goal than its task, before which so much of the target's name stands."""
    for sentence in SENTENCE.findall(row.text):
        for figure in find_quantities(sentence):
            before = sentence[max(figure.start - _BEFORE, 0) : figure.start]
            is_goal = _GOAL_BEFORE.search(before) or _GOAL_BEHIND.match(sentence, figure.end)
            if is_goal and not _OF_OTHERS.search(before[-_NEAR:]):
                named = _GOAL_BEFORE.sub("", before.rpartition("，")[2])
                target = _meant(row, bigrams(named), figure, least)
                if target and target.amount != figure.amount:
                    return f"写的目标是{figure.value}{figure.unit}，任务里是“{target.quote.text}”"
    return None


def _meant(row: ProgressRow, named: frozenset[str], figure: QuantitySpan, least: float) -> Target | None:
    """The only target of a figure's unit, if what the goal is said to be of goes by its name or by none."""
    same = [each for each in row.targets if each.base_unit == figure.base_unit and each.kind is TargetKind.COUNT]
    if len(same) != 1:
        return None
    name = bigrams(same[0].metric)
    return same[0] if not named or len(name & named) >= least * len(name) else None


# 较目标差 | 0.9万平方米
_SHORT_OF = re.compile("[较比距离](?:年度|全年|既定)?(?:目标|任务|计划)(?:任务|数|值)?(?:还|尚|仍)?(?:相?差|缺|少|欠)$")


def _wrong_gap(row: ProgressRow, judged: RowVerdict, parts: int) -> str | None:
    """Where what is left to the goal is not what the goal leaves; less than one of so many parts of it was rounded."""
    for figure in find_quantities(row.text):
        answers = [
            each for each in judged.measurements if each.target is not None and each.base_unit == figure.base_unit
        ]
        if len(answers) != 1 or not _SHORT_OF.search(row.text, max(figure.start - _BEFORE, 0), figure.start):
            continue
        answer, target = answers[0], row.targets[answers[0].target or 0]
        if abs(target.amount - answer.amount - figure.amount) * parts > target.amount:
            told = f"目标{target.value}{target.unit}，完成{answer.value}{answer.unit}"
            return f"写的是差{figure.value}{figure.unit}，可是{told}"
    return None


CHECKS = (
    ProgressCheck(
        Rule(
            "L075",
            "row-contradicts-itself",
            Severity.WARNING,
            "一行里前后不一致：两个口径，既说完成又说没完成，目标数和任务的不同。",
        ),
        find_twofold,
    ),
)
