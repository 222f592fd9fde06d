"""Which figures of a reply answer which target."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from luoshi.language.lexicon import metrics as names
from luoshi.language.measurements import standing
from luoshi.language.measurements.comparing import COUNTED, SAME, answers_kind, unit_likeness
from luoshi.language.measurements.ellipses import COMMON, is_like_thing, is_same_deed, is_shared, is_short_name
from luoshi.language.measurements.likeness import likeness
from luoshi.language.measurements.saying import Saying
from luoshi.model import Target

# A tie needs so much likeness of names, with the same unit or a similar one.
LEAST, LEAST_SIMILAR = 0.4, 0.5
# Where a reply has one figure in the unit of the only target, the unit speaks for itself.
LEAST_ALONE, LEAST_ALONE_SIMILAR = 0.15, 0.3
# 占采购总额的71.2% tells a share
SHARE, SHARE_OF = re.compile("(?:份额|占比|比重|比例)$"), re.compile("占[^，。；]*$")
# 项目 and 企业 name nothing by themselves.
GENERIC = frozenset(names.GENERIC)
# The same unit adds this, a similar one less.
TELLING = 0.1
TOTAL, PART, ALONE, AIM = 0.08, -0.08, -0.2, -0.4
# What is done is taken before what is on its way unless its name is so much less like.
PREFERENCE = 0.2
# Figures so near each other in score answer two targets of one name alike: which answers which is not told.
AMBIGUOUS = 0.2


# A figure by its place, and how like its unit is to the target's
_Fitting = tuple[int, Saying, float]


class Tie(NamedTuple):
    """Saying `saying` answers target `target`."""

    target: int
    saying: int
    score: float
    is_done: bool


def tie(text: str, targets: Sequence[Target], sayings: Sequence[Saying]) -> tuple[Tie, ...]:
    """Return the ties: for each target the figure that answers it, or all that are on their way where none is done."""
    found = [one for place in range(len(targets)) for one in _candidates(text, targets, sayings, place)]
    taken: set[int] = set()
    settled: set[int] = set()
    ties: list[Tie] = []
    for one in sorted(found, key=lambda each: (-each.score - PREFERENCE * each.is_done, each.saying)):
        if one.saying in taken or one.target in settled:
            continue
        taken.add(one.saying)
        ties.append(one)
        if one.is_done:
            settled.add(one.target)
    done = {one.target for one in ties if one.is_done}
    best = {one.target: one.score for one in reversed(ties)}
    kept = [
        one for one in ties if one.is_done or (one.target not in done and one.score >= best[one.target] - AMBIGUOUS)
    ]
    return (*kept, *_completions(text, targets, sayings, kept))


def _candidates(text: str, targets: Sequence[Target], sayings: Sequence[Saying], place: int) -> list[Tie]:
    target = targets[place]
    fitting = [
        (index, said, unit)
        for index, said in enumerate(sayings)
        if answers_kind(target, said) and not standing.is_remainder(said) and not standing.is_flow(target, said)
        if (unit := unit_likeness(target, said)) and not (len(targets) > 1 and is_shared(targets, said))
    ]
    rivals = [each for each in targets if each.base_unit == target.base_unit and each.kind is target.kind]
    is_alone = len(rivals) == 1 and len(fitting) == 1 and target.base_unit not in COMMON
    short = _shortened(target, targets, fitting)
    floors = [LEAST * _is_elliptic(target, targets, each, short) for each in fitting]
    leasts = [_least(unit, is_alone=is_alone) for _, _, unit in fitting]
    scored = zip(fitting, floors, leasts, strict=True)
    ties = [one for each, floor, least in scored if (one := _tie(text, target, place, each, (floor, least)))]
    has_twin = sum(each.metric == target.metric for each in rivals) > 1
    if (has_twin and _is_ambiguous(ties)) or _is_either(ties, sayings, fitting):
        return []
    return ties


def _shortened(target: Target, targets: Sequence[Target], fitting: Sequence[_Fitting]) -> frozenset[int]:
    """The figures whose name or deed is the target's, shortened; none where two could be."""
    same = [(index, said) for index, said, unit in fitting if unit == SAME]
    for is_short in (is_short_name, is_same_deed, is_like_thing):
        found = frozenset(index for index, said in same if is_short(target, targets, said))
        if found:
            return found if len(found) == 1 else frozenset()
    return frozenset()


def _is_either(ties: Sequence[Tie], sayings: Sequence[Saying], fitting: Sequence[_Fitting]) -> bool:
    """入库项目134个，31个项目通过审核: of 项目 either may be meant, and nobody but a person can tell which."""
    best = max(ties, key=lambda one: (one.is_done, one.score), default=None)
    own = sayings[best.saying].metric if best else ""
    if best is None or own not in GENERIC:
        return False
    others = (said for index, said, unit in fitting if index != best.saying and unit == SAME)
    return any(said.metric.endswith(own) and not said.is_inherited for said in others)


def _is_elliptic(target: Target, targets: Sequence[Target], fitting: _Fitting, short: frozenset[int]) -> bool:
    index, said, unit = fitting
    return index in short or (len(targets) == 1 and _is_bare(target, said, unit))


def _is_bare(target: Target, said: Saying, unit: float) -> bool:
    """完工27个 and 下降4.3% leave out what the row is about; where only one target is, it is that.

    So does 检查1.5万人 of 妇女免费检查; a sum of money has to be named whole (投资 is not 民间投资).
    """
    is_bare = not said.metric or (said.is_inherited and target.base_unit not in COMMON)
    is_short = said.metric in target.metric and said.quantity.dimension in COUNTED
    is_share = SHARE.search(target.metric) and SHARE_OF.search(said.left)
    return unit == SAME and bool(is_bare or is_short or is_share)


def _is_ambiguous(ties: Sequence[Tie]) -> bool:
    scores = sorted((one.score for one in ties if one.is_done), reverse=True)
    return len(scores) > 1 and scores[0] - scores[1] < AMBIGUOUS


def _least(unit: float, *, is_alone: bool) -> float:
    if is_alone:
        return LEAST_ALONE if unit == SAME else LEAST_ALONE_SIMILAR
    return LEAST if unit == SAME else LEAST_SIMILAR


def _tie(text: str, target: Target, place: int, fitting: _Fitting, bounds: tuple[float, float]) -> Tie | None:
    """The tie of a figure whose likeness, at the least the first of `bounds`, reaches the second."""
    index, said, unit = fitting
    is_done = standing.is_done(target, said) and not standing.is_under_way(text, said)
    clause = text[slice(*said.clause)]
    like = max(bounds[0], likeness(target, said, clause, is_strict=is_done))
    if like < bounds[1]:
        return None
    score = like + TELLING * unit
    score += TOTAL * standing.is_total(said) + PART * standing.is_part(said) + ALONE * standing.is_alone(said)
    score += AIM * (standing.is_aim(said) or standing.is_stock(target, said) or standing.is_found(target, clause))
    return Tie(place, index, score, is_done)


def _completions(text: str, targets: Sequence[Target], sayings: Sequence[Saying], ties: Sequence[Tie]) -> list[Tie]:
    """完成率110.3% belongs to the figure that stands before it, or to the only target."""
    answered = {one.saying: one for one in ties}
    found: list[Tie] = []
    for index, said in enumerate(sayings):
        if said.kind != "completion_rate":
            continue
        before = answered.get(index - 1)
        if before and sayings[index - 1].sentence == said.sentence:
            found.append(Tie(before.target, index, before.score, is_done=True))
        elif len(targets) == 1 and not any(one.target == 0 for one in found):
            found.extend(_of_only(text, targets[0], index, said))
    return found


def _of_only(text: str, target: Target, index: int, said: Saying) -> list[Tie]:
    like = likeness(target, said, text[slice(*said.clause)], is_strict=False)
    is_of_all = not said.metric or said.is_inherited or not said.topic.strip()
    return [Tie(0, index, like, is_done=True)] if like >= LEAST or is_of_all else []
