"""From documents of several years to the lineage of every promise in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from luoshi.lineage import Change, Comparison, Lineage, Promise
from luoshi.model import Plan, Progress
from luoshi.relating.changes import draw_lines, share_metric, take_step
from luoshi.relating.likeness import Profile, weigh
from luoshi.relating.pairing import find_pairs
from luoshi.relating.promises import list_promises

# A promise by its document and its place there; and what it is tied to, with how alike they are
Node = tuple[int, int]
Ties = dict[Node, tuple[Node, float]]


def compare(readings: Iterable[Plan | Progress]) -> Comparison:
    """Documents by their year, and what became of each promise; those of one year keep the given order."""
    ordered = sorted(readings, key=lambda reading: reading.document.year or 0)
    promises = [list_promises(reading) for reading in ordered]
    origins, heirs = _tie([[Profile(promise) for promise in listed] for listed in promises])
    merged = _merged_into(heirs)
    lineages = (_lineage(path, promises, origins, heirs, merged) for path in _paths(promises, origins, heirs))
    return Comparison(tuple(reading.document for reading in ordered), tuple(lineages))


def trace(promises: Sequence[Sequence[Promise]]) -> list[list[Node]]:
    """The way of each promise through documents that stand in the order of their years, each promise by its place.

    What leads on through something that a promise was merged into stands behind the others.
    """
    origins, heirs = _tie([[Profile(promise) for promise in listed] for listed in promises])
    return sorted(_paths(promises, origins, heirs), key=lambda path: _is_led_on(path, origins))


def _is_led_on(path: Sequence[Node], origins: Ties) -> bool:
    return any(after not in origins or origins[after][0] != before for before, after in pairwise(path))


def _tie(profiles: Sequence[Sequence[Profile]]) -> tuple[Ties, Ties]:
    """What each promise goes on from, and what those went into that something else mainly went into.

    A document is paired with the one before it; what finds nothing there, with what had ended in those before.
    """
    weights = weigh(*profiles)
    origins: Ties = {}
    heirs: Ties = {}
    ended: list[Node] = []
    for document, listed in enumerate(profiles):
        new = [(document, place) for place in range(len(listed))]
        for back in reversed(range(document)):
            befores = [node for node in ended if node[0] == back]
            afters = [node for node in new if node not in origins]
            for each in find_pairs(_at(befores, profiles), _at(afters, profiles), weights):
                before, after = befores[each.earlier], afters[each.later]
                tied = (after, before) if each.is_main else (before, after)
                (origins if each.is_main else heirs).setdefault(tied[0], (tied[1], each.likeness))
        gone_on = {before for before, _ in origins.values()} | heirs.keys()
        ended = [node for node in ended if node not in gone_on] + new
    return origins, heirs


def _at(nodes: Iterable[Node], profiles: Sequence[Sequence[Profile]]) -> list[Profile]:
    return [profiles[document][place] for document, place in nodes]


def _paths(promises: Sequence[Sequence[Promise]], origins: Ties, heirs: Ties) -> Iterator[list[Node]]:
    """The way to each promise that nothing mainly goes on from; a merged one's leads on through what it went into."""
    gone_on = {before for before, _ in origins.values()}
    children: dict[Node, list[tuple[float, Node]]] = {}
    for after, (before, likeness) in origins.items():
        children.setdefault(before, []).append((likeness, after))
    for document in reversed(range(len(promises))):
        for place in range(len(promises[document])):
            node = (document, place)
            if node in gone_on:
                continue
            path = [node]
            while path[-1] in origins:
                path.append(origins[path[-1]][0])
            yield [*path[::-1], *_onwards(node, promises, heirs, children)]


def _onwards(
    node: Node,
    promises: Sequence[Sequence[Promise]],
    heirs: Ties,
    children: Mapping[Node, Sequence[tuple[float, Node]]],
) -> Iterator[Node]:
    """What a promise was merged into, and what goes on from that: with its own metrics, else the likest."""
    after = heirs[node][0] if node in heirs else None
    while after is not None:
        yield after
        own = _at_node(node, promises)
        likest = (
            (share_metric(own, _at_node(child, promises)), like, child) for like, child in children.get(after, ())
        )
        after = max(likest, default=(False, 0.0, None))[2]


def _at_node(node: Node, promises: Sequence[Sequence[Promise]]) -> Promise:
    document, place = node
    return promises[document][place]


def _merged_into(heirs: Ties) -> dict[Node, list[Node]]:
    merged: dict[Node, list[Node]] = {}
    for before, (after, _) in heirs.items():
        merged.setdefault(after, []).append(before)
    return merged


def _lineage(
    path: Sequence[Node],
    promises: Sequence[Sequence[Promise]],
    origins: Ties,
    heirs: Ties,
    merged: Mapping[Node, list[Node]],
) -> Lineage:
    line: list[Promise | None] = [None] * len(promises)
    beside: list[list[Promise]] = [[] for _ in promises]
    for node in path:
        line[node[0]] = _at_node(node, promises)
        for other in merged.get(node, ()):
            beside[other[0]].append(_at_node(other, promises))
    steps = []
    for before, after in pairwise(path):
        origin, likeness = origins.get(after, (None, 0.0))
        is_merged = origin != before
        likeness = heirs[before][1] if is_merged else likeness
        earlier, later = (promises[document][place] for document, place in (before, after))
        steps.append(take_step(earlier, later, likeness, is_merged=is_merged))
    is_dropped = line[-1] is None
    change = Change.DROPPED if is_dropped else steps[-1].change if steps else Change.NEW
    return Lineage(tuple(line), tuple(steps), change, tuple(draw_lines(line, beside)))
