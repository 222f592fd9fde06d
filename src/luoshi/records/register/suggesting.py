"""Who may lead what a report promises: told by the government's earlier plans, else by the kinds of office it has.

Nothing is changed here. A line's suggestions are plain values: {"leads": [{"name", "chance", "words", "basis"}],
"sure"}; `basis` is {"task", "year", "part", "number", "text", "similarity"} or None, `sure` the name that may be filled
in or None.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count

from luoshi import model
from luoshi.draft import Basis, Suggestion
from luoshi.records.register.models import Import, Plan, Task, Unit, UnitName
from luoshi.records.register.queries.tasks import for_export
from luoshi.records.register.reading import Json
from luoshi.records.register.values import plan_value
from luoshi.relating.drafting.roll import ListedUnit
from luoshi.relating.promises import whole_text

YEARS = 4
"""How many years before a report are learned from."""
MOST_TASKS = 4_000
"""As many tasks as are learned from in a moment; of the earliest years none beyond that."""

# The register's tasks by what a suggestion says of the one that it rests on
_Key = tuple[int | None, str | None, int, str]


def suggest_leads(document: Import, lines: Sequence[Json]) -> list[Json]:
    """For each line of a report who may lead it, up to three, the likeliest first; without anybody to choose, none."""
    from luoshi.relating.drafting.examples import list_examples
    from luoshi.relating.drafting.roll import call_roll
    from luoshi.relating.drafting.suggesting import Query, Suggester

    learned = [(plan, list(for_export(plan.tasks.order_by("order")))) for plan in _earlier_plans(document)]
    earlier = [plan_value(plan, tasks, {}) for plan, tasks in learned]
    roll = call_roll(earlier, () if any(map(_has_units, earlier)) else _listed(document.government_id))
    suggester = Suggester(roll, list_examples(earlier, roll))
    queries = [Query(line["text"], line.get("section") or place) for place, line in enumerate(lines)]
    known = _Known(_names_now(document.government_id), _keys(learned))
    in_use = frozenset(key for key, member in roll.members.items() if known.name(member.name))
    found = []
    for query, chances in zip(queries, suggester.weigh(queries), strict=True):
        sure = suggester.find_sure(chances)
        together = {key: chance for key, chance in chances.together.items() if key in in_use}
        offered = suggester.explain(query.text, replace(chances, together=together)) if together else ()
        found.append(
            {
                "leads": [_lead(each, known) for each in offered],
                "sure": known.name(roll.members[sure].name) if sure and sure in in_use else None,
            }
        )
    return found


# ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Known:
    """What units are called now, by each of their names; the register's tasks by what a suggestion says of them."""

    names: Mapping[str, str]
    tasks: Mapping[_Key, int]

    def name(self, printed: str) -> str:
        """What a unit is called now; empty where it is no longer in use."""
        return self.names.get(printed, printed)


def _earlier_plans(document: Import) -> list[Plan]:
    """The government's own plans of the years before, the latest first, as many as can be learned from in a moment."""
    year = document.head.get("year") or document.started_at.year
    plans = Plan.objects.filter(government=document.government_id, sender__isnull=True)
    near = plans.filter(year__range=(year - YEARS, year - 1)).defer("blocks").annotate(count=Count("tasks"))
    chosen: list[Plan] = []
    left = MOST_TASKS
    for plan in near.order_by("-year", "-entered_at"):
        left -= plan.count
        if left < 0:
            break
        chosen.append(plan)
    return chosen


def _has_units(plan: model.Plan) -> bool:
    return any(task.units for task in plan.tasks)


def _listed(government: int) -> list[ListedUnit]:
    """The units of the register that are in use, with their other names."""
    units = Unit.objects.filter(government=government, kind=Unit.Kind.UNIT, is_active=True).order_by("name")
    return [
        ListedUnit(unit.name, tuple(name.name for name in unit.names.all() if name.name != unit.name))
        for unit in units.prefetch_related("names")
    ]


def _names_now(government: int) -> dict[str, str]:
    """What a unit is called now, by each of its names; empty for one that is no longer in use."""
    names = UnitName.objects.filter(government=government).select_related("unit")
    return {each.name: each.unit.name if each.unit.is_active else "" for each in names}


def _keys(learned: Iterable[tuple[Plan, Sequence[Task]]]) -> dict[_Key, int]:
    return {
        (plan.year, task.part, task.number, whole_text(task.text, task.name)): task.pk
        for plan, tasks in learned
        for task in tasks
    }


def _lead(suggestion: Suggestion, known: _Known) -> Json:
    return {
        "name": known.name(suggestion.name),
        "chance": round(suggestion.probability, 3),
        "words": list(suggestion.words),
        "basis": _basis(suggestion.basis, known) if suggestion.basis else None,
    }


def _basis(basis: Basis, known: _Known) -> Json:
    task = known.tasks.get((basis.year, basis.part, basis.number, basis.text))
    told = {"year": basis.year, "part": basis.part, "number": basis.number, "text": basis.text}
    return {**told, "task": task, "similarity": round(basis.similarity, 2)}
