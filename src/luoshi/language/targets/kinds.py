"""The kind of a target: a count of what is done in the year, a level to stand at, or a growth."""

import re

from luoshi.language.lexicon import comparators as words
from luoshi.language.lexicon import metrics as names
from luoshi.language.lexicon.measures import (
    AGE,
    AREA,
    COUNT,
    GRADE,
    LENGTH,
    MONEY,
    NONE,
    PEOPLE,
    POINTS,
    POWER,
    RANK,
    RATE,
    SCORE,
    SHARE,
    TIME,
    TIMES,
    VOLUME,
)
from luoshi.language.lexicon.words import any_of
from luoshi.language.quantities import QuantitySpan
from luoshi.language.targets.leads import CHANGING
from luoshi.patterns import lazily

# What reaches a number of these stands: 企业达到100家, 绿地达到300公顷
STANDING = frozenset({COUNT, PEOPLE, AREA, LENGTH, POWER, VOLUME})
COUNTED = frozenset({COUNT, PEOPLE})
# 增长8%, and 人均预期寿命再提高1岁
GROWING = CHANGING | {AGE}
LEVELS = frozenset({SHARE, SCORE, RATE, RANK, GRADE, AGE, TIME})
FLOW = re.compile(f"(?:{any_of(names.FLOWS)})(?:量|额|总量|总额|数)?")
STOCK = re.compile(any_of(names.STOCKS))
REACH = lazily(any_of(words.REACHES))
# 增速, but not 人口自然增长率
CHANGE = re.compile(f"(?<!自然)(?:{any_of(words.CHANGES)})$")
FALLING = re.compile(f"(?:{any_of(words.FALLING_CHANGES)})$")
# 累计 of 累计建成100个; what is dug or done is counted up, what is built stands.
TOTAL = "累计"
RUNNING = re.compile(f"{TOTAL}(?!开挖|完成|开展|举办|实施)")
ACTION = re.compile(any_of((*names.VERBS, *names.KEPT_VERBS, "完成")))
# 盘活 of 资产盘活100亿元, 新增 of 新增贷款
NEW = "新增"
# 新登记 of 新登记经营主体, but not 新 of 新能源汽车
NEWLY = re.compile(any_of(verb for verb in names.KEPT_VERBS if len(verb) > 1))
LAST_ACTIONS = frozenset((*names.VERBS, "增加"))
LAST_LENGTHS = tuple(sorted({len(verb) for verb in LAST_ACTIONS}))
LAST_CHARACTERS = frozenset(verb[-1] for verb in LAST_ACTIONS)
# 最低标准 of 基础养老金最低标准提高20元
STANDARD = re.compile(f"(?:{any_of(names.STANDARDS)})$")
RATED = "标准"
AVERAGE = re.compile("人均|户均|亩均|地均|平均|日均|年均|月均|每[万千百亩]|万人|千人")


def kind_of(metric: str, words_before: str, predicate: str, quantity: QuantitySpan, change: str) -> str:
    """Return “growth”, “level” or “count”; `words_before` is all that stands before the figure in its clause."""
    dimension, beside = quantity.dimension, metric + predicate
    if dimension is POINTS or (change and (dimension in GROWING or _is_raise(metric, quantity))):
        return "growth"
    # 达到1.5倍 stands, 翻番 grows.
    if dimension is TIMES:
        return "level" if REACH.search(predicate) else "growth"
    is_average = dimension is not SHARE and _is_average(beside, quantity)
    if (dimension is SHARE or is_average) and CHANGE.search(metric):
        return "growth"
    if dimension in LEVELS or is_average or _is_running(words_before, beside):
        return "level"
    if (words_before and ACTION.search(words_before)) or _names_action(metric):
        return "level" if "储备" in words_before else "count"
    return _of_subject(metric, predicate, quantity)


def _is_running(words_before: str, beside: str) -> bool:
    return (TOTAL in beside or TOTAL in words_before) and RUNNING.search(words_before + beside) is not None


def _names_action(metric: str) -> bool:
    if NEW in metric or NEWLY.match(metric):
        return True
    return metric[-1:] in LAST_CHARACTERS and any(metric[-length:] in LAST_ACTIONS for length in LAST_LENGTHS)


def _is_average(words_beside: str, quantity: QuantitySpan) -> bool:
    """日均5万人次, but 年均50万人次 is what comes in the year."""
    if not AVERAGE.search(words_beside):
        return False
    return not quantity.base_unit.endswith("次") or set(AVERAGE.findall(words_beside)) != {"年均"}


def has_falling_name(metric: str) -> bool:
    """降幅达到3%"""
    return FALLING.search(metric) is not None


def _is_raise(metric: str, quantity: QuantitySpan) -> bool:
    """低保标准提高30元"""
    return quantity.dimension is MONEY and STANDARD.search(metric) is not None


def _of_subject(metric: str, predicate: str, quantity: QuantitySpan) -> str:
    """市场主体突破115万户 stands, 总产值超1800亿元 flows, 示范镇2个以上 is done; 人次 and 场次 happen."""
    is_counted = quantity.dimension in COUNTED
    # 进出口额超亿元企业达到100家: companies are counted, not what they trade.
    least = len(metric) if is_counted else 1
    flow, stock = _last_end(FLOW, metric), _last_end(STOCK, metric)
    if flow >= max(stock, least):
        return "count"
    if stock >= least or (quantity.dimension is MONEY and metric.endswith(RATED)):
        return "level"
    # 每千人口有医师3人、托位4.6个: a part of one is an average.
    if is_counted and quantity.amount % 1:
        return "level"
    stands = quantity.dimension in STANDING and not quantity.base_unit.endswith("次")
    return "level" if (stands or quantity.dimension is NONE) and REACH.search(predicate) else "count"


def _last_end(pattern: re.Pattern[str], metric: str) -> int:
    """Where the last match ends, 0 where there is none."""
    end = 0
    for found in pattern.finditer(metric):
        end = found.end()
    return end
