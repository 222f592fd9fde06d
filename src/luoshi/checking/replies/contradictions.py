"""Doubts about one figure that two rows tell in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.judgement import JudgedProgress, Measurement
from luoshi.language.metrics import normal_metric
from luoshi.model import ProgressRow

_SHORTEST_NAME = 4
_RATES = frozenset(("%", "％", "‰"))
# 完成投资、已开工项目: each row has its own
_GENERAL = re.compile(r".{0,4}(?:项目|投资|企业|活动|面积|产值|平台|资金|任务|人才|培训)")
# 超300家, 2000余人
_ROUGH = re.compile(r"(?:近|约|超过?|突破|逾)\s*[\d.,]+\D*$|\d[万亿]?[余多]|以上|左右")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a row says of a metric."""

    row: ProgressRow
    measurement: Measurement

    @property
    def amount(self) -> Decimal:
        return self.measurement.amount


def find_contradictions(case: ProgressCase) -> Iterator[Remark]:
    """A metric with one figure here and another there; what is told roughly, or not done yet, is let be."""
    if not isinstance(case.reading, JudgedProgress):
        return
    for told in _by_metric(case.reading).values():
        per_row = [list(group) for _, group in groupby(told, key=lambda each: each.row.number)]
        first, *others = per_row
        for other in others:
            if not {each.amount for each in first} & {each.amount for each in other}:
                yield from _remarks(first[0], other[0])


def _by_metric(progress: JudgedProgress) -> dict[tuple[str, str, str], list[_Told]]:
    """What the rows say, by metric, unit and kind, in the order of the rows."""
    found: defaultdict[tuple[str, str, str], list[_Told]] = defaultdict(list)
    for row, judged in zip(progress.rows, progress.verdicts, strict=True):
        for measurement in judged.measurements:
            name = normal_metric(measurement.metric)
            if _is_telling(name, measurement):
                found[name, measurement.base_unit, measurement.kind.value].append(_Told(row, measurement))
    return found


def _is_telling(name: str, measurement: Measurement) -> bool:
    """Whether the name is no row's own and the figure is exact, of the whole year so far, and reached."""
    is_named = len(measurement.metric) >= _SHORTEST_NAME and not _GENERAL.fullmatch(name)
    is_exact = measurement.unit not in _RATES and not _ROUGH.search(measurement.quote.text)
    return is_named and is_exact and measurement.is_cumulative and measurement.is_done


def _remarks(one: _Told, other: _Told) -> Iterator[Remark]:
    """The same doubt beside both rows."""
    for here, there in ((one, other), (other, one)):
        message = (
            f"{label(here.row)}写的是“{here.measurement.quote.text}”，"
            f"{label(there.row)}写的是“{there.measurement.quote.text}”，请核对以哪个为准。"
        )
        yield Remark(message, here.measurement.quote)


CHECKS = (
    ProgressCheck(
        Rule("L069", "figure-contradicts", Severity.WARNING, "同一指标，两行写的数不一样。"),
        find_contradictions,
    ),
)
