"""A progress table of a period that was reported on comes once more: shown beside it, and approved row by row."""

import pytest

from luoshi.records.journal.models import Entry
from luoshi.records.journal.queries import verify
from luoshi.records.people.actor import Actor
from luoshi.records.refusals import ActionRefused, NotAllowed, NotNow
from luoshi.records.register.models import Import, Plan, Task
from luoshi.records.register.reading import receive
from luoshi.records.reporting.actions import accept_report, return_report
from luoshi.records.reporting.correcting import Comparison, compare_table, correct_round, corrected_round
from luoshi.records.reporting.entering import import_document, issue_progress
from luoshi.records.reporting.models import Report, Return, Round
from tests.records.conftest import PROGRESS

CORRECTED = PROGRESS.replace("管网15公里，达到序时进度", "管网32公里，达到序时进度")
MORE = "| 3 | “义联欧”班列全年开行1600列以上。 | 商务局 | 开行“义联欧”班列1300列。 |\n"
PIPES = "改造城区雨污管网15公里，达到序时进度。"


def bring(alice: Actor, plan: Plan, table: str) -> Import:
    return import_document(actor=alice, government=plan.government, received=receive("更正.md", table.encode()))


def compared(document: Import) -> Comparison:
    opened = corrected_round(document)
    assert opened
    return compare_table(document, opened)


def approve(alice: Actor, document: Import, *keys: str) -> int:
    comparison = compared(document)
    return correct_round(
        actor=alice, document=document, approved=keys or comparison.keys, fingerprint=comparison.fingerprint
    )


def told(plan: Plan) -> list[tuple[int, str, str, str]]:
    reports = Report.objects.filter(task__plan=plan).order_by("task__order")
    return [(each.task.number, each.verdict, each.state, each.text[-6:]) for each in reports]


def test_the_same_table_differs_in_nothing_and_is_not_entered_twice(alice: Actor, taken: Round) -> None:
    document = bring(alice, taken.plan, PROGRESS)
    comparison = compared(document)
    assert (comparison.keys, comparison.same, comparison.silent) == ([], 2, [])
    with pytest.raises(NotNow, match="已经导入过了"):
        issue_progress(actor=alice, document=document)
    with pytest.raises(NotNow, match="一处也没有采纳"):
        approve(alice, document)
    assert corrected_round(bring(alice, taken.plan, PROGRESS.replace("三季度", "四季度"))) is None


def test_what_a_corrected_table_changes_is_told_before_anything_changes(alice: Actor, taken: Round) -> None:
    before = told(taken.plan)
    comparison = compared(bring(alice, taken.plan, CORRECTED + MORE))
    (changed,), (new,) = comparison.changed, comparison.new
    assert changed.report
    assert (changed.task.number, changed.report.verdict, changed.judged.verdict.verdict) == (2, "behind", "on_track")
    assert (new.task.number, new.report, comparison.same) == (3, None, 1)
    assert told(taken.plan) == before


def test_what_is_approved_takes_the_place_of_what_was_reported_and_that_is_kept(alice: Actor, taken: Round) -> None:
    accept_report(actor=alice, report=taken.reports.get(task__number=2))
    assert approve(alice, bring(alice, taken.plan, CORRECTED + MORE)) == 2
    assert [each[:3] for each in told(taken.plan)] == [
        (1, "on_track", "submitted"),
        (2, "on_track", "submitted"),
        (3, "on_track", "submitted"),
    ]
    kept = Return.objects.get()
    assert (kept.text, kept.verdict, kept.reason, kept.is_replaced) == (PIPES, "behind", "更正.md", True)
    shown = Task.objects.get(plan=taken.plan, number=2)
    assert (shown.verdict, shown.step, shown.depth, shown.reported) == ("on_track", "", None, "submitted")
    assert Task.objects.get(plan=taken.plan, number=3).reported == "submitted"
    entry = Entry.objects.get(action="correct_report", subject_id=shown.pk)
    assert (entry.before["progress"], entry.before["report"]) == (PIPES, "accepted")
    assert entry.before["judged"].startswith("欠进度·红：")
    assert Entry.objects.get(action="correct_round").after["approved"] == 2
    assert not list(verify())


def test_each_row_is_approved_or_left_out_by_itself_and_no_report_is_lost(alice: Actor, taken: Round) -> None:
    table = PROGRESS.split("| 1 |")[0] + MORE
    document = bring(alice, taken.plan, table)
    assert [report.task.number for report in compared(document).silent] == [1, 2]
    approve(alice, document)
    assert [each[0] for each in told(taken.plan)] == [1, 2, 3]
    other = bring(alice, taken.plan, CORRECTED.replace("幼儿园5所", "幼儿园6所"))
    first = taken.plan.tasks.get(number=1)
    assert approve(alice, other, f"report.{first.pk}") == 1
    assert (Report.objects.get(task=first).text[:10], told(taken.plan)[1][1]) == ("已新建公办幼儿园6所", "behind")


def test_it_is_undone_by_bringing_the_former_table_once_more(alice: Actor, taken: Round) -> None:
    before = told(taken.plan)
    approve(alice, bring(alice, taken.plan, CORRECTED))
    approve(alice, bring(alice, taken.plan, PROGRESS))
    assert told(taken.plan) == before
    assert Return.objects.count() == 2


def test_of_an_earlier_round_the_lists_show_nothing(alice: Actor, taken: Round) -> None:
    later = bring(alice, taken.plan, CORRECTED.replace("三季度", "四季度"))
    issue_progress(actor=alice, document=later)
    verdict = Task.objects.get(plan=taken.plan, number=2).verdict
    approve(alice, bring(alice, taken.plan, PROGRESS.replace("15公里", "40公里")))
    assert taken.reports.get(task__number=2).verdict == "done"
    assert Task.objects.get(plan=taken.plan, number=2).verdict == verdict


def test_what_changed_meanwhile_is_looked_at_again(alice: Actor, taken: Round) -> None:
    document = bring(alice, taken.plan, CORRECTED)
    comparison = compared(document)
    return_report(actor=alice, report=taken.reports.get(task__number=2), reason="再核")
    with pytest.raises(NotNow, match="又改过了"):
        correct_round(actor=alice, document=document, approved=comparison.keys, fingerprint=comparison.fingerprint)


def test_rows_that_nobody_settled_and_people_without_the_right_are_refused(
    alice: Actor, bob: Actor, taken: Round
) -> None:
    document = bring(alice, taken.plan, f"{CORRECTED}| 9 | 举办龙舟赛。 | 体育局 | 已举办。 |\n")
    opened = corrected_round(document)
    assert opened
    with pytest.raises(ActionRefused, match="还没有定下记到哪一项"):
        compare_table(document, opened)
    with pytest.raises(NotNow, match="还有 1 处存疑"):
        correct_round(actor=alice, document=document, approved=["x"], fingerprint="")
    with pytest.raises(NotAllowed):
        correct_round(actor=bob, document=document, approved=["x"], fingerprint="")
