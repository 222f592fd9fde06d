"""A row of a quota table → what each district owes, and whether the shares give the total."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from luoshi.model import Allocation, Share, SumCheck
from luoshi.patterns import lazily
from luoshi.reading.passage import tight
from luoshi.reading.tables.grid import Slot

_MYRIAD = Decimal(10000)
# 1,200 | 14.66万 | ≥95% | 4700（集聚区）
_PRINTED = lazily(
    r"[≥≤><约]?(?P<figure>\d[\d,，]*(?:[.．]\d+)?)(?P<scale>[万亿])?(?P<unit>[%％‰]|[\u4e00-\u9fff]{0,4})(?:[（(][^（()）]*[)）])?"
)
RATES = "%％‰"
# 新增床位600张 — the measure word behind the figure of the task's text
_MEASURE = lazily(
    r"(?<![\d,，])(?P<figure>\d[\d,，]{0,15}(?:\.\d{1,6})?)\s?(?P<measure>万?(?![岁年月日])[\u4e00-\u9fff]{1,3}?)"
    r"(?=以上|左右|以内|[，。；、（(）)]|$)"
)


def read_allocation(
    total: str, shares: Sequence[tuple[str, Slot]], measure: str, *, is_shifted: bool
) -> Allocation | None:
    """The allocation of a row, or None when the row has neither a total nor shares.

    `measure` is used where the total is printed without a measure word of its own.
    """
    printed = tight(total)
    read = tuple(_share(district, slot) for district, slot in shares)
    if not any(_is_entry(share.printed) for share in read):
        read = ()
    if not printed and not read:
        return None
    value = amount(printed)
    found = [share.value for share in read if share.value is not None]
    summed = sum(found, Decimal(0)) if found else None
    check, summed = _check(printed, value, summed, [share.printed for share in read], measure)
    own = _own_measure(printed)
    in_own = value / scale_of(own) if own and value is not None else value
    return Allocation(printed, in_own, own or measure, read, summed, check, is_shifted)


def amount(printed: str) -> Decimal | None:
    """The figure of a cell, with its 万 or 亿 multiplied out; None for words and for “/”."""
    found = _PRINTED.fullmatch(tight(printed))
    if found is None:
        return None
    try:
        figure = Decimal(found["figure"].replace(",", "").replace("，", "").replace("．", "."))
    except InvalidOperation:
        return None
    return figure * scale_of(found["scale"] or "")


def scale_of(measure: str) -> Decimal:
    """What one of a measure counts: 亿元 a hundred million."""
    return {"万": _MYRIAD, "亿": _MYRIAD * _MYRIAD}.get(measure[:1], Decimal(1))


def _share(district: str, slot: Slot) -> Share:
    text = "" if slot.is_covered else tight(slot.text)
    return Share(district, text, amount(text), slot.quote)


def _is_entry(printed: str) -> bool:
    return amount(printed) is not None or printed in {"/", "／", "—", "-", "－"}


def _check(
    printed: str, value: Decimal | None, summed: Decimal | None, shares: Sequence[str], measure: str
) -> tuple[SumCheck, Decimal | None]:
    """Rates have no sum. A total in 亿元 over shares in 万元 is understood, and one without the 万 of its shares."""
    if value is None or summed is None or any(text[-1:] in RATES for text in (printed, measure, *shares) if text):
        return SumCheck.NOT_APPLICABLE, None
    scaled = summed * scale_of(measure) if printed[-1:] in "元" and measure else None
    if scaled == value:
        return SumCheck.OK, summed
    if "万" not in printed and any("万" in text for text in shares) and summed == value * _MYRIAD:
        summed = summed / _MYRIAD
    return (SumCheck.OK if summed == value else SumCheck.MISMATCH), summed


def _own_measure(printed: str) -> str:
    found = _PRINTED.fullmatch(printed)
    return (found["scale"] or "") + found["unit"] if found and found["unit"] else ""


def find_measure(task_text: str, total: str = "") -> str:
    """The measure word of the figure in a task's text that is the total (新增床位600张: 张), else of the first one."""
    found = list(_MEASURE.finditer(task_text))
    wanted = amount(total)
    same = (each for each in found if wanted is not None and amount(each["figure"]) == wanted)
    first = next(same, found[0] if found else None)
    return first["measure"] if first else ""


def surplus_choices(values: Sequence[str], total: str) -> tuple[int, ...]:
    """Which one of the values may be left out so that the rest give the total, the likeliest first.

    Likeliest is a figure that stands in the longest run of its like (a zero among zeros).
    """
    wanted, amounts = amount(total), [amount(text) or Decimal(0) for text in values]
    if wanted is None:
        return ()
    excess = sum(amounts, Decimal(0)) - wanted
    fitting = [index for index, each in enumerate(amounts) if each == excess]
    return tuple(sorted(fitting, key=lambda index: (not values[index][:1].isdigit(), -_run(values, index), -index)))


def _run(values: Sequence[str], index: int) -> int:
    """How many equal values stand together around `index`."""
    start = end = index
    while start > 0 and values[start - 1] == values[index]:
        start -= 1
    while end + 1 < len(values) and values[end + 1] == values[index]:
        end += 1
    return end - start + 1
