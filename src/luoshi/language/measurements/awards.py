"""Things that a reply names without counting them: 甲公园、乙公园获评省级示范公园 are two."""

import re

from luoshi.language.lexicon import status
from luoshi.language.lexicon.measures import Dimension
from luoshi.language.lexicon.words import any_of
from luoshi.language.measurements.comparing import dimension_of
from luoshi.language.metrics import normal_metric
from luoshi.language.targets.surface import find_clauses
from luoshi.model import Target, TargetKind

AWARD = re.compile(f"(?:已|均|成功|先后|新)*(?:{any_of(status.AWARDS)})(?:为|了|成为)?")
# 、 and 和 between names
DIVIDER = re.compile("、|(?<=[园区厂司院家庭村镇”）)])[和及与]")
FIGURE = re.compile("[0-9０-９]+[个家项名所处]|等")
WAITING = re.compile(any_of(status.PIPELINE))


def find_named(text: str, target: Target) -> tuple[int, int, int] | None:
    """Return where the names stand, and how many they are; None where the target is not what they became."""
    if target.kind is not TargetKind.COUNT or dimension_of(target.unit) is not Dimension.COUNT:
        return None
    name = normal_metric(target.metric)
    for clause in find_clauses(text):
        award = AWARD.search(clause.surface, clause.start, clause.end)
        if award is None or clause.sentence < 0:
            continue
        became = normal_metric(text[award.end() : clause.end])
        names = clause.surface[clause.start : award.start()]
        if name in became and names.strip() and not FIGURE.search(names) and not WAITING.search(names):
            return clause.start, clause.end, len(DIVIDER.split(names))
    return None
