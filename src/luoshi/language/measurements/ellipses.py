"""What a reply leaves out of a name or of a deed: 生活圈5个 of 便民生活圈, 交付1472套 of 交付住房2160套.

A figure is taken so only where no other target of the row could be meant by it.
"""

import re
from collections.abc import Sequence

from luoshi.language.lexicon import metrics as names
from luoshi.language.lexicon import status
from luoshi.language.lexicon.measures import Dimension
from luoshi.language.lexicon.words import any_of
from luoshi.language.measurements.comparing import SAME, answers_kind, unit_likeness
from luoshi.language.measurements.likeness import TRAILING, is_other
from luoshi.language.measurements.saying import RESULT, Saying
from luoshi.language.metrics import normal_metric
from luoshi.model import Target

# Any rate is in these.
COMMON = frozenset({"%", "", "个百分点"})
# So many characters tell a name or a verb.
LEAST = 2
GENERIC = frozenset(names.GENERIC) | {"问题", "单位", "中心", "服务"}
DEED = re.compile(any_of((*names.DELIVERIES, "清退", "淘汰")))
IDLE = re.compile("^(?:累计|目前|已经?|均|全部|共|完成|实现|[0-9—-]{1,5}月)*+")


def is_short_name(target: Target, targets: Sequence[Target], said: Saying) -> bool:
    """区域中心2个 of 区域性养老服务中心: its characters in their order, the last of both the same."""
    own = _own(said)
    if len(own) < LEAST or own in GENERIC or said.is_inherited or is_other(target, said):
        return False
    return _meant(own, targets, said) == [target]


def is_shared(targets: Sequence[Target], said: Saying) -> bool:
    """生活圈5个 may be 便民生活圈 or 文化生活圈."""
    own = _own(said)
    if len(own) < LEAST or own in GENERIC or said.is_inherited:
        return False
    meant = [_bare(each.metric) for each in _meant(own, targets, said)]
    return len(set(meant)) > 1 and own not in meant


def is_same_deed(target: Target, targets: Sequence[Target], said: Saying) -> bool:
    """交付1472套 of 交付住房2160套: the deed alone is told, of the only target in this unit."""
    deed = IDLE.sub("", said.left.strip())
    is_named_behind = not said.is_inherited and said.metric not in said.left
    if is_named_behind or len(deed) < LEAST or not DEED.match(deed) or not _is_only(target, targets, said):
        return False
    return not is_other(target, said) and _in_order(deed, target.quote.text)


def is_like_thing(target: Target, targets: Sequence[Target], said: Saying) -> bool:
    """淘汰老旧货车291辆 of 淘汰排放超标柴油货车380辆: the same deed done to a thing of the same kind."""
    own, name = _own(said), _bare(target.metric)
    if said.is_inherited or own[-LEAST:] != name[-LEAST:] or name[-LEAST:] in GENERIC - {"中心"}:
        return False
    if said.quantity.dimension is Dimension.MONEY or not _is_only(target, targets, said) or is_other(target, said):
        return False
    if any(word in name and word not in own for word in status.QUALIFYING):
        return False
    told, wanted = "".join(DEED.findall(said.left)), "".join(DEED.findall(target.quote.text))
    return not set(told).isdisjoint(wanted)


def _meant(own: str, targets: Sequence[Target], said: Saying) -> list[Target]:
    return [each for each in _rivals(targets, said) if _shortens(own, _bare(each.metric))]


def _is_only(target: Target, targets: Sequence[Target], said: Saying) -> bool:
    return target.base_unit not in COMMON and _rivals(targets, said) == [target]


def _rivals(targets: Sequence[Target], said: Saying) -> list[Target]:
    return [each for each in targets if answers_kind(each, said) and unit_likeness(each, said) == SAME]


def _own(said: Saying) -> str:
    """驿站 of 驿站投用"""
    name = _bare(said.metric)
    return RESULT.split(name, maxsplit=1)[0] or name


def _bare(metric: str) -> str:
    name = normal_metric(metric) if metric else ""
    return TRAILING.sub("", name) or name


def _shortens(own: str, name: str) -> bool:
    return own[-1] == name[-1] and own[0] in name and _in_order(own, name)


def _in_order(short: str, long: str) -> bool:
    """Whether the characters of one stand in the other in their order."""
    rest = iter(long)
    return all(mark in rest for mark in short)
