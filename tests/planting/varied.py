"""A breakdown of two hundred tasks, a quota table and a progress table of an invented city, drawn by lot from words.

Nothing here knows what the checks look for: the words are those of the genre, and what stands beside what is chance.
"""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

TASKS, ROWS, QUOTA_ROWS = 200, 120, 24
_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
AIMS, ENDS, HELPERS, PLACES, SUMS = (_WORDS[name].split() for name in ("aims", "ends", "helpers", "places", "sums"))
# Who leads, what is done, and with what: a thing, its measure word, a usual number of it
FIELDS = [(each["leads"].split(), each["verbs"].split(), each["things"].split()) for each in _WORDS["fields"]]
_STATES = ("正在办理手续", "正在招标", "已进场施工")
_SPREAD = (0.7, 1.3)
_TENTH = 10

# Its field, what is done, how many, the measure word
_Work = tuple[int, str, int, str]


@dataclass(frozen=True, slots=True)
class Promise:
    """A task: what is said, what of it is counted, who answers (the leads first)."""

    text: str
    leads: tuple[str, ...]
    helpers: tuple[str, ...]
    works: tuple[tuple[str, int, str], ...] = ()

    def units(self, mark: str = "▲") -> str:
        """The names as a clause lists them."""
        return "、".join([mark + name for name in self.leads] + list(self.helpers))


@dataclass(frozen=True, slots=True)
class City:
    """What a lot has drawn: the tasks, the rows of a progress table with their replies, the quotas."""

    promises: tuple[Promise, ...]
    replies: tuple[tuple[str, str, str], ...] = field(default=())
    quotas: tuple[tuple[str, tuple[int, ...]], ...] = field(default=())


def draw(seed: int, tasks: int = TASKS) -> City:
    """A city whose works are each promised once."""
    chance = random.Random(seed)  # noqa: S311 - an experiment that can be repeated
    works = _works(chance)
    sums = list(SUMS)
    chance.shuffle(sums)
    promises = [_promise(chance, works, sums) for _ in range(tasks)]
    rows = [promise for promise in promises if promise.works][:ROWS]
    return City(tuple(promises), tuple(_reply(chance, each) for each in rows), tuple(_quotas(chance, works)))


def _works(chance: random.Random) -> list[_Work]:
    """Every verb with every thing of its field, in chance order."""
    found = [
        (at, verb + thing, _near(chance, int(usual)), measure)
        for at, (_, verbs, things) in enumerate(FIELDS)
        for verb in verbs
        for thing, measure, usual in (each.split(":") for each in things)
    ]
    chance.shuffle(found)
    return found


def _near(chance: random.Random, usual: float) -> int:
    return max(round(usual * chance.uniform(*_SPREAD)), 2)


def _promise(chance: random.Random, works: list[_Work], sums: list[str]) -> Promise:
    at, work, number, measure = works.pop()
    counted = [(work, number, measure)]
    other = next((each for each in reversed(works) if each[0] == at), None)
    if other and chance.random() < 1 / 3:
        works.remove(other)
        counted.append(other[1:])
    parts = [f"{work}{number}{measure}{chance.choice(('', '', '', '以上'))}" for work, number, measure in counted]
    if sums and chance.random() < 1 / 4:
        words, usual = sums.pop().split(":")
        parts.append(words.format(_sum(chance, float(usual))))
    parts = [chance.choice(AIMS), *parts] if chance.random() < 1 / 2 else parts
    parts.append(chance.choice(ENDS).format(m=chance.randint(2, 12)))
    return Promise("，".join(parts) + "。", *_names(chance, at), tuple(counted))


def _sum(chance: random.Random, usual: float) -> str:
    return f"{usual * chance.uniform(0.9, 1.1):.1f}" if usual < _TENTH else str(round(usual * chance.uniform(0.9, 1.1)))


def _names(chance: random.Random, at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    leads = FIELDS[at][0][: 1 + (chance.random() < 1 / _TENTH)]
    others = sorted(chance.sample(range(len(HELPERS)), chance.randint(1, 6)))
    helpers = [HELPERS[index] for index in others if HELPERS[index] not in leads]
    if len(helpers) > 1 and chance.random() < 1 / _TENTH:
        chance.shuffle(helpers)
    return tuple(leads), tuple(helpers)


def _reply(chance: random.Random, promise: Promise) -> tuple[str, str, str]:
    """The row's name, its unit and what was reported of it at the end of September."""
    work, number, measure = promise.works[0]
    done = max(round(number * chance.uniform(0.5, 1.05)), 1)
    share = f"{done * 100 / number:.1f}".removesuffix(".0")
    spent = round(chance.uniform(2, 40), 1)
    told = chance.choice((
        f"截至9月底，已{work}{done}{measure}，完成率{share}%。{chance.choice(AIMS)}，下一步加快收尾",
        f"1—9月，累计{work}{done}{measure}，占年度目标任务的{share}%，完成投资{spent}亿元",
        f"前三季度{work}{done}{measure}，完成年计划的{share}%；其余{chance.choice(_STATES)}",
        f"截至目前，{work}{done}{measure}，目标完成率为{share}%，进展顺利",
    ))  # fmt: skip
    return f"{work}{number}{measure}", promise.leads[0], told + "。"


def _quotas(chance: random.Random, works: Sequence[_Work]) -> list[tuple[str, tuple[int, ...]]]:
    return [
        (f"{work}{sum(shares)}{measure}", shares)
        for _, work, number, measure in works[:QUOTA_ROWS]
        if (shares := tuple(chance.randint(0, max(number // 4, 3)) for _ in PLACES)) and sum(shares)
    ]


# ── As a document prints it ──────────────────────────────────────────────────────────────────────────────────────────


def print_marked(city: City) -> str:
    """The breakdown with ▲ before its leads."""
    lines = (f"{number}.{each.text}（责任单位：{each.units()}）" for number, each in enumerate(city.promises, start=1))
    return "\n".join(("澜舟市2026年政府工作报告重点工作责任分解", *lines, ""))


def print_labelled(city: City) -> str:
    """The breakdown with its leads and helpers on lines of their own."""
    lines = (
        f"{number}.{each.text}\n牵头单位：{'、'.join(each.leads)}\n配合单位：{'、'.join(each.helpers) or '财政局'}"
        for number, each in enumerate(city.promises, start=1)
    )
    return "\n".join(("澜舟市2026年政府工作报告重点工作责任分解", *lines, ""))


def print_replies(city: City) -> str:
    """The third quarter's table, cut by tabs."""
    lines = (f"{number}\t{name}\t{unit}\t{text}" for number, (name, unit, text) in enumerate(city.replies, start=1))
    head = ("澜舟市2026年重点工作三季度进展情况汇总表", "", "序号\t任务名称\t牵头单位\t三季度进展情况")
    return "\n".join((*head, *lines, ""))


def print_quotas(city: City) -> str:
    """The quota table, cut by tabs."""
    heads = "\t".join(("序号", "民生实事项目", "全市任务", *PLACES, "牵头单位"))
    lines = (
        "\t".join(map(str, (number, f"{name}。", sum(shares), *shares, "财政局")))
        for number, (name, shares) in enumerate(city.quotas, start=1)
    )
    return "\n".join(("澜舟市2026年民生实事责任分解", "", heads, *lines, ""))
