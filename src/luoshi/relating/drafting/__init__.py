"""From a report to the draft of its breakdown, as earlier years were broken down."""

from luoshi.relating.drafting.assembling import draft
from luoshi.relating.drafting.listing import UnitsError, read_units

__all__ = ["UnitsError", "draft", "read_units"]
