"""Whose document it is: a county's, a city's or a province's."""

import re
from typing import Literal

from luoshi.checking.check import lines_of
from luoshi.model import Plan, Progress

Level = Literal["县", "市", "省"]

_NATIONAL = re.compile("^(?:国家|国务院|中国)|部$|(?<!公)司$")
_COUNTY = re.compile("[县区旗镇乡]|街道")


def level_of(reading: Plan | Progress, share: float) -> Level | None:
    """The level that names of units and the title say; None for the country's.

    省发展改革委 in more than a share of the names: a province's; 财政部, 国家能源局 or 政策法规司 in as many: nobody's.
    """
    names = [unit.name for line in lines_of(reading) for unit in line.units]
    if sum(bool(_NATIONAL.search(name)) for name in names) > share * len(names):
        return None
    if sum(name.startswith("省") for name in names) > share * len(names):
        return "省"
    head = (reading.document.title or "") + (reading.document.issuer or "")
    return "县" if _COUNTY.search(head) else "市"
