"""Whether a figure of a reply can stand beside the figure of a target: units and kinds."""

from functools import lru_cache

from luoshi.language.lexicon.measures import FAMILIES, Dimension
from luoshi.language.measurements.saying import Saying
from luoshi.language.quantities import find_quantities
from luoshi.model import Target, TargetKind

COUNTED = frozenset({Dimension.COUNT, Dimension.PEOPLE})
# 家次 and 家, 人次 and 人 count alike enough; so do these among each other.
ALIKE = (
    frozenset("个项家所条座处件套间") | {"个（处）", "处（个）"},
    frozenset({"场", "场次", "次", "项", "个"}),
    frozenset({"人", "人次"}),
    frozenset({"家", "家次", "户", "户次"}),
    frozenset({"辆", "台", "列", "架", "部"}),
)
SAME, SIMILAR, BARE, FOREIGN, UNLIKE = 1.0, 0.6, 0.4, 0.3, 0.0
CURRENCIES = frozenset(base for dimension, base, _, _ in FAMILIES if dimension is Dimension.MONEY)


@lru_cache(maxsize=1024)
def dimension_of(unit: str) -> Dimension:
    """What a unit measures, as printed behind a figure."""
    found = find_quantities(f"1{unit}")
    return found[0].dimension if found else Dimension.NONE


def unit_likeness(target: Target, said: Saying) -> float:
    """1 for the same unit (亿元 and 万元 are), less for one that a clerk lets pass, 0 for another.

    A sum in another currency answers, too, and is then compared by nobody.
    """
    base, other = target.base_unit, said.quantity.base_unit
    if base == other:
        return SAME if base or target.unit == said.quantity.unit else BARE
    if not other or not base:
        return _bare_likeness(target, said)
    if base in CURRENCIES and other in CURRENCIES:
        return FOREIGN
    if "/" in base or "/" in other:
        # 万元 for 亩均税收 and 万元/亩
        same = SAME if "均" in target.metric else SIMILAR
        return same if base.split("/")[0] == other.split("/")[0] else UNLIKE
    return SIMILAR if _counts_alike(base, other, dimension_of(target.unit), said.quantity.dimension) else UNLIKE


def _bare_likeness(target: Target, said: Saying) -> float:
    """21亿 answers 190亿元, 102万户 answers 100万, and 24 answers 26微克/立方米."""
    size = said.quantity.unit
    if not target.base_unit:
        return SIMILAR if target.unit and size.startswith(target.unit) else UNLIKE
    if size:
        return BARE if target.unit.startswith(size) or target.unit[:1] in "万亿" else UNLIKE
    return BARE if "/" in target.base_unit else UNLIKE


def _counts_alike(base: str, other: str, wanted: Dimension, said: Dimension) -> bool:
    if any(base in alike and other in alike for alike in ALIKE):
        return True
    # 个村 and 个: the noun went into the unit
    return wanted in COUNTED and said in COUNTED and (base.startswith(other) or other.startswith(base))


def wants_completion(target: Target) -> bool:
    """投资完成率110%以上: what is completed is itself what is to be reached."""
    return target.metric.endswith("完成率")


def answers_kind(target: Target, said: Saying) -> bool:
    """A growth is answered by a growth only, 完成率110% by what was completed, the rest by any other figure."""
    if said.kind == "completion_rate":
        return wants_completion(target) and target.base_unit == said.quantity.base_unit
    return (said.kind == "growth") is (target.kind is TargetKind.GROWTH)
