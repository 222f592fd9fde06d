"""Doubts about what was reported: figures that do not fit, text of another task, dates outside the period."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from luoshi.checking.check import ProgressCase, ProgressCheck, Remark, Rule, Severity, label
from luoshi.checking.likeness import alike, bare_words
from luoshi.language.quantities import QuantitySpan, find_quantities
from luoshi.model import ProgressRow, Quote, Target, TargetKind

_SENTENCE = re.compile(r"[^。；;\n]+")
# 已全面完成年度任务
_CLAIM = re.compile(
    r"(?:已|已经|均已|提前|超额|全面|全部|圆满|如期|顺利){1,3}完成"
    r"(?:了?(?:全年|年度|今年|既定|各项|目标|任务)|[。，；]|$)"
)
_NOTHING = frozenset(("", "/", "／", "—", "-", "无", "暂无", "无进展"))
_LIST_MARK = re.compile(r"^\s*(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是)")
# A sentence as long as this, or a run of so many characters, does not stand in two rows by chance
_TELLING, _RUN = 16, 20
_SHOWN = 16
_DECEMBER = 12
_LAST_MONTHS = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6}


def _quote(row: ProgressRow) -> Quote:
    return row.text_quote or row.quote


def _rows(case: ProgressCase) -> Iterator[ProgressRow]:
    return (row for row in case.reading.rows if not is_empty(row))


def is_empty(row: ProgressRow) -> bool:
    """Whether nothing was reported."""
    return row.text.strip() in _NOTHING


def is_empty_claim(row: ProgressRow) -> bool:
    """Whether a target with a figure is said to be done without one."""
    return bool(row.targets and _CLAIM.search(row.text) and not _figures(row.text))


def find_unanswered(case: ProgressCase) -> Iterator[Remark]:
    """A row with nothing in it."""
    for row in case.reading.rows:
        if is_empty(row):
            yield Remark(f"{label(row)}“{row.name[:20]}”没有填报。", _quote(row))


def find_empty_claims(case: ProgressCase) -> Iterator[Remark]:
    """Said to be done, and no figure for a target that has one."""
    for row in _rows(case):
        if is_empty_claim(row):
            target = row.targets[0]
            yield Remark(f"{label(row)}说已完成，没有写数；目标是“{target.quote.text}”，请补上完成数。", _quote(row))


def _figures(text: str) -> list[QuantitySpan]:
    return [each for line in text.split("\n") for each in find_quantities(_LIST_MARK.sub("", line)) if each.unit]


# ── A percentage and the figures it is made of ───────────────────────────────────────────────────────────────────────

# 完成投资21亿 | ，完成年度目标 | 95.4%
_OF_THE_GOAL = re.compile(
    r"[^0-9]{0,10}?(?:完成率|达成率|(?:完成|占|达)[^0-9，,]{0,6}?(?:目标|计划|任务)[^0-9，,]{0,4}?)的?(?:为|达|达到|已达)?"
)
# 占年度目标 | 190亿元 | 的 | 95.4%
_OF_A_STATED_GOAL = re.compile(r"[^0-9]{0,10}?(?:占|完成)[^0-9，,]{0,6}?(?:目标|计划|任务)[^0-9，,]{0,4}?")
_SHARE_OF_IT = re.compile(r"的|[，,]?完成率(?:为|达)?")
_OF_A_PART = re.compile(r"季度|月份?|序时|半年|当期|总工程|工程量")
_SCALES = ("亿", "万")
_HUNDRED = Decimal(100)
# Points that rounding in between may cost
_SLACK = Decimal("0.1")


def find_wrong_percentages(case: ProgressCase) -> Iterator[Remark]:
    """21亿元 of a goal of 190亿元 called 95.4%."""
    for row in _rows(case):
        for found in _SENTENCE.finditer(row.text):
            remark = _wrong_percentage(row, found[0])
            if remark:
                yield Remark(f"{label(row)}{remark}", _quote(row))


def _wrong_percentage(row: ProgressRow, sentence: str) -> str | None:
    said: list[QuantitySpan] = []
    for before, share in pairwise(find_quantities(sentence)):
        if _is_amount(before):
            said.append(before)
        gap = sentence[before.end : share.start]
        if share.unit not in {"%", "％"} or not said or _OF_A_PART.search(gap):
            continue
        if _SHARE_OF_IT.fullmatch(gap) and said[-1] is before and _is_stated_goal(sentence, said):
            return _compare(said[-2], share, [(before.amount, before.unit, before.value)])
        if _OF_THE_GOAL.fullmatch(gap):
            goals = [(each.amount, each.unit, each.value) for each in row.targets if _is_goal(each, said[-1])]
            return _compare(said[-1], share, goals)
    return None


def _is_amount(figure: QuantitySpan) -> bool:
    return figure.unit not in {"%", "％", ""}


def _is_stated_goal(sentence: str, figures: Sequence[QuantitySpan]) -> bool:
    """Whether the last figure is the goal that the one before it is a share of."""
    if len(figures) == 1:
        return False
    said, goal = figures[-2:]
    is_one_unit = said.base_unit == goal.base_unit or said.unit in _SCALES
    return is_one_unit and bool(goal.amount and _OF_A_STATED_GOAL.fullmatch(sentence[said.end : goal.start]))


def _is_goal(target: Target, said: QuantitySpan) -> bool:
    if target.kind is TargetKind.GROWTH or not target.amount:
        return False
    return target.base_unit == said.base_unit or (said.unit in _SCALES and target.unit.startswith(said.unit))


def _compare(said: QuantitySpan, share: QuantitySpan, goals: list[tuple[Decimal, str, Decimal]]) -> str | None:
    """What is wrong when the share fits none of the goals (amount, unit, value as printed)."""
    for amount, _, _ in goals:
        if abs(said.amount / amount * _HUNDRED - share.value) <= _tolerance(said, share, amount):
            return None
    if not goals:
        return None
    amount, unit, value = goals[0]
    ratio = round(said.amount / amount * _HUNDRED, 1)
    return f"写的是{share.value}%，{said.value}{said.unit}÷{value}{unit}＝{ratio}%，请核对。"


def _tolerance(said: QuantitySpan, share: QuantitySpan, goal: Decimal) -> Decimal:
    """Half of the last printed digit of the share and of the figure, in points."""
    return _half_digit(share.value) + _half_digit(said.value) * (said.amount / said.value) / goal * _HUNDRED + _SLACK


def _half_digit(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


# ── Currencies ───────────────────────────────────────────────────────────────────────────────────────────────────────

_CURRENCIES = frozenset(("元", "美元", "欧元", "港元", "日元"))


def find_other_currencies(case: ProgressCase) -> Iterator[Remark]:
    """A goal in US dollars and a reply in yuan."""
    for row in _rows(case):
        goals = {target.base_unit: target for target in row.targets if target.base_unit in _CURRENCIES}
        said = {figure.base_unit: figure for figure in _figures(row.text) if figure.base_unit in _CURRENCIES}
        if goals and said and not goals.keys() & said.keys():
            goal, figure = next(iter(goals.values())), next(iter(said.values()))
            told = f"目标按{goal.unit}定，反馈写的是{figure.value}{figure.unit}"
            yield Remark(f"{label(row)}{told}，币种不同，请换成同一币种。", _quote(row))


# ── Scales ───────────────────────────────────────────────────────────────────────────────────────────────────────────

# No reply is this many times its goal, nor this small a part of it, unless 万 stands for 亿
_OUT_OF_SCALE = 500


def find_wrong_scales(case: ProgressCase) -> Iterator[Remark]:
    """21万元 of a goal of 190亿元."""
    for row in _rows(case):
        figures = [each for each in _figures(row.text) if each.amount and _is_amount(each)]
        for target in row.targets:
            said = [each for each in figures if each.base_unit == target.base_unit]
            largest = max(said, key=lambda figure: figure.amount, default=None)
            if largest and _is_out_of_scale(largest, target):
                told = f"目标是“{target.quote.text}”，反馈是{largest.value}{largest.unit}"
                yield Remark(f"{label(row)}{told}，相差几百倍以上，请核对万和亿。", _quote(row))


def _is_out_of_scale(said: QuantitySpan, target: Target) -> bool:
    is_scaled = target.base_unit and any(scale in said.unit + target.unit for scale in _SCALES)
    if target.kind is TargetKind.GROWTH or not target.amount or not is_scaled:
        return False
    ratio = said.amount / target.amount
    return ratio > _OUT_OF_SCALE or ratio * _OUT_OF_SCALE < 1


# ── The text of another row ──────────────────────────────────────────────────────────────────────────────────────────


def _telling(text: str) -> Iterator[str]:
    """What tells a text from others: its sentences, then every run of so many characters."""
    for found in _SENTENCE.finditer(text):
        bare = bare_words(_LIST_MARK.sub("", found[0]))
        if len(bare) >= _TELLING:
            yield bare
    whole = bare_words(text)
    yield from (whole[start : start + _RUN] for start in range(len(whole) - _RUN + 1))


def find_shared_texts(case: ProgressCase) -> Iterator[Remark]:
    """A row that says what an earlier row says, as a whole or in a passage."""
    rows = list(_rows(case))
    whole = dict(alike([row.text for row in rows]))
    first: dict[str, int] = {}
    for index, row in enumerate(rows):
        shared = [words for words in _telling(row.text) if first.setdefault(words, index) != index]
        if index in whole:
            yield Remark(f"{label(row)}与{label(rows[whole[index]])}的文字几乎一样，请核对是否填错了行。", _quote(row))
        elif shared:
            other = label(rows[first[shared[0]]])
            yield Remark(f"{label(row)}与{other}有同一段话“{shared[0][:_SHOWN]}…”，请核对是否填错了行。", _quote(row))


# ── Dates ────────────────────────────────────────────────────────────────────────────────────────────────────────────

# 截至9月底 | 1-9月 | 1—8月份
_AS_OF = re.compile(
    r"(?:截[至止]到?(?:目前[，,]?)?(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月|(?<!\d)1[-—–~～至](?P<last>\d{1,2})月)(?!\d)"
)


def _last_month(case: ProgressCase) -> int | None:
    period = case.reading.document.period or ""
    return int(period[1:]) if period.startswith("M") else _LAST_MONTHS.get(period)


def _as_of(row: ProgressRow, year: int | None) -> list[tuple[str, int]]:
    """The cut-offs that the text names, with their months of the document's year."""
    found = [each for each in _AS_OF.finditer(row.text) if not each["year"] or int(each["year"]) == year]
    return [(each[0], int(each["month"] or each["last"])) for each in found]


def find_late_dates(case: ProgressCase) -> Iterator[Remark]:
    """截至10月 in the third quarter's table."""
    last = _last_month(case)
    for row in _rows(case):
        late = [words for words, month in _as_of(row, case.reading.document.year) if last and month > last]
        words = late[0] if late else _later_day(row.text, last or _DECEMBER)
        if words:
            yield Remark(f"{label(row)}写的是“{words}”，晚于填报期（到{last}月底），请核对。", _quote(row))


# 于10月22-25日举行 | 10月已纳入; not 2025年10月22日, 10月22日前
_DAY = re.compile(r"(?<![\d年])(?P<month>\d{1,2})月(?:\d{1,2}(?:[-—–~～至]\d{1,2})?日(?!前|之前|以前)|已)")
_AHEAD = re.compile("预计|计划|将|拟|力争|确保|争取|定于|预期|目标|安排|准备")


def _later_day(text: str, last: int) -> str | None:
    """The first day after the last month of the period that is told as past."""
    for sentence in _SENTENCE.finditer(text):
        day = next((each for each in _DAY.finditer(sentence[0]) if last < int(each["month"]) <= _DECEMBER), None)
        if day and not _AHEAD.search(sentence[0]):
            return day[0]
    return None


def find_stale_dates(case: ProgressCase) -> Iterator[Remark]:
    """截至6月底 in the third quarter's table, and nothing later."""
    last = _last_month(case)
    for row in _rows(case):
        dates = _as_of(row, case.reading.document.year)
        if last and dates and max(month for _, month in dates) < last:
            yield Remark(f"{label(row)}的数只到“{dates[-1][0]}”，填报期到{last}月底，请更新。", _quote(row))


CHECKS = (
    ProgressCheck(Rule("L060", "reply-missing", Severity.WARNING, "列了行，没有填报。"), find_unanswered),
    ProgressCheck(
        Rule("L061", "claim-without-figure", Severity.WARNING, "说完成了，目标有数而反馈没有数。"), find_empty_claims
    ),
    ProgressCheck(
        Rule("L062", "percentage-wrong", Severity.WARNING, "百分比和它自己的数字对不上。"), find_wrong_percentages
    ),
    ProgressCheck(
        Rule("L063", "text-shared", Severity.WARNING, "两行反馈的文字一样，或有同一段话。"), find_shared_texts
    ),
    ProgressCheck(
        Rule("L064", "currency-differs", Severity.WARNING, "反馈的币种和目标的币种不同。"), find_other_currencies
    ),
    ProgressCheck(
        Rule("L065", "date-after-period", Severity.WARNING, "写了填报期以后的日期，说得像已经过去。"), find_late_dates
    ),
    ProgressCheck(
        Rule("L066", "date-stale", Severity.INFO, "截至日期早于填报期末，数可能没有更新。"), find_stale_dates
    ),
    ProgressCheck(
        Rule("L067", "scale-doubtful", Severity.WARNING, "反馈的数与目标相差几百倍以上，像是把亿写成了万。"),
        find_wrong_scales,
    ),
)
