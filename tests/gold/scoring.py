"""How much of a document was read as its gold says: for each facet what was found, what is too much, what is missing.

White space and full or half width do not count, nor do final stops.
"""

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Final

from tests.reference import Json

PAIRS: Final = str.maketrans("（）〔〕：，；！？", "()[]:,;!?")
BLANK: Final = re.compile(r"[\s*]+")
ALIKE: Final = 0.75
DOCUMENT_FIELDS: Final = (
    "title",
    "issuer",
    "doc_number",
    "issued_on",
    "year",
    "period",
    "public",
    "cc",
    "assist_notes",
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Entries of the gold that were found, entries that stand in the reading alone, and in the gold alone."""

    found: int = 0
    extra: tuple[Hashable, ...] = ()
    missing: tuple[Hashable, ...] = ()

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.found + other.found, self.extra + other.extra, self.missing + other.missing)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to read and nothing was read."""
        whole = 2 * self.found + len(self.extra) + len(self.missing)
        return 2 * self.found / whole if whole else 1.0

    @property
    def precision(self) -> float:
        """The share of what was read that the gold has."""
        return self.found / (self.found + len(self.extra)) if self.found or self.extra else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was read."""
        return self.found / (self.found + len(self.missing)) if self.found or self.missing else 1.0


Score = dict[str, Tally]
Facet = tuple[str, Iterable[Hashable], Iterable[Hashable]]


def norm(text: str | None) -> str:
    """A text as it is compared."""
    return BLANK.sub("", unicodedata.normalize("NFKC", text or "").translate(PAIRS)).strip("。.;；")


def score(gold: Json, read: Json) -> Score:
    """The facets of one document."""
    return _tallied(
        [("kind", [gold["kind"]], [read["kind"]]), *_document(gold, read), *KINDS[gold["kind"]](gold, read)]
    )


def add(scores: Iterable[Score]) -> Score:
    """The facets of several documents together."""
    return _tallied_sum([(name, tally) for each in scores for name, tally in each.items()])


def _tallied(facets: Iterable[Facet]) -> Score:
    return _tallied_sum([(name, _compared(gold, read)) for name, gold, read in facets])


def _tallied_sum(tallies: Sequence[tuple[str, Tally]]) -> Score:
    names = dict.fromkeys(name for name, _ in tallies)
    return {name: reduce(Tally.__add__, (tally for each, tally in tallies if each == name)) for name in names}


def _compared(gold: Iterable[Hashable], read: Iterable[Hashable]) -> Tally:
    wanted, given = Counter(list(gold)), Counter(list(read))
    return Tally((wanted & given).total(), tuple((given - wanted).elements()), tuple((wanted - given).elements()))


def _document(gold: Json, read: Json) -> Iterator[Facet]:
    wanted, given = gold.get("document", {}), read.get("document", {})
    for name in DOCUMENT_FIELDS:
        if name in wanted:
            yield "document", [(name, _plain(wanted[name]))], [(name, _plain(given.get(name)))]


def _plain(value: object) -> str:
    return "、".join(norm(str(each)) for each in value) if isinstance(value, list) else norm(str(value or None))


# ── Plans ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _plan(gold: Json, read: Json) -> Iterator[Facet]:
    pairs, extra = _matched(gold["tasks"], read.get("tasks", []), "text")
    for wanted, given in pairs:
        yield from _task(wanted, given)
    for task in extra:
        yield "tasks", [], [norm(task["text"])]
        yield from _units({"units": []}, task)


def _task(wanted: Json, given: Json | None) -> Iterator[Facet]:
    yield "tasks", [norm(wanted["text"])], [norm(wanted["text"])] if given else []
    yield from _units(wanted, given or {"units": []})
    if given is None:
        return
    yield "text", [norm(wanted["text"])], [norm(given["text"])]
    for name in ("part", "number", "sub", "name", "section", "leader_heading"):
        if name in wanted:
            yield name, [_plain(wanted[name])], [_plain(given.get(name))]
    yield "leaders", wanted.get("leaders") or [], given["leaders"]
    yield "due", _days(wanted), _days(given)
    if wanted.get("targets"):
        yield "targets", map(_figure, wanted["targets"]), map(_figure, given["targets"])
    yield from _allocation(wanted.get("allocation"), given["allocation"])


def _units(wanted: Json, given: Json) -> Iterator[Facet]:
    yield "unit names", _names(wanted), _names(given)
    yield "unit roles", _roles(wanted), _roles(given)


def _names(task: Json) -> list[str]:
    return [norm(unit["name"]) for unit in task["units"]]


def _roles(task: Json) -> list[tuple[str, bool]]:
    return [(norm(unit["name"]), unit["lead"]) for unit in task["units"]]


def _figure(target: Json) -> tuple[str, float, str]:
    return target["comparator"], float(target["value"]), norm(target["unit"])


def _days(task: Json) -> list[str]:
    return [due["by"] for due in task.get("due") or [] if due["by"]]


def _allocation(wanted: Json | None, given: Json | None) -> Iterator[Facet]:
    if wanted is None:
        yield "quota cells", [], ["a total"] if given and given["cells"] else []
        return
    given = given or {"total": {}, "cells": {}, "sum_check": None, "shifted": None}
    yield "quota cells", _cells(wanted), _cells(given)
    yield "quota totals", [_total(wanted)], [_total(given)]
    yield "quota checks", [wanted["sum_check"]], [given["sum_check"]]
    yield "quota shifts", [wanted.get("shifted", False)], [given["shifted"]]


def _cells(allocation: Json) -> list[tuple[str, str]]:
    return [(norm(place), norm(str(value))) for place, value in allocation["cells"].items() if value not in {"", None}]


def _total(allocation: Json) -> tuple[float | None, str]:
    total = allocation["total"]
    return total.get("value"), norm(total.get("unit"))


# ── Progress tables, reports, documents of other genres ──────────────────────────────────────────────────────────────


def _progress(gold: Json, read: Json) -> Iterator[Facet]:
    rows = {row["number"]: row for row in read.get("rows", [])}
    wanted = {row["number"]: row for row in gold["rows"]}
    yield "rows", wanted, rows
    for number in wanted.keys() & rows.keys():
        for name in ("name", "text", "lead_unit"):
            yield f"row {name}", [norm(wanted[number][name])], [norm(rows[number][name])]


def _report(gold: Json, read: Json) -> Iterator[Facet]:
    actions = read.get("actions", [])
    for name in ("name", "slogan"):
        yield f"action {name}s", [norm(each[name]) for each in gold["actions"]], [norm(each[name]) for each in actions]
    measures, given = _measures(gold), _measures(read)
    yield "measures", [_headed(each) for each in measures], [_headed(each) for each in given]
    yield "measure texts", [norm(each["text"]) for each in measures], [norm(each["text"]) for each in given]
    wanted, found = _commitments(measures), _commitments(given)
    pairs, extra = _matched(wanted, found, "text")
    yield "commitments", [norm(each["text"]) for each in wanted], [norm(each["text"]) for each in found]
    alike = [order for order, (_, each) in enumerate(pairs) if each]
    yield "alike commitments", range(len(wanted)), [*alike, *(norm(each["text"]) for each in extra)]


def _measures(report: Json) -> list[Json]:
    return [measure for action in report.get("actions", []) for measure in action["measures"]]


def _headed(measure: Json) -> tuple[str, str]:
    return norm(measure["ordinal"]), norm(measure["name"])


def _commitments(measures: Iterable[Json]) -> list[Json]:
    return [commitment for measure in measures for commitment in measure["commitments"]]


def _unknown(_: Json, read: Json) -> Iterator[Facet]:
    yield "nothing read", [], [key for key in ("tasks", "rows", "actions") if read.get(key)]


KINDS: Final[dict[str, Callable[[Json, Json], Iterator[Facet]]]] = {
    "plan": _plan,
    "progress": _progress,
    "report": _report,
    "unknown": _unknown,
}


# ── Which entry of the reading answers to which of the gold ──────────────────────────────────────────────────────────


def _matched(
    wanted: Sequence[Json], given: Sequence[Json], key: str
) -> tuple[list[tuple[Json, Json | None]], list[Json]]:
    """Each entry of the gold with the one most like it, and the entries that are left over."""
    left = list(given)
    pairs: list[tuple[Json, Json | None]] = []
    for entry in wanted:
        best = max(left, key=lambda other: _likeness(entry, other, key), default=None)
        if best is not None and _likeness(entry, best, key) >= ALIKE:
            left.remove(best)
            pairs.append((entry, best))
        else:
            pairs.append((entry, None))
    return pairs, left


def _likeness(entry: Json, other: Json, key: str) -> float:
    """2 and more for equal texts, with the number to part those; else how much of them is alike."""
    a, b = norm(entry[key]), norm(other[key])
    if a == b:
        return 2.0 + (entry.get("number") == other.get("number"))
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0
