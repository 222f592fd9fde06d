"""Doubts about the unit of a figure: another currency, 万 for 亿."""

from collections.abc import Iterator

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.answers import is_of_kind, list_open_targets
from luoshi.checking.replies.percentages import SCALES, is_amount
from luoshi.checking.replies.rows import answered_rows, figures_of, judged_rows, reply_of
from luoshi.language.measurements.comparing import CURRENCIES
from luoshi.language.quantities import QuantitySpan
from luoshi.model import Target, TargetKind


def find_other_currencies(case: ProgressCase) -> Iterator[Remark]:
    """A goal in US dollars and a reply in yuan."""
    for row in answered_rows(case):
        goals = {target.base_unit: target for target in row.targets if target.base_unit in CURRENCIES}
        said = {figure.base_unit: figure for figure in figures_of(row.text) if figure.base_unit in CURRENCIES}
        if goals and said and not goals.keys() & said.keys():
            goal, figure = next(iter(goals.values())), next(iter(said.values()))
            told = f"目标按{goal.unit}定，反馈写的是{figure.value}{figure.unit}"
            yield Remark(f"{label(row)}{told}，币种不同，请换成同一币种。", reply_of(row))


def find_wrong_scales(case: ProgressCase) -> Iterator[Remark]:
    """21万元 of a goal of 190亿元; 3100 where 300 were promised."""
    yield from _many_times(case)
    for row in answered_rows(case):
        figures = [each for each in figures_of(row.text) if each.amount and is_amount(each)]
        for target in row.targets:
            said = [each for each in figures if each.base_unit == target.base_unit]
            largest = max(said, key=lambda figure: figure.amount, default=None)
            if largest and _is_out_of_scale(largest, target, case.thresholds.scales.reply):
                told = f"目标是“{target.quote.text}”，反馈是{largest.value}{largest.unit}"
                yield Remark(f"{label(row)}{told}，相差几百倍以上，请核对万和亿。", reply_of(row))


def _many_times(case: ProgressCase) -> Iterator[Remark]:
    """So many times the goal is a digit too many rather than zeal."""
    usual = case.thresholds.scales
    for row, judged in judged_rows(case):
        for answer in judged.measurements:
            target = row.targets[answer.target] if answer.target is not None else None
            is_counted = target and target.kind is TargetKind.COUNT and target.base_unit == answer.base_unit
            amount = target.amount if target else 0
            if target and is_counted and 0 < amount * usual.many <= answer.amount < amount * usual.reply:
                times = round(answer.amount / target.amount, 1)
                told = f"目标是“{target.quote.text}”，反馈是“{answer.quote.text}”"
                yield Remark(f"{label(row)}{told}，是目标的{times}倍，请核对是否多写了一位。", reply_of(row))


def _is_out_of_scale(said: QuantitySpan, target: Target, most: int) -> bool:
    """No reply is so many times its goal, nor so small a part of it, unless 万 stands for 亿."""
    is_scaled = target.base_unit and any(scale in said.unit + target.unit for scale in SCALES)
    if target.kind is TargetKind.GROWTH or not target.amount or not is_scaled:
        return False
    ratio = said.amount / target.amount
    return ratio > most or ratio * most < 1


# ── Other units ──────────────────────────────────────────────────────────────────────────────────────────────────────


def find_other_units(case: ProgressCase) -> Iterator[Remark]:
    """Flats promised and households reported; an amount promised and its growth reported; a figure without a unit."""
    for each in list_open_targets(case):
        if each.instead and not is_of_kind(each.target, each.instead):
            told = f"目标是“{each.target.quote.text}”，反馈写的是“{each.instead.quote.text}”"
            yield Remark(f"{label(each.row)}{told}，单位对不上，没法相比。", reply_of(each.row))
    for row, judged in judged_rows(case):
        for answer in judged.measurements:
            target = row.targets[answer.target] if answer.target is not None else None
            if target and target.unit and not answer.unit:
                yield Remark(f"{label(row)}“{answer.quote.text}”没有写单位，目标按{target.unit}定。", reply_of(row))


CHECKS = (
    ProgressCheck(
        Rule("L064", "currency-differs", Severity.WARNING, "反馈的币种和目标的币种不同。"), find_other_currencies
    ),
    ProgressCheck(
        Rule("L067", "scale-doubtful", Severity.WARNING, "反馈的数与目标相差悬殊，像是把亿写成了万，或多写了一位。"),
        find_wrong_scales,
    ),
    ProgressCheck(
        Rule("L071", "unit-differs", Severity.WARNING, "反馈的单位和目标的不同，或没有写单位。"), find_other_units
    ),
)
