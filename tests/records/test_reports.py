"""Reports that come in as a table."""

from luoshi.records.people.actor import Actor
from luoshi.records.register.models import Plan
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import take_progress
from luoshi.records.reporting.models import Round
from luoshi.records.reporting.queries import shown_round
from tests.records.conftest import PROGRESS

EMPTY = "| 3 | “义联欧”班列全年开行1600列以上。 | 商务局 |  |\n"


def test_an_empty_row_is_no_report(alice: Actor, plan: Plan) -> None:
    taken = take_progress(actor=alice, plan=plan, received=receive("三季度.md", f"{PROGRESS}{EMPTY}".encode()))
    assert (taken.round.reports.count(), taken.unmatched) == (2, ())
    assert plan.tasks.get(number=3).reported == ""
    assert plan.tasks.get(number=3).verdict == ""


def test_of_two_rounds_that_end_on_one_day_the_later_one_is_shown(alice: Actor, plan: Plan) -> None:
    month = PROGRESS.replace("三季度", "9月").replace("1500个", "900个")
    take_progress(actor=alice, plan=plan, received=receive("9月.md", month.encode()))
    taken = take_progress(actor=alice, plan=plan, received=receive("三季度.md", PROGRESS.encode()))
    assert Round.objects.filter(plan=plan, cutoff=taken.round.cutoff).count() == 2
    assert shown_round(plan) == taken.round
    assert plan.tasks.get(number=1).depth == taken.round.reports.get(task__number=1).depth


def test_a_table_in_which_nobody_reports_takes_no_verdict_away(alice: Actor, taken: Round) -> None:
    plan = taken.plan
    nothing = f"{PROGRESS.replace('三季度', '四季度').rpartition('| 1 |')[0]}{EMPTY}"
    later = take_progress(actor=alice, plan=plan, received=receive("四季度.md", nothing.encode())).round
    assert not later.reports.exists()
    assert shown_round(plan) == taken
    assert plan.tasks.get(number=1).verdict == taken.reports.get(task__number=1).verdict != ""
