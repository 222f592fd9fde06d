"""Numbers that are no figures of a task but parts of other words, one rule each.

A rule looks at the words beside the quantity and says whether it is an age, a time, a base, …; the first that holds
decides.
"""

import re

from luoshi.language.lexicon import comparators
from luoshi.language.lexicon import metrics as names
from luoshi.language.lexicon.measures import (
    AGE,
    AREA,
    COUNT,
    ENERGY,
    GRADE,
    LENGTH,
    MASS,
    MONEY,
    NONE,
    PEOPLE,
    POWER,
    SHARE,
    SPECIFICATION,
    TIME,
    VOLUME,
)
from luoshi.language.lexicon.words import any_of
from luoshi.language.quantities import QuantitySpan
from luoshi.language.targets.leads import PREFIXES, Lead
from luoshi.language.targets.patterns import ending, ending_length
from luoshi.language.targets.surface import COVER
from luoshi.patterns import lazily

COUNTED = frozenset({COUNT, PEOPLE})
SIZED = frozenset({AREA, LENGTH, MASS, POWER, VOLUME})
# 以内 and the clause's end after 1.74
MARKED = re.compile(
    f"(?:{any_of(word for listed in comparators.AFTER.values() for word in listed)})(?=[、，,。；;）)]|$)"
)
# 达到, 控制在 before a figure
COMPARED = ending(PREFIXES)
# How far before a figure a rule looks for its metric.
REACH = 16

# 寿命 of 人均预期寿命达到81岁
LIFE = re.compile("寿命|年龄")
# 时间 of 办理时间压缩至3天
DURATION = re.compile("时间|时限|天数|周期|用时|时长|住院日|耗时|期限|寿命|年限|等候|工期|速度")
# 提高到 of 由56%提高到60%
RAISED = (
    "(?=[以左逐分进提增扩上下降减压缩升跃调拓精延整合归])(?:以上|左右|以下)?(?:逐步|分别|进一步)?"
    "(?:提高|提升|增加|扩大|增长|上升|下降|降低|减少|压缩|压减|缩短|缩减|降|增|升|减|跃升|调整|拓展|精简|延长|扩展|整合|合并|归并)"
    "(?:到|至|为)"
)
# 压缩至 of 企业开办全流程压缩至4小时以内: only what takes time is shortened to so much of it
SHORTENED = re.compile("(?:压缩|缩短|压减|缩减|压降|提速|延长)(?:到|至|为)$")
# 每天 of 每天体育活动不少于1小时
DAILY = re.compile("每[天日周](?P<what>[^，、]{1,10}?)(?:不少于|不低于|至少|不超过)$")
# 30小时和 before 1.5小时: a list of times
LISTED_TIME = re.compile("[0-9.]{1,6}(?:个工作日|工作日|个?小时|分钟|天|个月)(?:以内|内)?[、和及与]$")
# 年版 of 2026年版; 级 of 5000吨级; 强, 圈 and the like
NAMING = (
    "级|版|型(?!企)|强(?!化)|圈|制(?!造|定)|式(?!样)|工作法|攻坚|专项行动|规划|法则|计划|服务圈|生活圈|行动|攻势"
    "|工程(?!项目)|会战|期工程|号线|号机"
)
# 保持 of 水质优良保持8个月以上: how long a state is to last
LASTING = re.compile("(?:保持|维持)(?:在|达|达到)?$")
LASTED = re.compile("以上(?=[，。；、,;]|$)")
CONTINUED = re.compile(f"{RAISED}|{NAMING}")
CONTINUING = frozenset("以左逐分进提增扩上下降减压缩升跃调拓精延整合归级版型强圈制式工攻专规法计服生行会期号")
# 15分钟 of “15分钟生活圈” is covered; 2 of 5+2, 3A; 10万 of 每10万人; 四次 of 二十届四次全会; 5 of 每满5年
LATIN = "abcdefghijklmnopqrstuvwxyz"
LEADING = frozenset(f"{LATIN}{LATIN.upper()}+＋×*每届")
EACH, FULL = "每", frozenset("满隔")
DIVIDING = re.compile("[、，和及与或以并；]")
SIZE_NOUN = re.compile(rf"(?:的)?[^、，]{{0,24}}?(?:{any_of(names.MONEY_NOUNS)})")
# 熟地 of 5000亩左右工业熟地: what has the size itself
MEASURED_NOUN = re.compile(
    "(?:地|田|园|林|草|面积|空间|房|建筑|公路|道路|道|线|网|渠|堤|河|管|塘|湖|库|煤|粮|油|肉|菜|装机|能力|湿地|造林|修复|整治|治理|改造|建设|储能|绿化)$"
)
PURPOSE = re.compile(any_of(names.PURPOSES))
# 项目开工率达到 of 18个项目开工率达到100%
RATED = re.compile("[^、，]{1,10}(?:率|比例|占比)(?:均|要)?(?:达到?|不低于|超过|提高到|提升到)?")
# 从6个维度设置29项指标
ASPECT = re.compile("维度|方面|领域|环节|层面|阶段|步骤")
# 迈上800亿元台阶
STEP = re.compile("(?:新?台阶|大关|关口|量级)$")
# 按 and 给予 of 按50%给予补助
RULING = ("按", "按照", "按照不超过", "按不超过")
RULING_ENDS = frozenset(word[-1] for word in RULING)
RULED = re.compile(any_of(names.RULED))
MEANT_FOR = ("用于", "投向")
# 装机 of 装机120万千瓦抽水蓄能电站: how large the thing is that is named next
SIZE_WORD = re.compile("(?:装机|装机容量|库容|总库容|全长|总长|占地|占地面积)$")
# /400兆瓦时 of 200兆瓦/400兆瓦时
PAIRED = re.compile("[/／][0-9.]{1,8}万?(?:千瓦时|兆瓦时|吉瓦时|kWh|MWh|GWh)")
SLASHES = frozenset("/／")
PLACES = frozenset({"名", "位"})
NAMED_NEXT = lazily("(?!以[上下内]|左右)[\u4e00-\u9fff“□](?<![和及与或并])")
# 每家给予, 每户补助
SUBSIDY = re.compile(
    "每[^，、每]{1,6}(?:给予|补助|奖励|补贴|奖补|资助|发放)[^，、]{0,4}$|最高(?:给予|补助|奖励|补贴|可达|达|不超过)?$"
)
EXTENT = re.compile("(?:以内|内|以外|外|范围|长|宽|高|深|全?覆盖)[^以、，]")
# 为80万重点群体提供帮扶
SERVED = ("为", "惠及", "服务", "帮助")


def is_part_of_words(surface: str, quantity: QuantitySpan) -> bool:
    """Tell whether the number is no figure by itself, by what stands before and behind it or by what it measures."""
    start, end = quantity.start, quantity.end
    before = surface[start - 1 : start]
    if surface[start] == COVER or before in LEADING or (before in FULL and surface[start - 2 : start - 1] == EACH):
        return True
    if surface[end : end + 1] in CONTINUING and CONTINUED.match(surface, end):
        return True
    rule = RULES_OF.get(quantity.dimension)
    return rule is not None and rule(surface, quantity)


def is_size(quantity: QuantitySpan, rest: str, follower: QuantitySpan | None, *, is_marked: bool) -> bool:
    """50亿元 of 50亿元项目7个 says how large the projects are; 5亿元 of 发放5亿元贷款 is an amount.

    `rest` is what stands between the figure's comparator and the next figure or the end of the clause.
    """
    # 其中50亿元以上20个
    if not rest and is_marked and follower is not None:
        return quantity.dimension is MONEY and follower.dimension in COUNTED
    if not rest or DIVIDING.match(rest) or STEP.match(rest):
        return False
    if follower is not None and (ASPECT.match(rest) or is_whole(quantity, rest, follower)):
        return True
    is_followed = follower is not None and follower.dimension in COUNTED and "、" not in rest
    if quantity.dimension is MONEY:
        return is_followed or not (SIZE_NOUN.match(rest) or PURPOSE.match(rest))
    if quantity.dimension in SIZED and is_marked and not MEASURED_NOUN.search(rest):
        return True
    is_class = is_marked and _is_class(quantity)
    return is_followed and (is_class or quantity.dimension in SIZED or _is_large(quantity))


def is_whole(quantity: QuantitySpan, rest: str, follower: QuantitySpan) -> bool:
    """18个 of 18个项目开工率达到100%: what the next figure is a share of"""
    return quantity.dimension in COUNTED and follower.dimension is SHARE and RATED.fullmatch(rest) is not None


def _is_class(quantity: QuantitySpan) -> bool:
    """20人 of 撤并20人以下教学点17个"""
    return quantity.dimension is PEOPLE and quantity.base_unit == "人"


def _is_large(quantity: QuantitySpan) -> bool:
    """40万 of 40万农户"""
    return bool(quantity.unit) and quantity.dimension is NONE


def is_spent(rest: str, lead: Lead) -> bool:
    """投入2亿元实施改造 is of what is spent; 其中8亿元用于设备更新 has no other name than its purpose."""
    return PURPOSE.match(rest) is not None and (lead.has_subject or not rest.startswith(MEANT_FOR))


def holds_the_rest(quantity: QuantitySpan, lead: Lead, noun: str) -> bool:
    """60%以上行政村年经营性收入达100万元, 150个村达100万元: what these are to have is a condition, no other target."""
    if lead.has_subject or len(noun) <= 1:
        return False
    return quantity.dimension is SHARE or (quantity.dimension in COUNTED and _is_compared(noun))


def is_age(surface: str, quantity: QuantitySpan) -> bool:
    """65周岁以上老年人"""
    return quantity.dimension is AGE and not LIFE.search(surface, max(quantity.start - REACH, 0), quantity.start)


def is_time(surface: str, quantity: QuantitySpan) -> bool:
    """三年行动, 6个月内, but not 办理时间压缩至3天, 企业开办压缩至4小时, 水质优良保持8个月以上"""
    before = surface[max(quantity.start - REACH, 0) : quantity.start]
    before = LISTED_TIME.sub("", before)
    is_lasting = LASTING.search(before) is not None and LASTED.match(surface, quantity.end) is not None
    if is_lasting or SHORTENED.search(before) or DAILY.search(before):
        return False
    return not DURATION.search(before) or not _is_compared(before)


def is_specification(_surface: str, _quantity: QuantitySpan) -> bool:
    """220千伏变电站, Ⅲ类水质"""
    return True


def is_bare(surface: str, quantity: QuantitySpan) -> bool:
    """A number without a unit counts only behind a comparator (突破400万) or as a part (一半以上的村)."""
    if quantity.amount < 1 or MARKED.match(surface, quantity.end):
        return False
    served = bool(quantity.unit) and surface.endswith(SERVED, 0, quantity.start)
    return not served and not _is_compared(surface[max(quantity.start - REACH, 0) : quantity.start])


def _is_compared(before: str) -> bool:
    return ending_length(COMPARED, before) > 0


def is_extent(surface: str, quantity: QuantitySpan) -> bool:
    """50米内换乘"""
    return EXTENT.match(surface, quantity.end) is not None


def is_rule(surface: str, quantity: QuantitySpan) -> bool:
    """按100%加计扣除: so much is given or taken of each, by rule."""
    is_ruling = surface[quantity.start - 1] in RULING_ENDS and surface.endswith(RULING, 0, quantity.start)
    return is_ruling and RULED.match(surface, quantity.end) is not None


def is_attribute(surface: str, quantity: QuantitySpan) -> bool:
    """装机120万千瓦抽水蓄能电站"""
    before = surface[max(quantity.start - REACH, 0) : quantity.start]
    return SIZE_WORD.search(before) is not None and NAMED_NEXT.match(surface, quantity.end) is not None


def is_power(surface: str, quantity: QuantitySpan) -> bool:
    """200兆瓦 of 200兆瓦/400兆瓦时共享储能电站: the two figures of a station are its size, one pair"""
    pair = PAIRED.match(surface, quantity.end)
    return is_attribute(surface, quantity) or (pair is not None and NAMED_NEXT.match(surface, pair.end()) is not None)


def is_energy(surface: str, quantity: QuantitySpan) -> bool:
    """400兆瓦时 of 新增储能200兆瓦/400兆瓦时: the first says it all"""
    return surface[quantity.start - 1 : quantity.start] in SLASHES and quantity.start > 0


def is_last(surface: str, quantity: QuantitySpan) -> bool:
    """退出全省后十名: which places those are, not how many"""
    return surface[quantity.start - 1 : quantity.start] == "后" and quantity.unit in PLACES


def is_subsidy(surface: str, quantity: QuantitySpan) -> bool:
    """每家给予20万元奖励, 最高50万元: what each gets is no amount of the task."""
    return SUBSIDY.search(surface, max(quantity.start - REACH, 0), quantity.start) is not None


def is_given(surface: str, quantity: QuantitySpan) -> bool:
    """A sum that is given to each, or taken by rule"""
    return is_rule(surface, quantity) or is_subsidy(surface, quantity)


def is_length(surface: str, quantity: QuantitySpan) -> bool:
    """全长5公里的道路, 50米内换乘"""
    return is_extent(surface, quantity) or is_attribute(surface, quantity)


RULES_OF = {
    MONEY: is_given,
    SHARE: is_rule,
    AGE: is_age,
    TIME: is_time,
    LENGTH: is_length,
    AREA: is_attribute,
    POWER: is_power,
    ENERGY: is_energy,
    PEOPLE: is_last,
    VOLUME: is_attribute,
    NONE: is_bare,
    SPECIFICATION: is_specification,
    GRADE: is_specification,
}
