"""Doubts about parts and their total: what is added up does not give what is said."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.replies.percentages import half_digit, is_amount
from luoshi.checking.replies.rows import SENTENCE, answered_rows, judged_rows, reply_of
from luoshi.checking.thresholds import Sums
from luoshi.judgement import Measurement, MeasurementKind, RowVerdict
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.model import ProgressRow

# 学生1.1万人次、教师0.2万人次， | 共计 | 1.5万人次
_TOTAL = re.compile(r"[，,、；（(]?(?:共计|合计|总计|共)[^\d，。；、]{0,6}")
# 14个，其中竣工 | 5个、主体施工6个
_OF_IT = re.compile(r"[^\d，。；、]{0,10}[，,（(]其中[:：]?[^\d，。；、]{1,12}")
_LIST = re.compile(r"、[^\d，。；、]{1,12}")


def find_wrong_totals(case: ProgressCase) -> Iterator[Remark]:
    """学生1.1万人次、教师0.2万人次，共计1.5万人次; 14个，其中竣工5个、在建6个、前期2个."""
    for row in answered_rows(case):
        for sentence in SENTENCE.finditer(row.text):
            told = wrong_total(sentence[0], case.thresholds.sums)
            if told:
                yield Remark(f"{label(row)}{told}，请核对。", reply_of(row))
        yield from _find_miscounted(row)
    for row, judged in judged_rows(case):
        told = _outside_its_parts(judged)
        if told:
            yield Remark(f"{label(row)}{told}，请核对。", reply_of(row))


def wrong_total(sentence: str, usual: Sums) -> str | None:
    """What is wrong with the total of a sentence's list; None when nothing is.

    Parts behind their total that miss it by little were meant to be all of it, if they are as many.
    """
    figures = [each for each in find_quantities(sentence) if is_amount(each)]
    first = 0
    while first < len(figures):
        end = first + 1
        while end < len(figures) and _stands(_LIST, sentence, figures[end - 1], figures[end]):
            end += 1
        parts = figures[first:end]
        before, behind = figures[:first][-1:], figures[end : end + 1]
        if len(parts) > 1 and behind and _stands(_TOTAL, sentence, parts[-1], behind[0]) and not before:
            return _told(parts, behind[0]) if _gap(parts, behind[0]) else None
        if len(parts) >= usual.fewest and before and _stands(_OF_IT, sentence, before[0], parts[0]):
            return _told(parts, before[0]) if 0 < _gap(parts, before[0]) <= usual.near * before[0].amount else None
        first = end
    return None


def _stands(pattern: re.Pattern[str], sentence: str, one: QuantitySpan, other: QuantitySpan) -> bool:
    """Whether two figures of one unit have between them what the pattern says."""
    return one.base_unit == other.base_unit and pattern.fullmatch(sentence, one.end, other.start) is not None


def _gap(parts: Sequence[QuantitySpan], total: QuantitySpan) -> Decimal:
    """By how much the parts miss their total, beyond what their rounding may cost."""
    rounding = sum(_rounding(each) for each in (*parts, total))
    gap = abs(sum(each.amount for each in parts) - total.amount)
    return gap if gap > rounding else Decimal(0)


def _rounding(figure: QuantitySpan) -> Decimal:
    """What rounding may have taken or added: nothing where things are counted one by one."""
    is_counted = figure.amount == figure.value and figure.value == figure.value.to_integral_value()
    return Decimal(0) if is_counted else half_digit(figure.value) * _scale(figure)


def _scale(figure: QuantitySpan) -> Decimal:
    """How many base units its unit is: 10000 of 万人次."""
    return figure.amount / figure.value if figure.value else Decimal(1)


def _told(parts: Sequence[QuantitySpan], total: QuantitySpan) -> str:
    added = "＋".join(f"{each.value}" for each in parts)
    whole = sum(each.amount for each in parts) / _scale(total)
    return f"分项{added}＝{whole.normalize():f}{total.unit}，写的总数是{total.value}{total.unit}"


# ── Things that are counted and named ────────────────────────────────────────────────────────────────────────────────

_MEASURE = "[个家所条处座项名场件类批]"
# 5个，分别在 | 甲地、乙地
_NAMED_BEHIND = re.compile(
    rf"(?P<count>\d{{1,2}}){_MEASURE}[^\d，。；、：:]{{0,12}}[，,：:]?分别(?:为|是|在|位于)[:：]?(?P<names>[^，。；\n]+)"
)
# 甲园、乙园、丙园等 | 2家
_NAMED_BEFORE = re.compile(rf"(?P<names>[^，。；：:\n]*、[^，。；：:\n]*?)等(?P<count>\d{{1,2}}){_MEASURE}")
_ENCLOSED = re.compile("（[^（）]*+）|“[^“”]*+”|《[^《》]*+》")


def _find_miscounted(row: ProgressRow) -> Iterator[Remark]:
    """3家，分别为甲园、乙园; 甲园、乙园、丙园等2家."""
    text = _ENCLOSED.sub("甲", row.text)
    for found in _NAMED_BEHIND.finditer(text):
        fewest = found["names"].count("、") + 1
        most = fewest + len(re.findall("[和及与]", found["names"]))
        if "等" not in found["names"] and most > 1 and not fewest <= int(found["count"]) <= most:
            yield Remark(f"{label(row)}写的是{found['count']}，“{found[0]}”只列得出{most}，请核对。", reply_of(row))
    for found in _NAMED_BEFORE.finditer(text):
        listed = found["names"].count("、") + 1
        if listed > int(found["count"]):
            yield Remark(f"{label(row)}写的是{found['count']}，“{found[0]}”列了{listed}，请核对。", reply_of(row))


# ── A whole and its two parts ────────────────────────────────────────────────────────────────────────────────────────

# 城镇居民收入 and 农村居民收入 make 居民收入
_HALVES = (("城镇居民", "农村居民", "居民"), ("出口", "进口", "进出口"))


def _outside_its_parts(judged: RowVerdict) -> str | None:
    """Where a whole grows more, or less, than both its parts do."""
    grown = {each.metric: each for each in judged.measurements if each.kind is MeasurementKind.GROWTH}
    for one, other, whole in _HALVES:
        for name in grown:
            parts = (name, name.replace(one, other))
            wholes = [each for each in grown if each not in parts and each.endswith(name.replace(one, whole))]
            if one in name and parts[1] in grown and wholes:
                rates = [_signed(grown[each]) for each in (*parts, wholes[0])]
                if not min(rates[:2]) <= rates[2] <= max(rates[:2]):
                    told = "、".join(f"{each}{_signed(grown[each])}%" for each in parts)
                    return f"{wholes[0]}的增速{rates[2]}%不在两个分项之间（{told}）"
    return None


def _signed(growth: Measurement) -> Decimal:
    return -growth.value if growth.is_falling else growth.value


CHECKS = (
    ProgressCheck(
        Rule("L076", "total-wrong", Severity.WARNING, "分项和总数对不上，或列出的名称和个数对不上。"),
        find_wrong_totals,
    ),
)
