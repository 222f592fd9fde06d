"""How like the words beside a figure are to the name of a target, from 0 to 1."""

import re

from luoshi.language.lexicon import metrics, status
from luoshi.language.lexicon.words import any_of
from luoshi.language.measurements.saying import RESULT, Saying
from luoshi.language.metrics import normal_metric
from luoshi.model import Target, TargetKind

NARROWING = re.compile(any_of(status.NARROWING))
OTHER_THING = re.compile(any_of(status.OTHER_THINGS))
VERBS = frozenset(metrics.KEPT_VERBS) | frozenset(metrics.VERBS)
TRAILING = re.compile(f"(?:{any_of(status.TRAILING)}|[，。、；已均共到至])*$")
# 10亿元 of 10亿元以上项目
SIZE = re.compile(r"(?P<size>[0-9]*\.?[0-9]*[千百]?[万亿]+)元(?:及?以上|级)?")
# 以上 of 四星级以上园区, 达到 and 标准 of 达到健康村标准
LOOSE = re.compile("及?以上的?|等$|全部|均|达到|标准(?=$|的|，)")
# 项目 of 甲、乙等项目
OTHERS = re.compile("(?:^|[^平高同初中])等(?=[^级待候])")
STAGE = re.compile("建成投产|开工|建成|投产|投用|竣工|完工")
# The weight of pairs of characters; the rest is that of single ones.
PAIRS = 0.7
# Words farther off weigh less: those of the clause, then those of the sentence before.
WHOLE_CLAUSE, BEFORE = 0.8, 0.75
# 出口额 is the head of 外贸出口
HEAD, AMOUNT, DATED = 0.7, re.compile("[额量数值]$"), re.compile("^(?:[0-9]+[-—至]?)*+月")
# 停车场 tells what is counted, 项目 and 企业 do not
TELLING_HEAD = 3
# Of two figures in a clause the one that has the name beside it is a little more like.
NEAREST = 0.1
# 外文版 of 团体标准外文版5项: the head of the name is another thing.
OTHER_HEAD = 0.5


def likeness(target: Target, said: Saying, clause: str, *, is_strict: bool) -> float:
    """The best of what stands right beside the figure, in its clause, and in the sentence before it.

    It is less, where `is_strict`, for a figure whose own name ends in another thing (团体标准外文版).
    """
    if is_other(target, said):
        return 0.0
    name, own = _name(target), normal_metric(said.metric) if said.metric else ""
    beside = _loose(f"{said.left} {said.right}")
    near = max(_covered(name, _loose(own)), _covered(name, beside), _covered(name, normal_metric(beside)))
    is_headed = _has_head(target, name, own, said)
    near = max(near, _sized(target, said, name, beside), HEAD * is_headed)
    if said.is_inherited:
        near = max(near * BEFORE, _covered(name, own))
    is_of_topic = said.is_inherited or not said.metric or not is_strict
    topic = BEFORE * _covered(name, said.topic + beside) * (1 if is_of_topic else OTHER_HEAD)
    around = max(near, WHOLE_CLAUSE * _covered(name, _loose(clause)), topic)
    head = TRAILING.sub("", own)[-2:] if is_strict and said.metric in said.left else ""
    around = NEAREST * near + (1 - NEAREST) * around
    wanted = _wanted(target)
    is_one_thing = is_headed or not head or any(mark in wanted for mark in head)
    return around if is_one_thing else around * OTHER_HEAD


def _has_head(target: Target, name: str, own: str, said: Saying) -> bool:
    """Whether the figure goes by the head of a name: its own name, what stands right before it, or what it counts.

    Or by its verb: 交付1860套 of 交付安置房.
    """
    beside = () if said.metric in said.left and not said.is_inherited else (DATED.sub("", said.left.strip()),)
    if said.is_inherited and said.left.strip() in VERBS and target.metric.startswith(said.left.strip()):
        return True
    counted = RESULT.split(said.right, maxsplit=1)[0]
    heads = (own, *(head for head in (*beside, counted) if len(head) >= TELLING_HEAD))
    return any(_is_head(whole, head) for whole in (name, target.metric, TRAILING.sub("", name)) for head in heads)


def _is_head(name: str, own: str) -> bool:
    """出口 of 外贸出口; a part is no head of the whole (投资 of 民间投资)."""
    head = AMOUNT.sub("", DATED.sub("", own))
    return len(head) > 1 and name.endswith(head) and not NARROWING.search(name.removesuffix(head))


def _sized(target: Target, said: Saying, name: str, beside: str) -> float:
    """亿元以上重大项目 is of the size that 亿元以上项目 is; the rest of the name decides."""
    size = SIZE.search(target.metric)
    if size is None or not SIZE.search(said.left + said.metric):
        return 0.0
    return _covered(SIZE.sub("", name), beside)


def _loose(words: str) -> str:
    return LOOSE.sub("", words)


def _name(target: Target) -> str:
    """What a reply has to name: of examples (开工甲、乙等项目) the stage and the kind of thing."""
    listed = list(OTHERS.finditer(target.metric))
    if not listed:
        return _loose(normal_metric(target.metric)) or target.metric
    stage = STAGE.match(target.metric)
    return (stage[0] if stage else "") + target.metric[listed[-1].end() :]


def _wanted(target: Target) -> str:
    return target.metric + target.quote.text + normal_metric(target.metric)


def is_other(target: Target, said: Saying) -> bool:
    """Whether the figure is of another size (10亿元以上项目), of a part (限上) or of another thing (存栏)."""
    wanted, beside = _wanted(target), said.left + said.right
    size, other = SIZE.search(target.metric), SIZE.search(said.left) or SIZE.search(said.metric)
    if size and other and size["size"] != other["size"]:
        return True
    if any(word not in wanted for word in OTHER_THING.findall(beside)):
        return True
    is_whole = target.kind is not TargetKind.COUNT
    return is_whole and any(word not in wanted for word in NARROWING.findall(normal_metric(said.metric)))


def _covered(name: str, words: str) -> float:
    """The share of a name's characters, and pairs of them, that stand among the words."""
    if not name or not words:
        return 0.0
    if name in words:
        return 1.0
    single = sum(mark in words for mark in set(name)) / len(set(name))
    pairs = {name[place : place + 2] for place in range(len(name) - 1)}
    double = sum(pair in words for pair in pairs) / len(pairs) if pairs else single
    return PAIRS * double + (1 - PAIRS) * single
