"""What each district owes of a task, and whether that gives the whole."""

from dataclasses import dataclass
from decimal import Decimal

from luoshi.model import SumCheck, TargetKind
from luoshi.records.register.models import Share, Task
from luoshi.records.register.reading import Json
from luoshi.records.register.standing import standing_shares, standing_targets
from luoshi.web.templatetags.luoshi import plain


@dataclass(frozen=True, slots=True)
class Part:
    """One district's part: as printed, and in percent of the largest, None where it owes nothing."""

    name: str
    printed: str
    width: str | None


@dataclass(frozen=True, slots=True)
class Allocation:
    """All parts with their sum beside the printed total; `agrees` is None where nothing can be added up."""

    parts: tuple[Part, ...]
    unit: str
    total: str
    sum: Decimal | None
    agrees: bool | None
    gap: Decimal | None


def allocation_of(task: Task) -> Allocation | None:
    """What a task's quota is made of; None where it has none."""
    rows = standing_shares(task)
    quota = task.quota
    if not rows or quota is None:
        return None
    largest = max((row.value for row in rows if row.value), default=None)
    summed = None if quota["sum"] is None else Decimal(str(quota["sum"]))
    total = None if quota["value"] is None else Decimal(str(quota["value"]))
    check = SumCheck(quota["check"])
    agrees = None if check is SumCheck.NOT_APPLICABLE else check is SumCheck.OK
    gap = abs(total - summed) if agrees is False and total is not None and summed is not None else None
    return Allocation(tuple(_part(row, largest) for row in rows), quota["unit"], _total(quota), summed, agrees, gap)


def whole_of(task: Task) -> str | None:
    """What can be shared out, in words: its quota, else its first amount, 40公里; None where it has neither."""
    if task.quota is not None:
        return _total(task.quota)
    targets = standing_targets(task)
    amount = next((target for target in targets if target.kind == TargetKind.COUNT), None)
    return f"{plain(amount.value)}{amount.unit}" if amount else None


def _part(row: Share, largest: Decimal | None) -> Part:
    width = f"{row.value / largest * 100:.2f}" if row.value and largest else None
    return Part(row.unit.name, row.printed, width)


def _total(quota: Json) -> str:
    """The total as printed, with its measure word where that stands elsewhere."""
    printed, unit = str(quota["printed"]), str(quota["unit"])
    return printed + unit if printed and unit not in printed else printed
