"""Reports that come in as a table."""

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Plan
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import take_progress
from tests.records.conftest import PROGRESS

EMPTY = "| 3 | “义联欧”班列全年开行1600列以上。 | 商务局 |  |\n"


def test_an_empty_row_is_no_report(alice: Actor, plan: Plan) -> None:
    taken = take_progress(actor=alice, plan=plan, received=receive("三季度.md", f"{PROGRESS}{EMPTY}".encode()))
    assert (taken.round.reports.count(), taken.unmatched) == (2, ())
    assert plan.tasks.get(number=3).reported == ""
    assert plan.tasks.get(number=3).verdict == ""
