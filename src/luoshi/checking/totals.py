"""Doubts about parts and their total in a plan: in its sentences, and in tables with a row 合计."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from luoshi.checking.check import PlanCase, PlanCheck, Remark, Rule, Severity, label
from luoshi.checking.passages import passages
from luoshi.checking.replies.rows import RATES
from luoshi.checking.replies.sums import wrong_total
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.model import Quote
from luoshi.reading.passage import tight
from luoshi.reading.tables.allocation import amount

_SENTENCE = re.compile("[^。；\n]+")
# 新增贷款600亿元 | 以上，其中普惠小微企业贷款 | 250亿元
_OF_IT = re.compile(r"(?:以上|左右|以内)?[，,（(]其中[:：]?[^\d，。；]{1,20}")
_TOTAL_ROW = frozenset(("合计", "总计", "总和", "共计"))
_SUBTOTAL_ROW = "小计"


def find_wrong_totals(case: PlanCase) -> Iterator[Remark]:
    """A类10个、B类5个，共16个; 贷款600亿元，其中小微企业贷款2500亿元."""
    for task in case.reading.tasks:
        for sentence in _SENTENCE.finditer(task.text):
            told = wrong_total(sentence[0], case.thresholds.sums) or _larger_part(sentence[0])
            if told:
                yield Remark(f"{label(task)}{told}，请核对。", task.quote)


def _larger_part(sentence: str) -> str | None:
    for whole, part in pairwise(find_quantities(sentence)):
        gap = sentence[whole.end : part.start]
        if _is_one_unit(whole, part) and part.amount > whole.amount and _OF_IT.fullmatch(gap):
            return f"其中的{part.value}{part.unit}比总数{whole.value}{whole.unit}还多"
    return None


def _is_one_unit(whole: QuantitySpan, part: QuantitySpan) -> bool:
    return bool(whole.base_unit) and whole.base_unit == part.base_unit and whole.unit not in RATES


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def find_wrong_total_rows(case: PlanCase) -> Iterator[Remark]:
    """A row 合计 whose figure is not what the rows of its column give."""
    cells = (quote for quote in passages(case.source) if quote.place.row is not None)
    for _, table in groupby(cells, key=lambda quote: quote.place.block):
        rows = [list(row) for _, row in groupby(table, key=lambda quote: quote.place.row)]
        totals = [row for row in rows if _is_total(row)]
        if len(totals) == 1:
            body = [row for row in rows if row is not totals[0] and not _is_total(row, (_SUBTOTAL_ROW,))]
            yield from _wrong_columns(totals[0], body, case.thresholds.sums.rows)


def _is_total(row: Sequence[Quote], names: Sequence[str] | frozenset[str] = _TOTAL_ROW) -> bool:
    return any(tight(cell.text) in names for cell in [cell for cell in row if cell.text.strip()][:2])


def _wrong_columns(total: Sequence[Quote], body: Sequence[Sequence[Quote]], fewest: int) -> Iterator[Remark]:
    """Columns are believed to be added up where most of them are."""
    columns: dict[int | None, list[Decimal]] = {}
    for row in body:
        for cell in row:
            value = amount(cell.text)
            if value is not None:
                columns.setdefault(cell.place.column, []).append(value)
    printed = [(cell, amount(cell.text), columns.get(cell.place.column, [])) for cell in total]
    added = [(cell, value, sum(parts)) for cell, value, parts in printed if value and len(parts) >= fewest]
    wrong = [each for each in added if each[1] != each[2]]
    if 2 * len(wrong) < len(added):
        for cell, value, parts in wrong:
            told = f"合计行写的是{value.normalize():f}，这一列加起来是{Decimal(parts).normalize():f}"
            yield Remark(f"{told}，请核对。", cell)


def _find(case: PlanCase) -> Iterator[Remark]:
    yield from find_wrong_totals(case)
    yield from find_wrong_total_rows(case)


CHECKS = (
    PlanCheck(
        Rule("L046", "total-wrong-in-plan", Severity.WARNING, "分项和总数对不上，或其中的一项比总数还多。"), _find
    ),
)
