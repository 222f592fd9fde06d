"""Figures as somebody types them into a form."""

import re
from decimal import Decimal
from typing import Final

MOST: Final = Decimal(10) ** 18
"""What no figure of a task reaches, in the unit that it is compared in either: the columns have no room for it."""
# 1,200 · 22.5 · -3 · １２．５; what is longer than the register's columns is no figure of a task
_FIGURE: Final = re.compile(r"[+-]?(?P<whole>\d{1,12})(?:\.\d{1,6})?")
_FOLDED: Final = str.maketrans("．－＋", ".-+", ",， ")


def typed_figure(written: str) -> Decimal | None:
    """1,200 → 1200; None for what is no number, or one that no register holds."""
    folded = written.translate(_FOLDED)
    return Decimal(folded) if _FIGURE.fullmatch(folded) else None
