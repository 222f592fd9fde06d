"""Rows of the register as the values that the rooms below work with."""

from luoshi.model import Comparator, Place, Quote, Target, TargetKind
from luoshi.records.register import models

_NOWHERE = {"block": 0, "start": 0, "end": 0}


def target_value(row: models.Target) -> Target:
    """A target as it was read."""
    return Target(
        metric=row.metric,
        comparator=Comparator(row.comparator),
        value=row.value.normalize(),
        unit=row.unit,
        kind=TargetKind(row.kind),
        amount=row.amount.normalize(),
        base_unit=row.base_unit,
        quote=Quote(row.quote, Place(**(row.place or _NOWHERE))),
        high=None if row.high is None else row.high.normalize(),
        by=row.by,
    )
