"""Doubts about a percentage and the figures that it is made of."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.rows import RATES, SENTENCE, answered_rows, reply_of
from luoshi.language.lexicon import status
from luoshi.language.lexicon.measures import COUNTS
from luoshi.language.lexicon.words import any_of
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.model import ProgressRow, Target, TargetKind

# 完成投资21亿 | ，完成年度目标 | 95.4%; 8所 | 学校获评示范，占年度目标的 | 80%
_OF_THE_GOAL = re.compile(
    r"(?:[^0-9]{0,10}?|[^0-9，,；。]{0,40}[，,]?)"
    r"(?:完成率|达成率|(?:完成|占|达)[^0-9，,]{0,6}?(?:目标|计划|任务)[^0-9，,]{0,4}?)的?(?:为|达|达到|已达)?"
)
# 40个 | （其中村级9个） | ，完成年度目标的80%
_ASIDE = re.compile("[（(][^（()）%％]*+[)）]")
# 占年度目标 | 190亿元 | 的 | 95.4%
_OF_A_STATED_GOAL = re.compile(r"[^0-9]{0,10}?(?:占|完成)[^0-9，,]{0,6}?(?:目标|计划|任务)[^0-9，,]{0,4}?")
_SHARE_OF_IT = re.compile(r"的|[，,]?完成率(?:为|达)?")
# 年度计划投资 | 210.8亿，1-9月累计完成投资240.1亿，年度投资完成率113.9%
_PLANNED, _NEAR = re.compile(r"(?:计划|目标|任务)[^\d，。；]{0,8}$"), 16
_OF_A_PART = re.compile(r"季度|月份?|序时|半年|当期|总工程|工程量")
SCALES = ("亿", "万")
_PEOPLE = ("人", "名", "位", "人次")
# 占比 | 达 | 109%
_OF_A_WHOLE = re.compile(f"(?P<name>{any_of(status.PARTS_OF_A_WHOLE)})[为达到至已占超过约]{{0,3}}$")
HUNDRED = Decimal(100)


def find_wrong_percentages(case: ProgressCase) -> Iterator[Remark]:
    """21亿元 of a goal of 190亿元 called 95.4%."""
    slack = case.thresholds.sums.slack
    for row in answered_rows(case):
        for found in SENTENCE.finditer(row.text):
            others = (_wrong_change(found[0], slack), _wrong_rate(found[0], slack), _impossible(found[0]))
            for remark in filter(None, (*_wrong_percentages(row, _ASIDE.sub("", found[0]), slack), *others)):
                yield Remark(f"{label(row)}{remark}", reply_of(row))


def _wrong_percentages(row: ProgressRow, sentence: str, slack: Decimal) -> Iterator[str | None]:
    """What is wrong with shares of a goal; `slack` are the points that rounding in between may cost."""
    said: list[QuantitySpan] = []
    for before, share in pairwise(find_quantities(sentence)):
        if is_amount(before):
            said.append(before)
        gap = sentence[before.end : share.start]
        if share.unit not in RATES or not said or _OF_A_PART.search(gap):
            continue
        if _SHARE_OF_IT.fullmatch(gap) and said[-1] is before and _is_stated_goal(sentence, said):
            yield _compare(said[-2], share, [(before.amount, before.unit, before.value)], slack)
        elif _OF_THE_GOAL.fullmatch(gap):
            planned = [(each.amount, each.unit, each.value) for each in _planned(sentence, said)]
            goals = [(each.amount, each.unit, each.value) for each in _goals(row, said[-1])]
            yield _compare(said[-1], share, [*planned, *goals], slack)


def _planned(sentence: str, said: Sequence[QuantitySpan]) -> Iterator[QuantitySpan]:
    """What the sentence itself says was planned, in the unit of the last figure."""
    for each in said[:-1]:
        is_one_unit = each.base_unit == said[-1].base_unit or {each.unit, said[-1].unit} & {*SCALES}
        if is_one_unit and each.amount and _PLANNED.search(sentence[max(each.start - _NEAR, 0) : each.start]):
            yield each


def is_amount(figure: QuantitySpan) -> bool:
    """Whether a figure has a unit and is no share."""
    return figure.unit not in {*RATES, ""}


def _is_stated_goal(sentence: str, figures: Sequence[QuantitySpan]) -> bool:
    """Whether the last figure is the goal that the one before it is a share of."""
    if len(figures) == 1:
        return False
    said, goal = figures[-2:]
    is_one_unit = said.base_unit == goal.base_unit or said.unit in SCALES
    return is_one_unit and bool(goal.amount and _OF_A_STATED_GOAL.fullmatch(sentence[said.end : goal.start]))


def _goals(row: ProgressRow, said: QuantitySpan) -> list[Target]:
    """The targets in the figure's unit; where there is none, those counted by pieces: 12家 of 10个."""
    same = [each for each in row.targets if _is_goal(each, said)]
    pieces = (each for each in row.targets if _is_of_pieces(each.unit) and each.kind is TargetKind.COUNT)
    return same or [each for each in pieces if _is_of_pieces(said.unit) and each.amount]


def _is_of_pieces(unit: str) -> bool:
    return unit in COUNTS or unit in _PEOPLE


def _is_goal(target: Target, said: QuantitySpan) -> bool:
    if target.kind is TargetKind.GROWTH or not target.amount:
        return False
    if target.base_unit == said.base_unit:
        return True
    # 21亿 of 190亿元, 486亿元 of 500亿
    bare, whole = sorted((said.unit, target.unit), key=len)
    return bare in SCALES and whole.startswith(bare)


def _compare(
    said: QuantitySpan, share: QuantitySpan, goals: list[tuple[Decimal, str, Decimal]], slack: Decimal
) -> str | None:
    """What is wrong when the share fits none of the goals (amount, unit, value as printed)."""
    for amount, _, _ in goals:
        if abs(said.amount / amount * HUNDRED - share.value) <= _tolerance(said, share, amount) + slack:
            return None
    if not goals:
        return None
    amount, unit, value = goals[0]
    ratio = round(said.amount / amount * HUNDRED, 1)
    return f"写的是{share.value}%，{said.value}{said.unit}÷{value}{unit}＝{ratio}%，请核对。"


def _tolerance(said: QuantitySpan, share: QuantitySpan, goal: Decimal) -> Decimal:
    """Half of the last printed digit of the share and of the figure, in points; what is counted by pieces is exact."""
    own = Decimal(0) if _is_exact(said) else half_digit(said.value) * (said.amount / said.value)
    return half_digit(share.value) + own / goal * HUNDRED


def _is_exact(said: QuantitySpan) -> bool:
    """16个 are sixteen; 16公里 are about sixteen, 16余个 more, 1.6万个 about sixteen thousand."""
    is_bare = said.end - said.start == len(f"{said.value}{said.unit}")
    return is_bare and _is_of_pieces(said.unit)


def half_digit(value: Decimal) -> Decimal:
    """Half of the last printed digit."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def _impossible(sentence: str) -> str | None:
    """What is wrong with a share of more than the whole: 覆盖率109%."""
    for figure in find_quantities(sentence):
        named = _OF_A_WHOLE.search(sentence, max(figure.start - _NEAR, 0), figure.start)
        if named and figure.unit in RATES and figure.amount > HUNDRED:
            return f"写的是{named['name']}{figure.value}%，不会超过100%，请核对。"
    return None


# ── A rate and the two figures that it is made of ────────────────────────────────────────────────────────────────────

# 产生14.2万吨，综合利用 | 13.1万吨， | 综合利用率 | 94.6%
_RATE = re.compile(r"[，,、（(]?(?P<name>[^\d，。；（(]{1,10})率[为达到]{0,2}")
_SHORTEST = 2
# So many figures before a rate its whole may stand
_FIGURES = 5
# 14个乡镇建成13个，覆盖率: the places that have a thing, of all
_OF_PLACES = ("覆盖", "通达")


def _wrong_rate(sentence: str, slack: Decimal) -> str | None:
    """What is wrong with the rate of the last figure in the only other one of its unit before."""
    figures = find_quantities(sentence)
    for place in range(2, len(figures)):
        share, part, wholes = figures[place], figures[place - 1], figures[max(place - _FIGURES, 0) : place - 1]
        rate = _RATE.fullmatch(sentence, part.end, share.start)
        if rate is None or share.unit not in RATES or not is_amount(part):
            continue
        named = sentence[wholes[-1].end : part.start]
        same = [each for each in wholes if each.base_unit == part.base_unit and each.amount >= part.amount]
        is_named = rate["name"][-_SHORTEST:] in named or rate["name"].endswith(_OF_PLACES)
        if is_named and len(same) == 1:
            goal = (same[0].amount, same[0].unit, same[0].value)
            return _compare(part, share, [goal], slack)
    return None


# ── A change and the figures it leads from and to ────────────────────────────────────────────────────────────────────

# 由 | 120户增至 | 150户，增长 | 30%
_FROM = re.compile(r"(?:由|从)[^\d，。；]{0,10}$")
_TO = re.compile(r"(?:增|提|上|升|扩|下|降|减|压|缩)[^\d，。；]{0,4}[至到为]")
_POINTS = "个百分点"
_REACH = 12
_BY = re.compile(
    r"[，,]?(?:同比|较上年|较去年|比上年)?(?:增长|提高|上升|提升|增加|下降|降低|减少|压减|压缩|缩减|缩短)[了达为]?"
)


def _wrong_change(sentence: str, slack: Decimal) -> str | None:
    figures = find_quantities(sentence)
    for one, other, share in zip(figures, figures[1:], figures[2:], strict=False):
        is_change = _FROM.search(sentence, max(one.start - _REACH, 0), one.start) and _TO.fullmatch(
            sentence, one.end, other.start
        )
        if not is_change or not _BY.fullmatch(sentence, other.end, share.start):
            continue
        if share.unit == _POINTS and other.unit in RATES:
            if abs(abs(other.value - one.value) - share.value) > slack:
                told = f"{one.value}到{other.value}{other.unit}差{abs(other.value - one.value)}"
                return f"写的是{share.value}{_POINTS}，{told}，请核对。"
            continue
        if share.unit not in RATES:
            continue
        if not is_amount(other) or not one.value or one.unit not in {"", other.unit}:
            continue
        change = abs(other.value - one.value) / one.value * HUNDRED
        own = (half_digit(one.value) + half_digit(other.value)) / one.value * HUNDRED + half_digit(share.value)
        if abs(change - share.value) > own + slack:
            told = f"{one.value}到{other.value}{other.unit}是{round(change, 1)}%"
            return f"写的是{share.value}%，{told}，请核对。"
    return None


CHECKS = (
    ProgressCheck(
        Rule("L062", "percentage-wrong", Severity.WARNING, "百分比和它自己的数字对不上。"), find_wrong_percentages
    ),
)
