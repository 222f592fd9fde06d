"""What a reply says of its own progress: 提前超额完成全年任务, 达到序时进度, 未达序时进度."""

import re
from dataclasses import dataclass

from luoshi.judgement import Verdict

_HOW = "(?:已经?|均已?|提前|超额|全面|全部|圆满|如期|顺利|基本){0,4}"
_YEARS = "(?:全年|年度|今年|本年度?)"
_GOAL = "(?:的|各项|既定|目标|任务|计划|指标)+"
_SCHEDULE = "(?:序时|时间|计划|预期)进度"
# The worse claim first: of two that a reply makes, that is what it says of the whole.
_CLAIMS = (
    # 未达序时进度 | 滞后于序时进度 | 进度偏慢
    (
        Verdict.BEHIND,
        f"(?:未能?|没有|没能|尚未)(?:达到?|完成|跟上){_SCHEDULE}|(?:慢于|慢|落后于?|滞后于?|低于|欠){_SCHEDULE}"
        "|进[度展](?:偏慢|较慢|缓慢|滞后)",
    ),
    # 达到序时进度 | 按序时推进
    (
        Verdict.ON_TRACK,
        f"(?:达到?|完成|符合|跟上){_SCHEDULE}(?:要求)?|按(?:照)?(?:{_SCHEDULE}|序时|时间节点|计划)(?:有序|正常|稳步)?推进",
    ),
    # 超序时进度 | 快于时间进度
    (Verdict.AHEAD, f"(?:超过?|超出|快于|高于|领先于?|好于){_SCHEDULE}"),
    # 提前超额完成全年任务; not 完成年度计划的78%
    (Verdict.DONE, f"{_HOW}完成了?{_YEARS}{_GOAL}(?!的?(?:约|近)?[0-9])"),
)
_FOUND = tuple((verdict, re.compile(pattern)) for verdict, pattern in _CLAIMS)
# Said of what is still to come, or was not: 确保完成全年任务, 未完成年度目标
_NOT_YET = re.compile(
    "(?:未|没有|尚未|力争|确保|争取|预计|有望|可|将|能够?|计划|努力|力促|为|推动)(?:按时|如期|全面|圆满|超额|提前)*$"
)


@dataclass(frozen=True, slots=True)
class Claim:
    """How far a reply says that it is, and the words in which it says so."""

    verdict: Verdict
    quote: str


def find_claim(text: str) -> Claim | None:
    """The worst that a reply says of its own progress; None where it leaves that to the figures."""
    for verdict, pattern in _FOUND:
        for found in pattern.finditer(text):
            if verdict is Verdict.BEHIND or not _NOT_YET.search(text, max(0, found.start() - 8), found.start()):
                return Claim(verdict, found[0])
    return None
