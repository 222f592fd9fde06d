"""Why: the arithmetic of a verdict as a Chinese sentence."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from luoshi.judgement import Measurement
from luoshi.model import Comparator, Target, TargetKind

TENTH = Decimal("0.1")
BOUNDS = {Comparator.AT_LEAST: "不低于 ", Comparator.AT_MOST: "不高于 ", Comparator.ABOUT: "", Comparator.EQUAL: ""}


def plain(number: Decimal) -> str:
    """A number as one writes it: 214, 59.4; no trailing zeros, no exponent."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def round_points(number: Decimal) -> Decimal:
    """Points with one decimal, as one rounds by hand; what is less than that keeps its first figure."""
    rounded = number.quantize(TENTH, ROUND_HALF_UP)
    return rounded if rounded or not number else number.quantize(Decimal("0.001"), ROUND_HALF_UP)


def points(number: Decimal) -> str:
    """The same in words, without the zeros at its end."""
    return plain(round_points(number))


def percent(share: Decimal) -> str:
    """0.594 → 59.4%."""
    return f"{points(share * 100)}%"


def division(done: Decimal, target: Target, unit: str) -> str:
    """21亿÷190亿元 where the units differ as printed, 214÷360 where not."""
    if unit == target.unit:
        return f"{plain(done)}÷{plain(target.value)}"
    return f"{plain(done)}{unit}÷{plain(target.value)}{target.unit}"


def against_schedule(ratio: Decimal, expected: Decimal | None, by: date | None) -> str:
    """序时 75%，欠 15.6 点"""
    if expected is None:
        return "不知道截至日期，无法对照序时"
    should = f"应于{by.month}月{by.day}日前完成" if by else f"序时 {percent(expected)}"
    gap = (ratio - expected) * 100
    if gap == 0:
        return f"{should}，刚好达到"
    return f"{should}，{'超' if gap > 0 else '欠'} {points(abs(gap))} 点"


def stated(measurement: Measurement, target: Target) -> str:
    """增长 7.5%, 下降 3%, 94.4%: a figure that is compared and not divided."""
    figure = f"{plain(measurement.value)}{measurement.unit}"
    if target.kind is not TargetKind.GROWTH:
        return f"报 {figure}"
    return f"{'下降' if measurement.is_falling else '增长'} {figure}"


def aimed(target: Target, *, is_upper: bool) -> str:
    """目标不低于 97%"""
    if target.high is not None:
        return f"目标 {plain(target.value)}—{plain(target.high)}{target.unit}"
    bound = BOUNDS[target.comparator]
    if target.kind is TargetKind.LEVEL and is_upper and not bound:
        bound = "不高于 "
    about = "左右" if target.comparator is Comparator.ABOUT else ""
    return f"目标{bound or ' '}{plain(target.value)}{target.unit}{about}"


def waiting(measurements: Sequence[Measurement]) -> str:
    """2＋3＋1项还在办理，不算完成"""
    figures = "＋".join(plain(each.value) for each in measurements)
    return f"{figures}{measurements[0].unit}还在办理中，不算完成"


def undecided(measurements: Sequence[Measurement]) -> str:
    """回复里有 134个、31个，看不出哪个是这一指标的数，待核"""
    figures = "、".join(f"{plain(each.value)}{each.unit}" for each in measurements)
    return f"回复里有 {figures}，看不出哪个是这一指标的数，待核"


def foreign(measurement: Measurement, target: Target) -> str:
    """报的是 6612万美元，目标是 6000万元，币种不同，没法相比"""
    reported = f"{plain(measurement.value)}{measurement.unit}"
    return f"报的是 {reported}，目标是 {plain(target.value)}{target.unit}，币种不同，没法相比"
