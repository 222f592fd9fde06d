"""A report → what is to be drafted of it: each promise once, with every place in the report where it stands."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from luoshi.language.metrics import normal_metric
from luoshi.language.shingles import letters, list_shingles
from luoshi.model import Action, Commitment, Due, Measure, Quote, Report, Target

HEADLINE = "主要预期目标"
# As much of the shorter text stands in the longer one, and so many others are looked at
_CONTAINED, _LOOKED_AT = 0.9, 6
# A pair of characters leads to no more promises than this
_COMMONEST = 40
_SHORTEST = 5
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_MARKS = "。；;，, "


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise of a report; `heading` and `measure` are what it stands under where it is told most fully."""

    text: str
    quotes: tuple[Quote, ...]
    heading: str | None = None
    measure: str | None = None
    targets: tuple[Target, ...] = ()
    due: tuple[Due, ...] = ()


def list_promised(report: Report) -> tuple[Promised, ...]:
    """The year's headline targets and the commitments of all actions, in order; those that say the same are one."""
    return tuple(_merge([*map(_of_target, report.headline_targets), *_commitments(report.actions)]))


def _of_target(target: Target) -> Promised:
    return Promised(_sentence(target.quote.text), (target.quote,), HEADLINE, targets=(target,))


def _commitments(actions: Iterable[Action]) -> Iterator[Promised]:
    for action in actions:
        for measure in action.measures:
            yield from (_of_commitment(each, action, measure) for each in measure.commitments)


def _of_commitment(commitment: Commitment, action: Action, measure: Measure) -> Promised:
    return Promised(
        _sentence(commitment.text),
        (commitment.quote,),
        action.name,
        measure.name,
        commitment.targets,
        commitment.due,
    )


def _sentence(text: str) -> str:
    return "".join(text.split("\n")).strip(_MARKS) + "。"


# ── What says the same is one ────────────────────────────────────────────────────────────────────────────────────────


def _merge(promised: Sequence[Promised]) -> Iterator[Promised]:
    """Each group of promises that say the same as the fullest of them, in its place."""
    groups = _group(promised)
    for place, each in enumerate(promised):
        members = [promised[other] for other in groups[place]]
        if place == max(groups[place], key=lambda other: (len(promised[other].text), -other)):
            yield _joined(each, members)


def _group(promised: Sequence[Promised]) -> list[list[int]]:
    """For each promise the places of all that say the same, itself among them."""
    groups = [[place] for place in range(len(promised))]
    standing: dict[str, list[int]] = defaultdict(list)
    known: dict[str, int] = {}
    for place, each in enumerate(promised):
        bare = letters(each.text)
        pairs = frozenset(list_shingles(bare))
        likely = [known[bare]] if bare in known else _find_likely(pairs, standing)
        for other in likely:
            if groups[other] is not groups[place] and says_same(promised[other].text, each.text):
                groups[other] += groups[place]
                for member in groups[place]:
                    groups[member] = groups[other]
        known.setdefault(bare, place)
        for pair in pairs if known[bare] == place else ():
            if len(standing[pair]) < _COMMONEST:
                standing[pair].append(place)
    return groups


def _find_likely(pairs: Iterable[str], standing: Mapping[str, Sequence[int]]) -> list[int]:
    """The places that share most pairs of characters with a text; of what stands everywhere only the first count."""
    shared = Counter(place for pair in pairs for place in standing.get(pair, ()))
    return [place for place, _ in shared.most_common(_LOOKED_AT)]


def says_same(one: str, other: str) -> bool:
    """Whether the shorter text stands in the longer one with all of its figures.

    >>> says_same("新建公园6个。", "全年新建公园6个，改造公园3个。")
    True
    >>> says_same("新建公园6个。", "新建公园8个。")
    False
    """
    shorter, longer = sorted((letters(one), letters(other)), key=len)
    pairs, others = list_shingles(shorter), set(list_shingles(longer))
    if len(pairs) < _SHORTEST or not set(_FIGURE.findall(shorter)) <= set(_FIGURE.findall(longer)):
        return False
    return sum(pair in others for pair in pairs) >= _CONTAINED * len(pairs)


def _joined(fullest: Promised, members: Sequence[Promised]) -> Promised:
    if len(members) == 1:
        return fullest
    targets = {_figure(target): target for member in (*members, fullest) for target in member.targets}
    dues = {(due.by, due.quote.text): due for member in (*members, fullest) for due in member.due}
    quotes = tuple(quote for member in members for quote in member.quotes)
    return replace(fullest, quotes=quotes, targets=tuple(targets.values()), due=tuple(dues.values()))


def _figure(target: Target) -> tuple[object, ...]:
    return normal_metric(target.metric), target.amount, target.base_unit
