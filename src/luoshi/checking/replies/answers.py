"""Doubts about what was not reported: targets that a judged row leaves without an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.claims import is_empty_claim
from luoshi.checking.replies.rows import RATES, SENTENCE, answered_rows, bigrams, judged_rows, reply_of
from luoshi.judgement import Measurement, MeasurementKind, RowVerdict, Verdict
from luoshi.language.lexicon import status
from luoshi.language.lexicon.words import any_of
from luoshi.language.measurements.comparing import COUNTED
from luoshi.language.metrics import normal_metric
from luoshi.language.quantities import find_quantities
from luoshi.model import ProgressRow, Target, TargetKind

_EXCUSE = re.compile(any_of(status.EXCUSES))
_FROM_TO = re.compile(r"[由从][^，。；]{0,12}\d[^，。；]{0,8}[提增升降减压][^，。；\d]{0,4}[至到]")
_WHOLLY = re.compile("全覆盖|全面覆盖|全域覆盖|全部覆盖")


@dataclass(frozen=True, slots=True)
class OpenTarget:
    """A target that no figure answers; `instead` is one that goes by its name and answers none."""

    row: ProgressRow
    target: Target
    instead: Measurement | None


def list_open_targets(case: ProgressCase) -> Iterator[OpenTarget]:
    """The open targets of rows that say something; what nobody judged is let be."""
    for row, judged in judged_rows(case):
        if is_empty_claim(row):
            continue
        answered = {measurement.target for measurement in judged.measurements}
        for index, (target, verdict) in enumerate(zip(row.targets, judged.targets, strict=True)):
            is_told = _is_told_otherwise(target, row.text)
            if verdict.verdict is Verdict.NO_DATA and index not in answered and not is_told:
                yield OpenTarget(row, target, _instead(target, judged, case.thresholds.replies.alike))


def _is_told_otherwise(target: Target, text: str) -> bool:
    """全覆盖 answers any share, 抽查260卷，合格251卷 a rate, 由790元提高至830元 a growth; 数据未发布 says why not."""
    is_whole = target.base_unit in RATES and _WHOLLY.search(text)
    is_quotient = target.metric.endswith("率") and any(_has_part(each, target) for each in SENTENCE.findall(text))
    is_change = target.kind is TargetKind.GROWTH and _FROM_TO.search(text)
    return bool(is_whole or is_quotient or is_change or _EXCUSE.search(text))


def _has_part(sentence: str, target: Target) -> bool:
    """Whether a sentence about a rate's thing has a whole and what is meant of it: two figures, the later no larger."""
    counted = [each for each in find_quantities(sentence) if each.dimension in COUNTED]
    is_part = any(one.base_unit == other.base_unit and other.amount <= one.amount for one, other in pairwise(counted))
    return is_part and len(bigrams(target.metric) & bigrams(sentence)) > 1


def _instead(target: Target, judged: RowVerdict, least: float) -> Measurement | None:
    """A figure that answers nothing and shares so much of the target's name."""
    free = (each for each in judged.measurements if each.target is None)
    amounts = [each for each in free if each.unit and each.kind is not MeasurementKind.COMPLETION_RATE]
    closest = max(amounts, key=lambda each: _likeness(target, each), default=None)
    return closest if closest and _likeness(target, closest) >= least else None


def _likeness(target: Target, said: Measurement) -> float:
    """How much the two names share of the shorter one."""
    name, other = bigrams(normal_metric(target.metric)), bigrams(normal_metric(said.metric))
    return len(name & other) / max(min(len(name), len(other)), 1)


def is_of_kind(target: Target, said: Measurement) -> bool:
    """Whether a figure has the target's unit and is a growth where that is one."""
    is_growth = said.kind is MeasurementKind.GROWTH
    return said.base_unit == target.base_unit and is_growth is (target.kind is TargetKind.GROWTH)


def find_open_targets(case: ProgressCase) -> Iterator[Remark]:
    """A row that says something, and nothing by the name of one of its targets, or no figure to compare with."""
    for row, opened in groupby(list_open_targets(case), key=lambda each: each.row):
        targets = list(opened)
        told = {each.target.quote.text for each in targets if each.instead}
        names = dict.fromkeys(each.target.quote.text for each in targets if each.target.quote.text not in told)
        if names:
            yield Remark(f"{label(row)}没有回答“{'”“'.join(names)}”，请补报完成数。", reply_of(row))
    yield from _find_unstated(case)
    yield from _find_uncompared(case)


# 增长高于全省平均: the promise needs a second figure
_RELATIVE = re.compile("(?:[高快优好低]于|超过|领先)(?P<base>(?:全国|全省|全市|全区|全州|省|市|周边)?平均)")
_COMPARED = re.compile("平均|[高快优好低]于|[高快低]出|领先|[位排]名|位[居列次]|第[一二三四五六七八九十\\d]+")


def _find_unstated(case: ProgressCase) -> Iterator[Remark]:
    """A quotient that a reader has to work out from the two incomes."""
    for row, judged in judged_rows(case):
        parts = {each.target for each in judged.measurements if each.kind is MeasurementKind.COMPONENT}
        stated = {each.target for each in judged.measurements if each.kind is not MeasurementKind.COMPONENT}
        for index in sorted(each for each in parts - stated if each is not None):
            yield Remark(
                f"{label(row)}没有直接写“{row.targets[index].metric}”，只能由两个数算出，请补报。", reply_of(row)
            )


def seen_of_name(name: str, _: str) -> str:
    """What these checks see of a task's name: the average that it is to be above."""
    found = _RELATIVE.search(name)
    return found[0] if found else ""


def _find_uncompared(case: ProgressCase) -> Iterator[Remark]:
    """Promised above the average, and the average is not told."""
    for row in answered_rows(case):
        found = _RELATIVE.search(row.name)
        if found and not _COMPARED.search(row.text):
            yield Remark(f"{label(row)}要求“{found[0]}”，没有写{found['base']}是多少，没法比。", reply_of(row))


CHECKS = (
    ProgressCheck(
        Rule("L068", "target-unanswered", Severity.WARNING, "反馈没有回答目标里的一个或几个指标。"),
        find_open_targets,
    ),
)
