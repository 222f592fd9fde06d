"""Which way a figure is meant to go: what is to fall, and what is better the lower it stands."""

import re

from luoshi.language.lexicon import comparators, status
from luoshi.language.lexicon.words import any_of
from luoshi.model import Comparator, Target, TargetKind

FALL = re.compile(f"(?:{any_of(comparators.FALLS)})(?![到至])|{any_of(comparators.FALLING_CHANGES)}")
# 降至26, 压缩到3天; places in a ranking, too, are better the lower they are
LOWERED = re.compile("(?:降|压|缩|减|窄)[^到至，]{0,3}[到至]|(?:整合|合并|归并|精简)为|缩小|控制在")
RANKED = frozenset({"位", "名", "类"})
CAPPED = re.compile(any_of(status.CAPPED))


def wants_fall(target: Target, clause: str) -> bool:
    """能耗下降3%以上, 压减一般性支出5%以上; `clause` is the target's with its verb."""
    return target.kind is TargetKind.GROWTH and FALL.search(clause or target.quote.text) is not None


def is_capped(target: Target) -> bool:
    """Whether less is better: 不超过, 降至; of what is to stand about a mark, prices and the like."""
    if target.kind is TargetKind.GROWTH and FALL.search(target.quote.text):
        return False
    if target.comparator is Comparator.AT_MOST:
        return True
    if target.comparator is Comparator.ABOUT:
        return CAPPED.search(target.metric) is not None
    if target.kind is not TargetKind.LEVEL or target.comparator is Comparator.AT_LEAST:
        return False
    return target.base_unit in RANKED or LOWERED.search(target.quote.text) is not None
