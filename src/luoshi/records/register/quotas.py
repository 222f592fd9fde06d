"""A quota: what is printed of the whole, beside what the shares add up to."""

from decimal import Decimal

from luoshi.model import SumCheck
from luoshi.records.register.reading import Json


def with_sum(quota: Json, summed: Decimal | None) -> Json:
    """The quota with what its shares add up to, None where nothing is shared out, and whether that is the whole."""
    total = quota.get("value")
    if summed is None or total is None:
        check = SumCheck.NOT_APPLICABLE
    else:
        check = SumCheck.OK if summed == Decimal(str(total)) else SumCheck.MISMATCH
    return {**quota, "sum": None if summed is None else f"{summed:f}", "check": check.value}


def sum_of(quota: Json | None) -> Decimal | None:
    """What the shares of a quota add up to; None where nothing is shared out."""
    summed = (quota or {}).get("sum")
    return None if summed is None else Decimal(str(summed))
