"""Targets in steps: 保4争5拼6."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from luoshi.language.lexicon.measures import COUNT
from luoshi.language.quantities import QuantitySpan
from luoshi.language.targets.figures import Figure
from luoshi.language.targets.leads import read_lead
from luoshi.language.targets.surface import find_clauses

# “保4争5拼6”
TIERS = re.compile('[“"]?(?P<steps>保[0-9]{1,8}(?:[争拼冲夺][0-9]{1,8}){1,4})(?P<unit>个|家|位|名|亿元|%)?[”"]?')
STEP = re.compile("(?P<word>[保争拼冲夺])(?P<value>[0-9]+)")
Steps = tuple[tuple[str, Decimal], ...]


def find_tiers(text: str) -> Iterator[tuple[Figure, Steps]]:
    """Yield a figure of the first step, with all steps."""
    matches = list(TIERS.finditer(text))
    if not matches:
        return
    clauses = [clause for clause in find_clauses(text) if clause.sentence >= 0]
    starts = [clause.start for clause in clauses]
    for match in matches:
        clause = clauses[bisect_right(starts, match.start()) - 1]
        steps = tuple((step["word"], Decimal(step["value"])) for step in STEP.finditer(match["steps"]))
        unit = match["unit"] or ""
        quantity = QuantitySpan(*match.span(), steps[0][1], unit, steps[0][1], unit, COUNT)
        lead = read_lead(clause.surface, clause.start, quantity)
        yield Figure(quantity, clause, lead, "", match.end(), match.end(), ""), steps
