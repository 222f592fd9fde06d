"""Rows of a table that is looked through follow the plan of their year."""

import pytest

from luoshi.model import Kind
from luoshi.records.people.actor import Actor, operator
from luoshi.records.register.actions.documents import import_plan
from luoshi.records.register.actions.lineage import relate_corrected
from luoshi.records.register.actions.plans import correct_wording, issue_plan
from luoshi.records.register.actions.revisions import revise_plan
from luoshi.records.register.models import Government, Import, Plan
from luoshi.records.register.reading import receive
from luoshi.records.register.revising.comparison import compare
from luoshi.records.reporting.entering import import_document, issue_progress, tie_row
from luoshi.records.reporting.tying import plan_reported_on
from tests.records.conftest import PLAN, PROGRESS
from tests.records.revising import BEDS, STATIONS, corrected, issued

ROWS = f"{PROGRESS}| 3 | 举办龙舟赛。 | 体育局 | 已举办。 |\n"


def take_in(city: Government, table: str = ROWS) -> Import:
    return import_document(actor=operator(), government=city, received=receive("进展.md", table.encode()))


def tied(document: Import) -> list[tuple[int | None, int]]:
    """The number of the task of each row, and its doubts."""
    tasks = {task.pk: task.number for task in document.government.tasks.all()}
    return [(tasks.get(line.fields.get("task")), line.doubts) for line in document.drafts.order_by("order")]


def test_rows_that_came_before_their_plan_find_their_tasks_when_it_is_issued(alice: Actor, city: Government) -> None:
    document = take_in(city)
    assert [line.fields.get("task") for line in document.drafts.all()] == [None, None, None]
    issue_plan(
        actor=alice,
        document=import_plan(actor=alice, government=city, received=receive("分解.txt", PLAN.encode())),
    )
    assert document.kind == Kind.PROGRESS.value
    assert tied(document) == [(1, 0), (2, 0), (None, 1)]
    tie_row(actor=alice, draft=document.drafts.get(order=3), version=1, task=None)
    assert issue_progress(actor=alice, document=document).matched == 2


def test_of_two_plans_of_a_year_a_table_tells_of_the_one_that_has_its_rows(plan: Plan, city: Government) -> None:
    document = take_in(city)
    issued(city, BEDS, STATIONS)
    assert plan_reported_on(document) == plan
    assert tied(document) == [(1, 0), (2, 0), (None, 1)]


def test_a_reworded_task_finds_its_row_within_seconds(alice: Actor, plan: Plan, city: Government) -> None:
    document = take_in(city)
    assert tied(document)[2] == (None, 1)
    correct_wording(actor=alice, task=plan.tasks.get(number=3), text="举办龙舟赛。", reason="会议决定")
    while relate_corrected():
        pass
    assert tied(document)[2] == (3, 0)


def test_what_somebody_chose_stays(alice: Actor, plan: Plan, city: Government) -> None:
    document = take_in(city)
    third = plan.tasks.get(number=3)
    tie_row(actor=alice, draft=document.drafts.get(order=3), version=1, task=third)
    correct_wording(actor=alice, task=third, text="新开行班列1800列。", reason="会议决定")
    while relate_corrected():
        pass
    assert tied(document)[2] == (3, 1)
    assert document.drafts.get(order=3).is_accepted


@pytest.mark.parametrize("is_chosen", [True, False])
def test_a_task_that_ended_is_no_task_of_a_row_any_more(city: Government, *, is_chosen: bool) -> None:
    plan = issued(city, BEDS, STATIONS)
    ending = plan.tasks.order_by("order")[1]
    text = PROGRESS.split("| 1 |")[0] + f"| 1 | {ending.text} | 卫健局 | 建成3家。 |\n"
    document = take_in(city, text)
    line = document.drafts.get()
    if is_chosen:
        tie_row(actor=operator(), draft=line, version=line.version, task=ending)
    assert tied(document) == [(ending.number, 0)]
    comparison = compare(other := corrected(plan, BEDS))
    revise_plan(actor=operator(), document=other, approved=comparison.keys, fingerprint=comparison.fingerprint)
    assert tied(document) == [(None, 1)]
    assert not document.drafts.get().is_accepted
