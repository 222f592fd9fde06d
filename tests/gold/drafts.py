"""Leads of one year's tasks told by other years, beside those that the government named: what the measures count."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from luoshi import read
from luoshi.checking.slips import index_slips, near_names
from luoshi.language.duties import office_of
from luoshi.language.duties.offices import bare_name
from luoshi.model import Plan, Progress, Role, Task
from luoshi.relating.drafting.examples import Example, list_examples
from luoshi.relating.drafting.roll import ListedUnit, Roll, call_roll, units_named
from luoshi.relating.drafting.suggesting import Query, Suggester
from luoshi.relating.drafting.tuning import Tuning
from luoshi.relating.promises import whole_text
from tests import reference

SPECIMENS = Path(__file__).parents[1] / "specimens"


@dataclass(frozen=True, slots=True)
class Question:
    """A task whose leads are to be told: its text, its list, and the names of those that lead it."""

    query: Query
    leads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trial:
    """Questions in the order of their document, and what may be learned to answer them."""

    roll: Roll
    examples: tuple[Example, ...]
    questions: tuple[Question, ...]

    def keys(self, question: Question) -> frozenset[str]:
        """The keys of the leads, their kinds of office where nothing was learned."""
        if not self.examples:
            return frozenset(kind for name in question.leads for kind in office_of(name).kinds)
        return frozenset(key_of(name, self.roll) for name in question.leads)

    def suggester(self, tuning: Tuning | None = None) -> Suggester:
        """What answers the questions."""
        return Suggester(self.roll, self.examples, tuning)


def key_of(name: str, roll: Roll) -> str:
    """The key of a unit on a roll or off it; a name one slip away from one on the roll is that one (城头集团)."""
    known = roll.key_of(name)
    near = [] if known or office_of(name).kinds else near_names(bare_name(name), index_slips(roll.keys))
    return known or (roll.keys[near[0]] if near else office_of(name).key)


def questions(reading: Plan | Progress) -> Iterator[Question]:
    """The tasks of a document that somebody leads."""
    for each in reading.tasks if isinstance(reading, Plan) else reading.rows:
        leads = frozenset(unit.name for unit in each.units if unit.role is Role.LEAD)
        if leads:
            text, part = (whole_text(each.text, each.name), each.part) if isinstance(each, Task) else (each.name, None)
            yield Question(Query(text, part), leads)


@cache
def document(year: int) -> Plan | Progress:
    """The reference document of a year of the city that has most of them."""
    return _read(next(reference.CORPUS.glob(f"{_city()}-{year}-*")))


def elsewhere(year: int) -> Trial:
    """A year's tasks of another city, told by the kinds of office alone."""
    return Trial(call_roll([]), (), tuple(questions(other_city(year))))


@cache
def other_city(year: int) -> Plan | Progress:
    """The reference document of a year of another city."""
    return _read(next(path for path in reference.CORPUS.glob(f"*-{year}-*") if not path.name.startswith(_city())))


def invented() -> Iterator[Trial]:
    """The tasks of each invented plan and progress table of the specimens, told by the kinds of office alone."""
    for path in sorted(SPECIMENS.rglob("*.json")):
        document = next(other for other in path.parent.glob(f"{path.stem}.*") if other != path)
        reading = read(document)
        told = questions(reading) if isinstance(reading, Plan | Progress) else ()
        asked = tuple(each for each in told if any(office_of(name).kinds for name in each.leads))
        if asked:
            yield Trial(call_roll([]), (), asked)


def _city() -> str:
    cities = Counter(path.name.split("-")[0] for path in reference.CORPUS.glob("*.*"))
    return max(cities, key=lambda name: cities[name])


def _read(path: Path) -> Plan | Progress:
    reading = read(path)
    assert isinstance(reading, Plan | Progress)
    return reading


def trial(learned: Sequence[int], asked: int) -> Trial:
    """One year's tasks told by other years; by none of them where `learned` is empty."""
    readings = [document(year) for year in learned]
    roll = call_roll(readings)
    return Trial(roll, list_examples(readings, roll), tuple(questions(document(asked))))


def with_list(learned: Sequence[Plan | Progress], asked: Plan | Progress) -> Trial:
    """A document's tasks told by others, the units that it names listed with all their names as for `--units`."""
    together = call_roll([*learned, asked])
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for reading in (asked, *learned):
        for unit in units_named(reading):
            names[together.key_of(unit.name) or ""][unit.name] = None
    present = {together.key_of(unit.name) for unit in units_named(asked)}
    listed = [ListedUnit(member.name, tuple(names[key])) for key, member in together.members.items() if key in present]
    roll = call_roll([], listed)
    return Trial(roll, list_examples(learned, roll), tuple(questions(asked)))


def blocks(readings: Sequence[Plan | Progress], number: int) -> Iterator[Trial]:
    """Each of so many blocks of these documents' tasks in their order, told by the others."""
    roll = call_roll(readings)
    examples = list_examples(readings, roll)
    asked = [question for reading in readings for question in questions(reading)]
    size = -(-len(asked) // number)
    for start in range(0, len(asked), size):
        taught = tuple(example for place, example in enumerate(examples) if not start <= place < start + size)
        yield Trial(roll, taught, tuple(asked[start : start + size]))
