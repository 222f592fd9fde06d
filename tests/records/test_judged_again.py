"""A verdict follows the words and figures of its task: corrected, they are judged again, and the journal says so."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from luoshi.records.acting import acting
from luoshi.records.journal.models import Entry
from luoshi.records.people.actor import Actor, operator
from luoshi.records.people.roles import Right
from luoshi.records.register.actions.cascade import pass_on
from luoshi.records.register.actions.plans import correct_units, correct_wording
from luoshi.records.register.actions.revisions import revise_plan
from luoshi.records.register.models import Government, Share, Target, Task
from luoshi.records.register.models.plans import State
from luoshi.records.register.models.time import CURRENT
from luoshi.records.register.reading import Json
from luoshi.records.register.revising.comparison import compare
from luoshi.records.register.values import target_value
from luoshi.records.reporting.again import judge_again
from luoshi.records.reporting.flows import flow_of
from luoshi.records.reporting.judging import Reply, judge_reply, raised_beside
from luoshi.records.reporting.models import Report, Round
from tests.records.cascade import report_of
from tests.records.revising import BEDS, STATIONS, corrected, issued


def judged(task: Task) -> tuple[str, str]:
    """What the list and the report say."""
    task.refresh_from_db()
    return task.verdict, Report.objects.get(task=task).verdict


def test_a_corrected_figure_is_judged_again(city: Government) -> None:
    plan = issued(city, BEDS, STATIONS)
    beds = plan.tasks.get(name="老有所养")
    report_of(beds, "已新增护理型床位200张。")
    assert judged(beds) == ("ahead", "ahead") or judged(beds) == ("on_track", "on_track")
    comparison = compare(document := corrected(plan, BEDS.replace("240", "400"), STATIONS))
    revise_plan(actor=operator(), document=document, approved=comparison.keys, fingerprint=comparison.fingerprint)
    assert judged(beds) == ("behind", "behind")
    report = Report.objects.get(task=beds)
    assert report.judged["why"] == "200÷400＝50%，序时 75%，欠 25 点。"
    entry = Entry.objects.get(action="judge_again")
    assert (entry.subject_id, entry.after["period"]) == (beds.pk, "Q3")
    assert entry.before["judged"].startswith("达进度")
    assert entry.after["judged"].startswith("欠进度·黄")
    assert "实事（更正）.md" in entry.after["reason"]


def test_a_corrected_date_in_the_words_is_judged_again(alice: Actor, taken: Round) -> None:
    task = taken.plan.tasks.get(number=1)
    correct_wording(actor=alice, task=task, text="6月底前新建公办幼儿园6所，新增学位1800个。", reason="漏了时限")
    assert judged(task) == ("behind", "behind")
    assert Entry.objects.get(action="judge_again").after["reason"] == "任务的文字更正了"


def test_where_the_verdict_stays_the_journal_says_nothing(alice: Actor, taken: Round) -> None:
    task = taken.plan.tasks.get(number=1)
    before = judged(task)
    correct_wording(actor=alice, task=task, text="新建公办幼儿园6所，新增学位1800个以上。", reason="漏字")
    assert judged(task) == before
    assert not Entry.objects.filter(action="judge_again").exists()


def test_a_changed_share_is_judged_again_below_and_flows_up(alice: Actor, handed: list[Task], beds: Task) -> None:
    report_of(handed[1], "已新增护理型床位102张。")
    Share.objects.filter(CURRENT, task=beds, unit__name="南漪县").update(printed="200", value=200)
    pass_on(actor=alice, task=beds)
    assert judged(handed[1])[0] == "behind"
    assert flow_of(beds).done == 102
    entry = Entry.objects.get(action="judge_again")
    assert entry.government == handed[1].government_id


def test_doubts_that_other_rows_raised_stay(alice: Actor, taken: Round) -> None:
    report = taken.reports.get(task__number=1)
    told = {"code": "L063", "message": "和第9项的文字一样。", "quote": None, "place": None}
    report.judged["flags"] = [told]
    report.save()
    Task.objects.filter(pk=report.task_id).update(doubts=1)
    correct_wording(actor=alice, task=report.task, text="6月底前新建公办幼儿园6所，新增学位1800个。", reason="漏了时限")
    report.refresh_from_db()
    assert told in report.judged["flags"]
    assert Task.objects.get(pk=report.task_id).doubts == len(report.judged["flags"])


@pytest.mark.parametrize("state", [State.ENDED])
def test_what_has_ended_keeps_its_verdict(alice: Actor, taken: Round, state: State) -> None:
    task = taken.plan.tasks.get(number=1)
    before = judged(task)
    Task.objects.filter(pk=task.pk).update(state=state)
    correct_wording(actor=alice, task=task, text="6月底前新建公办幼儿园6所，新增学位1800个。", reason="漏了时限")
    assert judged(task) == before


WORDINGS = (
    "新建公办幼儿园6所，新增学位1800个，抓好管理。",
    "6月底前新建公办幼儿园6所，新增学位1800个。",
    "新增学位1800个，其中公办幼儿园6所。",
    "办好学前教育。",
    "高于全省平均，新建公办幼儿园6所，新增学位1800个。",
)


def placeless(row: Json) -> Json:
    """A judged row without where its passages stand, and without what other rows raised: alone, it stands nowhere."""
    named = {name: value for name, value in row.items() if name not in {"lead_unit", "units", "quote", "place"}}
    beside = raised_beside(row["flags"])
    flags = [{**each, "place": None} for each in row["flags"] if each not in beside]
    return {**named, "measurements": [{**each, "place": None} for each in row["measurements"]], "flags": flags}


def anew(report: Report, task: Task) -> tuple[object, ...]:
    """What a report comes to when everything of it is judged."""
    targets = tuple(map(target_value, Target.objects.filter(CURRENT, task=task).order_by("order")))
    judged = judge_reply(report.round, Reply(task.text, targets, report.text, report.judged["number"]))
    return judged.verdict.verdict.value, judged.verdict.step or "", placeless(judged.row)


def test_it_comes_to_what_judging_everything_anew_comes_to(alice: Actor, taken: Round) -> None:
    task = taken.plan.tasks.get(number=1)
    for text in (*WORDINGS, *reversed(WORDINGS)):
        if text != task.text:
            correct_wording(actor=alice, task=task, text=text, reason="核对")
        task.refresh_from_db()
        report = Report.objects.get(task=task)
        assert (report.verdict, report.step, placeless(report.judged)) == anew(report, task)
        assert (task.verdict, task.step, task.depth) == (report.verdict, report.step, report.depth)
        assert task.doubts == len(report.judged["flags"])


def test_a_word_that_no_verdict_rests_on_writes_no_verdict(alice: Actor, taken: Round) -> None:
    task = taken.plan.tasks.get(number=1)
    with CaptureQueriesContext(connection) as queries:
        correct_wording(actor=alice, task=task, text=f"{task.text}抓好管理。", reason="漏字")
    written = [each["sql"] for each in queries if each["sql"].startswith("UPDATE")]
    assert [sql.split('"')[1] for sql in written] == ["register_taskwording", "register_task", "reporting_report"]
    assert '"verdict"' not in written[1]
    assert Report.objects.get(task=task).judged["name"].endswith("抓好管理。")


@pytest.mark.parametrize("is_anew", [True, False])
def test_by_other_rules_everything_is_judged(alice: Actor, taken: Round, *, is_anew: bool) -> None:
    task = taken.plan.tasks.get(number=1)
    before = judged(task)
    Report.objects.filter(task=task).update(verdict="behind", step="红")
    with acting(alice, Right.CORRECT_TASK, task.government_id) as under_way:
        judge_again(under_way, [task], "规则改了", is_anew=is_anew)
    assert judged(task)[1] == (before[1] if is_anew else "behind")
    assert Entry.objects.filter(action="judge_again").count() == is_anew


def test_a_change_of_units_asks_for_no_report(alice: Actor, taken: Round) -> None:
    with CaptureQueriesContext(connection) as queries:
        correct_units(actor=alice, task=taken.plan.tasks.get(number=1), units=[("教育局", "lead")], reason="核对")
    assert not [each["sql"] for each in queries if "reporting_report" in each["sql"]]
