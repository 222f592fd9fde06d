"""The scores that `score.py` beside the reference gold gives, for each part of each document."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from tests.gold.readings import contract
from tests.gold.scoring import Score, Tally
from tests.reference import GOLD, Json, gold_pairs, load


@dataclass(frozen=True, slots=True)
class Sheet:
    """A gold file, or one part of the plan in it, and the document that it was read from. `form` says which rules hold:
    "text" and "table" for parts of a plan, "rows" for a progress table, "report"."""

    name: str
    form: str
    gold: Json
    document: Path


def sheets() -> Iterator[Sheet]:
    """All that the reference gold holds."""
    for file, document in gold_pairs():
        gold = load(file)
        if "tasks" not in gold:
            yield Sheet(file.stem, "rows" if "rows" in gold else "report", gold, document)
            continue
        for part in dict.fromkeys(task["part"] for task in gold["tasks"]):
            tasks = [task for task in gold["tasks"] if task["part"] == part]
            form = "table" if any(task.get("allocation") for task in tasks) else "text"
            yield Sheet(f"{file.stem}/{part}", form, gold | {"tasks": tasks}, document)


def reference_score(sheet: Sheet) -> Score:
    """The facets of a sheet, of what its gold covers."""
    found = scorer().score(sheet.gold, covered(sheet.gold, contract(sheet.document)))
    return {name: _tally(counts, found.misses.get(name, [])) for name, counts in found.rows.items()}


def covered(gold: Json, read: Json) -> Json:
    """What is left of a reading when all that its gold does not cover is taken out."""
    if "rows" in gold:
        numbers = {row["number"] for row in gold["rows"]}
        return read | {"rows": [row for row in read.get("rows", []) if row["number"] in numbers]}
    if "actions" in gold:
        ordinals = {action["ordinal"] for action in gold["actions"]}
        return read | {"actions": [action for action in read.get("actions", []) if action["ordinal"] in ordinals]}
    keys = {(task["part"], task["number"]) for task in gold["tasks"]}
    return read | {"tasks": [task for task in read.get("tasks", []) if (task["part"], task["number"]) in keys]}


def _tally(counts: tuple[int, int, int], misses: list[tuple[object, ...]]) -> Tally:
    sides = {side: tuple(str(miss[1:]) for miss in misses if miss[0] == side) for side in ("extra", "missing")}
    return Tally(counts[0], sides["extra"], sides["missing"])


def scorer() -> ModuleType:
    """The module `score.py` beside the reference gold."""
    spec = spec_from_file_location("reference_scorer", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
