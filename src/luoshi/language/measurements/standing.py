"""How far the thing has come that a figure counts: done, or still on its way."""

import re

from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of
from luoshi.language.measurements.saying import Saying
from luoshi.model import Target, TargetKind

PIPELINE = re.compile(any_of(status.PIPELINE))
# 完成…目标任务, 已完成: the words of a plan, spoken of what is done
FULFILLED = re.compile("(?:已|均|全部|全面|提前|超额|如期|顺利)?(?:完成|实现|达成)")
STAGES = tuple(re.compile(any_of(listed)) for listed in status.STAGES)
BUILDING = re.compile(any_of(status.BUILDING))
LAUNCHING = re.compile(any_of(status.LAUNCHING))
REMAINDER = re.compile(f"(?:{any_of(status.REMAINDERS)})")
TOTAL = re.compile(any_of(status.TOTALS))
ALONE = re.compile(any_of(status.ALONE))
FOUND = re.compile(any_of(status.FOUND))
DEALT = re.compile(any_of(status.DEALT))
# 全年任务 of 全年任务300户
AIMED = re.compile("(?:任务|目标|计划)(?:数|量|为|是)?$")
STOCK = re.compile("累计(?:已)?(?:达|有|拥有|总数)|总数|总量|保有量")
PART = re.compile("其中")
NEW = re.compile("(?:净增|新[增认培建评招引聘设登])[^，。；]{0,12}$")
# ， | 建设进度达到90%
ADVANCING = re.compile(
    "[，,](?:目前|现)?[^，。；0-9]{0,6}进度[^，。；0-9]{0,6}(?P<share>[0-9]{1,3}(?:[.][0-9]{1,2})?)[%％]"
)
WHOLE = 100
# How far before its clause a figure's 当月 may stand.
NEAR = 20


def is_done(target: Target, said: Saying) -> bool:
    """Whether the words beside a figure say that it is reached; words that the target itself uses are no reserve."""
    wanted = target.metric + target.quote.text
    beside = said.left + said.right
    waiting = {word for word in PIPELINE.findall(beside) if word not in wanted}
    if waiting - {"明确", "力争", "确保", "争取", "计划"} or (waiting and not FULFILLED.search(beside)):
        return False
    if AIMED.search(said.left) and not FULFILLED.search(said.left):
        return False
    due, reached = _stage(wanted), _stage(beside)
    if due is None and (BUILDING.search(wanted) or not LAUNCHING.search(wanted)):
        due = status.BUILT
    return due is None or reached is None or reached >= due


def is_under_way(text: str, said: Saying) -> bool:
    """创建示范镇2个，建设进度达到90%: it is not there yet."""
    found = ADVANCING.match(text, said.clause[1])
    return found is not None and float(found["share"]) < WHOLE


def is_remainder(said: Saying) -> bool:
    """其余7个 says nothing of what is done."""
    return REMAINDER.search(said.left) is not None


def is_part(said: Saying) -> bool:
    """其中省级5个 is a part of what was said before."""
    return PART.search(said.topic + said.left) is not None


def is_total(said: Saying) -> bool:
    """累计, 合计, 共 stand before a total."""
    return TOTAL.search(said.left) is not None


def is_alone(said: Saying) -> bool:
    """当月 is one month and no running total."""
    return not is_total(said) and ALONE.search(said.topic[-NEAR:] + said.left) is not None


def is_aim(said: Saying) -> bool:
    """已实现50%以上的村达标的目标 tells the aim again."""
    return "目标" in said.right


def is_stock(target: Target, said: Saying) -> bool:
    """新建655个，累计达4210个: the second is all there is, and no answer to what is to be new."""
    is_new = "新" in target.metric + target.quote.text + said.topic
    return is_new and STOCK.search(said.left) is not None and "新" not in said.left


def is_found(target: Target, clause: str) -> bool:
    """梳理低效用地1140亩 has yet to be dealt with."""
    found = FOUND.search(clause)
    return found is not None and found[0] not in target.metric + target.quote.text and not DEALT.search(clause)


def is_flow(target: Target, said: Saying) -> bool:
    """规上企业达到110家 wants all there are: 新增14家 is no answer."""
    wants_all = target.kind is TargetKind.LEVEL and "新" not in target.metric + target.quote.text
    return wants_all and NEW.search(said.left) is not None


def _stage(words: str) -> int | None:
    """The latest stage named."""
    return next((stage for stage in range(len(STAGES) - 1, -1, -1) if STAGES[stage].search(words)), None)
