"""Doubts about the unit of a figure: another currency, 万 for 亿."""

from collections.abc import Iterator

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.percentages import SCALES, is_amount
from luoshi.checking.replies.rows import answered_rows, figures_of, reply_of
from luoshi.language.quantities import QuantitySpan
from luoshi.model import Target, TargetKind

_CURRENCIES = frozenset(("元", "美元", "欧元", "港元", "日元"))


def find_other_currencies(case: ProgressCase) -> Iterator[Remark]:
    """A goal in US dollars and a reply in yuan."""
    for row in answered_rows(case):
        goals = {target.base_unit: target for target in row.targets if target.base_unit in _CURRENCIES}
        said = {figure.base_unit: figure for figure in figures_of(row.text) if figure.base_unit in _CURRENCIES}
        if goals and said and not goals.keys() & said.keys():
            goal, figure = next(iter(goals.values())), next(iter(said.values()))
            told = f"目标按{goal.unit}定，反馈写的是{figure.value}{figure.unit}"
            yield Remark(f"{label(row)}{told}，币种不同，请换成同一币种。", reply_of(row))


# No reply is this many times its goal, nor this small a part of it, unless 万 stands for 亿
_OUT_OF_SCALE = 500


def find_wrong_scales(case: ProgressCase) -> Iterator[Remark]:
    """21万元 of a goal of 190亿元."""
    for row in answered_rows(case):
        figures = [each for each in figures_of(row.text) if each.amount and is_amount(each)]
        for target in row.targets:
            said = [each for each in figures if each.base_unit == target.base_unit]
            largest = max(said, key=lambda figure: figure.amount, default=None)
            if largest and _is_out_of_scale(largest, target):
                told = f"目标是“{target.quote.text}”，反馈是{largest.value}{largest.unit}"
                yield Remark(f"{label(row)}{told}，相差几百倍以上，请核对万和亿。", reply_of(row))


def _is_out_of_scale(said: QuantitySpan, target: Target) -> bool:
    is_scaled = target.base_unit and any(scale in said.unit + target.unit for scale in SCALES)
    if target.kind is TargetKind.GROWTH or not target.amount or not is_scaled:
        return False
    ratio = said.amount / target.amount
    return ratio > _OUT_OF_SCALE or ratio * _OUT_OF_SCALE < 1


CHECKS = (
    ProgressCheck(
        Rule("L064", "currency-differs", Severity.WARNING, "反馈的币种和目标的币种不同。"), find_other_currencies
    ),
    ProgressCheck(
        Rule("L067", "scale-doubtful", Severity.WARNING, "反馈的数与目标相差几百倍以上，像是把亿写成了万。"),
        find_wrong_scales,
    ),
)
