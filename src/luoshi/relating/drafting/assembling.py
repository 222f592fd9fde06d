"""A report and the plans of earlier years → the draft of this year's plan."""

import re
from collections.abc import Sequence

from luoshi.draft import Draft, DraftTask, Suggestion
from luoshi.model import Document, Plan, Progress, Report
from luoshi.relating.drafting.examples import list_examples
from luoshi.relating.drafting.gathering import HEADLINE, Promised, list_promised
from luoshi.relating.drafting.helping import Helpers
from luoshi.relating.drafting.roll import ListedUnit, Roll, call_roll
from luoshi.relating.drafting.suggesting import Chances, Query, Suggester

# From here on a leader is filled in beside a lead that is
_SURE_LEADER = 0.8
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")


def draft(
    report: Report,
    earlier: Sequence[Plan | Progress] = (),
    listed: Sequence[ListedUnit] = (),
    *,
    sure: float | None = None,
) -> Draft:
    """Every promise of a report as a task, with who may lead it, help with it and answer for it.

    `earlier` are plans and progress tables of years before, `listed` the units as they are now. A lead is filled in
    only where such suggestions were right nineteen times of twenty, or from the probability `sure` on.
    """
    roll = call_roll(earlier, listed)
    suggester = Suggester(roll, list_examples(earlier, roll), sure=sure)
    helpers = Helpers(roll, suggester.examples, suggester.neighbours)
    promised = list_promised(report)
    weighed = suggester.weigh([Query(each.text, _group(place, each)) for place, each in enumerate(promised)])
    tasks = (
        _task(number, each, chances, suggester, helpers)
        for number, (each, chances) in enumerate(zip(promised, weighed, strict=True), start=1)
    )
    learned = tuple(reading.document for reading in earlier)
    return Draft(_document(report, earlier), tuple(tasks), _choice(roll), learned)


def _group(place: int, promised: Promised) -> str | int:
    """What stands under one heading is of one field; headline targets stand together and are of none."""
    return promised.heading if promised.heading and promised.heading != HEADLINE else place


def _task(number: int, promised: Promised, chances: Chances, suggester: Suggester, helpers: Helpers) -> DraftTask:
    sure = suggester.find_sure(chances)
    leads = (suggester.roll.members[sure].name,) if sure else ()
    leaders = helpers.suggest_leaders(chances.together)
    return DraftTask(
        number,
        promised.text,
        promised.quotes,
        promised.heading,
        promised.measure,
        promised.targets,
        promised.due,
        suggester.explain(promised.text, chances),
        leads,
        helpers.suggest(promised.text, chances.together),
        leaders,
        leader=_sure_leader(leaders) if leads else None,
    )


def _sure_leader(leaders: Sequence[Suggestion]) -> str | None:
    return next((leader.name for leader in leaders if leader.probability >= _SURE_LEADER), None)


def _choice(roll: Roll) -> tuple[str, ...]:
    return tuple(dict.fromkeys(member.name for member in roll.members.values()))


def _document(report: Report, earlier: Sequence[Plan | Progress]) -> Document:
    """The head of last year's plan with this year's number; without one, what every draft has."""
    plans = [reading.document for reading in earlier if isinstance(reading, Plan)]
    last = max(plans, key=lambda document: document.year or 0, default=Document())
    year = report.document.year or (last.year + 1 if last.year else None)
    words = f"{year}年" if year else ""
    title = _YEAR.sub(str(year), last.title) if last.title and year else None
    return Document(title or f"{words}政府工作报告重点工作责任分解", last.issuer, year=year, cc=last.cc)
